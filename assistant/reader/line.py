"""A sentence that may be quoted, and the sentences of the passages a reader gets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.facts import find
from assistant.models.seam import Passage
from index import LANGUAGES, sentences

_DATELINE = re.compile(
    r"(?:(?:[A-ZÀ-Þ][\w'’.-]{0,40}+|le|den|am|il|lì|on|the|de[lr]?|di|von|la|an|im|in)?[\s,(/–-]{1,4}+)"
    r"{0,16}+"
)
"""What stands in a dateline before its day."""
_DASH = re.compile(r"\)?\s{0,2}[.–—:-]\s")
_BAR = re.compile(r"[|\t]")
_NAMED_CELLS = re.compile(
    r"[^\W\d][^:;\n]{0,40}: [^;\n]{1,60}"
    r"(?:; (?:[^\W\d][^:;\n]{0,40}|(?:1[89]|20)\d\d): [^;\n]{1,60}){1,30}"
)
"""*Year: 2024; Visitors: 15,900*, as tables of files are written out."""
_CLOSED = (".", "!", "?", "…", ":", ";")
_FIGURE, _WORD = re.compile(r"\d"), re.compile(r"[^\W\d_]+")
_LONGEST_DATELINE, _SMALL = 80, 3
"""Characters of a dateline, and letters of what stands in it beside the place and the day."""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a passage."""

    passage: Passage
    start: int
    """In code points of the passage's text, as is ``end``."""
    end: int

    @property
    def text(self) -> str:
        """The sentence, word for word."""
        return self.passage.hit.text[self.start : self.end]


def lines_of(passages: Sequence[Passage], *, datelines: bool = False) -> list[Line]:
    """The sentences of the article; its headlines say what it is about and answer nothing.

    Args:
        passages: best first.
        datelines: whether *Lyon, 3 May 2024.* is wanted; it tells when an article was written,
            and of nothing else when it was.
    """
    lines = [
        Line(passage, start, end)
        for passage in passages
        if passage.hit.kind == "article"
        for start, end in sentences(passage.hit.text, passage.hit.language)
    ]
    told = [
        line for line in lines if not (_is_headline(line) or (_is_dateline(line) and not datelines))
    ]
    return told or lines


def dateline_end(line: Line) -> int:
    """Where the dateline ends that an article's first sentence begins with; 0 where none does."""
    if not _FIGURE.search(line.text[:_LONGEST_DATELINE]):
        return 0
    language = line.passage.hit.language
    for fact in find(line.text, language if language in LANGUAGES else "en"):
        if fact.kind == "date" and fact.precision == "day":
            before = _DATELINE.fullmatch(line.text[: fact.start])
            after = _DASH.match(line.text, fact.end)
            return after.end() if before and after else 0
    return 0


def cells_of(row: str) -> list[str]:
    """The cells of a row of a table, parted by bars or tabs; fewer than two where it is none."""
    return [cell.strip() for cell in _BAR.split(row.strip().strip("|\t "))]


def is_named_row(text: str) -> bool:
    """Whether a line is the row of a table that names each of its columns."""
    return _NAMED_CELLS.fullmatch(text) is not None


def _is_row(text: str) -> bool:
    """Whether it is a row with a figure: of bars, or one that names each of its columns."""
    cells = cells_of(text) if _BAR.search(text) else []
    if len(cells) < 2 and not is_named_row(text):
        return False
    return any(_FIGURE.search(cell) for cell in cells[1:]) or len(cells) < 2


def _is_headline(line: Line) -> bool:
    if _is_row(line.text):
        return False
    text = line.passage.hit.text
    alone = text[line.end :].lstrip(" ")[:1] in ("", "\n") and (
        line.start == 0 or text[: line.start].rstrip(" ").endswith("\n")
    )
    return alone and len(line.text) < 120 and not line.text.rstrip('"»”“’)').endswith(_CLOSED)


def _is_dateline(line: Line) -> bool:
    """Whether it holds a day, a name or two, and hardly a word beside them."""
    if len(line.text) > _LONGEST_DATELINE or not _FIGURE.search(line.text):
        return False
    language = line.passage.hit.language
    facts = find(line.text, language if language in LANGUAGES else "en")
    if not any(fact.kind == "date" and fact.precision == "day" for fact in facts):
        return False
    told = [fact for fact in facts if fact.kind in ("date", "name", "time")]
    rest = [
        word.group()
        for word in _WORD.finditer(line.text)
        if not any(fact.start <= word.start() < fact.end for fact in told)
    ]
    return all(len(word) <= _SMALL for word in rest)
