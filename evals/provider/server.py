"""A provider of our own: a small OpenAI-compatible server on loopback that misbehaves on order.

The name of the model chooses what happens: a persona of :mod:`evals.provider.personas` answers, a
fault of :data:`FAULTS` breaks the answer on its way. So every test of the model seam runs over real
HTTP, with the real client, and no part of it is patched.

Example::

    with Provider() as provider:
        model = OpenAIChat("wrong-figure", provider.url)
"""

from __future__ import annotations

import json
import threading
import time
from collections import Counter
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any

from index import HashEmbedder

from .faults import EMBEDDING_FAULTS, FAULTS, send_embeddings
from .personas import PERSONAS, answer
from .wire import Wire, cut

EMBEDDING_DIMENSION = 256
EMBEDDING_LIMIT = 2000
"""Characters of one text that the embedding models take."""


@dataclass(frozen=True, slots=True)
class Call:
    """One request that came in."""

    path: str
    model: str
    headers: dict[str, str]
    """Names in lower case."""
    body: dict[str, Any]
    at: float
    """On the monotonic clock."""


class Provider:
    """The server; use it as a context manager."""

    def __init__(self) -> None:
        self._server = _Server()
        self._thread = threading.Thread(
            target=lambda: self._server.serve_forever(poll_interval=0.02), daemon=True
        )

    @property
    def url(self) -> str:
        """The base URL, ending in ``/v1``."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    @property
    def calls(self) -> tuple[Call, ...]:
        """Every request so far, oldest first."""
        return tuple(self._server.calls)

    def count(self, model: str) -> int:
        """How many requests named this model."""
        return sum(call.model == model for call in self.calls)

    def __enter__(self) -> Provider:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.stopping.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.calls: list[Call] = []
        self.seen: Counter[str] = Counter()
        self.noting = threading.Lock()
        self.stopping = threading.Event()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: clients that hang up early are what this server is for."""


class _Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        """List the models."""
        names = sorted([*PERSONAS, *FAULTS])
        data = [{"id": name, "object": "model"} for name in names]
        self._wire({}).send_json(200, {"object": "list", "data": data})

    def do_POST(self) -> None:
        """Answer a chat, or embed texts."""
        body = json.loads(self.rfile.read(int(self.headers.get("content-length", 0))))
        model = str(body.get("model"))
        wire = self._wire(body)
        if self.path.endswith("/embeddings"):
            _embed(wire)
        elif not self.path.endswith("/v1/chat/completions"):
            wire.refuse(404, f"There is nothing at {self.path}")
        elif model in FAULTS:
            FAULTS[model](wire)
        elif model in PERSONAS:
            wire.reply(cut(answer(model, body["messages"])))
        else:
            wire.refuse(404, f"The model `{model}` does not exist", "model_not_found")

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""

    def _wire(self, body: dict[str, Any]) -> Wire:
        """Note the request, and get ready to answer it."""
        headers = {name.lower(): value for name, value in self.headers.items()}
        model = str(body.get("model", ""))
        call = Call(self.path, model, headers, body, time.monotonic())
        with self.server.noting:
            self.server.calls.append(call)
            self.server.seen[model] += 1
            attempt = self.server.seen[model]
        return Wire(self, body, attempt, self.server.stopping)


def _embed(wire: Wire) -> None:
    """Vectors by :class:`HashEmbedder`, unless the model's name asks for a fault."""
    texts = wire.body["input"]
    if max(map(len, texts)) > EMBEDDING_LIMIT:
        wire.refuse(400, f"The maximum context length is {EMBEDDING_LIMIT} characters.")
        return
    vectors = HashEmbedder(EMBEDDING_DIMENSION).embed(texts).tolist()
    data = [{"object": "embedding", "index": i, "embedding": v} for i, v in enumerate(vectors)]
    EMBEDDING_FAULTS.get(str(wire.body["model"]), send_embeddings)(wire, data)
