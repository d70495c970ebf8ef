"""A sentence that may be quoted, and the sentences of the passages a reader gets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.models.seam import Passage
from index import sentences

_CLOSED = (".", "!", "?", "…", ":", ";")


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


def lines_of(passages: Sequence[Passage]) -> list[Line]:
    """The sentences of the article; its headlines say what it is about and answer nothing."""
    lines = [
        Line(passage, start, end)
        for passage in passages
        if passage.hit.kind == "article"
        for start, end in sentences(passage.hit.text, passage.hit.language)
    ]
    return [line for line in lines if not _is_headline(line)] or lines


def _is_headline(line: Line) -> bool:
    text = line.passage.hit.text
    alone = text[line.end :].lstrip(" ")[:1] in ("", "\n") and (
        line.start == 0 or text[: line.start].rstrip(" ").endswith("\n")
    )
    return alone and len(line.text) < 120 and not line.text.rstrip('"»”“’)').endswith(_CLOSED)
