"""Does the clause of a long quote that a claim is about say otherwise than the claim?

The direction of two sentences is compared where both are about as long: in a long one there is an
opposite and a denial of anything. Here the one clause is read that has what the claim says, with
what governs it: *the council decided that the quarry would not be enlarged, although …*.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from assistant.checking.clauses import (
    Carrier,
    carriers,
    disputing,
    forbidding,
    parts,
    without_joint,
)
from assistant.checking.gist import content, sentences
from assistant.checking.meaning import Meaning
from assistant.facts import Language
from assistant.facts.direction.governed import owns
from assistant.facts.direction.idioms import words_apart
from assistant.facts.direction.opposites import Pole, opposed_in, poles, told_of_times
from assistant.facts.direction.polarity import denial_words, direction
from assistant.facts.reasons import Reason
from assistant.facts.text.letters import lowered

from .rules import Sentence
from .unreal import only_unreal
from .wholly import wholly_unreal

_FEWEST, _MOST = 2, 12
"""Words with content of a claim: of fewer nothing is sure, a longer one is read as a whole."""
_IN_CLAUSE, _ALL = 0.25, 0.75
"""Share of a claim's words that a clause must have, and that a sentence must have which should deny
what the claim denies; the claim is supported so far, so translations that are missed count less."""
_LONGER = 1.4
"""How many times as long as a claim a sentence is of which a clause is read alone."""
_OWN = 3
"""Words with content of a clause that may deny something else."""
_FIGURE = re.compile(r"\d+")
_IT: dict[Language, str] = {"en": "it", "fr": "elle", "de": "sie", "it": "essa"}
"""A subject for a clause that goes on with the one before."""


def is_short(text: str, language: Language) -> bool:
    """Is a claim so short that it may be about one clause?"""
    return _FEWEST <= len(content(text, language).words) <= _MOST


def its_clause(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """Why the clauses that a claim is about do not carry it, if that is so of each of them."""
    long = _LONGER * len(claim.text)
    if not any(_is_longer(quote, long) and _has_clauses(quote) for quote in quotes):
        return None
    told = _told(*claim)
    found = [
        (one, quote.language)
        for quote in quotes
        for one in carriers(told.text, claim.language, *quote, meaning)
    ]
    most = max((one.share for one, _ in found), default=0.0)
    reasons = [
        _otherwise(claim, one, tongue, meaning) for one, tongue in found if one.share >= most - 1e-6
    ]
    return reasons[0] if reasons and all(reasons) else None


def _is_longer(quote: Sentence, length: float) -> bool:
    """Has a quote a sentence so long? Its clauses together have a sign more at most."""
    return any(len(sentence) + 1 >= length for sentence in sentences(quote.text))


def _has_clauses(quote: Sentence) -> bool:
    return len(parts(*quote)) > 1


class Told(NamedTuple):
    """What a claim says, and what governs that: *the minister denied*; often empty."""

    text: str
    by: str


@lru_cache(maxsize=2048)
def _told(text: str, language: Language) -> Told:
    """What a claim has that is told by somebody: *the minister denied that …*."""
    given = parts(text, language)
    if len(given) == 2 and given[1].governed and given[1].words:
        return Told(given[1].text, given[0].text)
    return Told(text, "")


def _otherwise(claim: Sentence, one: Carrier, tongue: Language, meaning: Meaning) -> Reason | None:
    if len(one.given) < 2 or one.shares[one.core] < _IN_CLAUSE:
        return None
    if one.length < _LONGER * len(claim.text):
        return None
    for look in (_denied, _denies, _opposed, _forbidden, _governed_so):
        found = look(claim, one, tongue, meaning)
        if found:
            return found
    return None


def _is_plain(text: str, language: Language) -> bool:
    """Has a text nothing in it that is denied, refused or negative?"""
    way = direction(text, language)
    return not (way.denials or way.other or way.undone.seen)


def _denied(claim: Sentence, one: Carrier, tongue: Language, _: Meaning) -> Reason | None:
    """The clause denies what the claim says, or somebody does."""
    if not _is_plain(*claim):
        return None
    if one.shares[one.core] <= max((share for _, share in one.others), default=0.0):
        return None
    if _disputes(one.governing, tongue):
        return Reason("denied") if _is_plain(one.clause, tongue) else None
    there = direction(one.clause, tongue)
    if (there.sure if tongue != claim.language else there.denials) != 1 or there.refused:
        return None
    return Reason("denied") if _is_plain(one.governing, tongue) else None


def _denies(claim: Sentence, one: Carrier, tongue: Language, _: Meaning) -> Reason | None:
    """The claim denies what its sentence says."""
    said = direction(*claim)
    if (said.sure if tongue != claim.language else said.denials) != 1 or said.refused or said.other:
        return None
    if one.share < _ALL or one.shares[one.core] < _ALL / 2:
        return None
    if direction(one.whole, tongue).poles:
        return None
    denials = denial_words(tongue)
    for part, share in zip(one.given, one.shares, strict=True):
        if (share or len(part.words) < _OWN) and not denials.isdisjoint(words_apart(part.text)):
            return None
    return Reason("denies") if _is_plain(one.whole, tongue) else None


def _opposed(claim: Sentence, one: Carrier, tongue: Language, _: Meaning) -> Reason | None:
    """The clause has the opposite of a word of the claim, or what governs it has."""
    told = _told(*claim)
    rest = [pole for text, _ in one.others for pole in poles(words_apart(text), tongue)]
    for ours, theirs, excusing in (
        (told.text, one.clause, rest),
        (told.by, one.governing, ()),
    ):
        said, there = direction(ours, claim.language), direction(theirs, tongue)
        if said.denials > said.refused or there.denials > there.refused:
            continue
        for number in opposed_in(said.poles, there.poles):
            sides = {side for at, side in said.poles if at == number}
            if number in told_of_times() or any((number, s) in excusing for s in sides):
                continue
            return Reason("opposite")
    return None


def _forbidden(claim: Sentence, one: Carrier, tongue: Language, _: Meaning) -> Reason | None:
    """A clause has as forbidden what the claim has as done."""
    pattern = forbidding(tongue)
    there = [one.given[at].text for at in one.taken if one.shares[at] >= _IN_CLAUSE]
    if not any(map(pattern.search, there)) or not _is_plain(*claim):
        return None
    if owns(*claim, strongly=True) or _banned() in direction(*claim).poles:
        return None
    return Reason("denied")


@cache
def _banned() -> Pole:
    (pole,) = poles(("banned",), "en")
    return pole


def _governed_so(
    claim: Sentence, one: Carrier, tongue: Language, meaning: Meaning
) -> Reason | None:
    """The clause is told as less than done, and nothing behind it says any of the claim."""
    figures = set(_FIGURE.findall(claim.text))
    if max(one.taken) > one.core or not figures <= set(_FIGURE.findall(one.clause)):
        return None  # in 2018 it was closed
    text = f"{one.governing} {one.clause}".strip()
    text = without_joint(text, tongue)
    for quote in (text, f"{_IT[tongue]} {text}"):
        found = wholly_unreal(claim, [Sentence(quote, tongue)], meaning)
        if found:
            return found
    return only_unreal(claim, [Sentence(text, tongue)], meaning) if one.governing else None


def _disputes(text: str, language: Language) -> bool:
    return bool(text) and any(word.startswith(disputing(language)) for word in lowered(text))
