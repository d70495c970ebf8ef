"""Fractions that a claim and its quotes say in other words: *halved* for *by half*."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.facts.agreement import Finding
from assistant.facts.figures.changes import halves, moving
from assistant.facts.figures.fractions import Fraction, is_near, said_fractions, share_of

from .figured import Figures


def in_words(finding: Finding, quotes: Sequence[Figures]) -> Finding:
    """What becomes of a share of a claim that its quotes have as a fraction: *jeder dritte*."""
    share = share_of(finding.fact)
    if share is None or finding.fact.bound or finding.outcome not in ("missing", "conflict"):
        return finding
    if any(is_near(share, one.value) for one in _fractions(quotes)):
        return Finding(finding.fact, "found")
    return finding


def same_fractions(claim: Figures, quotes: Sequence[Figures]) -> list[tuple[int, int]]:
    """Where a claim tells a fraction that its quotes have too, in whatever words."""
    theirs = _fractions(quotes)
    if not theirs:
        return []
    values = [one.value for one in theirs]
    same = [
        one
        for one in said_fractions(claim.text, claim.language)
        if any(is_near(one.value, value) for value in values)
    ]
    shares = [
        (fact.start, fact.end)
        for fact in claim.facts
        if (share := share_of(fact)) and any(is_near(share, value) for value in values)
    ]
    changed = any(one.change for one in same) and any(one.change for one in theirs)
    halved = changed and any(halves(quote.text, quote.language) for quote in quotes)
    told = moving(claim.text, claim.language, "down") if halved else []
    return [*((one.start, one.end) for one in same), *shares, *told]


def _fractions(quotes: Sequence[Figures]) -> list[Fraction]:
    return [one for quote in quotes for one in said_fractions(quote.text, quote.language)]
