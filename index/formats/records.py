"""JSON and JSON lines: each record a paragraph that names its fields; long texts stand alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from index.encoding import Undecodable, decode

from .extracted import Extracted, Unreadable, Writer

_LONG = 120  # characters of a field that is a text of its own
_DEEPEST = 50  # fields within fields


def extract(data: bytes) -> Extracted:
    """Read records: one JSON value, a list of them, or one a line."""
    found = decode(data)
    if isinstance(found, Undecodable):
        raise Unreadable(found.reason, found.detail)
    writer = Writer()
    for record in _records(found.text):
        short, long = [], []
        for name, value in _fields(record, "", 0):
            if len(value) > _LONG or "\n" in value:
                long.append(value.strip())
            else:
                short.append(f"{name}: {value}" if name else value)
        parts = [*(["; ".join(short)] if short else []), *long]
        writer.add("\n\n".join(parts) + "\n\n")
    return Extracted(writer.text(), found.encoding)


def _records(text: str) -> Iterator[Any]:
    try:
        whole = json.loads(text)
    except ValueError:
        yield from _lines(text)
        return
    yield from whole if isinstance(whole, list) else [whole]


def _lines(text: str) -> Iterator[Any]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                yield json.loads(line)
            except ValueError:
                raise Unreadable("malformed", f"Line {number} is no sound JSON. Mend it.") from None


def _fields(value: Any, name: str, depth: int) -> Iterator[tuple[str, str]]:
    if depth > _DEEPEST:
        raise Unreadable("malformed", "Its parts are nested too deep. Save it as text.")
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _fields(inner, f"{name}.{key}" if name else str(key), depth + 1)
    elif isinstance(value, list):
        if all(isinstance(inner, str | int | float) for inner in value):
            yield name, ", ".join(map(str, value))
        else:
            for inner in value:
                yield from _fields(inner, name, depth + 1)
    elif value is not None and value != "":
        yield name, str(value)
