"""JSON and JSON lines: each record a paragraph that names its fields; long texts stand alone.

Numbers stay as they are written, ``1234567.10`` and ``1e400`` too, and so does a line among JSON
lines that is no sound JSON: what a file says is not to get lost or be rounded. What a single record
calls its title, its author or its day is the document's; many records say nothing of the whole.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from index.days import dates
from index.documents import About, Detail
from index.encoding import Undecodable, decode

from .extracted import Extracted, Unreadable, Writer, numbered

_LONG = 120  # characters of a field that is a text of its own
_DEEPEST = 50  # fields within fields
_SELF = {
    "title": "title headline titre titel überschrift titolo name nom nome",
    "date": "date published datepublished published_at pubdate datum veröffentlicht publié data",
    "byline": "byline author authors auteur auteurs autor autorin autoren autore autori",
    "source": "source publisher agency quelle agentur agence fonte agenzia",
}
"""Names of fields in which a record speaks of itself, the surest first."""

_UNSOUND = "no sound JSON; it is in the text as it is written."


def extract(data: bytes) -> Extracted:
    """Read records: one JSON value, a list of them, or one a line."""
    found = decode(data)
    if isinstance(found, Undecodable):
        raise Unreadable(found.reason, found.detail)
    writer = Writer()
    records, unsound = _records(found.text)
    about = About()
    for record in records:
        short, long = [], []
        fields = list(_fields(record, "", 0))
        for name, value in fields:
            if len(value) > _LONG or "\n" in value:
                long.append(value.strip())
            else:
                short.append(f"{name}: {value}" if name else value)
        parts = [*(["; ".join(short)] if short else []), *long]
        paragraph = "\n\n".join(parts) + "\n\n"
        start, _ = writer.add(paragraph)
        if len(records) == 1:
            about = _about(fields, paragraph, start)
    remarks = (f"{numbered('Line', unsound)}: {_UNSOUND}",) if unsound else ()
    return Extracted(writer.text(), found.encoding, about=about, remarks=remarks)


def _about(fields: Sequence[tuple[str, str]], paragraph: str, start: int) -> About:
    """What a record says about itself, with the places of its values in its paragraph."""
    found: dict[str, Detail] = {}
    values = {name.lower(): (name, value) for name, value in reversed(fields)}
    for part, names in _SELF.items():
        for name, value in (values[key] for key in names.split() if key in values):
            days = list(dates(value, "en")) if part == "date" else []
            told = days[0].value if days else value.strip()
            if not told or len(told) > _LONG or "\n" in told or (part == "date" and not days):
                continue
            at = paragraph.find(f"{name}: {value}") + len(f"{name}: ")
            first, last = (days[0].start, days[0].end) if days else (0, len(value))
            found[part] = Detail(told, start + at + first, start + at + last, "label", 0.9)
            break
    return About(**found)


def _records(text: str) -> tuple[list[Any], list[int]]:
    """All records, and the numbers of the lines that are none but stand among them as they are."""
    try:
        whole = _value(text)
    except ValueError:
        return _lines(text)
    return whole if isinstance(whole, list) else [whole], []


def _value(text: str) -> Any:
    """Parse JSON: objects become tuples of pairs, so that no key hides another; numbers text."""
    return json.loads(
        text, parse_float=str, parse_int=str, parse_constant=str, object_pairs_hook=tuple
    )


def _lines(text: str) -> tuple[list[Any], list[int]]:
    values: list[Any] = []
    unsound: list[int] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                values.append(_value(line))
            except ValueError:
                values.append(line.strip())
                unsound.append(number)
    if len(unsound) > len(values) / 2:  # one value over many lines, cut off, or no JSON at all
        raise Unreadable("malformed", f"Line {unsound[0]} is no sound JSON. Mend it.")
    return values, unsound


def _fields(value: Any, name: str, depth: int) -> Iterator[tuple[str, str]]:
    if depth > _DEEPEST:
        raise Unreadable("malformed", "Its parts are nested too deep. Save it as text.")
    if isinstance(value, tuple):
        for key, inner in value:
            yield from _fields(inner, f"{name}.{key}" if name else key, depth + 1)
    elif isinstance(value, list):
        if all(isinstance(inner, str | bool) for inner in value):
            yield name, ", ".join(map(_said, value))
        else:
            for inner in value:
                yield from _fields(inner, name, depth + 1)
    elif value is not None and value != "":
        yield name, _said(value)


def _said(value: str | bool) -> str:
    return value if isinstance(value, str) else json.dumps(value)
