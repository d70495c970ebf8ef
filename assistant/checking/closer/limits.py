"""Is a bound left out, or one end of a time told for the other?

*Cost 900 euros* for *up to 900 euros*, *opens at 5 pm* for *open from 9 am to 5 pm*.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from assistant.checking.meaning import Meaning
from assistant.facts import Fact, Language, figures
from assistant.facts.comparing import same
from assistant.facts.letters import has_digit, word_set
from assistant.facts.order import side_of
from assistant.facts.reasons import Reason
from assistant.facts.tables import table

from .rules import Sentence

_WHEN = ("time", "date")
_ALSO = frozenset({"unter", "as many as"})
"""They may set no bound: *eine Umfrage unter 2000 Schülern*, *as many as 3 million watched*."""


@lru_cache(maxsize=2048)
def is_bounded(text: str, language: Language) -> bool:
    """Has a text a figure that it calls the most there is?"""
    return any(map(_is_limit, figures(text, language)))


def leaves_open(text: str, language: Language) -> bool:
    """Has a text a figure, and no word that sets a bound to any?"""
    return has_digit(text) and not _has("less", "owns", text)


def unbounded(claim: Sentence, quotes: Sequence[Sentence], _: Meaning) -> Reason | None:
    """The bound that all quotes set to a figure of a claim, which has it without one."""
    given = [fact for quote in quotes for fact in figures(*quote) if fact.value is not None]
    for fact in figures(*claim):
        if fact.value is None or fact.bound or fact.kind in ("date", "time", "name"):
            continue
        where = [other for other in given if same(fact, other)]
        if where and all(_is_limit(other) and other.value == fact.value for other in where):
            return Reason("left_out", where[0].bounding)
    return None


def _is_limit(fact: Fact) -> bool:
    return fact.bound == "less" and fact.bounding.lower() not in _ALSO


@lru_cache(maxsize=2048)
def lasts(text: str, language: Language) -> tuple[tuple[Fact, Fact], ...]:
    """The times of a text with both their ends: *from 9 am to 5 pm*."""
    if not has_digit(text):
        return ()
    ends = [f for f in figures(text, language) if f.kind in _WHEN or f.precision in ("", "word")]
    return tuple(
        (a, b)
        for a, b in zip(ends, ends[1:], strict=False)
        if b.kind in _WHEN and a.kind != "name" and _between().fullmatch(text, a.end, b.start)
    )


def tells_an_end(text: str, language: Language) -> bool:
    """Does a text say when something begins or ends, by the hour or the day?"""
    return has_digit(text) and any(fact.kind in _WHEN for fact in figures(text, language))


def other_end(claim: Sentence, quotes: Sequence[Sentence], _: Meaning) -> Reason | None:
    """Say if a claim has one end of a time as the other one."""
    told = [fact for fact in figures(*claim) if fact.kind in _WHEN]
    if len(told) != 1:
        return None
    side = side_of(*claim, told[0])
    begins, ends = _has("first", "ends", claim.text), _has("last", "ends", claim.text)
    if begins == ends and not side:
        return None
    first = side == "from" if side else begins
    for text, language in quotes:
        for a, b in lasts(text, language):
            here, there = (a, b) if first else (b, a)
            if _is_one(told[0], there, b) and not _is_one(told[0], here, b):
                return Reason("turned_round")
    return None


def _is_one(ours: Fact, theirs: Fact, whole: Fact) -> bool:
    """Are two times one? The first of two may have no unit of its own: *von 9 bis 17 Uhr*."""
    if theirs.kind in _WHEN:
        return theirs.kind == ours.kind and same(ours, theirs)
    if whole.kind != "time" or theirs.value is None:
        return False
    return ours.key == f"{int(theirs.value):02}:00"


def _has(kind: str, section: str, text: str) -> bool:
    whole, begins = _words(section, kind)
    words = word_set(text)
    return not whole.isdisjoint(words) or any(word.startswith(begins) for word in words)


@cache
def _words(section: str, kind: str) -> tuple[frozenset[str], tuple[str, ...]]:
    forms = table("limits")[section][kind].split()
    whole = frozenset(form[:-1] for form in forms if form.endswith("="))
    return whole, tuple(form for form in forms if not form.endswith("="))


@cache
def _between() -> re.Pattern[str]:
    return re.compile(table("limits")["ends"]["between"])
