"""Another fraction than in the quotes: *by a third* for *d'un quart*, *doubled* for *halbiert*."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from assistant.checking.meaning import Meaning
from assistant.facts import Fact, find
from assistant.facts.figures.fractions import Fraction, is_near, said_fractions, share_of
from assistant.facts.figures.multiples import multiples
from assistant.facts.reasons import Reason

from .rules import Sentence

_ROUGHLY = Decimal("0.2")
"""How far from a fraction in words a percentage may be that it stands for, as a share of it."""
_COMPUTED = 2
"""From so many other figures a fraction may be computed."""


def another_fraction(claim: Sentence, quotes: Sequence[Sentence], _: Meaning) -> Reason | None:
    """The first fraction of a claim that no quote has, where they have another one."""
    ours = said_fractions(*claim)
    theirs = [fraction for quote in quotes for fraction in said_fractions(*quote)]
    figures = [fact for quote in quotes for fact in find(*quote)]
    shares = [share for fact in figures if (share := share_of(fact)) is not None]
    shares = [share for share in shares if not _is_among(share, [o.value for o in theirs])]
    others = [one for one in theirs if not _is_among(one.value, [o.value for o in ours])]
    for one in ours:
        if _is_among(one.value, [other.value for other in theirs]):
            continue
        if any(abs(share / one.value - 1) <= _ROUGHLY for share in shares):
            continue
        if given := _other(one, others, figures, quotes):
            return Reason("other", one.words, given)
    return None


def another_multiple(claim: Sentence, quotes: Sequence[Sentence], _: Meaning) -> Reason | None:
    """Say if a claim has *doubled* where its quotes have only *by a third*."""
    if said_fractions(*claim) or any(multiples(*quote) for quote in quotes):
        return None
    theirs = [one for quote in quotes for one in said_fractions(*quote) if one.change]
    if not theirs or _may_compute([fact for quote in quotes for fact in find(*quote)]):
        return None
    return Reason("other", f"{min(multiples(*claim)):f}×", theirs[0].words)


def _other(
    one: Fraction, others: Sequence[Fraction], figures: Sequence[Fact], quotes: Sequence[Sentence]
) -> str:
    """What the quotes have in the place of a fraction, in their words; empty if nothing."""
    if others:
        return others[0].words
    shares = [f for f in figures if share_of(f) and (f.kind == "percent" or not f.precision)]
    if len(shares) == 1 and not _may_compute(figures):
        return shares[0].text
    if one.change and not _may_compute(figures):
        return next((f"{min(m):f}×" for quote in quotes if (m := multiples(*quote))), "")
    return ""


def _is_among(value: Decimal, values: Sequence[Decimal]) -> bool:
    return any(is_near(value, other) for other in values)


def _may_compute(figures: Sequence[Fact]) -> bool:
    plain = [f for f in figures if f.kind not in ("date", "time", "name") and f.value]
    return len([f for f in plain if f.precision != "ordinal"]) >= _COMPUTED
