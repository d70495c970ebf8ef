"""Does a claim leave out on what it depends: *will reopen* for *will reopen if it is agreed*?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.checking.gist import content, nearest, sentences
from assistant.checking.meaning import Meaning
from assistant.facts.direction.conditions import conditional, may_depend
from assistant.facts.direction.governed import owns
from assistant.facts.facts import Language
from assistant.facts.reasons import Reason

from .rules import Sentence

_ABLE = re.compile(
    r"(?<!\w)(?:can|must|peu(?:t|vent)|doi(?:t|vent)|k(?:ann|önnen)|m(?:uss|üssen)|p(?:uò|ossono)"
    r"|dev(?:e|ono))(?![\w-])",
    re.IGNORECASE,
)
"""What somebody can or must do, without a word on what it depends, owns no condition."""
_MET = 0.45
"""Cosine from which a text has a word of the other."""
_OWNED, _MAIN = 0.5, 0.4
"""Shares of a condition that a claim may have to own it, and of the rest that it must have to be
what depends on it."""


def depends(text: str, language: Language) -> bool:
    """Is a sentence of a text said on a condition?"""
    return conditional(text, language) is not None


def conditioned(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """The condition on which all quotes say it, in the sentence nearest to a claim that has none.

    Args:
        claim: a sentence that is otherwise supported.
        quotes: what it is held against.
        meaning: tells how near words are.
    """
    told = ""
    if may_depend(*claim) or owns(_ABLE.sub("", claim.text), claim.language, strongly=True):
        return None
    for text, language in quotes:
        found = conditional(nearest(claim.text, sentences(text), meaning), language)
        if found is None:
            return None
        if _share(found.condition, language, claim, meaning) >= _OWNED:
            return None
        if _share(found.main, language, claim, meaning) < _MAIN:
            return None
        told = told or found.condition
    return Reason("left_out", told.strip(" ,"))


def _share(text: str, language: Language, claim: Sentence, meaning: Meaning) -> float:
    """How many of the words of a part of a quote a claim has, as a share."""
    words, said = content(text, language).distinct, content(*claim).distinct
    if not words or not said:
        return 0.0
    near: list[float] = meaning.table(words, said).max(axis=1).tolist()
    met: list[bool] = [word in said or n >= _MET for word, n in zip(words, near, strict=True)]
    return sum(met) / len(words)
