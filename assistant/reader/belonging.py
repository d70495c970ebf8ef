"""Does what a line tells belong to what is asked, or to something else beside it?

A line may hold a fact of the right kind, in the right article, of the wrong thing: what the harbour
cost where the museum is asked about, how deep the *new* basin is where the *old* one is, the day of
the opening where the founding is. Here it is told from the words: a thing that the article names in
another place and not in this one, an adjective whose opposite stands in the line, a deed that the
line does not tell.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import numpy as np
from numpy.typing import NDArray

from assistant.facts import find
from assistant.followups.phrase_places import noun_phrases
from index import fold

from .asked import Asked
from .classes import of_another_class
from .holding import known
from .line import Line, is_named_row
from .lines import Page
from .lives import of_another_life
from .naming import WORD
from .rows import names_above
from .seats import of_another_seat
from .which import other_year, rank_asked, tells_rank
from .wording import sorts

_ELSEWHERE, _HERE = 0.75, 0.45
"""How well a word is matched where it is named, and less than how well where it is not."""
_COUNTING = frozenset({"money", "share"})
"""Kinds of which a fact stands beside the thing it is of."""
_DATED = frozenset({"date", "place"})
"""Kinds that ask about a deed."""
_TAIL = 5
"""Letters of a word that is known as the end of a compound."""
_REACH = 90
"""Characters between a deed and its date."""


def belongs(asked: Asked, page: Page) -> NDArray[np.bool_]:
    """Tell which lines may tell of what is asked, shape ``(len(page.lines),)``."""
    fits = np.ones(len(page.lines), np.bool_)
    deeds = deeds_asked(asked)
    rank = rank_asked(asked)
    for place, line in enumerate(page.lines):
        fits[place] = not (
            contrasted(asked, line)
            or of_another_life(asked, line)
            or (deeds and not _tells_deed(deeds, asked, line))
            or of_another_class(asked, line)
            or of_another_seat(asked, line)
            or (rank and not tells_rank(rank, line))
            or (_is_of_a_table(line) and other_year(asked, line.text, ""))
        )
    return fits


def _is_of_a_table(line: Line) -> bool:
    return bool(names_above(line)) or is_named_row(line.text)


def thing_elsewhere(asked: Asked, page: Page, top: int) -> str:
    """Find the thing asked about, where the line's article names it but not in this place.

    Returns:
        As it is written in the question; nothing where the line, the one before or the head of the
        article may name it, or where nothing of the article does.
    """
    if asked.kind not in _COUNTING and not (asked.kind == "date" and deeds_asked(asked)):
        return ""
    file = page.lines[top].passage.hit.file
    beside = [n for n, line in enumerate(page.lines) if line.passage.hit.file == file]
    for row in _things(asked, len(page.matches)):
        if page.carried[row, top] >= _HERE:
            continue
        told = page.matches[row][beside].max(initial=0) >= _ELSEWHERE
        if told or any(_ends_in(asked.words[row], page.lines[n]) for n in beside):
            return asked.words[row]
    return ""


def of_the_thing(asked: Asked, page: Page) -> NDArray[np.bool_]:
    """Tell which lines say what a day is asked of, or stand behind one that does.

    Shape ``(len(page.lines),)``; all true where none does, and where no thing is asked about.
    """
    rows = _things(asked, len(page.matches)) if asked.kind == "date" else []
    said = page.carried[rows].min(axis=0, initial=1) >= _HERE
    if not said.any():
        return np.ones(len(page.lines), np.bool_)
    behind = np.array([
        n > 0 and said[n - 1] and page.lines[n - 1].passage is line.passage
        for n, line in enumerate(page.lines)
    ])  # fmt: skip
    fits: NDArray[np.bool_] = said | behind
    return fits


def _ends_in(word: str, line: Line) -> bool:
    """Whether a German line has a compound of the word: *museum*, *Seefahrtsmuseum*."""
    if line.passage.hit.language != "de" or len(word) < _TAIL:
        return False
    return any(fold(said).endswith(fold(word)) for said in WORD.findall(line.text))


def _things(asked: Asked, seen: int) -> list[int]:
    """The rows of the nouns with an article and no preposition, its names left out."""
    phrases = noun_phrases(asked.text, known(asked.language))
    deeds = re.compile("|".join(form.pattern for form in sorts("deed").values()), re.IGNORECASE)
    spans = [(phrase.start, phrase.end) for phrase in phrases if not phrase.lead]
    nouns = {
        word.group()
        for word in WORD.finditer(asked.text)
        if any(a <= word.start() < b for a, b in spans)
    }
    return [
        row
        for row, word in enumerate(asked.words[:seen])
        if word in nouns and not asked.is_name(word) and not deeds.search(word)
    ]


def contrasted(asked: Asked, line: Line) -> bool:
    """Whether the line says the other one of two: the *new* one of the *old* one asked about."""
    for one, other in _pairs():
        for wanted, against in ((one, other), (other, one)):
            if wanted.search(asked.text) and not against.search(asked.text):
                if against.search(line.text) and not wanted.search(line.text):
                    return True
    return False


def deeds_asked(asked: Asked) -> frozenset[str]:
    """Which deeds a question for a day or a place is about: ``found``, ``build``."""
    if asked.kind not in _DATED:
        return frozenset()
    return frozenset(name for name, form in sorts("deed").items() if form.search(asked.text))


def _tells_deed(deeds: frozenset[str], asked: Asked, line: Line) -> bool:
    """Whether the line tells such a deed, with a date near if one is asked for."""
    places = [m.span() for name in deeds for m in sorts("done")[name].finditer(line.text)]
    if asked.kind != "date" or not places:
        return bool(places)
    dates = [f for f in find(line.text, known(line.passage.hit.language)) if f.kind == "date"]
    return any(
        min(abs(fact.start - end), abs(start - fact.end)) <= _REACH
        for fact in dates
        for start, end in places
    )


@cache
def _pairs() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    sides: Mapping[str, re.Pattern[str]] = sorts("contrast")
    names = list(sides)
    return tuple((sides[a], sides[b]) for a, b in zip(names[::2], names[1::2], strict=True))
