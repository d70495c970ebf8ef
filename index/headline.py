"""The title of a text: its first line that reads like a headline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .documents import Detail, Furniture
from .segment import sentences

_LENGTH = 110  # characters
_WITHIN = 4_000  # characters from the start in which a headline is looked for

_META = re.compile(
    r"\W*\(\(|\W*(?:©|date\b|source\b|quelle\b|fonte\b|foto\b|photo\b|bild\b|https?:|www\.|published\b"
    r"|publié\b|pubblicato\b|veröffentlicht\b)|[-\W\d]*$",
    re.IGNORECASE,
)
_MARK = re.compile(
    r"#{1,6}\s+|(?:title|titre|titel|titolo|subject|betreff|objet|oggetto)\s*:\s*", re.IGNORECASE
)
_LINE = re.compile(r"\S[^\n\r\x0b\x0c\x85\u2028\u2029]*")


def title(text: str, marks: Sequence[Furniture] = ()) -> Detail | None:
    """Find the first line that reads like a headline: its first sentence, shortened.

    Args:
        text: the source text.
        marks: its furniture, where no headline is looked for.

    Returns:
        The headline and its place, or None when none of the first lines has words.
    """
    for start, end in _own_lines(text, marks):
        line = text[start:end]
        if len(line.split()) < 2 or _META.match(line):
            continue
        mark = _MARK.match(line)
        start += mark.end() if mark else 0
        line = text[start:end].rstrip("# ") if mark else line
        if spans := sentences(line):
            first, last = spans[0]
            value = _shortened(line[first:last])
            sure = 0.95 if mark else 0.9 if len(line) <= _LENGTH and len(spans) == 1 else 0.5
            return Detail(value, start + first, start + last, "line", sure)
    return None


def _own_lines(text: str, marks: Sequence[Furniture]) -> Iterator[tuple[int, int]]:
    for match in _LINE.finditer(text, 0, _WITHIN):
        start, end = match.start(), match.start() + len(match.group().rstrip())
        if not any(mark.start < end and start < mark.end for mark in marks):
            yield start, end


def _shortened(line: str) -> str:
    line = " ".join(line.split())
    if len(line) <= _LENGTH:
        return line.rstrip(".")
    return line[: _LENGTH - 1].rpartition(" ")[0].rstrip(" ,;:–-") + "…"
