"""Which one of a kind a question asks for: *the largest country*, *the second prize*, *in 2022*.

A sentence that has *the largest threat* and a country in it says nothing of the largest country; so
what stands beside the one must be what stands beside the other. And what is told of 2021 answers
nothing about 2022.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.facts import Fact, find

from .asked import Asked
from .holding import known
from .lexicon import WordVectors, likeness
from .line import Line
from .naming import WORD
from .wording import says

_ASKED_BESIDE, _SAID_BESIDE = 2, 4
"""Words before and behind *the largest* among which is what it is the largest of."""
_ALIKE = 0.5
_APART = 2
"""Years between an article and what is asked about, from which on it may tell of another time."""
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_RANKS = range(2, len(_ROMAN))
"""The first is an extreme."""
_YEAR = re.compile(r"(?<![\d.,'’])(?:1[5-9]|20)\d\d(?!\d|[.,'’]\d)")
_DURATION = re.compile(r"\b(?:per|an?|each|every|one|of) second\b", re.IGNORECASE)
"""A time, not a rank."""


def extremes(asked: Asked, lines: Sequence[Line], vectors: WordVectors) -> NDArray[np.bool_]:
    """Tell which lines speak of the most, the first, the last or the present one that is asked for.

    Args:
        asked: the question.
        lines: those to look at.
        vectors: of single words.

    Returns:
        Shape ``(len(lines),)``; all true where the question asks for none.
    """
    language = known(asked.language)
    if not says("extreme", language).search(asked.text):
        return np.ones(len(lines), np.bool_)
    beside = _of_which(asked, language)
    return np.array([_speaks(beside, line, vectors) for line in lines], np.bool_)


def untold_most(asked: Asked, lines: Sequence[Line], vectors: WordVectors) -> str:
    """Find the *largest country* that a question asks for, where no line has such a one.

    Args:
        asked: the question; one for the most of a kind, not for the first or the last.
        lines: all that was found of one document.
        vectors: of single words.

    Returns:
        The kind as in the question; nothing where a line has it beside a word such as *largest*.
    """
    match = says("is_most", known(asked.language)).search(asked.text)
    if not match:
        return ""
    kind = next(told for told in match.groups() if told)
    wanted = kind.lower().split()
    for line in lines:
        said = _beside(line.text, known(line.passage.hit.language), _SAID_BESIDE, _ASKED_BESIDE)
        if said and likeness(wanted, [w.lower() for w in said], vectors).max() >= _ALIKE:
            return ""
    return kind


def undated(asked: Asked, line: Line, before: str) -> str:
    """Find the year that a question asks about, where an article of another time gives none.

    Args:
        asked: the question.
        line: the likeliest one.
        before: what stands before it in its passage.

    Returns:
        As in the question; nothing where the article's own date is not known or is near, or where
        the line has a date of its own or follows one.
    """
    wanted = _YEAR.findall(asked.text)
    hit = line.passage.hit
    if len(wanted) != 1 or not hit.date or abs(int(hit.date[:4]) - int(wanted[0])) < _APART:
        return ""
    language = known(hit.language)
    dated = any(
        fact.kind == "date" and fact.precision != "weekday" for fact in find(line.text, language)
    )
    return "" if dated or wanted[0] in f"{hit.title} {before}" else wanted[0]


def _speaks(asked: Sequence[str], line: Line, vectors: WordVectors) -> bool:
    language = known(line.passage.hit.language)
    said = _beside(line.text, language, _SAID_BESIDE, _SAID_BESIDE)
    if language != "de":  # *Washington considers it the largest threat*: a name is no kind of thing
        said = [word for word in said if not word[0].isupper()]
    if not asked or not said:
        return bool(said)
    like = likeness([w.lower() for w in asked], [w.lower() for w in said], vectors)
    return bool(like.max() >= _ALIKE)


def _of_which(asked: Asked, language: str) -> list[str]:
    """What it is the most of: the common words around the superlative, its place left out."""
    beside = _beside(asked.text, language, _ASKED_BESIDE, _ASKED_BESIDE)
    return [word for word in beside if word in asked.words and not asked.is_name(word)]


def _beside(text: str, language: str, before: int, behind: int) -> list[str]:
    """The words around each superlative of a text: so many before it, so many behind it."""
    words = list(WORD.finditer(text))
    found = []
    for most in says("extreme", language).finditer(text):
        found += [word.group() for word in words if word.end() <= most.start()][-before:]
        found += [word.group() for word in words if word.start() >= most.end()][:behind]
    return found


def untold_rank(asked: Asked, lines: Sequence[Line]) -> str:
    """Find the rank that a question asks for, *second* to *tenth*, where no line tells of it.

    Args:
        asked: the question.
        lines: all that was found of one document.

    Returns:
        As it is written in the question; nothing where one line has its number in any form.
    """
    fact = _rank(asked)
    if fact is None or any(tells_rank(int(fact.value or 0), line) for line in lines):
        return ""
    return fact.text


def rank_asked(asked: Asked) -> int:
    """Find the rank that a question asks for, 2 to 10; 0 where it asks for none."""
    fact = _rank(asked)
    return int(fact.value or 0) if fact else 0


def _rank(asked: Asked) -> Fact | None:
    if _DURATION.search(asked.text):
        return None
    for fact in find(asked.text, known(asked.language)):
        if fact.precision == "ordinal" and fact.value is not None and fact.value in _RANKS:
            return fact
    return None


def tells_rank(rank: int, line: Line) -> bool:
    """Tell whether a line has the number of a rank in any form: *second*, *II*, *2*."""
    facts = find(line.text, known(line.passage.hit.language))
    roman = re.search(rf"\b{_ROMAN[rank]}\b", line.text)
    return bool(roman) or any(fact.value == rank for fact in facts)


def other_year(asked: Asked, told: str, before: str) -> str:
    """Find the year that a question asks about, where a sentence tells of another one.

    Args:
        asked: the question.
        told: the sentence; one without a year may be about any.
        before: the sentence before it, whose year may be carried on.

    Returns:
        As in the question; nothing where no year is asked about, or where this one, or one before
        and one after it, are told.
    """
    wanted = _YEAR.findall(asked.text)
    found = sorted(_YEAR.findall(told))
    if not wanted or not found or not {*found, *_YEAR.findall(before)}.isdisjoint(wanted):
        return ""
    return "" if found[0] < min(wanted) <= max(wanted) < found[-1] else wanted[0]
