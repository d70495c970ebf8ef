"""What a number counts: per cent, percentage points, an amount of money, a unit; and how exactly.

`attach` turns the bare numbers of a text into facts. It looks right after each number, and left
for a currency sign; then it looks along lists and ranges, where the unit is said once
(`5 to 10 per cent`, `entre 30 et 43 %`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from assistant.facts.facts import Fact, Kind, Language
from assistant.facts.tables import table

from . import currencies
from .bounds import bound_of
from .lettered import scaled
from .numbers import Number
from .said_once import inherit
from .signs import is_signed

_NOUN = re.compile(r"[ \u00a0][^\W\d_]|[.,]\d|[ \u00a0]?%")
_SMALLER = {"ft": "inch", "lb": "oz", "GBP": "oz", "stone": "lb", "hour": "minute"}
NO_UNIT = frozenset(
    "it:ha de:an en:an it:an de:ans en:won fr:won de:won it:won en:once de:once fr:once".split()
)
"""Forms of units that are other words in a language: *seit 1980 an*, *won in 2012*."""
_RANK = re.compile(
    r"(?:\bNo|\bNr|\bn|n°|nº|#|\bnumber|\bnuméro|\bNummer|\bnumero)\.?[ \u00a0]?$", re.IGNORECASE
)
"""Before a one that means the best, not a figure: *number one, Nr. 1*."""


_NO_CENTS = re.compile(r"[.,][-–—]{1,2}(?=[ \u00a0]?(?:€|Euro|EUR|CHF|Fr|franc|franken|franchi))")
"""Behind an amount without cents: *5,- Euro*."""
_DEGREES = frozenset({"C", "F", "deg"})
_BASIS = 100
"""Basis points of one percentage point."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure: its dimension and its size in the base unit of that dimension."""

    dimension: str
    factor: Decimal


@cache
def _frost() -> tuple[re.Pattern[str], ...]:
    """What stands before and behind degrees below zero."""
    return tuple(re.compile(words, re.IGNORECASE) for words in table("measures")["frost"].values())


@cache
def units() -> Mapping[str, Unit]:
    """Every unit by its symbol."""
    found = {}
    for dimension, members in table("measures")["units"].items():
        for symbol, (factor, _) in members.items():
            found[symbol] = Unit(dimension, Decimal(factor))
    return found


def attach(numbers: list[Number], text: str, language: Language) -> list[Fact]:
    """The facts that numbers make with what stands beside them.

    Args:
        numbers: in the order of the text.
        text: the text they were found in.
        language: of the text; an Italian `ha` is no hectare.
    """
    facts: list[Fact] = []
    kept: list[Number] = []
    for number in numbers:
        free = facts[-1].end if facts else 0
        if number.start >= free:
            facts.append(_measured(number, text, language, free))
            kept.append(number)
    for i in range(len(facts) - 2, -1, -1):
        facts[i] = inherit(facts[i], facts[i + 1], kept[i], kept[i + 1], text)
    return _composed(facts, text)


def _composed(facts: list[Fact], text: str) -> list[Fact]:
    """`5 feet 3 inches` is one length, `17 pounds 1 ounce` one weight."""
    whole: list[Fact] = []
    for fact in facts:
        last = whole[-1] if whole else None
        if (
            last is not None and last.value is not None and fact.value is not None
            and (fact.unit == _SMALLER.get(last.unit) or _is_minutes(last, fact, text))
            and text[last.end : fact.start] in (" ", ", ", " and ", " et ", " und ", " e ")
        ):  # fmt: skip
            known = units()
            large = "lb" if last.unit == "GBP" else last.unit
            small = known[_SMALLER[last.unit]]
            value = last.value + fact.value * small.factor / known[large].factor
            said = text[last.start : fact.end]
            whole[-1] = replace(
                last, kind="unit", unit=large, end=fact.end, text=said, value=round(value, 4)
            )
        else:
            whole.append(fact)
    return whole


def _is_minutes(hours: Fact, fact: Fact, text: str) -> bool:
    """Is a bare figure the minutes of an hour before it: *1 Stunde 30, 1 ora e 30*?"""
    if hours.unit != "hour" or fact.kind != "number" or fact.precision or len(fact.text) != 2:
        return False
    return fact.text.isdecimal() and fact.text < "60" and not _NOUN.match(text, fact.end)


def _measured(number: Number, text: str, language: Language, free: int) -> Fact:
    """A number with the unit after it, or a currency sign before it that stands at `free` or on."""
    bare = _NO_CENTS.match(text, number.end)
    start, end = number.start, bare.end() if bare else number.end
    kind: Kind = "number"
    unit = ""
    full = None if _ends_sentence(number, text) else currencies.behind(text, end)
    after = None if full or _ends_sentence(number, text) else _after().match(text, end)
    after_figure = text[max(0, start - 2) : max(0, start - 1)].isdigit()
    before = None
    if start and not after_figure:
        before = _currency_before().search(text, max(free, start - 5), start)
    if before and before.end() == start:
        kind, unit, start = "money", _currency_of(before[1]), before.start(1)
        if after and after.lastgroup == "money" and _currency_of(after["money"]) != "":
            end = after.end()  # $5 million US dollars
    elif after and f"{language}:{after[after.lastgroup or 0].lower()}" not in NO_UNIT:
        group = after.lastgroup or ""
        end = after.end()
        kind, unit = _kind_of(group, after[group])
    elif number.precision != "ordinal" and not _ends_sentence(number, text):
        kind, unit, start, end = _money(full, text, start, end, free, language)
    precision = number.precision
    if number.value == 1 and _RANK.search(text[max(0, start - 8) : start]):
        precision = "rank"
    said = text[start:end]
    # 1m people: a million in an English paper, a metre elsewhere
    value = number.value
    also = f"{value * 1_000_000}" if unit == "m" and said[-2].isdigit() else ""
    if kind == "number":
        end, value, also = scaled(text, end, value)
    bound, bounding = bound_of(text, start, number.end)
    start, value = _with_sign(unit, text, (start, end), number, value)
    if kind == "points" and after and after.lastgroup == "basis":
        value /= _BASIS
    return Fact(
        kind, start, end, text[start:end], value, unit, "", precision,
        bound, also, bounding,
    )  # fmt: skip


