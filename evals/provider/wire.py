"""What a provider's answer looks like on the wire, in small enough steps to break it anywhere."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterable, Iterator
from http.server import BaseHTTPRequestHandler
from typing import Any

from .personas import answer

_PIECE = re.compile(r"[\[\]<>/]|[^\[\]<>/]{1,6}", re.DOTALL)


class Wire:
    """One request that waits for its answer."""

    def __init__(
        self,
        handler: BaseHTTPRequestHandler,
        body: dict[str, Any],
        attempt: int,
        stopping: threading.Event,
    ) -> None:
        self.body = body
        self.attempt = attempt
        """1 for the first request that named this model, 2 for the second, …"""
        self.key = handler.headers.get("authorization", "").removeprefix("Bearer ")
        self._handler = handler
        self._stopping = stopping

    @property
    def streaming(self) -> bool:
        """Whether the client asked for a stream."""
        return bool(self.body.get("stream"))

    def said(self, persona: str = "faithful") -> Iterator[str]:
        """What a persona answers to this request, in small pieces."""
        return cut(answer(persona, self.body["messages"]))

    def wait(self, seconds: float) -> bool:
        """Wait; false once the server is being stopped."""
        return not self._stopping.wait(seconds)

    def send(self, status: int, body: bytes, kind: str, **headers: str) -> None:
        """Send a whole answer; underscores in names of headers stand for hyphens."""
        self._handler.send_response(status)
        self._handler.send_header("content-type", kind)
        self._handler.send_header("content-length", str(len(body)))
        for name, value in headers.items():
            self._handler.send_header(name.replace("_", "-"), value)
        self._handler.end_headers()
        self._handler.wfile.write(body)

    def send_json(self, status: int, data: Any, **headers: str) -> None:
        """Send JSON."""
        self.send(status, json.dumps(data).encode(), "application/json", **headers)

    def refuse(self, status: int, message: str, code: str | None = None, **headers: str) -> None:
        """Send an error as OpenAI words it."""
        error = {"message": message, "type": "error", "param": None, "code": code}
        self.send_json(status, {"error": error}, **headers)

    def reply(self, pieces: Iterable[str], finish: str = "stop") -> None:
        """Answer as a provider should: in one piece, or as a stream if one was asked for."""
        if not self.streaming:
            text = "".join(pieces)
            choice = {"index": 0, "finish_reason": finish,
                      "message": {"role": "assistant", "content": text}}  # fmt: skip
            self.send_json(200, {**self._envelope(), "choices": [choice], "usage": self._usage()})
            return
        self.begin()
        for piece in pieces:
            self.piece(piece)
        self.finish(finish)

    def begin(self) -> None:
        """Start a stream."""
        self._handler.send_response(200)
        self._handler.send_header("content-type", "text/event-stream; charset=utf-8")
        self._handler.send_header("transfer-encoding", "chunked")
        self._handler.end_headers()

    def raw(self, data: bytes) -> None:
        """Send bytes as one chunk of the body."""
        self._handler.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self._handler.wfile.flush()

    def event(self, data: Any) -> None:
        """Send an event of the stream."""
        self.raw(f"data: {json.dumps(data)}\n\n".encode())

    def piece(self, text: str | None, **delta: Any) -> None:
        """Send a piece of the answer."""
        choice = {"index": 0, "delta": {"content": text, **delta}, "finish_reason": None}
        self.event({**self._envelope("chat.completion.chunk"), "choices": [choice]})

    def finish(self, reason: str = "stop") -> None:
        """Say how the answer ended, what it cost, and end the stream."""
        choice = {"index": 0, "delta": {}, "finish_reason": reason}
        self.event({**self._envelope("chat.completion.chunk"), "choices": [choice]})
        if (self.body.get("stream_options") or {}).get("include_usage"):
            usage = {**self._envelope("chat.completion.chunk"), "choices": []}
            self.event({**usage, "usage": self._usage()})
        self.raw(b"data: [DONE]\n\n")
        self.end()

    def send_line(self, line: str) -> None:
        """Send one line of the head of an answer."""
        self._handler.wfile.write(f"{line}\r\n".encode())
        self._handler.wfile.flush()

    def end(self) -> None:
        """End the body, properly as far as HTTP can tell."""
        self._handler.wfile.write(b"0\r\n\r\n")

    def tear(self) -> None:
        """Close the connection in the middle of things."""
        self._handler.close_connection = True

    def _envelope(self, kind: str = "chat.completion") -> dict[str, Any]:
        return {"id": "chatcmpl-1", "object": kind, "created": 0, "model": self.body["model"]}

    def _usage(self) -> dict[str, int]:
        told = sum(len(str(m.get("content", "")).split()) for m in self.body["messages"])
        return {"prompt_tokens": told, "completion_tokens": 20, "total_tokens": told + 20}


def cut(pieces: Iterable[str]) -> Iterator[str]:
    """Cut texts into small pieces; markers and tags fall apart: ``[``, ``1``, ``]``."""
    for text in pieces:
        yield from _PIECE.findall(text)
