"""Short quotations: they prove no place, but must stand in the one that is shown.

*The mayor called the tunnel "a gem"* is no quotation of *The tunnel is long*.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .align import SHORTEST, length, locate
from .evidence import stems
from .quotation_marks import quotations, without_marks


@dataclass(frozen=True, slots=True)
class Unsaid:
    """What the short quotations of a statement come to."""

    text: str
    """Without marks around words that do not stand so in its quotes."""
    words: tuple[str, ...]
    """Those words."""
    strange: bool
    """A word of theirs is in none of the quotes: in the same language, nobody said it."""


def unsaid(text: str, quotes: Sequence[str]) -> Unsaid:
    """Look up the short quotations of a statement in the quotes it rests on."""
    there = frozenset[str]().union(*(stems(quote) for quote in quotes))
    marks: set[int] = set()
    found: list[str] = []
    for quotation in quotations(text):
        words = text[quotation.inner]
        if 0 < length(words) < SHORTEST and not any(locate(words, quote) for quote in quotes):
            marks |= quotation.marks
            found.append(words.strip())
    strange = not all(stems(words) <= there for words in found)
    return Unsaid(without_marks(text, marks), tuple(found), strange)
