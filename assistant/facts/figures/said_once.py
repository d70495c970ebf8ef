"""What a list or a range says once, behind its last figure: `5 to 10 million euros`."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.facts.dates.calendars import is_year
from assistant.facts.facts import Fact

from .numbers import Number

_LIST = re.compile(
    r"(?:, ?|,? (?:and|or|to|by|et|ou|à|par|und|oder|bis|auf|mal|bzw\.|e|o|a|ed|per)"
    r"(?: (?:the|les?|la|i|il|gli|die|den|der))? |[ \u00a0]?[-–—/x×][ \u00a0]?)"
    r"(?:[$€£] ?)?",
    re.IGNORECASE,
)
"""Between two figures of a list or a range."""
_RANGE = re.compile(r" (?:to|à|bis|auf|a) |[ \u00a0]?[-–—][ \u00a0]?", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:between|entre|zwischen|tra|fra) \Z", re.IGNORECASE)
"""Before a range that is written with *and*."""
_AND = frozenset((" and ", " et ", " und ", " e "))
_LONGEST_GAP = 14
_MOST_PERCENT = 1000
"""More than this is no percentage, whatever stands after the next figure of the list."""


def inherit(fact: Fact, following: Fact, number: Number, after: Number, text: str) -> Fact:
    """`5` in `5 to 10 million dollars` is five million dollars.

    Args:
        fact: what the first figure makes with what stands beside it.
        following: the same of the next.
        number: the first figure.
        after: the next.
        text: both stand in it.
    """
    told = _scaled if fact.kind == following.kind == "money" else _counted
    return told(fact, following, number, after, text)


def _counted(fact: Fact, following: Fact, number: Number, after: Number, text: str) -> Fact:
    if fact.kind != "number" or number.precision == "ordinal":
        return fact
    if is_year(text, fact.start, fact.end):
        return fact
    gap = text[fact.end : following.start] + text[following.start : after.start]
    if len(gap) > _LONGEST_GAP or not _LIST.fullmatch(gap):
        return fact
    value, also = fact.value, fact.also
    grouped = after.value >= 1000 and after.value % 1000 == 0 and after.scale == 1
    if grouped and value is not None and value < after.value / 1000 and _RANGE.fullmatch(gap):
        also = f"{value * 1000}"  # 50-100.000 euros
    if after.scale > 1 and number.scale == 1 and value is not None:
        if _RANGE.fullmatch(gap):
            value, also = value * after.scale, f"{value}"
        else:
            also = f"{value * after.scale}"  # 2 and 1.4 billion, respectively
    if following.kind == "number":
        return replace(fact, value=value, also=also)
    if fact.bound and not _RANGE.fullmatch(gap):
        return replace(fact, also=also)  # citizens over 65 and 20 % of voters
    if following.kind == "percent" and value is not None and value > _MOST_PERCENT:
        return fact
    return replace(fact, kind=following.kind, unit=following.unit, value=value, also=also)


def _scaled(fact: Fact, following: Fact, number: Number, after: Number, text: str) -> Fact:
    """`$20` in `$20 to $30 million` is twenty million dollars; not so `$500 to $1 million`."""
    if number.scale > 1 or after.scale == 1 or fact.unit != following.unit:
        return fact
    gap = text[fact.end : following.start]
    between = gap in _AND and _BETWEEN.search(text[max(0, fact.start - 9) : fact.start])
    smaller = number.value < after.value / after.scale and fact.end == number.end
    if not smaller or not (between or _RANGE.fullmatch(gap)):
        return fact
    return replace(fact, value=number.value * after.scale)
