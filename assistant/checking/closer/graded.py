"""Does a claim say it of more, or more often, than its quotes: *most* for *some*?"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.checking.gist import nearest, sentences
from assistant.checking.meaning import Meaning
from assistant.facts.direction.graded import (
    Degree,
    all_of,
    apart,
    many,
    may_be_only,
    often,
    some_only,
)
from assistant.facts.facts import Language
from assistant.facts.reasons import Reason
from assistant.facts.text.spelling import fold

from .rules import Sentence

_NEAR, _NEAR_HOME = 0.3, 0.6
"""Cosine from which two nouns are one, across languages and in one."""
_STEM = 5


def another_frequency(
    claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning
) -> Reason | None:
    """How often a claim has it, if its quotes have it plainly more or less often."""
    given = [one for text, tongue in _near(claim, quotes, meaning) for one in often(text, tongue)]
    return _apart(often(*claim), given, lambda _, __: True)


def another_quantity(
    claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning
) -> Reason | None:
    """Of how many a claim has it, if its quotes have it plainly of more or fewer of the same."""
    home = all(tongue == claim.language for _, tongue in quotes)
    given = [one for quote in quotes for one in many(*quote)]

    def same(one: Degree, other: Degree) -> bool:
        if fold(one.of)[:_STEM] == fold(other.of)[:_STEM]:
            return True
        bar = _NEAR_HOME if home else _NEAR
        return float(meaning.table([one.of], [other.of]).max()) >= bar

    return _apart(many(*claim), given, same)


def says_all(text: str, language: Language) -> bool:
    """Does a text speak of all, without a word by which it may except any?"""
    return bool(all_of(text, language)) and not may_be_only(text)


def not_all(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """Say if all quotes say of some only, or of all but some, what a claim says of all."""
    given = ""
    for text, tongue in _near(claim, quotes, meaning):
        found = some_only(text, tongue)
        if not found:
            return None
        given = given or found
    return Reason("other", all_of(*claim).strip(), given.strip())


def _near(
    claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning
) -> list[tuple[str, Language]]:
    return [(nearest(claim.text, sentences(text), meaning), tongue) for text, tongue in quotes]


def _apart(
    said: Sequence[Degree], given: Sequence[Degree], same: Callable[[Degree, Degree], bool]
) -> Reason | None:
    for ours in said:
        theirs = [other for other in given if same(ours, other)]
        if theirs and all(apart(one, other) for one in said for other in theirs):
            return Reason("other", ours.words.strip(), theirs[0].words.strip())
    return None
