"""The title of a text: its first line that reads like a headline."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

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
_SIDE = re.compile(r" ?[|·•] ?| [–—-] ")  # ``Le Courrier - Édition du soir``
_NAME = 5  # words of a paper's name
_BY = re.compile(r"(?:by|par|von|di) [A-ZÀ-Þ]", re.IGNORECASE)
_LINE = re.compile(r"\S[^\n\r\x0b\x0c\x85\u2028\u2029]*")


def title(text: str, marks: Sequence[Furniture] = ()) -> Detail | None:
    """Find the first line that reads like a headline: its first sentence, shortened.

    Args:
        text: the source text.
        marks: its furniture, where no headline is looked for.

    Returns:
        The headline and its place, or None when none of the first lines has words.
    """
    name: Detail | None = None
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
            found = Detail(value, start + first, start + last, "line", sure)
            if name is not None:
                return found if _is_headline(line) else name
            if mark or not _is_masthead(text, line, end):
                return found
            name = found
    return name


def _is_masthead(text: str, line: str, end: int) -> bool:
    """Whether a first line names the paper: it is called like one, or the site's rights are its."""
    name = _SIDE.split(line)[0]
    if len(name.split()) > _NAME or name.endswith((".", "!", "?", ":")):
        return False
    names, capitals, beside = _mastheads()
    if (capitals if name.isupper() else names).fullmatch(name):
        return True
    if name != line and beside.fullmatch(name):
        return True
    again = text.rfind(name, end)
    return again >= 0 and "©" in text[text.rfind("\n", 0, again) + 1 : again]


def _is_headline(line: str) -> bool:
    """Whether the line under a paper's name is the headline: not who wrote it, nor prose."""
    return len(line) <= _LENGTH and not line.endswith(".") and not _BY.match(line)


@lru_cache(maxsize=1)
def _mastheads() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Names of papers as they are written, in capitals, and with a section beside them."""
    path = Path(__file__).parent / "about.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))["title"]
    pattern = rf"(?:{'|'.join(table['mastheads'])})(?: [Oo]nline)?"
    beside = re.compile("|".join(table["beside_a_section"]))
    return re.compile(pattern), re.compile(pattern, re.IGNORECASE), beside


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
