"""In what two sentences point different ways: what one alone denies, or has the opposite of."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.facts.reasons import Reason

from .opposites import Pole, always_opposed, deny_by_themselves, of_two_only, opposed_in
from .polarity import Direction

_AS_LONG = 0.7
"""How long a claim is, as a share of the quote, to be held to have left nothing out."""
_FEW = 2
"""Words, the denial among them, that a short sentence may have more: *does not expect protests*."""
_SHORT = 12
"""Words of a sentence up to which a negative word beside is met by that of the other one."""
MOST_ABROAD = 24
"""Words of a sentence up to which an opposite in another language is hardly there by chance."""


def _one_denies(claim: Direction, quotes: Sequence[Direction]) -> bool:
    """Is anything denied in the claim alone, or in its quotes alone, be it by one word?"""
    if any(side.since for side in (claim, *quotes)):
        return False
    if claim.denials or claim.other:
        return bool(claim.denials) and not any(q.denials or q.other for q in quotes)
    return all(q.denials and not q.other and _leaves_out_little(claim, q) for q in quotes)


def _may_deny(claim: Direction, quotes: Sequence[Direction]) -> bool:
    """The same of two sentences with as many words of content, however many words they have."""
    if any(side.since for side in (claim, *quotes)):
        return False
    if claim.denials:
        return _denies_more(claim, quotes)
    if not all(q.denials and not q.loose and _tells_as_much(claim, q) for q in quotes):
        return False
    if any(side.other for side in (claim, *quotes)):
        return all(_denies_more(quote, [claim]) for quote in quotes)
    return True


def _denies_more(one: Direction, others: Sequence[Direction]) -> bool:
    """Does it surely deny what others say with as many negative words: *stops*, *s'arrête*?"""
    sides = (one, *others)
    if not one.sure or any([side.loose or side.length > _SHORT for side in sides]):
        return False
    return all(not other.denials and other.formed == one.formed for other in others)


def _tells_as_much(claim: Direction, quote: Direction) -> bool:
    return claim.told >= min(_AS_LONG * quote.told, quote.told - 1)


def _leaves_out_little(claim: Direction, quote: Direction) -> bool:
    return claim.length >= min(_AS_LONG * quote.length, quote.length - _FEW)


def reversals(claim: Direction, quotes: Sequence[Direction], *, abroad: bool) -> list[Reason]:
    """In what the claim points the other way than all of its quotes.

    A quote may deny something that the claim leaves out; so its denial counts only against a claim
    that is about as long.

    Args:
        claim: the direction of the claim.
        quotes: those of its quotes.
        abroad: they are in another language; then only a verb denied beyond doubt turns a claim
            round, because translators write *not simple* for *complicated*; other denials are told
            as such.
    """
    opposed = _opposed(claim, quotes, abroad=abroad)
    if not opposed and not any([side.denials or side.sure for side in (claim, *quotes)]):
        return []
    if _turned_twice(claim, quotes, opposed):
        return []
    found = _denied_alone(claim, quotes, abroad=abroad)
    turned = any(side.denials for side in (claim, *quotes))
    denied = any(side.denials > side.refused for side in (claim, *quotes))
    for number in opposed:
        if number in always_opposed() or not (denied if number in deny_by_themselves() else turned):
            found.append(Reason("opposite"))
            break
    return found


def denies_the_other(claim: Direction, quotes: Sequence[Direction]) -> bool:
    """Does one side deny the opposite of what the other says: *not open*, *closed*?

    Who did not lose need not have won, so what the quotes deny makes the other true only where
    there are no more than two.
    """
    opposed = _opposed(claim, quotes, abroad=False)
    if not opposed or claim.length > MOST_ABROAD or not _turned_twice(claim, quotes, opposed):
        return False
    return claim.denials > 0 or (len(opposed) == 1 and opposed[0] in of_two_only())


def _opposed(claim: Direction, quotes: Sequence[Direction], *, abroad: bool) -> Sequence[int]:
    """The oppositions of which a claim takes another side than its quotes."""
    if not claim.poles or (abroad and any([s.length > MOST_ABROAD for s in (claim, *quotes)])):
        return ()
    theirs = quotes[0].poles if len(quotes) == 1 else _poles(quotes)
    return opposed_in(claim.poles, theirs) if theirs else ()


def _poles(quotes: Sequence[Direction]) -> frozenset[Pole]:
    return frozenset().union(*[quote.poles for quote in quotes])


def _turned_twice(claim: Direction, quotes: Sequence[Direction], opposed: Sequence[int]) -> bool:
    """Do two reversals make one statement of both: *all died*, *none survived*?"""
    whole = sum(number in always_opposed() for number in opposed)
    if whole == len(opposed) or len(opposed) > 2:
        return False
    if len(opposed) == 2:
        return whole == 1
    denies = claim.denials > claim.refused
    one_denies = all(denies != (quote.denials > quote.refused) for quote in quotes)
    return one_denies and (opposed[0] in of_two_only() or opposed[0] not in deny_by_themselves())


def _denied_alone(claim: Direction, quotes: Sequence[Direction], *, abroad: bool) -> list[Reason]:
    """What is denied on one side alone."""
    denied = claim.sure if abroad else claim.denials
    if denied and not claim.other and not any(q.denials or q.other for q in quotes):
        return [Reason("denies")]
    if not (claim.denials or claim.other) and all(
        (q.sure if abroad else q.denials) and not q.other and _leaves_out_little(claim, q)
        for q in quotes
    ):
        return [Reason("denied")]
    if abroad and claim.length <= MOST_ABROAD:
        if _one_denies(claim, quotes):
            return [Reason("one_denies")]
        if _may_deny(claim, quotes):
            return [Reason("may_deny")]
    return []
