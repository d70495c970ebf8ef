"""Embeddings from any OpenAI-compatible endpoint (``/v1/embeddings``).

A store keeps its vectors for years, so nothing goes in that was not looked at: as many vectors as
texts, in their order, all of one length, none without a direction. A text that is too long for the
model is cut in two, and the others of its batch lose nothing by it.

This file is imported when an endpoint is used, so that nothing else pays for the HTTP client.
"""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np

from .connection import Connection
from .deadline import Deadline
from .embed import Vectors, unit_rows
from .endpoint import Endpoint, asked_wait
from .errors import EmbedderFailed

_TOO_LONG = (
    "context length", "context size", "maximum context", "too many tokens", "too long",
    "token limit", "maximum input", "too large", "max_seq", "batch size",
)  # fmt: skip
_SHORTEST = 32  # characters; a model that finds this too long means something else
_AGAIN = frozenset((408, 409, 425, 429, 500, 502, 503, 504, 529))


class _TooLong(Exception):
    """The endpoint says that a text, or all of them together, is too long."""


class OpenAIEmbedder:
    """An embedding model behind an endpoint; see :class:`Embedder`."""

    def __init__(
        self,
        model: str,
        base_url: str | None = None,
        key: str | None = None,
        *,
        deadline: float = 60.0,
        max_requests: int = 3,
        batch: int = 64,
    ) -> None:
        """Nothing is sent before the dimension or the first vectors are asked for.

        Args:
            model: Its name at the endpoint.
            base_url: The endpoint, with or without ``/v1``; ``None`` stands for OpenAI.
            key: The key for this endpoint and no other; ``None`` where none is needed.
            deadline: Seconds for one batch, retries included.
            max_requests: Tries for one batch at most.
            batch: Texts in one request at most.

        Raises:
            EmbedderFailed: the address or the key cannot be used.
        """
        try:
            self._endpoint = Endpoint.at(base_url, key)
        except ValueError as fault:
            raise EmbedderFailed(str(fault)) from None
        self.name = model
        self._deadline = deadline
        self._max_requests = max_requests
        self._batch = batch

    @cached_property
    def dimension(self) -> int:
        """Length of the vectors: asked for with one short text, then known."""
        return int(self._ask(["dimension"]).shape[1])

    @cached_property
    def fingerprint(self) -> str:
        """The endpoint's host, the model and the dimension."""
        return f"openai:{self._endpoint.host}:{self.name}:{self.dimension}"

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Embed texts; see :class:`Embedder`. A blank text has no vector: its row is zeros.

        Raises:
            EmbedderFailed: the endpoint did not give usable vectors; none are returned.
        """
        told = [row for row, text in enumerate(texts) if text.strip()]
        matrix = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for start in range(0, len(told), self._batch):
            rows = told[start : start + self._batch]
            vectors = self._embed_batch([texts[row] for row in rows])
            if vectors.shape[1] != self.dimension:
                raise self._failed(
                    f"gave vectors of {vectors.shape[1]} numbers, after {self.dimension} before"
                )
            matrix[rows] = vectors
        return matrix

    def _embed_batch(self, texts: list[str]) -> Vectors:
        """Embed texts; where that is too much for the model, by halves."""
        try:
            return self._ask(texts)
        except _TooLong as fault:
            if len(texts) > 1:
                middle = len(texts) // 2
                halves = [self._embed_batch(texts[:middle]), self._embed_batch(texts[middle:])]
                return np.concatenate(halves)
            if len(texts[0]) <= _SHORTEST:
                raise self._failed(f"finds a short text too long ({fault})") from None
        left, right = _cut(texts[0])
        parts = np.concatenate([self._embed_batch([left]), self._embed_batch([right])])
        weights = np.array([[len(left)], [len(right)]], dtype=np.float32)
        return unit_rows(np.sum(parts * weights, axis=0, keepdims=True))

    def _ask(self, texts: list[str]) -> Vectors:
        """Send one batch, again where that makes sense, and check what comes back."""
        clock = Deadline(self._deadline)
        for sent in range(1, self._max_requests + 1):
            last = sent == self._max_requests
            try:
                status, headers, body = self._send(texts, clock)
            except TimeoutError as fault:
                raise self._failed(f"was not done in time ({fault})") from None
            except Connection.FAULTS as fault:
                wait, what = 0.25 * sent, f"did not answer ({_why(fault)})"
                last = last or isinstance(fault, ValueError)
            else:
                if status == 200:
                    return self._vectors(body, len(texts))
                what = self._refused(status, body)
                asked = asked_wait(headers)
                wait = 0.25 * sent if asked is None else asked
                last = last or status not in _AGAIN
            if last or wait >= clock.left:
                break
            time.sleep(wait)
        # Not chained: what the server said may quote the key back.
        raise self._failed(what) from None

    def _send(self, texts: list[str], clock: Deadline) -> tuple[int, dict[str, str], bytes]:
        connection = Connection(self._endpoint, clock)
        request = connection.client.build_request(
            "POST",
            f"{self._endpoint.base_url}/embeddings",
            json={"model": self.name, "input": texts, "encoding_format": "float"},
        )

        def read() -> list[tuple[int, dict[str, str], bytes]]:
            answer = connection.client.send(request)
            return [(answer.status_code, dict(answer.headers), answer.content)]

        [answer] = clock.watch(read, connection.hang_up)
        return answer

    def _refused(self, status: int, body: bytes) -> str:
        said = _message(body)
        if status in (400, 413, 422, 500) and any(hint in said.lower() for hint in _TOO_LONG):
            raise _TooLong(self._endpoint.public(said))
        if status in (401, 403):
            return f"{'refused the key' if self._endpoint.key else 'wants a key'} ({said})"
        if 300 <= status < 400:
            return "sends on to another address, where a key must not follow"
        return f"answered with status {status} ({said})"

    def _vectors(self, body: bytes, count: int) -> Vectors:
        """Check an answer through and through: its rows in the order of the texts."""
        try:
            data = json.loads(body)["data"]
            if len(data) != count:
                raise self._failed(f"gave {len(data)} vectors for {count} texts")
            order = [item.get("index", row) for row, item in enumerate(data)]
            if sorted(order) != list(range(count)):
                raise self._failed("numbered its vectors in a way that makes no sense")
            matrix = np.empty((count, len(data[0]["embedding"])), dtype=np.float32)
            for row, item in zip(order, data, strict=True):
                matrix[row] = item["embedding"]
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise self._failed("sent something that is not a list of vectors") from None
        lengths = np.linalg.norm(matrix, axis=1)
        if not np.all(np.isfinite(lengths)) or not np.all(lengths > 0):
            raise self._failed("gave a vector without a direction (not a number, or all zeros)")
        return unit_rows(matrix)

    def _failed(self, what: str) -> EmbedderFailed:
        said = self._endpoint.public(what)
        return EmbedderFailed(
            f"The embedding model {self.name} at {self._endpoint.base_url} {said}. Nothing was "
            "stored. Check the endpoint, or use the built-in model: --embedder auto."
        )


def _cut(text: str) -> tuple[str, str]:
    """Cut a text in two near its middle, between words where there are any."""
    middle = len(text) // 2
    space = text.rfind(" ", middle // 2, middle)
    at = space if space > 0 else middle
    return text[:at], text[at:]


def _message(body: bytes) -> str:
    """What an answer that is an error says."""
    try:
        error: Any = json.loads(body)["error"]
        return str(error["message"] if isinstance(error, dict) else error)
    except (ValueError, KeyError, TypeError, RecursionError):
        return body[:200].decode("utf-8", "replace")


def _why(fault: BaseException) -> str:
    while fault.__cause__ is not None:
        fault = fault.__cause__
    return str(fault) or type(fault).__name__
