"""Are two things that a claim compares compared the other way round in its quotes?

*Italy spends more than France* and *France spends more than Italy* have the same words. The two
sides are found by name or spelling, across languages also by meaning.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from assistant.facts.deeds.compared import comparison
from assistant.facts.facts import Language
from assistant.facts.text.spelling import skeleton
from assistant.facts.text.vocabulary import same_thing

from .meaning import Meaning
from .named_beside import one_name

_ONE, _PART = 0.5, 0.15
"""Cosine of two words that are one side, and how much nearer it must be than to the other side."""


def held_against(
    claim: tuple[str, Language], quote: tuple[str, Language], meaning: Meaning
) -> Literal["", "turned", "converse"]:
    """Has a claim the two sides of its quote's comparison in exchanged places?

    Args:
        claim: a sentence and its language.
        quote: the sentence it is held against, and its language.
        meaning: tells how near words are.

    Returns:
        `turned` if that makes it false, `converse` if *less* makes it the same, else empty.
    """
    said = comparison(*claim)
    given = comparison(*quote) if said else None
    if said is None or given is None:
        return ""
    if _is_among(said.measure, given.before, given.behind, meaning) and _is_among(
        given.measure, said.before, said.behind, meaning
    ):
        return "turned" if said.sign == given.sign else "converse"
    return ""


def _is_one(one: str, other: str) -> bool:
    if one[0].isupper() and other[0].isupper():
        return one_name(one, other)
    return skeleton(one) == skeleton(other)


def _is_among(word: str, before: Sequence[str], behind: Sequence[str], meaning: Meaning) -> bool:
    """Is a word one of those before *than* on the other side, and none of those behind it?"""
    if any(_is_one(word, other) for other in behind):
        return False
    if any(_is_one(word, other) for other in before):
        return True
    if same_thing(word) or not before:
        return False
    near = meaning.table([word.lower()], [other.lower() for other in (*before, *behind)])[0]
    first = near[: len(before)].max()
    return bool(first >= max(_ONE, near[len(before) :].max() + _PART))
