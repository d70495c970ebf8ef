"""Who does something to whom in a plain clause, by its little words: *the union sued the firm*.

Without grammar: two nouns around a verb, or a passive with its doer. In German the article tells
them apart where it can (*den Konzern verklagte die Stadt*), else their order does. What is not that
plain gives nothing. The little words are in `doing.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from assistant.facts.facts import Language
from assistant.facts.tables import table

from .tongue import function_words
from .vocabulary import openers

_LONGEST = 600
"""Characters that are read."""
_MOST = 24
"""Words of a clause that is read."""
_CLAUSE = re.compile(r"[,;:.!?…–—()\[\]\"«»“”„](?!\d)| - ")
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NOUNS = 2
"""Words of a noun with what stands before it."""
_PLAIN = 3
"""Words of a sentence that has no others than doer, verb and done-to."""


class Deed(NamedTuple):
    """Who does what to whom, each as its words with content, lower case."""

    doer: tuple[str, ...]
    verbs: tuple[str, ...]
    done_to: tuple[str, ...]


class LittleWords(NamedTuple):
    """The little words of a language, by what they show."""

    det: frozenset[str]
    prep: frozenset[str]
    agent: frozenset[str]
    passive: frozenset[str]
    ends: frozenset[str]
    object: frozenset[str]
    dative: frozenset[str]
    genitive: frozenset[str]
    loses: frozenset[str]


class _Noun(NamedTuple):
    """A noun: the little word before it, its words, and the places where it begins and ends."""

    det: str
    words: tuple[str, ...]
    start: int
    end: int


@lru_cache(maxsize=4096)
def deeds_done(text: str, language: Language) -> tuple[Deed, ...]:
    """What the clauses of a text plainly say that somebody does to somebody."""
    found = (_read(clause, language) for clause in clauses_of(text[:_LONGEST], language))
    return tuple(deed for deed in found if deed is not None)


def clauses_of(text: str, language: Language) -> Iterator[list[str]]:
    """The words of each clause that begins with a noun; what goes on with a verb is left out."""
    ends, det = little_words(language).ends, little_words(language).det
    for part in _CLAUSE.split(text):
        words: list[str] = []
        first = True
        for word in (*_TOKEN.findall(part), ""):
            if word and word.lower() not in ends:
                if word != "s":  # the bishop's driver
                    words.append(word)
                continue
            begins = bool(words) and (words[0].lower() in det or words[0][0].isupper())
            if begins and (first or words[0].lower() in det) and len(words) <= _MOST:
                yield words
            words, first = [], False


def _read(words: Sequence[str], language: Language) -> Deed | None:
    return _german(words) if language == "de" else _by_order(words, language)


def _by_order(words: Sequence[str], language: Language) -> Deed | None:
    """The doer before the verb and the other right behind it, or behind *by* in a passive."""
    little, empty = little_words(language), function_words()[language]
    low = [word.lower() for word in words]
    at = 1 if low[0] in little.det else 0
    subject: list[str] = []
    verbs: list[str] = []
    passive = False
    while at < len(low):
        word = low[at]
        before = low[at - 1] if at else ""
        if word in little.passive and subject:
            passive = True
        elif passive and word in little.agent and verbs:
            doer = _noun_from(words, at + 1, language)
            return _deed(doer, verbs, subject) if doer else None
        elif word in little.prep and not (word in little.det and verbs and not passive):
            at = _behind(low, at + 1, little, empty)
            continue
        elif (word in little.det or _is_name(words, at)) and subject:
            if passive or not _can_be_verb(before, words, at - 1, little, empty):
                return None
            if not verbs:
                *subject, last = subject
                verbs = [last]
            done_to = _noun_from(words, at + (word in little.det), language)
            return _deed(subject, verbs, done_to) if subject and done_to else None
        elif word not in empty:
            (verbs if _has_helper(low[:at], empty, little) else subject).append(word)
        at += 1
    return _bare(words, language)


def _bare(words: Sequence[str], language: Language) -> Deed | None:
    """English needs no article: *Police attacked protesters in the square*."""
    if language != "en":
        return None
    little, empty = little_words("en"), function_words()["en"]
    low = [word.lower() for word in words]
    end = next((at for at, word in enumerate(low) if word in little.prep), len(low))
    if end != _PLAIN or any(word in empty or word in little.det for word in low[:end]):
        return None
    doer, verb, done_to = words[:end]
    return _deed([doer.lower()], [verb], [done_to.lower()]) if verb.islower() else None


def _is_name(words: Sequence[str], at: int) -> bool:
    """Does a name begin at a place, and not go on there?"""
    return at > 0 and words[at][0].isupper() and not words[at - 1][0].isupper()


def _can_be_verb(
    word: str, words: Sequence[str], at: int, little: LittleWords, empty: frozenset[str]
) -> bool:
    return word not in empty and word not in little.prep and words[at][0].islower()


def _has_helper(before: Sequence[str], empty: frozenset[str], little: LittleWords) -> bool:
    """Has a helping verb stood between: *the firm has sued*?"""
    return any(word in empty and word not in little.det | little.prep for word in before)


def _behind(low: Sequence[str], at: int, little: LittleWords, empty: frozenset[str]) -> int:
    """The place behind what a preposition governs: an article and one word with content."""
    while at < len(low) and (low[at] in little.det or low[at] in empty):
        at += 1
    return at + 1


def _noun_from(words: Sequence[str], at: int, language: Language) -> list[str]:
    """The words of the noun that begins at a place, its article left out."""
    little, empty = little_words(language), function_words()[language]
    found: list[str] = []
    for word in words[at:]:
        low = word.lower()
        if low in little.det and not found:
            continue
        if low in empty or low in little.prep:
            break
        found.append(low)
        if len(found) == _NOUNS:
            break
    return found


def _german(words: Sequence[str]) -> Deed | None:
    little, empty = little_words("de"), function_words()["de"]
    nouns, agents = _german_nouns(words, little)
    inside = {at for noun in (*nouns, *agents) for at in range(noun.start, noun.end)}
    verbs = [
        word.lower()
        for at, word in enumerate(words)
        if at not in inside and word[0].islower() and word not in empty and word not in little.prep
    ]
    if not nouns or not verbs:
        return None
    if not little.passive.isdisjoint(words):
        return _deed(agents[0].words, verbs, nouns[0].words) if len(agents) == 1 else None
    if len(nouns) != 2:
        return None
    first, second = nouns
    if first.det in little.dative:
        return None  # dem Buchhalter drohen vier Jahre
    if first.start == 0 and not first.det and second.det not in little.object:
        if second.det or words[0].lower() in empty | openers():
            return None  # Außerdem verklagte die Stadt
    turned = first.det in little.object and second.det not in little.object
    if not little.loses.isdisjoint(verbs):  # who loses to somebody is beaten
        turned = not turned
    doer, other = (second, first) if turned else (first, second)
    return _deed(doer.words, verbs, other.words)


def _german_nouns(words: Sequence[str], little: LittleWords) -> tuple[list[_Noun], list[_Noun]]:
    """The nouns of a clause that no preposition governs, and those behind *von* or *durch*."""
    nouns: list[_Noun] = []
    agents: list[_Noun] = []
    at = 0
    while at < len(words):
        start, low = at, words[at].lower()
        prep = low if low in little.prep else ""
        at += bool(prep)
        det = words[at].lower() if at < len(words) and words[at].lower() in little.det else ""
        at += bool(det)
        end = at
        while end < len(words) and end - at < _NOUNS and words[end][0].islower() and (det or prep):
            end += 1
        if end >= len(words) or not words[end][0].isupper() or (end == start and end == 0 and det):
            at = max(at, start + 1)
            continue
        end += 1
        while end < len(words) and words[end][0].isupper():
            end += 1
        noun = _Noun(det, tuple(word.lower() for word in words[at:end]), start, end)
        if prep in little.agent:
            agents.append(noun)
        elif not prep and not _is_genitive(noun, words, little):
            nouns.append(noun)
        at = end
    return nouns, agents


def _is_genitive(noun: _Noun, words: Sequence[str], little: LittleWords) -> bool:
    """Does it belong to the noun right before it: *der Chef der Firma*?"""
    behind = noun.start > 0 and words[noun.start - 1][0].isupper() and noun.start > 1
    return behind and noun.det in little.genitive


def _deed(doer: Sequence[str], verbs: Sequence[str], done_to: Sequence[str]) -> Deed:
    return Deed(tuple(doer[-_NOUNS:]), tuple(verbs), tuple(done_to))


@cache
def little_words(language: Language) -> LittleWords:
    """The little words of a language."""
    words = table("doing")[language]
    return LittleWords(*(frozenset(words.get(kind, "").split()) for kind in LittleWords._fields))
