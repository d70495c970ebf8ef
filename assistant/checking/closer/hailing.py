"""Does a claim say of something that it is from another place than in its quotes?

*A Polish minister met a Turkish general*, *the mayor of Parma, the bishop of Modena*: exchanged, it
has the same words, and across languages nearly the same vectors. What the claim gives a country
must not have another one in the quotes, and names must not have changed places.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checking.meaning import Meaning
from assistant.facts.names.origins import Origin, origins
from assistant.facts.reasons import Reason
from assistant.facts.text.spelling import alike

from .rules import Sentence

_NEAR = 0.5
"""Cosine from which two words are of one thing."""


def from_elsewhere(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """The place that a claim says of something of which its quotes say another one."""
    given = [one for quote in quotes for one in origins(*quote)]
    ours = origins(*claim)
    for said in ours:
        same = [one for one in given if _is_one(one, said)]
        if not same or _near(said, same, meaning) >= _NEAR:
            continue
        others = [one for one in given if not _is_one(one, said)]
        there = [one for one in others if _near(said, [one], meaning) >= _NEAR]
        country = said.is_country and any(one.is_country for one in there)
        if there and (country or _exchanged(ours, same, there, meaning)):
            return Reason("apart", said.word)
    return None


def _exchanged(
    ours: Sequence[Origin], same: Sequence[Origin], there: Sequence[Origin], meaning: Meaning
) -> bool:
    """Does a claim give the other name, in turn, to what the quotes give the first one?

    A name may be said of several things, *Leslie's estate in Scotland*, a country of few.
    """
    return any(
        _near(said, same, meaning) >= _NEAR
        for said in ours
        if any(_is_one(said, one) for one in there)
    )


def _is_one(one: Origin, other: Origin) -> bool:
    return one.code == other.code or alike(one.word, other.word)


def _near(said: Origin, given: Sequence[Origin], meaning: Meaning) -> float:
    """How near the words that a country is said of come to those of others, 0 to 1."""
    words = tuple(dict.fromkeys(head for one in given for head in one.heads))
    if any(alike(head, word) for head in said.heads for word in words):
        return 1.0
    return float(meaning.table(said.heads, words).max())
