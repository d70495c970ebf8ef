"""Does a claim say of something that it is from another country than in its quotes?

*A Polish minister met a Turkish general*: exchanged, it has the same words, and across languages
nearly the same vectors. What the claim gives a country must not have another one in the quotes.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checking.meaning import Meaning
from assistant.facts.origins import Origin, origins
from assistant.facts.reasons import Reason
from assistant.facts.spelling import alike

from .rules import Sentence

_NEAR = 0.5
"""Cosine from which two words are of one thing."""


def from_elsewhere(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """The country that a claim says of something of which its quotes say another one."""
    given = [one for quote in quotes for one in origins(*quote)]
    for said in origins(*claim):
        same = [one for one in given if one.code == said.code]
        others = [one for one in given if one.code != said.code]
        if not same or not others or _near(said, same, meaning) >= _NEAR:
            continue
        if _near(said, others, meaning) >= _NEAR:
            return Reason("apart", said.word)
    return None


def _near(said: Origin, given: Sequence[Origin], meaning: Meaning) -> float:
    """How near the words that a country is said of come to those of others, 0 to 1."""
    words = tuple(dict.fromkeys(head for one in given for head in one.heads))
    if any(alike(head, word) for head in said.heads for word in words):
        return 1.0
    return float(meaning.table(said.heads, words).max())
