"""Lengths of time told in two units: *two years and six months* are *two and a half years*.

Each unit is read as a figure of its own, so what the two come to is in neither of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from assistant.facts.agreement import Finding
from assistant.facts.facts import Fact
from assistant.facts.figures.measures import units
from assistant.facts.figures.parts import LASTING
from assistant.facts.reasons import Reason

from .figured import Figures

_JOINT = re.compile(r",? (?:(?:and|et|und|ed?) )?")
_AND_HALF = re.compile(r" (?:e mezz[oa]|et demie?)(?!\w)")
"""Behind a length that is read with its half, but without the words for it."""
_EXACT = Decimal("0.001")
_MONTHS = {"year": 12, "month": 1, "decade": 120, "century": 1200}
"""Units that have no whole number of days."""


class _Length(NamedTuple):
    """A length of time in two units."""

    parts: tuple[Fact, Fact]

    def in_unit(self, unit: str) -> Decimal:
        """How much it is in another unit; 0 if that is not plain."""
        return sum((_converted(part, unit) for part in self.parts), Decimal(0))


def as_compound(finding: Finding, claim: Figures, quotes: Sequence[Figures]) -> Finding:
    """What becomes of a length of time that a claim or a quote tells in two units.

    Args:
        finding: of a figure of the claim.
        claim: one sentence.
        quotes: what it is held against.
    """
    fact = finding.fact
    if finding.outcome not in ("missing", "conflict") or fact.unit not in LASTING:
        return finding
    ours = [length for length in compounds(claim) if fact in length.parts]
    for quote in quotes:
        for length in () if ours else compounds(quote):
            if _is_same(length, fact):
                given = quote.text[length.parts[0].start : length.parts[1].end]
                return Finding(fact, "converted", Reason("computed", fact.text, given))
        for other in quote.facts if ours else ():
            if other.unit in LASTING and _is_same(ours[0], other):
                return Finding(fact, "converted", Reason("computed", fact.text, other.text))
    return finding


@lru_cache(maxsize=512)
def compounds(side: Figures) -> tuple[_Length, ...]:
    """The lengths of time of a text that are told in two units, the larger one first."""
    return tuple(_read(side))


def half_behind(claim: Figures, fact: Fact) -> Iterator[tuple[int, int]]:
    """Where the words stand that add a half to a length that is read with it."""
    found = _AND_HALF.match(claim.text, fact.end) if fact.unit in LASTING else None
    if found and fact.value is not None and fact.value % 1 == Decimal("0.5"):
        yield found.span()


def _read(side: Figures) -> Iterator[_Length]:
    lasting = [fact for fact in side.facts if fact.unit in LASTING and fact.value]
    for first, second in pairwise(lasting):
        if not _JOINT.fullmatch(side.text, first.end, second.start):
            continue
        smaller = units()[second.unit].factor < units()[first.unit].factor
        if smaller and 0 < _converted(second, first.unit) < 1:
            yield _Length((first, second))


def _is_same(length: _Length, fact: Fact) -> bool:
    exact = length.in_unit(fact.unit)
    return fact.value is not None and exact > 0 and abs(exact - fact.value) < _EXACT


def _converted(fact: Fact, unit: str) -> Decimal:
    """A length in another unit; 0 where one has no whole number of the other."""
    value = fact.value if fact.value is not None else Decimal(0)
    if fact.unit in _MONTHS and unit in _MONTHS:
        return value * _MONTHS[fact.unit] / _MONTHS[unit]
    if fact.unit in _MONTHS or unit in _MONTHS:
        return Decimal(0)
    return value * units()[fact.unit].factor / units()[unit].factor
