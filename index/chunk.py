"""A document becomes chunks: whole sentences, within a token budget, at exact places.

Paragraphs are kept apart unless they are too short to say anything alone; a headline goes with what
follows it. A paragraph over the budget is cut into parts of about equal size, so that no chunk is a
leftover. Positions are the sentences' own: nothing is ever searched for in the text.
"""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from . import tokens
from .documents import Chunk, Document, Furniture
from .lines import BLANK_LINE
from .segment import sentences

_CLAUSE = re.compile(r"[;:,–—)»”]\s")
_ENDED = (".", "!", "?", "…", ".”", ":", ";", ",")
_HEADLINE = 150  # characters
_TINY = 4  # a paragraph under a quarter of the budget is joined to its neighbour
_DENSITY = {"en": 0.27, "fr": 0.35, "de": 0.35, "it": 0.35}  # tokens a character of dense prose
_SAMPLE = 400  # characters counted in a text of another language
_NO_MARK = (sys.maxsize, sys.maxsize, "")
_FULL = 0.9  # share of the budget above which a chunk's tokens are counted, not estimated


@dataclass(slots=True)
class _Piece:
    """A paragraph, a sentence, a part of one, or several in a row."""

    start: int
    end: int
    size: float
    """Tokens, the white space before it included: an estimate on the high side."""
    kind: str
    opens: bool
    """A paragraph begins with it."""
    headline: bool = False

    def take(self, after: _Piece) -> None:
        """Grow by the piece that follows."""
        self.end = after.end
        self.size += after.size


def chunk(
    document: Document,
    budget: int = 160,
    count: Callable[[str], int] = tokens.count,
    furniture: Sequence[Furniture] = (),
) -> list[Chunk]:
    """Cut a document into chunks.

    Args:
        document: The document.
        budget: The most tokens a chunk should have.
        count: Counts the tokens of a text.
        furniture: Page furniture, in order and apart from each other; none shares a chunk with the
            article or with another kind.

    Returns:
        Chunks in order that do not overlap and together hold every sentence.
    """
    return [
        Chunk(
            document.file,
            piece.start,
            piece.end,
            document.text[piece.start : piece.end],
            document.language,
            document.title,
            piece.kind,
        )
        for piece in _Cutter(document, budget, count).cut(furniture)
    ]


