"""Figures in millions or more that are rounded without a word: *2.4 billion* for 2.42 billion."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.facts.facts import Fact

_SCALED = re.compile(
    r"[^\d\w]{0,3}(?P<whole>\d{1,3})(?:[.,](?P<part>\d{1,2}))?[ \u00a0\u202f]?(?P<scale>[^\W\d_]+)"
)
LEAST_ROUNDED, _FEWEST_DIGITS = 1_000_000, 2
"""What a scale word means at least, and digits of a figure that may be rounded unsaid."""


def are_plain(claim: Fact, source: Fact) -> bool:
    """Does no word make one of two figures less exact, so that at most it was rounded unsaid?"""
    return (
        claim.kind == source.kind
        and claim.bound in ("", "exact")
        and not (claim.also or source.also)
        and "vague" not in (claim.precision, source.precision)
    )


def may_round(fact: Fact) -> bool:
    """Can a figure be one of millions or more with a scale word, which may be rounded unsaid?"""
    return (
        fact.value is not None
        and abs(fact.value) >= LEAST_ROUNDED
        and _SCALED.match(fact.text) is not None
    )


def is_rounded(claim: Fact, source: Fact) -> bool:
    """Is a figure in millions or more rightly rounded from a finer one: *2.4 billion, 2.42*?"""
    ours, theirs = _SCALED.match(claim.text), _SCALED.match(source.text)
    if not ours or claim.value is None or source.value is None or source.bound not in ("", "about"):
        return False
    decimals = len(ours["part"] or "")
    if len(ours["whole"]) + decimals < _FEWEST_DIGITS:
        return False
    if theirs and len(theirs["part"] or "") <= decimals and theirs["scale"] == ours["scale"]:
        return False  # it is as fine, and another figure
    said = Decimal(f"{ours['whole']}.{ours['part'] or 0}")
    step = claim.value / said / 10**decimals if said else Decimal(0)
    return (
        step >= LEAST_ROUNDED / 10**decimals
        and abs(abs(claim.value) - abs(source.value)) * 2 <= step
    )
