"""Does a long quote deny, in one of its clauses, what a short claim says?

The direction of a sentence is compared where both are about as long. In a longer one a denial may
be of anything, so here it counts only where nearly every word of the claim stands around it: *chip
makers still export to Russia*, *I produttori non esportano più in Russia, sebbene …*.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.checking.gist import content
from assistant.checking.meaning import Meaning, shared
from assistant.facts import Language
from assistant.facts.idioms import words_apart
from assistant.facts.polarity import denial_words, direction
from assistant.facts.reasons import Reason

from .rules import Sentence

_CLAUSE = re.compile(r"[,;:.!?–()»«“”\"]\s|\s[–—-]\s")
_FEWEST, _MOST = 3, 10
"""Words with content of a claim: of fewer nothing is sure, a longer one is read as a whole."""
_SHARED = 0.7
"""Share of a claim's words that must stand in the clause that denies."""
_NEAR = 0.45
"""Cosine from which two words are one."""


def says_plainly(text: str, language: Language) -> bool:
    """Is a claim short, with nothing in it denied, refused or negative?"""
    if not _FEWEST <= len(content(text, language).words) <= _MOST:
        return False
    way = direction(text, language)
    return not (way.denials or way.other or way.undone.seen)


@lru_cache(maxsize=2048)
def denying_clauses(text: str, language: Language) -> tuple[str, ...]:
    """The clauses of a text that have one denial; none if it is a single clause."""
    parts = [part for part in _CLAUSE.split(text) if part]
    if len(parts) < 2:
        return ()
    denials = denial_words(language)
    return tuple(
        part
        for part in parts
        if not denials.isdisjoint(words_apart(part)) and direction(part, language).sure == 1
    )


def denied_there(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """A clause of a quote that denies what a claim says, while none says it."""
    words = content(*claim).words
    for text, tongue in quotes:
        for clause in denying_clauses(text, tongue):
            inside = _share(words, content(clause, tongue).words, meaning)
            if inside < _SHARED:
                continue
            rest = [part for part in _CLAUSE.split(text) if part and part != clause]
            outside = max(
                (_share(words, content(p, tongue).words, meaning) for p in rest if p), default=0
            )
            if outside < inside:
                return Reason("denied")
    return None


def _share(words: Sequence[str], others: Sequence[str], meaning: Meaning) -> float:
    """The share of some words that have a counterpart among others."""
    return shared(words, others, meaning, _NEAR) / len(words)