def _with_sign(
    unit: str, text: str, place: tuple[int, int], number: Number, value: Decimal
) -> tuple[int, Decimal]:
    """Where a figure begins and what it is, with a sign that stands apart: *-$5 million*."""
    start, end = place
    if unit in _DEGREES and _is_below_zero(text, start, end):
        return start, -value
    owed = 0 < start < number.start and value > 0 and is_signed(text, start - 1)
    return (start - 1, -value) if owed else (start, value)


def _is_below_zero(text: str, start: int, end: int) -> bool:
    before, behind = _frost()
    return bool(before.search(text[max(0, start - 7) : start]) or behind.match(text, end))


def _money(
    full: tuple[str, int] | None, text: str, start: int, end: int, free: int, language: Language
) -> tuple[Kind, str, int, int]:
    """What the names of rarer currencies around a number make of it: kind, unit, start, end."""
    found = full or currencies.noun_behind(text, end, language)
    if found:
        return "money", found[0], start, found[1]
    before = currencies.code_before(text, start)
    if before and before[1] >= free:
        return "money", before[0], before[1], end
    return "number", "", start, end


def _ends_sentence(number: Number, text: str) -> bool:
    """Is the full stop behind a number the end of its sentence: `by 2023. EUR 500 million`?"""
    bare = number.digits and number.scale == 1 and number.precision != "ordinal"
    return bare and text[number.end : number.end + 2] == ". "


def is_measured(text: str, end: int) -> bool:
    """Stands a unit of measure, other than of time, at this place?"""
    match = _after().match(text, end)
    return bool(match and match["unit"] and units()[unit_of(match["unit"])].dimension != "duration")


def _kind_of(group: str, form: str) -> tuple[Kind, str]:
    if group in ("percent", "points", "basis"):
        return ("percent" if group == "percent" else "points"), ""
    if group == "money":
        return "money", _currency_of(form)
    return "unit", unit_of(form)


def _forms(section: Mapping[str, object]) -> list[tuple[str, re.Pattern[str]]]:
    listed = []
    for symbol, forms in section.items():
        words = forms[1] if isinstance(forms, list) else forms
        listed += [(symbol, re.compile(_exact(form))) for form in str(words).split()]
    return listed


def _exact(form: str) -> str:
    """Abbreviations in their own case, words in any: `m` is metres, `M` is not."""
    short = sum(map(str.isalpha, form.replace("\\s", ""))) <= 3
    return form if short and "(" not in form and "[" not in form else f"(?i:{form})"


@cache
def currency_forms() -> list[tuple[str, re.Pattern[str]]]:
    """The codes of the currencies that are written in many ways, each with one of them."""
    return _forms(table("measures")["currencies"])


@cache
def _units() -> list[tuple[str, re.Pattern[str]]]:
    return [pair for members in table("measures")["units"].values() for pair in _forms(members)]


@cache
def _currency_of(form: str) -> str:
    return next((code for code, pattern in currency_forms() if pattern.fullmatch(form)), "")


@cache
def unit_of(form: str) -> str:
    """The symbol of a unit by one of its forms; nothing if it is none."""
    return next((symbol for symbol, pattern in _units() if pattern.fullmatch(form)), "")


def _alternatives(patterns: list[tuple[str, re.Pattern[str]]]) -> str:
    return "|".join(sorted((p.pattern for _, p in patterns), key=len, reverse=True))


@cache
def _after() -> re.Pattern[str]:
    percent = table("measures")["percent"]
    groups = (
        ("basis", "|".join(_exact(str(f)) for f in str(percent["basis"]).split())),
        ("points", "|".join(_exact(str(f)) for f in str(percent["points"]).split())),
        ("percent", "|".join(_exact(str(f)) for f in str(percent["percent"]).split())),
        ("money", _alternatives(currency_forms())),
        ("unit", _alternatives(_units())),
    )
    body = "|".join(f"(?P<{name}>{pattern})" for name, pattern in groups)
    return re.compile(rf"\.?[\s'’-]?(?i:de\s|d['’]|di\s|of\s)?(?:{body})(?!\w|['’]\w)")


@cache
def _currency_before() -> re.Pattern[str]:
    signs = [
        p for _, p in currency_forms() if re.search(r"\\\$|[€£¥₽₹₩₺₴]|\b[A-Z]{3}\b", p.pattern)
    ]
    body = "|".join(sorted((p.pattern for p in signs), key=len, reverse=True))
    return re.compile(rf"(?<![A-Za-z])({body})[ \u00a0\u202f]?$")
