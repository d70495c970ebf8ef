"""Whom or what a sentence is about, as its little words show it: *the mayor*, *Ihr Konkurrent*.

The words are in `subjects.toml`, the articles and prepositions in `doing.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from assistant.facts.facts import Language
from assistant.facts.tables import table

from .doing import little_words
from .tongue import function_words

_TOKEN = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*")
_MOST = 14
"""Words from the beginning among which the subject is looked for."""
_PHRASE = 3


class Subject(NamedTuple):
    """The subject of a sentence."""

    head: str
    """Its noun, lower case; empty if a pronoun goes on about somebody before."""
    words: tuple[str, ...]
    """That and the words with content before it, lower case."""
    name: bool
    """No article stands before it, and it has a capital."""
    begin: int
    """Its first word's place among the words of the sentence."""
    end: int


class About(NamedTuple):
    """Words that show what a sentence is about."""

    stands_in: frozenset[str]
    small: frozenset[str]
    pronoun: frozenset[str]
    too: frozenset[str]
    after: frozenset[str]


@cache
def about(language: Language) -> About:
    """The words of a language."""
    words = table("subjects")[language]
    return About(*(frozenset(words[kind].split()) for kind in About._fields))


@lru_cache(maxsize=8192)
def tokens(text: str) -> tuple[str, ...]:
    """Words and numbers of a text, as written."""
    return tuple(_TOKEN.findall(text))


@lru_cache(maxsize=8192)
def subject(text: str, language: Language) -> Subject | None:
    """The subject of a sentence; None if that is not plain."""
    words = tokens(text)[:_MOST]
    det, prep, empty = (
        little_words(language).det,
        little_words(language).prep,
        function_words()[language],
    )
    at = 0
    while at + 1 < len(words):
        low = words[at].lower()
        if low in about(language).pronoun and low not in det:
            return Subject("", (), name=False, begin=at, end=at + 1)
        if low in prep and not (at == 0 and low in det):
            at = _over(words, at + 1, det, empty)
            continue
        if low in det:
            return _noun(words, at + 1, language, name=False)
        first = language == "de" and not at and not words[1][0].isupper()
        if words[at][0].isupper() and low not in empty and not first:
            return _noun(words, at, language, name=True)
        if language == "it" and not at:
            return Subject("", (), name=False, begin=0, end=0)  # Ha rifiutato
        at += 1
    return None


def _over(words: Sequence[str], at: int, det: frozenset[str], empty: frozenset[str]) -> int:
    """The place behind what a preposition governs."""
    while at < len(words) and (words[at].lower() in det or words[at].lower() in empty):
        at += 1
    return at + 1


def _noun(words: Sequence[str], at: int, language: Language, *, name: bool) -> Subject | None:
    empty, small = function_words()[language], about(language).small
    while at < len(words) and not name and words[at].lower() in little_words(language).det:
        at += 1  # il suo
    end = at
    while end < len(words) and end - at < _PHRASE and _may_go_on(words[end], empty):
        end += 1
    phrase = [word.lower() for word in words[at:end]]
    if not phrase:
        return None
    if name:
        capital = [i for i in range(at, end) if words[i][0].isupper()]
        phrase = phrase[: capital[-1] - at + 1]
    elif language == "de":
        capital = [i for i in range(at, end) if words[i][0].isupper()]
        if not capital:
            return None
        phrase = phrase[: capital[0] - at + 1]
    elif language == "en":
        phrase = _without_verb(phrase, words[end].lower() if end < len(words) else "", end - at)
    else:
        first = next((i for i, word in enumerate(phrase) if word not in small), 0)
        phrase = phrase[: first + 1]
    return Subject(phrase[-1], tuple(phrase), name, at, at + len(phrase))


def _may_go_on(word: str, empty: frozenset[str]) -> bool:
    return word.lower() not in empty and not word[0].isdigit()


def _without_verb(phrase: list[str], behind: str, length: int) -> list[str]:
    """English words in a row without the verb that is the last of them: *mayor opened the*."""
    if len(phrase) < 2:
        return phrase
    words = little_words("en")
    if length == _PHRASE or behind in words.det or not behind or behind[0].isdigit():
        return phrase[:-1] if length < _PHRASE or phrase[-1].endswith("ed") else phrase
    if behind in words.prep and phrase[-1].endswith(("ed", "gn", "gns")):
        return phrase[:-1]
    return phrase if behind not in ("it", "him", "her", "them", "that") else phrase[:-1]
