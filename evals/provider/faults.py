"""What can go wrong between a provider and us, each under a name of its own."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Mapping
from typing import Any

from .wire import Wire

_HTML = b"<!doctype html><title>Sign in</title><h1>Welcome to the hotel network</h1>"


def _half(wire: Wire) -> list[str]:
    pieces = list(wire.said())
    return pieces[: max(1, len(pieces) // 2)]


def _half_then(then: Callable[[Wire], object]) -> Callable[[Wire], None]:
    """Half of an answer, then something else."""

    def fault(wire: Wire) -> None:
        wire.begin()
        for piece in _half(wire):
            wire.piece(piece)
        then(wire)

    return fault


def _after_half(data: bytes) -> Callable[[Wire], None]:
    """Half of an answer, then these bytes."""

    def rest(wire: Wire) -> None:
        wire.raw(data)
        wire.end()

    return _half_then(rest)


def _drip(wire: Wire) -> None:
    """A piece every 0.2 s, for ever: no single read is ever late."""
    wire.begin()
    for number in itertools.count():
        if not wire.wait(0.2):
            return
        wire.piece(f"{number} ")


def _silent(wire: Wire) -> None:
    """Nothing, not even a status line."""
    wire.wait(60)
    wire.tear()


def _slow_headers(wire: Wire) -> None:
    """A header line every 0.2 s, for ever."""
    wire.send_line("HTTP/1.1 200 OK")
    for number in itertools.count():
        if not wire.wait(0.2):
            return
        wire.send_line(f"x-{number}: 0")


def _flaky(wire: Wire) -> None:
    """Twice an error, then fine, and so on."""
    if wire.attempt % 3:
        wire.refuse(500, "The server had an error while processing your request")
    else:
        wire.reply(wire.said())


def _unauthorised(wire: Wire) -> None:
    wire.refuse(401, f"Incorrect API key provided: {wire.key}. Find yours at /api-keys.",
                "invalid_api_key")  # fmt: skip


def _busy(retry_after: str) -> Callable[[Wire], None]:
    def fault(wire: Wire) -> None:
        wire.refuse(429, "Rate limit reached", "rate_limit_exceeded", retry_after=retry_after)

    return fault


def _busy_once(wire: Wire) -> None:
    if wire.attempt == 1:
        wire.refuse(429, "Rate limit reached", "rate_limit_exceeded", retry_after_ms="300")
    else:
        wire.reply(wire.said())


def _choosy(wire: Wire) -> None:
    """A reasoning model of OpenAI: neither max_tokens nor a temperature."""
    if "max_tokens" in wire.body:
        wire.refuse(400, "Unsupported parameter: 'max_tokens' is not supported with this model. "
                         "Use 'max_completion_tokens' instead.")  # fmt: skip
    elif "temperature" in wire.body:
        wire.refuse(400, "Unsupported value: 'temperature' does not support 0 with this model. "
                         "Only the default (1) value is supported.")  # fmt: skip
    else:
        wire.reply(wire.said())


def _no_stream(wire: Wire) -> None:
    """A server that takes no notice of ``stream``."""
    wire.body = {**wire.body, "stream": False}
    wire.reply(wire.said())


def _split_characters(wire: Wire) -> None:
    """UTF-8 cut inside its characters, comments, carriage returns."""
    wire.begin()
    wire.raw(b": ping\r\n\r\n")
    said = "".join(wire.said()) + " Été à Köln \U0001f600."
    choice = {"index": 0, "delta": {"content": said}, "finish_reason": None}
    for byte in f"data: {json.dumps({'choices': [choice]}, ensure_ascii=False)}\r\n\r\n".encode():
        wire.raw(bytes([byte]))
    # Half a character at a time, as servers do that stream UTF-16 units.
    wire.piece("\ud83d")
    wire.piece("\ude00")
    wire.finish()


def _events(*events: Any) -> Callable[[Wire], None]:
    """A stream of these events and an orderly end."""

    def fault(wire: Wire) -> None:
        wire.begin()
        for event in events:
            wire.event(event)
        wire.raw(b"data: [DONE]\n\n")
        wire.end()

    return fault


def _ending(reason: str) -> Callable[[Wire], None]:
    return lambda wire: wire.reply(_half(wire), reason)


def _refusing(status: int, message: str, code: str | None = None) -> Callable[[Wire], None]:
    return lambda wire: wire.refuse(status, message, code)


def _huge(wire: Wire) -> None:
    """200 MB in one line."""
    wire.begin()
    wire.raw(b'data: {"choices": [{"delta": {"content": "')
    for _ in range(200):
        wire.raw(b"x" * 2**20)


def _hang_after_finish(wire: Wire) -> None:
    """A whole answer, but the connection stays open."""
    wire.begin()
    for piece in wire.said():
        wire.piece(piece)
    choice = {"index": 0, "delta": {}, "finish_reason": "stop"}
    wire.event({"choices": [choice]})
    wire.wait(60)


def _message(**delta: Any) -> dict[str, Any]:
    return {"choices": [{"index": 0, "delta": delta, "finish_reason": None}]}


_STOP = {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]}

FAULTS: Mapping[str, Callable[[Wire], None]] = {
    # An end that looks orderly: neither finish_reason nor [DONE].
    "cut": _half_then(Wire.end),
    "torn": _half_then(Wire.tear),
    "drip": _drip,
    "stall": _half_then(lambda wire: wire.wait(60)),
    "silent": _silent,
    "slow-headers": _slow_headers,
    "hang-after-finish": _hang_after_finish,
    "flaky": _flaky,
    "down": _refusing(503, "Service unavailable"),
    "unauthorised": _unauthorised,
    "forbidden": _refusing(403, "Your key may not use this model"),
    "no-credit": _refusing(429, "You exceeded your current quota", "insufficient_quota"),
    "busy": _busy("3600"),
    "busy-odd-header": _busy("NaN"),
    "busy-no-header": _refusing(429, "Rate limit reached", "rate_limit_exceeded"),
    "busy-once": _busy_once,
    "too-long": _refusing(
        400, "This model's maximum context length is 4096 tokens.", "context_length_exceeded"
    ),
    "filtered": _refusing(400, "The prompt triggered the content filter", "content_filter"),
    "odd-request": _refusing(400, "messages: unexpected role"),
    "choosy": _choosy,
    "redirect": lambda wire: wire.send(
        307, b"", "text/plain", location="http://elsewhere.invalid/v1/chat/completions"
    ),
    "html": lambda wire: wire.send(200, _HTML, "text/html"),
    "html-unnamed": lambda wire: wire.send(200, _HTML, "text/plain"),
    "json-error": lambda wire: wire.send_json(200, {"error": {"message": "model crashed"}}),
    "no-stream": _no_stream,
    "broken-json": _after_half(b'data: {"choices": [{"delta": \n\n'),
    "bad-utf8": _after_half(b'data: {"choices": [{"delta": {"content": "\xff\xfe"}}]}\n\n'),
    "error-in-stream": _after_half(b'data: {"error": {"message": "out of memory"}}\n\n'),
    "deep-json": _after_half(b"data: " + b"[" * 100_000 + b"\n\n"),
    "split-characters": _split_characters,
    "empty-choices": _events({"choices": []}),
    "null-content": _events(_message(role="assistant", content=None), _STOP),
    "empty-string": _events(_message(role="assistant", content=""), _STOP),
    "only-reasoning": _events(_message(reasoning_content="Let me see"), _STOP),
    "only-thinking": _events(_message(content="<think>Let me see"), _STOP),
    "only-tools": _events(
        _message(tool_calls=[{"index": 0, "id": "1", "function": {"name": "f"}}]),
        {"choices": [{"index": 0, "delta": {}, "finish_reason": "tool_calls"}]},
    ),
    "refusal": _events(_message(refusal="I cannot help with that."), _STOP),
    "odd-shapes": _events("text", 5, None, [], {"choices": 7}, {"choices": ["x"]},
                          {"choices": [{"delta": "x"}]}, {"choices": [{"delta": {"content": 7}}]},
                          {"choices": [None], "usage": {"prompt_tokens": "many"}}),
    "length": _ending("length"),
    "content-filter": _ending("content_filter"),
    "huge": _huge,
}  # fmt: skip
"""What each one does, by the name of the model that asks for it."""

Embeddings = list[dict[str, Any]]


def send_embeddings(wire: Wire, data: Embeddings) -> None:
    """Answer as a provider should."""
    model = wire.body["model"]
    wire.send_json(200, {"object": "list", "data": data, "model": model, "usage": {}})


def _spoiling(spoil: Callable[[Embeddings], Any]) -> Callable[[Wire, Embeddings], None]:
    return lambda wire, data: send_embeddings(wire, spoil(data))


def _with_first(data: Embeddings, vector: Any) -> Embeddings:
    return [{**data[0], "embedding": vector}, *data[1:]]


def _flaky_embeddings(wire: Wire, data: Embeddings) -> None:
    if wire.attempt % 3:
        wire.refuse(500, "The server had an error")
    else:
        send_embeddings(wire, data)


def _dripping_embeddings(wire: Wire, data: Embeddings) -> None:
    wire.begin()
    while wire.wait(0.2):
        wire.raw(b" ")


EMBEDDING_FAULTS: Mapping[str, Callable[[Wire, Embeddings], None]] = {
    "embed-shuffled": _spoiling(lambda data: data[::-1]),
    "embed-unnumbered": _spoiling(lambda data: [{"embedding": d["embedding"]} for d in data]),
    "embed-too-few": _spoiling(lambda data: data[1:]),
    "embed-too-many": _spoiling(lambda data: [*data, {**data[0], "index": len(data)}]),
    "embed-twice": _spoiling(lambda data: [data[0], *data[:-1]] if len(data) > 1 else data * 2),
    "embed-nan": _spoiling(lambda data: _with_first(data, [float("nan")] * 256)),
    "embed-zero": _spoiling(lambda data: _with_first(data, [0.0] * 256)),
    "embed-short": _spoiling(lambda data: _with_first(data, [1.0] * 8)),
    "embed-words": _spoiling(lambda data: _with_first(data, "a vector")),
    "embed-nothing": _spoiling(lambda data: None),
    "embed-html": lambda wire, data: wire.send(200, _HTML, "text/html"),
    "embed-unauthorised": lambda wire, data: _unauthorised(wire),
    "embed-redirect": lambda wire, data: FAULTS["redirect"](wire),
    "embed-busy": lambda wire, data: FAULTS["busy"](wire),
    "embed-down": lambda wire, data: FAULTS["down"](wire),
    "embed-flaky": _flaky_embeddings,
    "embed-silent": lambda wire, data: _silent(wire),
    "embed-drip": _dripping_embeddings,
    "embed-huge": lambda wire, data: _huge(wire),
}
"""The same for embeddings; whatever is not named here is answered as it should be."""
