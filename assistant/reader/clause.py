"""Which clause of a line tells what is asked for: *was born in 1950*, *died in 2019*."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from assistant.facts import Fact
from assistant.facts.names.offices import offices
from assistant.facts.names.sayings import speaks
from assistant.facts.text.finite import finite
from assistant.facts.text.tongue import function_words

from .asked import Asked
from .holding import known
from .lexicon import Matrix, WordVectors, likeness
from .line import Line
from .naming import WORD

_CLAUSE = re.compile(
    r"(?:(?! (?:and|but|who|which|et|mais|qui|und|aber|e|ed|ma|che|where|où|wo|dove) )[^,;:]"
    r"|(?<=\d)[,:](?=\d))+"
)
"""A clause, or what *and* or *who* joins to it."""
MEETS = 0.5
"""Likeness from which a clause says a word of a question."""


def is_told_elsewhere(asked: Asked, line: Line, fact: Fact, vectors: WordVectors) -> bool:
    """Whether another clause than that of a day or a place tells what is asked for.

    *Was born in 1950 and died in 2019* has two years, and *had no office in Norway, opened one in
    Oslo* two places. What stands alone before a comma is of no clause (*On Monday, …*).

    Args:
        asked: the question.
        line: what is quoted.
        fact: the day or place in it that may be the answer.
        vectors: of single words.
    """
    own = clause_of(line.text, fact)
    words = [word.lower() for word in asked.words if word not in asked.names]
    beside = f"{line.text[own[0] : fact.start]} {line.text[fact.end : own[1]]}"
    if not words or not _content(beside, line.passage.hit.language):
        return False
    here = _in_any_form(words, line.text[slice(*own)], asked, vectors)
    others = [span for span in clauses_of(line.text) if span != own]
    there = [_in_any_form(words, line.text[slice(*span)], asked, vectors) for span in others]
    return bool(there) and bool(((np.max(there, axis=0) >= MEETS) & (here < MEETS)).any())


def is_of_a_saying(asked: Asked, line: Line, fact: Fact, vectors: WordVectors) -> bool:
    """Whether a day is the one on which something was said, and something else is asked for.

    *The director said in 2023 that chips are dear* is no day on which she became director: the
    clause of the day has a verb of saying and, beside names and offices, no word of the question.

    Args:
        asked: the question.
        line: what is quoted.
        fact: the day in it that may be the answer.
        vectors: of single words.
    """
    spoken = known(line.passage.hit.language)
    own = line.text[slice(*clause_of(line.text, fact))]
    if speaks(asked.text, known(asked.language)) or not speaks(own, spoken):
        return False
    words = [
        word.lower()
        for word in asked.words
        if not asked.is_name(word) and not offices(word, known(asked.language))
    ]
    return not words or not bool((_in_any_form(words, own, asked, vectors) >= MEETS).any())


def clauses_of(text: str) -> list[tuple[int, int]]:
    """Where the clauses of a sentence begin and end."""
    return [match.span() for match in _CLAUSE.finditer(text)]


def clause_of(text: str, fact: Fact) -> tuple[int, int]:
    """The clause in which a fact begins; the whole text if it is in none."""
    return next(((a, b) for a, b in clauses_of(text) if a <= fact.start < b), (0, len(text)))


def said_in(words: Sequence[str], text: str, vectors: WordVectors) -> Matrix:
    """How far a text says each word, shape ``(len(words),)``; higher is nearer."""
    told = [word.lower() for word in WORD.findall(text)]
    return likeness(words, told, vectors).max(axis=1) if told else np.zeros(len(words), np.float32)


def _in_any_form(words: Sequence[str], text: str, asked: Asked, vectors: WordVectors) -> Matrix:
    """The same of verbs in any form: *die* is *died*, *begin* is *begins*."""
    forms = [(word, *finite(word, known(asked.language))) for word in words]
    return np.array([said_in(one, text, vectors).max() for one in forms], dtype=np.float32)


def _content(text: str, language: str) -> list[str]:
    empty = function_words()[known(language)]
    return [word for word in map(str.lower, WORD.findall(text)) if word not in empty]
