"""Figures of a claim that can be computed from two of its quotes, and changes that point elsewhere.

*Fell by 1.5 points* is *from 7.9 to 6.4 %*, *doubled* is *from 12 to 24*, *a quarter of the seats*
is *thirty of the 120*, *65 drivers and cleaners* are *40 drivers and 25 cleaners*. Only what the
claim itself names as a difference, a share or a sum is computed, and it must come out exactly or
rightly rounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from assistant.facts.agreement import Finding
from assistant.facts.comparing import same
from assistant.facts.deeds.results import result, same_match
from assistant.facts.facts import Fact
from assistant.facts.figures.changes import (
    Change,
    Difference,
    difference,
    halves,
    having,
    moving,
)
from assistant.facts.figures.measures import units
from assistant.facts.figures.multiples import multiples_at
from assistant.facts.figures.parts import LASTING
from assistant.facts.reasons import Reason

from .compound import as_compound, half_behind
from .derived import unless_derived
from .ended import as_long, ends_told, lasting
from .figured import Figures
from .fractional import in_words, same_fractions
from .meaning import Meaning
from .summed import sums_and_shares

_HALF, _FAR = Decimal("0.5"), Decimal("0.2")
_NEAR = Decimal("0.05")
"""How far *doubled* may be from twice as much, and from where on it is wrong."""
_CENTS = 100
_POINTS = re.compile(r"[ \u00a0](?:points?|Punkten?|punt[oi])(?!\w)")


class Computed(NamedTuple):
    """What became of the figures of a claim, and which of its words they account for."""

    findings: Sequence[Finding]
    accounted: Sequence[tuple[int, int]]
    """Places in the claim of what the quotes say with other figures."""


def computed(
    claim: Figures, quotes: Sequence[Figures], findings: Sequence[Finding], meaning: Meaning
) -> Computed:
    """Compute what a claim has and its quotes do not, and see that what changed goes their way.

    Args:
        claim: one sentence.
        quotes: what it is held against.
        findings: what became of each figure of the claim.
        meaning: tells how near words are.
    """
    found: list[Finding] = []
    accounted: list[tuple[int, int]] = []
    there = _Changes(quotes)
    for finding in findings:
        finding = _met(finding, claim, quotes, there, meaning)
        found.append(finding)
        if finding.outcome in ("found", "converted"):
            turned, words = _accounted(finding, claim, quotes)
            found += turned
            accounted += words
    for finding, place in _multiples(claim, there):
        found.append(finding)
        accounted.append(place)
    won = result(claim.text, claim.language)
    if won and any(told_alike(claim, quote) == "same" for quote in quotes):
        accounted.append((won.start, won.end))
    return Computed(found, accounted + same_fractions(claim, quotes))


def told_alike(claim: Figures, quote: Figures) -> str:
    """Have a claim and its quote the same winner, or each the other's?"""
    return same_match((claim.text, claim.language), (quote.text, quote.language))


def _words_of(said: Difference, claim: Figures) -> list[tuple[int, int]]:
    """What tells a difference: its own words, and verbs of rising, falling or having so much."""
    return [
        (said.start, said.end),
        *moving(claim.text, claim.language, said.way),
        *(having(claim.text, claim.language) if said.end > said.start else ()),
    ]


def _met(
    finding: Finding,
    claim: Figures,
    quotes: Sequence[Figures],
    there: _Changes,
    meaning: Meaning,
) -> Finding:
    """What becomes of a figure of the claim when all that can be computed is."""
    if finding.outcome in ("missing", "conflict"):
        said = difference(claim.text, claim.language, finding.fact)
        finding = there.told_by(finding, said, claim.text) if said else finding
    if finding.outcome in ("missing", "conflict"):
        finding = in_words(_end_of_change(finding, claim, quotes), quotes)
    if finding.outcome in ("missing", "conflict", "ignored"):
        finding = sums_and_shares(finding, claim, quotes, meaning)
    finding = as_compound(as_long(finding, quotes), claim, quotes)
    return unless_derived(finding, claim, quotes)


def _accounted(
    finding: Finding, claim: Figures, quotes: Sequence[Figures]
) -> tuple[list[Finding], list[tuple[int, int]]]:
    """Whether a figure that was found goes the other way there, and the words that it explains."""
    fact, words = finding.fact, list[tuple[int, int]]()
    if finding.reason and finding.reason.why == "computed":
        points = _POINTS.match(claim.text, fact.end)
        words.append((fact.start, points.end() if points else fact.end))
        words += lasting(claim, fact)
    words += [*half_behind(claim, fact), *ends_told(claim, quotes, fact)]
    if any(_is_end(fact, change) for quote in quotes for change in quote.changes):
        words += having(claim.text, claim.language)
    if fact.bounding and (at := claim.text.rfind(fact.bounding, 0, fact.start)) >= 0:
        words.append((at, fact.start))
    said = difference(claim.text, claim.language, fact)
    turned = _other_way(fact, said, quotes) if said and finding.outcome == "found" else None
    return [turned] if turned else [], words + (_words_of(said, claim) if said else [])


