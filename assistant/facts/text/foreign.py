"""Is a text in none of the four languages? Told by its words, without a model of any other.

Most words of a text in one of the four are in the list of its everyday words, and few are little
words of another language. What is written in letters that no language of ours has, or is no
language at all, has neither. Words with a capital letter are left out: they may be names from
anywhere.
"""

from __future__ import annotations

from functools import cache

from assistant.facts.facts import LANGUAGES, Language
from assistant.facts.tables import table

from .letters import Met, words_of
from .tongue import ending, function_words
from .vocabulary import is_ordinary

_LAST_LETTER = "\u024f"
"""The last of the Latin letters."""
_LITTLE, _UNKNOWN = 3.0, 0.5
"""What a little word of another language counts, and a word that no list has, where a known word
counts one against it."""
_AHEAD = 0.5
"""How much must be left. Chosen so that none of 3,578 sentences of news in the four languages is
told to be foreign (1 of 29,757 others, many of them short), and 83 % of messages of programs in 29
other languages are."""
_FEWEST = 4
"""Words from which on their being in no list tells anything."""
_KNOWN, _LIKELY, _UNLISTED, _ELSEWHERE = 1, 0.2, 0, -1
"""What a word is in a language: one of its own, one that ends like those, none, one of others."""
_SHORTEST = 4
"""Letters of a word whose end tells anything."""
_MOST = 600
"""Words that are looked at."""


def is_foreign(text: str, spoken: Language | None = None) -> bool:
    """Is a text surely in none of the four languages?

    Args:
        text: a sentence or a passage.
        spoken: the language that it is taken for, if any; where half of what is told speaks for
            that one, no other can come out with more against it, and none is asked.
    """
    words = uncapitalised(text)[:_MOST]
    if not words:
        return False
    if spoken and 2 * sum(map(_told(spoken).__getitem__, words)) >= len(words):
        return False
    told = [[*map(_told(language).__getitem__, words)] for language in LANGUAGES]
    best = max(told, key=sum)
    known, little = best.count(_KNOWN), best.count(_ELSEWHERE)
    unknown = best.count(_UNLISTED)
    tells = little or len(words) >= _FEWEST
    return bool(tells) and _LITTLE * little + _UNKNOWN * unknown > known + _AHEAD


def uncapitalised(text: str) -> list[str]:
    """The words of a text that do not begin with a capital letter, and so are no names."""
    return [word for word in words_of(text) if not word[0].isupper()]


@cache
def _told(language: Language) -> Met[float]:
    """Of each word whether it is one of a language or of others."""
    return Met(lambda word: _in(word, language))


def _in(word: str, language: Language) -> float:
    if word in function_words()[language]:
        return _KNOWN
    shared, ends = _excepted(language)
    if _odd()[word] and word not in shared:
        return _ELSEWHERE
    if is_ordinary(word, language):
        return _KNOWN
    if len(word) >= _SHORTEST and word.endswith(ends):
        return _ELSEWHERE
    return _LIKELY if language in ending(word) else _UNLISTED


@cache
def _odd() -> Met[bool]:
    return Met(_is_odd)


def _is_odd(word: str) -> bool:
    """Is it a little word of other languages, or in letters that none of ours has?"""
    others, letters = _others()
    return word in others or not letters.isdisjoint(word) or max(word) > _LAST_LETTER


@cache
def _others() -> tuple[frozenset[str], frozenset[str]]:
    """Little words, and letters, that only other languages have."""
    raw = table("foreign")
    return frozenset(raw["little"]["words"].split()), frozenset(raw["letters"]["any"])


@cache
def _excepted(language: Language) -> tuple[frozenset[str], tuple[str, ...]]:
    """Little words that a language shares with others, and ends that only words of others have."""
    shared, ends = (table("foreign")[kind][language] for kind in ("shared", "ends"))
    return frozenset(shared.split()), tuple(ends.split())
