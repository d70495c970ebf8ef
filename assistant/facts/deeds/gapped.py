"""Two clauses with one verb: *Alpha opened a shop in Lyon and Beta in Nantes*.

The second half has who and where, or what, and leaves out what it shares with the first. The same
is read where it says the verb again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from assistant.facts.deeds.deeds import plainly
from assistant.facts.facts import Language
from assistant.facts.tables import table
from assistant.facts.text.chunks import Chunk, chunks
from assistant.facts.text.letters import word_set, words_of
from assistant.facts.text.subjects import subject
from assistant.facts.text.vocabulary import is_one_word, is_participle

_LONGEST, _MOST, _FEWEST = 1_200, 10, 2
"""Characters that are read, words of a second half, and nouns that it has."""
_END = re.compile(r"[.;:!?](?= |$)|, ")
_SENTENCE = re.compile(r"(?<=[.!?;]) +(?=[A-ZÀ-Þ«“„\"])")


class Halves(NamedTuple):
    """What two halves of a sentence have in the same two places, each as written."""

    first: tuple[str, ...]
    lead: tuple[str, ...]
    second: tuple[str, ...]
    other: tuple[str, ...]
    shared: tuple[str, ...]
    """Another noun of the first half in whose place `second` may stand."""


@lru_cache(maxsize=2048)
def gapped(text: str, language: Language) -> tuple[Halves, ...]:
    """The pairs of halves of a text."""
    if not _joints(language)[0] & word_set(text) and "," not in text:
        return ()
    found: list[Halves] = []
    for sentence in _SENTENCE.split(text[:_LONGEST]):
        found += _of_sentence(sentence, language)
    return tuple(found)


@lru_cache(maxsize=8)
def _joints(language: Language) -> tuple[frozenset[str], re.Pattern[str]]:
    words = table("actors")["gap"][language]
    every = "|".join(word.replace("_", " ") for word in words.split())
    return (
        frozenset(word.split("_")[0] for word in words.split()),
        re.compile(rf",? (?:{every}) |[,;] "),
    )


def _of_sentence(sentence: str, language: Language) -> Iterator[Halves]:
    for joint in _joints(language)[1].finditer(sentence):
        rest = _END.split(sentence[joint.end() :], maxsplit=1)[0]
        ours, theirs = words_of(sentence[: joint.start()]), words_of(rest)
        if not _FEWEST <= len(theirs) <= _MOST or len(ours) <= _FEWEST:
            continue
        told = _second(ours, theirs, language)
        before = chunks(ours, (-1, -1), language) if told else []
        first = _first(sentence[: joint.start()], before, language) if told else None
        if not told or first is None:
            continue
        who, begin = first
        like = [noun for noun in before if noun.prep == told[1].prep and noun.start > begin]
        if not like or (not like[-1].prep and like[-1].start == 0):
            continue
        shared = [
            word
            for noun in before
            if noun.start > begin and not noun.prep
            for word in noun.words
            if told[0].words[0][0].isupper() and word[0].isupper() and language != "de"
        ]
        lead = like[-1].words[-len(told[1].words) :]
        yield Halves(who, lead, told[0].words, told[1].words, tuple(shared))


def _first(
    half: str, nouns: Sequence[Chunk], language: Language
) -> tuple[tuple[str, ...], int] | None:
    """Whom the first half is about, with the place where that begins."""
    if language == "de":
        plain = bool(nouns) and not nouns[0].prep and nouns[0].start <= 1
        return (nouns[0].words, nouns[0].start) if plain else None
    about = subject(half, language)
    return (about.words, about.begin) if about and about.head else None


def _second(
    ours: Sequence[str], theirs: Sequence[str], language: Language
) -> tuple[Chunk, Chunk] | None:
    """The two nouns of a second half; None if it has more, or a verb of its own."""
    again = [at for at, word in enumerate(theirs) if at and _is_again(word, ours)]
    verb = (again[0], again[-1]) if again else (-1, -1)
    if again and any(at not in again for at in range(*verb)):
        return None
    nouns = chunks(theirs, verb, language)
    if len(nouns) != _FEWEST or nouns[0].prep or nouns[0].start > 1:
        return None
    one, other = nouns
    if not (one.det or one.words[0][0].isupper()) or not (other.prep or other.det):
        return None
    inside = sum(len(noun.words) + bool(noun.det) + bool(noun.prep) for noun in nouns)
    if any(_may_be_verb(word, language) for noun in nouns for word in noun.words):
        return None
    return (one, other) if inside + len(again) >= len(theirs) - 1 else None


def _is_again(word: str, ours: Sequence[str]) -> bool:
    """Does the first half have a lower-case word of the second one, too?"""
    return word.islower() and len(word) > 3 and any(is_one_word(word, one) for one in ours)


def _may_be_verb(word: str, language: Language) -> bool:
    if not word.islower():
        return False
    return language != "de" and (is_participle(word) or bool(plainly(word, language)))