class _Cutter:
    """Cuts one document.

    Counting tokens costs more than everything else together, so they are estimated from the
    characters, as many as the densest prose has, and counted only where that comes near the budget.
    """

    def __init__(self, document: Document, budget: int, count: Callable[[str], int]) -> None:
        self.text = document.text
        self.language = document.language
        self.budget = budget
        self.count = count
        self.density = _DENSITY.get(document.language) or self._measured()

    def _measured(self) -> float:
        middle = max(0, (len(self.text) - _SAMPLE) // 2)
        sample = self.text[middle : middle + _SAMPLE]
        return 1.3 * self.count(sample) / max(1, len(sample))

    def cut(self, furniture: Sequence[Furniture]) -> Iterator[_Piece]:
        """Join pieces up to the budget, paragraph by paragraph; tiny ones join a neighbour."""
        group: _Piece | None = None
        for part in self._parts(self._with_headlines(self._pieces(furniture))):
            if group is None:
                group = part
                continue
            tiny = min(group.size, part.size) < self.budget / _TINY
            if tiny and group.kind == part.kind and group.size + part.size <= self.budget:
                group.take(part)
            else:
                yield from self._checked(group)
                group = part
        if group:
            yield from self._checked(group)

    def _checked(self, group: _Piece) -> Iterator[_Piece]:
        """Let a chunk pass that fits; cut one again whose estimate was too low."""
        if group.size < self.budget * _FULL or self._counted(group) <= self.budget:
            yield group
            return
        pieces = list(self._sentences(group))
        if len(pieces) == 1:
            yield from self._cut_sentence(group.start, group.end, group.kind)
            return
        middle = (len(pieces) + 1) // 2
        for half in (pieces[:middle], pieces[middle:]):
            for piece in half[1:]:
                half[0].take(piece)
            half[0].size = self.budget
            yield from self._checked(half[0])

    def _counted(self, piece: _Piece) -> int:
        return self.count(self.text[piece.start : piece.end])

    def _pieces(self, furniture: Sequence[Furniture]) -> Iterator[_Piece]:
        """Whole paragraphs where they fit, else their sentences."""
        text = self.text
        for start, end, kind, opens in _paragraphs(text, furniture):
            size = (end - start + 1) * self.density
            piece = _Piece(start, end, size, kind, opens)
            if size <= self.budget:
                piece.headline = end - start < _HEADLINE and _is_headline(text, start, end)
                yield piece
            else:
                yield from self._sentences(piece)

    def _sentences(self, block: _Piece) -> Iterator[_Piece]:
        text = self.text[block.start : block.end]
        most = self.budget / self.density - 1
        for start, end in sentences(text, self.language):
            begin, stop = block.start + start, block.start + end
            length = end - start
            if length <= most or self.count(text[start:end]) < self.budget:
                size = min(self.budget, (length + 1) * self.density)
                headline = length < _HEADLINE and _is_headline(self.text, begin, stop)
                yield _Piece(begin, stop, size, block.kind, block.opens and not start, headline)
            else:
                yield from self._cut_sentence(begin, stop, block.kind)

    def _cut_sentence(self, start: int, end: int, kind: str) -> Iterator[_Piece]:
        """Cut one long sentence at clause borders, else between words, else anywhere."""
        text, budget = self.text, self.budget
        while start < end:
            stop = min(end, start + budget * 4)  # characters: about what the budget holds
            while True:
                if stop < end:
                    stop = _border(text, start, stop)
                size = self.count(text[start:stop]) + 1
                if size <= budget or stop - start < 8:
                    break
                stop = start + max(4, (stop - start) * max(1, budget - 1) * 9 // (size * 10))
            piece = text[start:stop]
            bare = piece.strip()
            if bare:
                begin = start + len(piece) - len(piece.lstrip())
                yield _Piece(begin, begin + len(bare), size, kind, False)
            start = stop

    def _with_headlines(self, pieces: Iterable[_Piece]) -> Iterator[_Piece]:
        """Join each headline with what follows it."""
        held: _Piece | None = None
        for piece in pieces:
            if held and held.kind == piece.kind and held.size + piece.size <= self.budget:
                held.take(piece)
                held.headline = piece.headline
            else:
                if held:
                    yield held
                held = piece
            if not held.headline:
                yield held
                held = None
        if held:
            yield held

    def _parts(self, pieces: Iterable[_Piece]) -> Iterator[_Piece]:
        paragraph: list[_Piece] = []
        for piece in pieces:
            if paragraph and (piece.opens or piece.kind != paragraph[-1].kind):
                yield from self._even(paragraph)
                paragraph = []
            paragraph.append(piece)
        yield from self._even(paragraph)

    def _even(self, paragraph: list[_Piece]) -> Iterator[_Piece]:
        """Cut a paragraph into as few parts as the budget allows, of about equal size."""
        if len(paragraph) < 2:
            yield from paragraph
            return
        left = sum(piece.size for piece in paragraph)
        parts = math.ceil(left / self.budget)
        part = paragraph[0]
        for piece in paragraph[1:]:
            if part.size + piece.size > self.budget or (
                parts > 1 and part.size + piece.size / 2 >= left / parts
            ):
                yield part
                left, parts, part = left - part.size, max(1, parts - 1), piece
            else:
                part.take(piece)
        yield part


def _paragraphs(text: str, furniture: Sequence[Furniture]) -> Iterator[tuple[int, int, str, bool]]:
    """Spans between blank lines and borders of furniture, each with its kind.

    The last value says whether a blank line is before it.
    """
    marks = iter([(mark.start, mark.end, mark.kind) for mark in furniture])
    begin, stop, kind = next(marks, _NO_MARK)
    start = 0
    for end in [*(match.end() for match in BLANK_LINE.finditer(text)), len(text)]:
        opens = True
        while start < end:
            while stop <= start:
                begin, stop, kind = next(marks, _NO_MARK)
            inside = begin <= start
            border = min(end, stop if inside else begin)
            span = _bare(text, start, border)
            if span[0] < span[1]:
                yield *span, kind if inside else "article", opens
                opens = False
            start = border


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the white space around it."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _is_headline(text: str, start: int, end: int) -> bool:
    """A line of its own that no full stop ends."""
    return (
        end - start < _HEADLINE
        and text[end : end + 1] in ("\n", "\r", " ")
        and text[end : end + 3].lstrip(" \t")[:1] in ("\n", "\r")
        and not text.endswith(_ENDED, start, end)
        and "\n" not in text[start:end]
    )


def _border(text: str, start: int, stop: int) -> int:
    """The best place to cut at or before ``stop``, in the second half of the piece."""
    half = start + (stop - start) // 2
    clause = -1
    for match in _CLAUSE.finditer(text, half, stop):
        clause = match.end()
    if clause > 0:
        return clause
    for at in range(stop, half, -1):
        if text[at].isspace() or text[at - 1].isspace():
            return at
    return stop