class _Changes:
    """The changes that quotes tell, read when they are first asked for."""

    def __init__(self, quotes: Sequence[Figures]) -> None:
        self._quotes = quotes
        self._found: list[tuple[Figures, Change]] | None = None

    def all(self) -> Sequence[tuple[Figures, Change]]:
        if self._found is None:
            self._found = [(quote, change) for quote in self._quotes for change in quote.changes]
        return self._found

    def only(self) -> tuple[Figures, Change] | None:
        """The one change there is; none where there are several to take for each other."""
        different = {(c.before.value, c.after.value) for _, c in self.all()}
        return self.all()[0] if len(different) == 1 else None

    def told_by(self, finding: Finding, said: Difference, text: str) -> Finding:
        """What becomes of a difference of a claim that the change of the quotes may amount to."""
        fact, there = finding.fact, self.only()
        if there is None:
            return finding
        quote, change = there
        if not _amounts_to(fact, text, change):
            return finding
        given = _told(quote, change)
        if said.way != change.way:
            return Finding(fact, "conflict", Reason("other", fact.text, given))
        return Finding(fact, "converted", Reason("computed", fact.text, given))


def _end_of_change(finding: Finding, claim: Figures, quotes: Sequence[Figures]) -> Finding:
    """What something was before it rose by so much to what it is, or what it is after that.

    *From 5 to 8 %* is *rose by 3 points to 8 %*.
    """
    ours = next(
        (p for p in claim.pairs if p.kind == "change" and finding.fact in (p.first, p.second)), None
    )
    if ours is None or ours.first.value is None or ours.second.value is None:
        return finding
    way = "up" if ours.second.value > ours.first.value else "down"
    other = ours.second if finding.fact is ours.first else ours.first
    for quote in quotes:
        ends = [f for f in quote.facts if f.kind == ours.second.kind and same(other, f)]
        for by in quote.facts if ends else ():
            said = difference(quote.text, quote.language, by)
            if said is None or said.way != way or by in ends or not _may_part(by, ends[0]):
                continue
            if by.value == abs(ours.second.value - ours.first.value):
                given = quote.text[min(by.start, ends[0].start) : max(by.end, ends[0].end)]
                return Finding(
                    finding.fact, "converted", Reason("computed", finding.fact.text, given)
                )
    return finding


def _may_part(by: Fact, end: Fact) -> bool:
    """May one figure be by how much another one changed?"""
    return (
        by.kind == "points" if end.kind == "percent" else (by.kind, by.unit) == (end.kind, end.unit)
    )


def _is_end(fact: Fact, change: Change) -> bool:
    """Is a figure what something was before it changed, or what it is after that?"""
    return same(fact, change.before) or same(fact, change.after)


def _told(quote: Figures, change: Change) -> str:
    """A change in the words of its quote."""
    both = (change.before, change.after)
    return quote.text[min(f.start for f in both) : max(f.end for f in both)]


def _is_points(fact: Fact, text: str) -> bool:
    """Are percentage points meant, be it that only *points* is said?"""
    return fact.kind == "points" or (
        fact.kind == "number" and _POINTS.match(text, fact.end) is not None
    )


def _amounts_to(fact: Fact, text: str, change: Change) -> bool:
    """Is a figure of a text the difference of what was and what is, or that in per cent?"""
    now = change.after
    if fact.kind == "percent" and now.kind != "percent":
        return fact.value is not None and _rounds_to(fact, change.percent)
    plain = replace(now, value=change.difference, precision="", bound="", also="")
    if now.kind == "percent":
        points = replace(plain, kind="points")
        return _is_points(fact, text) and same(replace(fact, kind="points"), points)
    if fact.unit != now.unit and {fact.unit, now.unit} <= LASTING:
        exact = change.difference * units()[now.unit].factor / units()[fact.unit].factor
        return fact.value is not None and _rounds_to(fact, exact)
    if fact.unit == "cent" and now.kind == "money":
        return fact.value == _CENTS * change.difference
    return (fact.kind, fact.unit) == (now.kind, now.unit) and same(fact, plain)


def _rounds_to(fact: Fact, exact: Decimal) -> bool:
    """Is a figure another one to as many places as it has, or nearly that, where it says so?"""
    value = fact.value or Decimal(0)
    places = max(0, -int(value.as_tuple().exponent))
    if round(exact, places) == value:
        return True
    return bool(fact.bound) and same(fact, replace(fact, value=round(exact, 2), bound="", also=""))


def _other_way(fact: Fact, said: Difference, quotes: Sequence[Figures]) -> Finding | None:
    """A difference that all quotes that have it tell of the other way: *15 % more* for *less*."""
    given = [
        difference(quote.text, quote.language, other)
        for quote in quotes
        for other in quote.facts
        if other.value is not None and same(fact, other)
    ]
    if given and all(other and other.way != said.way for other in given):
        return Finding(fact, "conflict", Reason("opposite"))
    return None


def _multiples(claim: Figures, there: _Changes) -> Iterator[tuple[Finding, tuple[int, int]]]:
    """*Doubled, tripled, halved*, held against the one change that the quotes tell in figures."""
    said = [*multiples_at(claim.text, claim.language)]
    half = halves(claim.text, claim.language)
    said += [(*half, _HALF)] if half else []
    only = there.only() if said else None
    if only is None:
        return
    quote, change = only
    for start, end, times in said:
        words = claim.text[start:end]
        fact = Fact("number", start, end, words, times)
        off = abs(change.ratio / times - 1)
        given = _told(quote, change)
        if off <= _NEAR:
            yield Finding(fact, "converted", Reason("computed", words, given)), (start, end)
        elif off > _FAR and all(
            fact.value is None or not difference(claim.text, claim.language, fact)
            for fact in claim.facts
        ):
            yield Finding(fact, "conflict", Reason("other", words, given)), (start, end)
