"""Does a claim put something in that a quote of another language has not: *after years of delay*?

In one language a word that no quote has near stands out (`gist.added`); translations have many
such words, but then the quote has as many that the claim has not. So what is put in is told by a
whole phrase or clause without a near word, where the quote has fewer words left over.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checking.gist import content, nearest, sentences
from assistant.checking.meaning import Meaning
from assistant.facts.direction.additions import additions, calls_first, may_call_first
from assistant.facts.facts import Language
from assistant.facts.reasons import Reason
from assistant.facts.text.spelling import fold

from .rules import Sentence

_FAR, _MET = 0.32, 0.4
"""Cosines below which a word of a claim is met by none, and from which one of a quote is."""
_STEM = 4
_FEWEST, _LONGEST, _SHORT = 2, 16, 9
"""Words with content of what is put in, and of a claim that is read for this, or for a superlative:
translators write *most prominent* for *prominent*."""


def put_in(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """What a claim puts in that its quotes, all in other languages, do not say."""
    text, language = claim
    if any(tongue == language for _, tongue in quotes):
        return None
    words = content(text, language).words
    if len(words) > _LONGEST:
        return None
    there = [word for quote in quotes for word in content(*quote).distinct]
    left = -1
    for part in additions(text, language):
        own = [word for word in content(part, language).words if word in words and len(word) > 1]
        if len(own) < _FEWEST or _meets(own, there, meaning, _FAR):
            continue
        left = _left_over(claim, quotes, meaning) if left < 0 else left
        if left < len(own):
            return Reason("missing", part.strip(" ,"))
    return None


def first_of_all(claim: Sentence, quotes: Sequence[Sentence], _: Meaning) -> Reason | None:
    """Say if a claim calls something the first of all, and nothing in its quotes does."""
    found = calls_first(*claim)
    if (
        found is None
        or len(content(*claim).words) > _SHORT
        or any(may_call_first(text) for text, _ in quotes)
    ):
        return None
    return Reason("missing", found[0])


def may_put_in(text: str, language: Language) -> bool:
    """Has a claim anything that may be put in?"""
    return bool(additions(text, language))


def _left_over(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> int:
    """How many words of the nearest sentences of the quotes a claim has nothing near."""
    ours = content(*claim).distinct
    left = 0
    for text, tongue in quotes:
        for word in content(nearest(claim.text, sentences(text), meaning), tongue).distinct:
            left += not _meets([word], ours, meaning, _MET)
    return left


def _meets(words: Sequence[str], others: Sequence[str], meaning: Meaning, near: float) -> bool:
    stems = {fold(other)[:_STEM] for other in others}
    if any(fold(word)[:_STEM] in stems for word in words):
        return True
    return bool(others) and bool(meaning.table(words, others).max() >= near)
