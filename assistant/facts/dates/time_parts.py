"""Which part of a month, a year or a century is meant: *early May, fin 2019, Mitte der 1990er*."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from assistant.facts.facts import Fact, Language
from assistant.facts.finding import figures
from assistant.facts.tables import table
from assistant.facts.text.letters import word_set

from .dates import parts
from .eras import seasons_alone

Part = Literal["begin", "middle", "end"]

_SPANS = ("year", "month", "decade", "century", "season")
_REACH = 40
"""Characters before a date in which its part is told."""
_DAYS: dict[Part, range] = {"begin": range(1, 16), "middle": range(6, 26), "end": range(16, 32)}
_MONTHS: dict[Part, range] = {"begin": range(1, 7), "middle": range(3, 11), "end": range(7, 13)}
"""Days and months that may be in a part, generously."""


class TimePart(NamedTuple):
    """A part of a time that a text speaks of."""

    part: Part
    of: Fact
    words: str


def time_parts(text: str, language: Language) -> tuple[TimePart, ...]:
    """Every part of a month, a year, a decade, a century or a season that a text tells."""
    if _cues(language).isdisjoint(word_set(text)):
        return ()
    found = []
    dates = [f for f in figures(text, language) if f.kind == "date" and f.precision in _SPANS]
    for fact in (*dates, *seasons_alone(text)):
        ahead = max(0, fact.start - _REACH)
        match = _pattern(language).search(text[ahead : fact.start])
        if match and match.lastgroup:
            part: Part = match.lastgroup  # type: ignore[assignment]
            found.append(TimePart(part, fact, text[ahead + match.start(part) : fact.end]))
    return tuple(found)


def is_of(one: Fact, other: Fact) -> bool:
    """Do two dates speak of one month, year, decade or century, where both say which?"""
    if one.precision != other.precision:
        return False
    if one.precision not in ("month", "season"):
        return one.key == other.key
    ours, theirs = parts(one.key), parts(other.key)
    return ours[1] == theirs[1] and (ours[0] == theirs[0] or not ours[0] or not theirs[0])


def is_beyond(told: TimePart, date: Fact) -> bool:
    """Is a day or a month surely in another part: *28 May* for *early May*?"""
    (year, month, _), (its_year, its_month, its_day) = parts(told.of.key), parts(date.key)
    if date.kind != "date" or date.also or (year and its_year and year != its_year):
        return False
    if told.of.precision == "month" and date.precision == "day" and month == its_month:
        return int(its_day) not in _DAYS[told.part]
    if told.of.precision == "year" and year == its_year and its_month.isdecimal():
        return int(its_month) not in _MONTHS[told.part]
    return False


@cache
def _cues(language: Language) -> frozenset[str]:
    return frozenset(table("time_parts")[language]["cues"].split())


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    words = table("time_parts")[language]
    named = "|".join(f"(?P<{part}>{words[part]})" for part in _DAYS)
    return re.compile(rf"(?<!\w)(?:{named}){words['link']}$", re.IGNORECASE)
