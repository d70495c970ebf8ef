"""A format that does what its bytes say: the fake that shows what the sandbox holds back."""

from __future__ import annotations

import ctypes
import os
import socket
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from .extracted import Extracted, Writer


def extract(data: bytes) -> Extracted:
    """Misbehave in the way that the first word names, then give the bytes back as text."""
    word, _, rest = data.decode("utf-8").partition(" ")
    if word in _WAYS:
        _WAYS[word](rest)
    return Extracted(data.decode("utf-8"))


def _print(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - it must not reach the protocol
    sys.stderr.write(text)


def _flood(_: str) -> None:
    writer = Writer()
    while True:
        writer.add("x" * 1_000_000)


def _recurse(text: str) -> None:
    _recurse(text)


_WAYS: Mapping[str, Callable[[str], object]] = {
    "hang": lambda _: time.sleep(3600),
    "eat": lambda bytes_: bytearray(int(bytes_)),
    "segfault": lambda _: ctypes.string_at(0),
    "exit": lambda _: os._exit(0),
    "divide": lambda _: 1 // 0,
    "print": _print,
    "write": lambda name: Path(name).write_text("here"),
    "connect": lambda port: socket.create_connection(("127.0.0.1", int(port))),
    "run": lambda command: os.system(command),
    "flood": _flood,
    "recurse": _recurse,
}
