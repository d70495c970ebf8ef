"""The figures of a text, with every view of them that the rules ask for, each made once.

An answer is checked sentence by sentence against the same few passages, so what a text alone
decides is kept with it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from assistant.facts import Fact, Language, figures
from assistant.facts.figures.changes import Change, changes
from assistant.facts.figures.order import Pair, pairs
from assistant.facts.figures.parts import part
from assistant.facts.stated import Stated
from assistant.facts.text.tongue import function_words

_WORD = re.compile(r"[^\W\d_]{3,}")
_MOST_COUNTED = 1000
"""What is counted in a word beside another number is less than this."""
_KEPT = 2048
"""Texts that are kept with their figures."""

Kind = tuple[str, str]
"""What two figures must share for the one to be taken for the other."""


class _Place(NamedTuple):
    """A word with content outside of all figures."""

    start: int
    end: int
    word: str


@dataclass(frozen=True, eq=False)
class Figures:
    """A text with its language and the facts found in it; two are equal only if they are one."""

    text: str
    language: Language
    facts: Sequence[Fact]

    @cached_property
    def given(self) -> Sequence[tuple[Fact, Language]]:
        """The facts, each with the language it was read in."""
        return [(fact, self.language) for fact in self.facts]

    @cached_property
    def plain(self) -> Sequence[Fact]:
        """Those that are no names and not said freely."""
        return [f for f in self.facts if f.kind != "name" and not _is_free(f)]

    @cached_property
    def stated(self) -> Stated:
        """All of them, to be asked for those of another text."""
        return Stated(self.facts)

    @cached_property
    def by_kind(self) -> Mapping[Kind, Stated]:
        """The plain ones of each kind, in order."""
        kinds: dict[Kind, list[Fact]] = {}
        for fact in self.plain:
            kinds.setdefault(kind_of(fact), []).append(fact)
        return {kind: Stated(facts) for kind, facts in kinds.items()}

    @cached_property
    def only_names(self) -> bool:
        """Is there no figure?"""
        return all([fact.kind == "name" for fact in self.facts])

    @cached_property
    def pairs(self) -> Sequence[Pair]:
        """Its figures whose order is what is said."""
        return list(pairs(self.text, self.language, self.facts))

    @cached_property
    def changes(self) -> Sequence[Change]:
        """What something was and what it is now, where it has both."""
        return changes(self.text, self.language, self.facts, self.pairs)

    def is_changed(self, one: Fact, other: Fact, *, by_day: bool = False) -> bool:
        """Are two of its figures what something was and what it became?

        Args:
            one: of its figures.
            other: of its figures.
            by_day: those do not count that each have a day of their own.
        """
        both = [(p.first, p.second) for p in self.pairs if p.kind == "change"]
        both += [(c.before, c.after) for c in self.changes]
        told = [{a.start, b.start} for a, b in both if not (by_day and self._is_dated(a, b))]
        if {one.start, other.start} in told:
            return True
        begin, end = sorted((one.start, other.start))
        told += [{f.start} for f in self.facts if begin <= f.start <= end and self._is_more(f)]
        if {one.start} in told or {other.start} in told:
            return True
        return one.kind == "date" and any(begin < max(places) <= end for places in told)

    def _is_dated(self, one: Fact, other: Fact) -> bool:
        """Has the first of two figures a day of its own behind it: *from 310 in 2021 to 350*?"""
        begin, end = sorted((one.start, other.start))
        return one.kind != "date" and any(
            f.kind == "date" and begin < f.start < end for f in self.facts
        )

    def _is_more(self, fact: Fact) -> bool:
        return part(self.text, fact, self.language) in ("more", "less")

    @cached_property
    def _places(self) -> Sequence[_Place]:
        facts = [(f.start, f.end) for f in self.facts if f.kind != "name"]
        empty = function_words()[self.language]
        return [
            _Place(*match.span(), word)
            for match in _WORD.finditer(self.text)
            if (word := match[0].lower()) not in empty
            and not any([start <= match.start() < end for start, end in facts])
        ]

    def words(self, begin: int, end: int, kind: Kind) -> list[str]:
        """The content words of a part, and its figures of other kinds as `#` and content."""
        words = [p.word for p in self._places if begin <= p.start and p.end <= end]
        others = [
            f"#{content_of(fact)}"
            for fact in self.facts
            if fact.kind != "name" and begin <= fact.start < end and kind_of(fact) != kind
        ]
        return words + others


@lru_cache(maxsize=_KEPT)
def figured(text: str, language: Language, date: datetime.date | None) -> Figures:
    """A text with the facts found in it.

    Args:
        text: a sentence or a passage.
        language: its language.
        date: the day it was written, where known.
    """
    return Figures(text, language, figures(text, language, date))


def _is_free(fact: Fact) -> bool:
    """Is a figure said freely: a rank, dozens, *a*, *two days*? *Two* of something is not."""
    if fact.precision == "word":
        return fact.kind != "number" or (fact.value or 0) <= 1
    return fact.precision in ("rank", "vague")


def kind_of(fact: Fact) -> Kind:
    """Of what kind a figure is: by its unit, if it has one."""
    if fact.precision == "ordinal":
        return "ordinal", ""
    if fact.unit == "year":
        return "number", ""  # an age, with its years or without
    return fact.kind, fact.unit if fact.kind != "date" else fact.precision


def content_of(fact: Fact) -> str:
    """What a figure says, as one text."""
    return fact.key or f"{fact.value}"


def beside(facts: Sequence[Fact], fact: Fact) -> list[Fact]:
    """The figures before and after one that may be taken for it, where they differ from it."""
    alike = [other for other in facts if kind_of(other) == kind_of(fact)]
    at = alike.index(fact)
    near = alike[max(0, at - 1) : at] + alike[at + 1 : at + 2]
    return [o for o in near if content_of(o) != content_of(fact) and _may_be_taken(fact, o)]


def _may_be_taken(one: Fact, other: Fact) -> bool:
    """May two figures be taken for each other? One in a word is none of years, and no million."""
    if "word" not in (one.precision, other.precision):
        return True
    return not one.unit and not other.unit and max(one.value or 0, other.value or 0) < _MOST_COUNTED
