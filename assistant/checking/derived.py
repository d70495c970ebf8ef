"""Figures of a claim that its quotes may well bear out, though none has them in so many words.

*750 fewer* of *1,200 in 2010, only 450 today* is right, and *has risen to 350 since 2021* takes a
year from where the change began. What can be computed for sure is in :mod:`.computed`; what cannot
is not found, but no contradiction either.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import combinations

from assistant.facts.agreement import Finding
from assistant.facts.direction.opposites import poles
from assistant.facts.facts import Fact
from assistant.facts.figures.changes import difference
from assistant.facts.figures.order import side_of
from assistant.facts.figures.parts import compares
from assistant.facts.text.letters import lowered

from .amounting import amounts
from .figured import Figures, content_of

_CHANGES = (0, 1)
"""The first oppositions of `polarity.toml`: to rise or fall, to win or lose."""
_MOST = 12
"""Figures of a quote that are added and subtracted."""


def bounds(claim: Figures) -> list[Fact]:
    """The days and years of a claim that something lasts from or until: *since 2021*."""
    return [fact for fact in claim.facts if side_of(claim.text, claim.language, fact)]


def told_backwards(claim: Figures, quote: Figures) -> bool:
    """Has a claim two dates of a quote the other way round: *less in 2022 than in 2023*?"""
    ours, theirs = (
        [content_of(fact) for fact in side.facts if fact.kind == "date"] for side in (claim, quote)
    )
    said = [date for date in ours if date in theirs]
    given = [date for date in theirs if date in ours]
    return len(said) > 1 and said == given[::-1] and said != given


def ends_of_change(claim: Figures, quote: Figures, one: Fact, other: Fact) -> bool:
    """Are two figures of a quote, or its two years, the ends of one change that a claim is about?

    Neither has a way of its own then: in *rose from 480 million in 2021 to 540 million in 2022,
    while profits fell* nothing fell in 2022 that rose in 2021.
    """
    if not quote.is_changed(one, other):
        return False
    ours, theirs = (
        {(change.before.value, change.after.value) for change in side.changes}
        for side in (claim, quote)
    )
    return one.kind == "date" or bool(ours & theirs)


def unless_derived(finding: Finding, claim: Figures, quotes: Sequence[Figures]) -> Finding:
    """The same finding, but no conflict where figures of a quote may amount to the claim's."""
    fact = finding.fact
    if finding.outcome != "conflict" or fact.kind in ("time", "name"):
        return finding
    if any(amounts(fact, claim, quote) for quote in quotes):
        return replace(finding, outcome="missing")
    if not fact.value or fact.kind == "date":
        return finding
    if not difference(claim.text, claim.language, fact) and not _tells_change(claim):
        return finding
    if any(_is_derived(fact, quote) for quote in quotes):
        return replace(finding, outcome="missing")
    return finding


@lru_cache(maxsize=512)
def _tells_change(claim: Figures) -> bool:
    """Has a claim a word for more or less of something, or for what was won or lost?"""
    return compares(claim.text) or any(
        number in _CHANGES for number, _ in poles(lowered(claim.text), claim.language)
    )


def _is_derived(fact: Fact, quote: Figures) -> bool:
    alike = [
        (other, other.value)
        for other in quote.facts
        if other.value and other.kind != "date" and (other.unit in ("", fact.unit))
    ]
    return any(
        fact.value in (abs(a - b), a + b) and fact.unit in (one.unit, other.unit)
        for (one, a), (other, b) in combinations(alike[:_MOST], 2)
    )
