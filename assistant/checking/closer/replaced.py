"""Is what was so before told as what is so now: *costs 9 euros* for *costs 12 euros instead of 9*?

A quote that tells what something was and what it is has two figures of one kind, and both may be
found. The former one is a claim's only if the claim says that it tells of before: by a word, by the
day that the quote has beside it, or by a past form where the quote tells of the present.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from assistant.checking import sentence_ends
from assistant.checking.figured import figured
from assistant.checking.meaning import Meaning
from assistant.facts import Fact, Language, figures
from assistant.facts.comparing import same
from assistant.facts.figures.order import is_from, tells_move
from assistant.facts.figures.parts import changes_verb, part
from assistant.facts.reasons import Reason
from assistant.facts.tables import table
from assistant.facts.text.cued import cued
from assistant.facts.text.tenses import tells_past

from .rules import Sentence

_WHEN = ("date", "time")
_YEAR = 4
_LAX = ("fr", "it")
"""Languages that have a past form of their own for what lasted."""


class Replaced(NamedTuple):
    """Two figures of a text of which the one is in place of the other."""

    old: Fact
    new: Fact
    before: tuple[Fact, ...]
    """The days and years that are told with the old one."""
    now: tuple[Fact, ...]
    """Those that are told with the new one."""


@lru_cache(maxsize=2048)
def replaced(text: str, language: Language) -> tuple[Replaced, ...]:
    """What is in place of what in a text."""
    facts = figures(text, language)
    if sum([fact.kind != "name" for fact in facts]) < 2:
        return ()
    told = [_with_days(text, facts, *pair) for pair in _pairs(text, language, facts)]
    return (*told, *_more_than(text, language, facts))


def _more_than(text: str, language: Language, facts: Sequence[Fact]) -> Iterator[Replaced]:
    """What is more or less than before, which no figure tells: *410, 35 more than last year*."""
    for at, by in enumerate(facts):
        if part(text, by, language) not in ("more", "less"):
            continue
        same_kind = [f for f in facts[:at] if f.value and (f.kind, f.unit) == (by.kind, by.unit)]
        behind = text[by.end : sentence_ends.stops(text, by.end)]
        days = [f for f in facts[at:] if _is_day(f) and f.start < by.end + len(behind)]
        if same_kind and (days or cued("replaced", "earlier", language).search(behind)):
            now = [f for f in facts[:at] if f.kind == "date" and f is not same_kind[-1]]
            yield Replaced(by, same_kind[-1], tuple(days), tuple(now))


def _is_day(fact: Fact) -> bool:
    """Is a figure a date, or a year that looks bounded: *less than 2025*?"""
    return fact.kind == "date" or (len(fact.text) == _YEAR and fact.text.isdecimal())


def _pairs(text: str, language: Language, facts: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """The old and the new figure of every such pair."""
    side = figured(text, language, None)
    for pair in side.pairs:
        when = pair.first.kind in _WHEN
        if pair.kind == "change" and (tells_move(text, language) if when else _changes(text)):
            yield pair.first, pair.second
    for change in side.changes:
        old, new = change.before, change.after
        if new.end < old.start and not _is_loose(text[new.end : old.start], new):
            yield old, new
    for a, b in pairwise([fact for fact in facts if fact.kind in _WHEN]):
        if a.kind == b.kind and _instead(language).fullmatch(text, a.end, b.start):
            yield b, a


def _is_loose(gap: str, new: Fact) -> bool:
    """May what stands between two figures only tell what came after what: *3 died after 2*?"""
    return new.kind == "number" and _was("weak").search(gap) is not None


def _with_days(text: str, facts: Sequence[Fact], old: Fact, new: Fact) -> Replaced:
    first, last = sorted((old, new), key=lambda fact: fact.start)
    begins = sentence_ends.begins(text, first.start)
    end = sentence_ends.stops(text, last.end)
    until = new.start if old.start < new.start else end
    days = [f for f in facts if f.kind == "date" and f not in (old, new)]
    days = [f for f in days if begins <= f.start < end]
    before = tuple(f for f in days if old.start < f.start < until)
    return Replaced(old, new, before, tuple(f for f in days if f not in before))


@lru_cache(maxsize=2048)
def has_figure(text: str, language: Language) -> bool:
    """Has a text a figure that may be the former one?"""
    return any(fact.kind != "name" for fact in figures(text, language))


def former(claim: Sentence, quotes: Sequence[Sentence], _: Meaning) -> Reason | None:
    """Say if a claim has what was before as what is, or the other way round.

    Args:
        claim: a sentence that is otherwise supported.
        quotes: what it is held against.
    """
    said = [fact for fact in figures(*claim) if fact.kind != "name"]
    given = [fact for quote in quotes for fact in figures(*quote)]
    for quote in quotes:
        for one in replaced(*quote):
            ours = [fact for fact in said if _is(fact, one.old)]
            theirs = [fact for fact in said if _is(fact, one.new)]
            if len(ours) + len(theirs) != 1:
                continue
            fact = (ours or theirs)[0]
            if sum([_is(fact, other) for other in given]) > 1:
                continue  # the quotes have it once more, of something else
            days = [day for day in said if day.kind == "date" and day is not fact]
            if ours and not _owns(claim, fact, days, one, quote):
                return Reason("other", fact.text, one.new.text)
            if theirs and _tells_before(claim, days, one):
                return Reason("other", fact.text, one.old.text)
    return None


def _is(ours: Fact, theirs: Fact) -> bool:
    if (ours.kind in _WHEN) != (theirs.kind in _WHEN):
        if ours.value is not None and theirs.value is not None:
            return ours.value == theirs.value  # last year 1,127 came
        return "time" in (ours.kind, theirs.kind) and same(ours, theirs)  # 1 h 30
    return same(ours, theirs)


def _owns(
    claim: Sentence, fact: Fact, days: Sequence[Fact], one: Replaced, quote: Sentence
) -> bool:
    """Does a claim with the former figure tell of before?"""
    if any(_is(day, other) for day in days for other in one.now):
        return False
    if any(_is(day, other) for day in days for other in one.before):
        return True
    if is_from(claim.text, claim.language, fact):
        return True
    if cued("replaced", "earlier", claim.language).search(claim.text):
        return True
    if _lasted(claim.language).search(claim.text) is None:
        return False
    return claim.language in _LAX or not tells_past(*quote)


def _tells_before(claim: Sentence, days: Sequence[Fact], one: Replaced) -> bool:
    """Does a claim with the new figure tell of before, and compare nothing?"""
    if _changes(claim.text) or _was("compares").search(claim.text):
        return False
    if any(_is(day, other) for day in days for other in one.now):
        return False
    if any(_is(day, other) for day in days for other in one.before):
        return True
    told = [day for day in days if day.precision != "relative"]
    return not told and cued("replaced", "earlier", claim.language).search(claim.text) is not None


@cache
def _instead(language: Language) -> re.Pattern[str]:
    return re.compile(rf",? {table('replaced')['instead'][language]} ?", re.IGNORECASE)


def _changes(text: str) -> bool:
    return changes_verb(text) or _was("changes").search(text) is not None


@cache
def _was(kind: str) -> re.Pattern[str]:
    return re.compile(table("replaced")["was"][kind], re.IGNORECASE)


@cache
def _lasted(language: Language) -> re.Pattern[str]:
    return re.compile(table("replaced")["lasted"][language], re.IGNORECASE)
