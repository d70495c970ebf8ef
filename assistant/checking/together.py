"""Several quotes beside each other: one that is enough decides, else those that matter.

A quote that speaks of something else is left out: beside one that contradicts the claim it could
lend it a word, a name or a figure, or hide which way the other one points. So adding such a quote
never raises a verdict.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from assistant.answers import Verdict
from assistant.facts.reasons import Reason

from .gist import thresholds

_Quote = TypeVar("_Quote")


class Held(NamedTuple):
    """What comes of a claim held against some quotes."""

    verdict: Verdict
    reasons: list[Reason]
    likely: float
    """That they speak of the same thing, 0 to 1."""
    changed: bool = False
    """The claim is a sentence of theirs but for one word; another quote does not repair that."""


def together(
    quotes: Sequence[_Quote], hold: Callable[[Sequence[_Quote]], Held], *, several: bool
) -> Held:
    """The verdict of a claim over all its quotes.

    Args:
        quotes: at least one.
        hold: holds the claim against some of them.
        several: the claim makes more than one statement, so that one quote may say the first and
            another one the second.
    """
    alone = [hold([quote]) for quote in quotes]
    if len(alone) == 1:
        return alone[0]
    covered, related = thresholds()
    best = max(alone, key=lambda one: (one.verdict == "supported", one.likely))
    near = [quote for quote, one in zip(quotes, alone, strict=True) if one.likely >= related]
    if best.verdict == "supported" or len(near) < 2:
        return best
    against = [
        one
        for one in alone
        if (one.verdict == "contradicted" or one.changed) and one.likely >= covered
    ]
    beyond_repair = [one for one in against if one.reasons[0].why != "other"]
    if beyond_repair and not several:
        return beyond_repair[0]
    joined = hold(near)
    return against[0] if against and joined.verdict != "supported" else joined
