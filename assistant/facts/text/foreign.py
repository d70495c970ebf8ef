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


def is_foreign(text: str) -> bool:
    """Is a text surely in none of the four languages?

    Args:
        text: a sentence or a passage.
    """
    told = [*map(_told().__getitem__, uncapitalised(text)[:_MOST])]
    if not told:
        return False
    best = max(zip(*told, strict=True), key=sum)
    known, little = best.count(_KNOWN), best.count(_ELSEWHERE)
    unknown = best.count(_UNLISTED)
    tells = little or len(told) >= _FEWEST
    return bool(tells) and _LITTLE * little + _UNKNOWN * unknown > known + _AHEAD


def uncapitalised(text: str) -> list[str]:
    """The words of a text that do not begin with a capital letter, and so are no names."""
    return [word for word in words_of(text) if not word[0].isupper()]


@cache
def _told() -> Met[tuple[float, ...]]:
    """Of each word, for each of the four languages, whether it is one of its own or of others."""
    others, letters = frozenset(table("foreign")["little"]["words"].split()), _letters()

    def told(word: str) -> tuple[float, ...]:
        odd = word in others or not letters.isdisjoint(word) or max(word) > _LAST_LETTER
        return tuple([_in(word, language, odd=odd) for language in LANGUAGES])

    return Met(told)


def _in(word: str, language: Language, *, odd: bool) -> float:
    if word in function_words()[language]:
        return _KNOWN
    shared, ends = _excepted(language)
    if odd and word not in shared:
        return _ELSEWHERE
    if is_ordinary(word, language):
        return _KNOWN
    if len(word) >= _SHORTEST and word.endswith(ends):
        return _ELSEWHERE
    return _LIKELY if language in ending(word) else _UNLISTED


@cache
def _letters() -> frozenset[str]:
    return frozenset(table("foreign")["letters"]["any"])


@cache
def _excepted(language: Language) -> tuple[frozenset[str], tuple[str, ...]]:
    """Little words that a language shares with others, and ends that only words of others have."""
    shared, ends = (table("foreign")[kind][language] for kind in ("shared", "ends"))
    return frozenset(shared.split()), tuple(ends.split())
