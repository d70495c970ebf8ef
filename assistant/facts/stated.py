"""Which facts of a text state one of another text, found without asking each of them.

Most pairs of figures are two different numbers. A passage of fifty figures is asked by its values,
so that a claim of as many costs fifty looks, and not two and a half thousand comparisons.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cached_property

from .comparing import same
from .facts import Fact
from .figures.rounded import may_round

_FEW = 4
"""Facts that are asked faster than they are looked up."""

Content = Decimal | str


def content(fact: Fact) -> Content:
    """The number of a fact without its sign, or what a date, a time or a name is known by."""
    return abs(fact.value) if fact.value is not None else fact.key


class Stated:
    """The facts of some text, to be asked for those of another.

    Args:
        facts: in order.
    """

    def __init__(self, facts: Sequence[Fact]) -> None:
        self.facts = facts
        self._places: dict[Content, list[int]] = {}
        for place, fact in enumerate(facts):
            self._places.setdefault(content(fact), []).append(place)

    @cached_property
    def _open(self) -> Sequence[int]:
        """Places of those that may mean another value: no numbers, *dozens*, two readings."""
        return [place for place, fact in enumerate(self.facts) if not _is_plain(fact)]

    @cached_property
    def _kinds(self) -> Mapping[str, Sequence[int]]:
        places: dict[str, list[int]] = {}
        for place, fact in enumerate(self.facts):
            places.setdefault(fact.kind, []).append(place)
        return places

    def equal(self, fact: Fact) -> Sequence[int]:
        """The places of the facts with the same content, whatever they count."""
        return self._places.get(content(fact), ())

    def same(self, fact: Fact, most: int | None = None) -> list[int]:
        """The places of the facts that state one, in order.

        Args:
            fact: of another text.
            most: how many facts are asked, from the first on; all without it.
        """
        end = len(self.facts) if most is None else min(most, len(self.facts))
        return [i for i in self._asked(fact, end) if same(fact, self.facts[i])]

    def _asked(self, fact: Fact, end: int) -> Iterable[int]:
        """The places before one of all facts that may state another."""
        told = _is_plain(fact) and fact.bound in ("", "exact") and fact.kind != "time"
        if end <= _FEW or not told or (not fact.bound and may_round(fact)):
            return range(end)
        others = [place for kind, at in self._kinds.items() if kind != fact.kind for place in at]
        return sorted({i for i in (*self.equal(fact), *self._open, *others) if i < end})


def _is_plain(fact: Fact) -> bool:
    """Is it one number, which no word makes less exact?"""
    return fact.value is not None and not fact.also and fact.precision != "vague"
