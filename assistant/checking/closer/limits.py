"""Is a bound left out or put in, or one end of a time told for the other?

*Cost 900 euros* for *up to 900 euros*, *more than 40* for *40*,
*opens at 5 pm* for *open from 9 am to 5 pm*.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assistant.checking.meaning import Meaning
from assistant.facts import Fact, Language, figures
from assistant.facts.comparing import same
from assistant.facts.figures.order import side_of, tells_move
from assistant.facts.figures.parts import LASTING
from assistant.facts.reasons import Reason
from assistant.facts.tables import table
from assistant.facts.text.letters import has_digit, word_set

from .rules import Sentence

_WHEN = ("time", "date")
_ALSO = frozenset({"unter", "as many as"})
"""They may set no bound: *eine Umfrage unter 2000 Schülern*, *as many as 3 million watched*."""
_LEAST = ("more", "near")
_SHORT = 160
"""Characters of a claim in which a figure is not said by the way."""


def is_bounded(text: str, language: Language) -> bool:
    """Has a text a figure that it bounds: *at least 40*, *up to 40*?"""
    return any(map(_bounds_it, figures(text, language)))


def leaves_open(text: str, language: Language) -> bool:
    """Has a text a figure without any bound?"""
    return any(map(_is_open, figures(text, language)))


def unbounded(claim: Sentence, quotes: Sequence[Sentence], _: Meaning) -> Reason | None:
    """The bound that all quotes set to a figure of a claim, which has it without one."""
    short = len(claim.text) <= _SHORT
    for fact in filter(_is_open, figures(*claim)):
        where = [(f, text) for text, tongue in quotes for f in _given(fact, text, tongue)]
        bounds = {other.bound for other, _ in where}
        if len(bounds) != 1 or any(other.value != fact.value for other, _ in where):
            continue
        other, bound = where[0][0], bounds.pop()
        if not _bounds_it(other) or _has(bound, "owns", claim.text):
            continue
        if bound == "less" or (short and not all(_means_else(*place) for place in where)):
            return Reason("other", fact.text, f"{other.bounding} {other.text}")
    return None


def puts_bound(text: str, language: Language) -> bool:
    """Has a text a figure that is no more than it, or no less, and not the figure itself?"""
    return any(map(_is_strict, figures(text, language)))


def put_bound(claim: Sentence, quotes: Sequence[Sentence], _: Meaning) -> Reason | None:
    """A figure that a claim has as *more than* it or *nearly*, and all quotes without a bound."""
    if len(claim.text) > _SHORT:
        return None
    for fact in filter(_is_strict, figures(*claim)):
        where = [f for quote in quotes for f in _given(fact, *quote)]
        if not where or any(other.bound or other.value != fact.value for other in where):
            continue
        owned = any(_has(fact.bound, "owns", quote.text) for quote in quotes)
        if not owned and not _means_else(fact, claim.text):
            return Reason("other", f"{fact.bounding} {fact.text}", where[0].text)
    return None


def _given(fact: Fact, text: str, language: Language) -> list[Fact]:
    given = figures(text, language)
    return [other for other in given if other.value is not None and same(fact, other)]


def _is_open(fact: Fact) -> bool:
    return bool(fact.value) and not fact.bound and fact.kind not in ("date", "time", "name")


def _bounds_it(fact: Fact) -> bool:
    if not fact.value:
        return False
    return fact.bound in _LEAST or (fact.bound == "less" and fact.bounding.lower() not in _ALSO)


def _is_strict(fact: Fact) -> bool:
    bounding = fact.bounding.lower()
    if not fact.value or not bounding or bounding in _ALSO:
        return False
    words, but = _strict()
    return any(word in bounding for word in words) and not bounding.startswith(but)


def _means_else(fact: Fact, text: str) -> bool:
    """May the words before a figure bound nothing: *over 24 hours*, *a row over 40 jobs*?"""
    words, after = _open()
    if not words.fullmatch(fact.bounding):
        return False
    before = text[: fact.start].rstrip()[: -len(fact.bounding)]
    return fact.unit in LASTING or after.search(before) is not None


def lasts(text: str, language: Language) -> tuple[tuple[Fact, Fact], ...]:
    """The times of a text with both their ends: *from 9 am to 5 pm*."""
    if not has_digit(text) or tells_move(text, language):
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
def _strict() -> tuple[tuple[str, ...], tuple[str, ...]]:
    made = table("limits")["strict"]
    return tuple(made["words"].split("|")), tuple(made["but"].split("|"))


@cache
def _open() -> tuple[re.Pattern[str], re.Pattern[str]]:
    made = table("limits")["open"]
    return re.compile(made["words"], re.IGNORECASE), re.compile(made["after"], re.IGNORECASE)


@cache
def _words(section: str, kind: str) -> tuple[frozenset[str], tuple[str, ...]]:
    forms = table("limits")[section][kind].split()
    whole = frozenset(form[:-1] for form in forms if form.endswith("="))
    return whole, tuple(form for form in forms if not form.endswith("="))


@cache
def _between() -> re.Pattern[str]:
    return re.compile(table("limits")["ends"]["between"])
