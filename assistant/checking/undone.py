"""Does a claim say that something was done which its quotes say was refused, or the reverse?

*Refused to sign* denies *signed*, and so does *lehnte es ab, zu unterzeichnen*. A verb that governs
the deed is found by its stem, the deed on the other side by meaning, so this holds across
languages. Nothing is said where the other side is negative in any way: it may be a paraphrase.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.facts.direction.polarity import Direction, direction
from assistant.facts.direction.refusals import Refusal
from assistant.facts.facts import Language
from assistant.facts.reasons import Reason
from assistant.facts.text.spelling import skeleton
from assistant.facts.text.tongue import function_words

from .meaning import Meaning

_WORD = re.compile(r"[^\W\d_]{3,}")
_ARTICLE = re.compile(
    r"(?:\b(?:the|an?|la|les?|une?|des|il|lo|i|gli|uno|his|its|their|son|sa|su[oa])|[ld]['’])"
    r"[ \u00a0]?$",
    re.IGNORECASE,
)
_NEAR = 0.4
"""Cosine from which a word is the deed that was refused."""

Sentence = tuple[str, Language]


def undone(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> list[Reason]:
    """In what a claim has a deed done that its quotes have refused, or the other way round.

    Args:
        claim: a sentence and its language.
        quotes: the sentences nearest to it, with their languages.
        meaning: tells how near words are.
    """
    said, given = direction(*claim), [direction(*quote) for quote in quotes]
    if said.undone.deeds:
        if any(map(_is_negative, given)):
            return []
        found = any(_has(quote, deed, meaning) for quote in quotes for deed in _once(claim, said))
        return [Reason("done")] if found else []
    if _is_negative(said):
        return []
    for quote, there in zip(quotes, given, strict=True):
        for deed in _once(quote, there):
            others = [other for other in quotes if other is not quote]
            if _has(claim, deed, meaning) and not any(_has(o, deed, meaning) for o in others):
                return [Reason("undone")]
    return []


def _is_negative(side: Direction) -> bool:
    return bool(side.denials or side.other or side.undone.seen)


def _once(sentence: Sentence, side: Direction) -> list[Refusal]:
    """The deeds that a sentence has as refused alone: not *refused to sign, then signed*."""
    if not side.undone.deeds:
        return []
    sounds = [skeleton(word) for word in _words(sentence)]
    return [
        refusal
        for refusal in side.undone.deeds
        if sum(sound[:_STEM] == skeleton(refusal.deed)[:_STEM] for sound in sounds) < 2
    ]


_STEM = 4
"""Sounds of two forms of one verb that are the same."""


def _has(sentence: Sentence, refusal: Refusal, meaning: Meaning) -> bool:
    """Does a sentence speak of a deed, and of one called by a noun with a verb?"""
    words = _words(sentence, without_nouns=refusal.is_noun)
    if not words:
        return False
    return bool(meaning.table([refusal.deed], words).max() >= _NEAR)


def _words(sentence: Sentence, *, without_nouns: bool = False) -> list[str]:
    text, language = sentence
    empty = function_words()[language]
    words = [match for match in _WORD.finditer(text) if match[0].lower() not in empty]
    if without_nouns:
        words = [m for m in words if not _ARTICLE.search(text, max(0, m.start() - 8), m.start())]
        if language == "de":
            words = [match for match in words if match[0][0].islower()]
    return [match[0].lower() for match in words]
