"""Does a claim join what two halves of a sentence tell: *Alpha in Lyon and Beta in Nantes*?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from assistant.checking.gist import content
from assistant.checking.meaning import Meaning
from assistant.facts.deeds.gapped import Halves, gapped
from assistant.facts.facts import Language
from assistant.facts.reasons import Reason
from assistant.facts.text.letters import words_of

from .elsewhere import has_word
from .rules import Sentence

_LONGEST = 20
"""Words of a claim that is read for this."""
_HAS = 0.6
"""How near a word of a claim must be, on the mean, to those of a noun."""


def is_short(text: str, language: Language) -> bool:
    """Is a claim short enough to tell one of two things?"""
    return len(words_of(text)) <= _LONGEST


def mixed_halves(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """Name whom a claim has for the other of two halves of a sentence of its quotes."""
    for quote in quotes:
        for halves in gapped(*quote):
            if half_of(claim, halves, quote.language, meaning) == -1:
                own = _has(claim, halves.first, quote.language, meaning)
                mixed = halves.other if own else halves.lead
                return Reason("apart", " ".join(mixed))
    return None


def is_second_half(claim: Sentence, quote: Sentence, meaning: Meaning) -> bool:
    """Does a claim tell what the second half of a sentence of a quote does?"""
    return any(half_of(claim, halves, quote.language, meaning) == 1 for halves in gapped(*quote))


def half_of(
    claim: Sentence, halves: Halves, tongue: Language, meaning: Meaning
) -> Literal[-1, 0, 1]:
    """1 if a claim has both nouns of the second half alone, -1 if one of each, else 0."""
    first, lead, second, other = (_has(claim, words, tongue, meaning) for words in halves[:4])
    if second and other and not lead:
        return 0 if first else 1
    if first == second or lead == other or first == lead:
        return 0
    if first and halves.shared and not _has(claim, halves.shared, tongue, meaning):
        return 0  # the same may do what the second half tells: *saw Rome in May and Bonn in June*
    return -1


def _has(claim: Sentence, words: Sequence[str], tongue: Language, meaning: Meaning) -> bool:
    own = content(*claim).words
    near = [has_word(word.lower(), own, tongue, claim.language, meaning) for word in words]
    return sum(near) >= _HAS * len(near)
