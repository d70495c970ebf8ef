"""Do two facts say the same? Equal, converted, or a rival: same kind of thing, other content."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from functools import lru_cache

from assistant.facts.dates.dates import parts
from assistant.facts.dates.eras import months_of
from assistant.facts.figures.currencies import same_money
from assistant.facts.figures.lettered import same_letter
from assistant.facts.figures.measures import units
from assistant.facts.figures.rounded import LEAST_ROUNDED, are_plain, is_rounded

from .facts import Fact

_ROUNDING = Decimal("0.03")
"""Translators round: ten miles become 16 km. Relative error allowed to a converted figure."""

_COARSEST = Decimal("0.05")
"""The same where the rounder of the two has few digits: three inches are 8 cm."""

_ABOUT = Decimal("0.05")
"""How far from a figure `about` may be."""

_DOZEN = Decimal("1.2")
_ABOUT_TWENTY = 20
"""From here on a collective is a rounded figure: *une quarantaine*, *una ventina*."""
_FIGURES = re.compile(r"\d+")
_OPPOSED_BOUNDS = (
    {"more", "less"}, {"about", "exact"}, {"near", "exact"}, {"near", "more"}, {"more", "exact"},
    {"less", "exact"},
)  # fmt: skip
_LOOSE_HALF = Decimal("1.4")
"""Up to so many halves are *more than half*."""
_DAYS = {"day": 1, "week": 7}
_DEGREES = frozenset({"C", "F", "deg"})
_ONE_WORD = (frozenset({"GBP", "lb"}), frozenset({"t", "ton"}))
"""Units that one word means or translators take for each other: `pounds` is money or a weight."""


def same(claim: Fact, source: Fact) -> bool:
    """Does the source's fact state the claim's fact, at least as exactly?"""
    counted = claim.value is not None and source.value is not None
    if counted and "time" not in (claim.kind, source.kind):
        lettered = not (claim.also or source.also) or same_letter(claim, source)
        return lettered and _same_value(claim, source) and compatible(claim, source)
    if "time" in (claim.kind, source.kind) and claim.kind != source.kind:
        return _is_hour_of(*((source, claim) if claim.kind == "time" else (claim, source)))
    if {claim.kind, source.kind} == {"date", "number"}:
        return _is_day_of(*((claim, source) if claim.kind == "number" else (source, claim)))
    if "name" in (claim.kind, source.kind):
        return _same_code(claim, source)
    if claim.kind != source.kind:
        return False
    if claim.kind == "time":
        return bool({claim.key, claim.also or claim.key} & {source.key, source.also or source.key})
    if claim.kind == "date":
        return _same_date(claim, source)
    return claim.key == source.key


def converted(claim: Fact, source: Fact) -> bool:
    """Is the claim's figure the source's, rightly converted into another unit?"""
    if claim.value is None or source.value is None:
        return False
    if claim.unit in _DEGREES and source.unit in _DEGREES:
        return _same_temperature(claim, source)
    if claim.unit == source.unit:
        return False
    if "cent" in (claim.unit, source.unit) and "money" in (claim.kind, source.kind):
        coin, money = (claim, source) if claim.unit == "cent" else (source, claim)
        return coin.value == 100 * (money.value or 0)
    if {claim.unit, source.unit} == {"day", "week"}:  # quinze jours are two weeks
        return abs(claim.value * _DAYS[claim.unit] - source.value * _DAYS[source.unit]) <= 1
    a, b = _amount(claim), _amount(source)
    if a is None or b is None or a[0] != b[0]:
        return False
    allowed = max(_ROUNDING, min(_COARSEST, _slack(claim, source)))
    return abs(a[1] - b[1]) <= max(abs(b[1]), abs(a[1])) * allowed


def _same_temperature(claim: Fact, source: Fact) -> bool:
    """Degrees whose scale is unsaid are tried both ways; half a degree and rounding are allowed."""
    if claim.value is None or source.value is None:
        return False
    ways = []
    if claim.unit != "C" and source.unit != "F":
        ways.append((claim.value - 32) * 5 / 9 - source.value)
    if claim.unit != "F" and source.unit != "C":
        ways.append((source.value - 32) * 5 / 9 - claim.value)
    return any(abs(way) <= Decimal("0.7") for way in ways)


def compatible(claim: Fact, source: Fact) -> bool:
    """May two equal values be the same fact? A unit left out on one side does not part them."""
    kinds = {claim.kind, source.kind}
    if claim.kind == source.kind:
        if claim.unit == source.unit or not claim.unit or not source.unit:
            return True
        if "deg" in (claim.unit, source.unit) and claim.unit in _DEGREES >= {source.unit}:
            return True  # a scale left out
        if claim.kind == "money":
            return same_money(claim.unit, source.unit, claim.text, source.text)
        return {claim.unit, source.unit} in _ONE_WORD
    if {claim.unit, source.unit} in _ONE_WORD:
        return True
    if kinds == {"percent", "number"}:
        return claim.kind == "number" or (source.value is not None and source.value <= 100)
    return "number" in kinds and "name" not in kinds


def rivals(claim: Fact, source: Fact) -> bool:
    """Could the source's fact be what the claim should have said?"""
    if claim.kind == "date" and source.kind == "date":
        return _date_class(claim) == _date_class(source)
    if claim.kind == source.kind == "name":
        return claim.unit == source.unit == "code" and claim.key[:1] == source.key[:1]
    if claim.kind == source.kind == "unit":
        known = units()
        return known[claim.unit].dimension == known[source.unit].dimension
    numeric = {"number", "percent", "points", "money", "unit"}
    if claim.kind in numeric and source.kind in numeric:
        if claim.value == source.value:
            return True  # other unit or currency
        return claim.kind == source.kind
    return claim.kind == source.kind


def _is_day_of(number: Fact, date: Fact) -> bool:
    """Is an ordinal the day of a date, in `the 16th and 17th` for *16. und 17. Dezember*?"""
    if number.precision != "ordinal" or number.unit or not number.text[:1].isdigit():
        return False
    return date.precision == "day" and date.key[-2:] == f"{number.value:02.0f}"


def _is_hour_of(figure: Fact, time: Fact) -> bool:
    """May a figure be a clock time: `4h` or a duration, *drei Uhr* or three of something?"""
    if figure.value is None or not (figure.unit == "hour" or figure.precision == "word"):
        return False
    minutes = figure.value * 60  # 5h30 may be five and a half hours, 24h a whole day
    return f"{int(minutes) // 60 % 24:02}:{int(minutes) % 60:02}" in (time.key, time.also)


def _same_code(one: Fact, other: Fact) -> bool:
    """A name with figures, written in one word or in two: `Ariane5` and `Ariane 5`, `A1GP`."""
    if one.key == other.key and one.kind == other.kind:
        return True
    code, beside = (one, other) if one.unit == "code" else (other, one)
    if code.unit != "code":
        return False
    if not code.key[:1].isalpha() and not code.key.isdecimal():
        return False  # 99people: to the letter or not at all
    digits = _FIGURES.findall(code.key)
    if beside.value is not None:
        return not beside.unit and digits == [f"{beside.value:f}"]
    whole = beside.unit == "code" and digits == _FIGURES.findall(beside.key)
    return whole and (code.key.startswith(beside.key) or beside.key.startswith(code.key))


def _same_value(claim: Fact, source: Fact) -> bool:
    """Do two figures agree in one of the readings that each of them has?"""
    a, b = claim.value, source.value
    if a is None or b is None:
        return False
    if a != b and are_plain(claim, source) and abs(a) != abs(b):
        # most pairs of figures end here, which spares them the rest
        return abs(a) >= LEAST_ROUNDED and not claim.bound and is_rounded(claim, source)
    if _agree(claim, source, a, b):
        return True
    ours = {a, Decimal(claim.also or a)}
    theirs = {b, Decimal(source.also or b)}
    return len(ours) + len(theirs) > 2 and bool(ours & theirs)


def _agree(claim: Fact, source: Fact, a: Decimal, b: Decimal) -> bool:
    frost = a * b < 0 and claim.unit in _DEGREES and source.unit in _DEGREES
    if frost or _excludes(claim, source):
        return False
    a, b = abs(a), abs(b)
    if claim.precision == source.precision == "vague":  # dozens are tens to an Italian
        return max(a, b) <= min(a, b) * _DOZEN
    if claim.precision == "vague" and a >= _ABOUT_TWENTY:  # une quarantaine
        return abs(a - b) <= b * _ABOUT
    if "vague" in (claim.precision, source.precision):
        return a == b and (a >= _ABOUT_TWENTY or (a >= 10 and claim.bound in ("about", "near")))
    if a == b:
        return True
    if "percent" in (claim.kind, source.kind) and claim.kind != source.kind:
        return a == b * 100 or b == a * 100  # half of them, 50 %
    if claim.bound in ("", "exact") or len(_digits(a)) >= len(_digits(b)):
        # only a rounder figure can be about, above or below a finer one
        return not claim.bound and is_rounded(claim, source)
    if claim.bound in ("about", "near"):
        return abs(a - b) <= b * _ABOUT
    if claim.bound == "more":
        most = _LOOSE_HALF if claim.precision == "word" or len(_digits(a)) < 2 else Decimal("1.1")
        return source.bound != "less" and a < b <= a * most
    return source.bound != "more" and a * Decimal("0.9") <= b < a


def _excludes(claim: Fact, source: Fact) -> bool:
    """Do the bounds of two figures exclude each other: *exactly 40, une quarantaine*?"""
    if claim.bound == "exact" and source.precision == "vague":
        return True
    return claim.bound != source.bound and {claim.bound, source.bound} in _OPPOSED_BOUNDS


def _digits(value: Decimal) -> str:
    """The significant digits of a number: 4 for forty thousand."""
    return "".join(map(str, value.normalize().as_tuple().digits))


def _slack(claim: Fact, source: Fact) -> Decimal:
    """Half a unit in the last digit of the rounder figure, as a share of it."""
    return max(_last_digit(claim), _last_digit(source))


def _last_digit(fact: Fact) -> Decimal:
    value = abs(fact.value or Decimal(0))
    if not value:
        return Decimal(0)
    digits = value.normalize()
    step = Decimal(1).scaleb(int(digits.as_tuple().exponent))
    return min(Decimal("0.06"), step / 2 / value)


@lru_cache(maxsize=4096)
def _amount(fact: Fact) -> tuple[str, Decimal] | None:
    """A figure in the base unit of its dimension."""
    if fact.value is None:
        return None
    symbol = (
        "lb" if fact.unit == "GBP" and re.search(r"pound|Pfund|livre", fact.text) else fact.unit
    )
    unit = units().get(symbol)
    if unit is None:
        return None
    if unit.dimension == "temperature":
        return None
    return unit.dimension, fact.value * unit.factor


def _date_class(fact: Fact) -> str:
    if fact.precision in ("weekday", "relative", "decade", "century", "year"):
        return fact.precision if fact.precision != "decade" else "year"
    return "calendar"


def _weekday(key: str) -> str:
    """The key of the day of the week of an ISO day; empty where the day is not fully known."""
    try:
        return f"W{datetime.date.fromisoformat(key).isoweekday()}"
    except ValueError:
        return ""


def _same_weekday(claim: Fact, source: Fact) -> bool:
    """Is it the day of a date, or the day before the night to another: *die Nacht auf Dienstag*?"""
    if source.precision in ("day", "relative"):
        return claim.key == _weekday(source.key)  # Sunday, on 30 September 2018
    if bool(claim.also) == bool(source.also) or claim.key == source.key:
        return claim.key == source.key
    return (claim.also or claim.key) == (source.also or source.key)


def _same_date(claim: Fact, source: Fact) -> bool:
    if claim.precision == "weekday":
        return _same_weekday(claim, source)
    if claim.key and claim.key in (source.key, source.also):
        return True
    if claim.also and claim.also == source.key:
        return True
    if claim.unit and claim.unit == source.unit:
        return True
    if not claim.key or not source.key:
        return False
    if "W" in claim.key + source.key:
        return False
    if claim.precision == "decade":
        return source.key.startswith(claim.key[:3]) and source.precision != "decade"
    if (
        claim.bound in ("about", "near") and source.precision == "decade"
    ):  # about 1350, in the 1350s
        return claim.key == f"{source.key[:3]}0"
    if claim.precision == "century" or source.precision in ("century", "decade"):
        year = parts(source.key)[0].replace("x", "1")
        return year.isdigit() and claim.key == f"c{-(-int(year) // 100)}"
    return covers(claim, source)


def covers(claim: Fact, source: Fact) -> bool:
    """Is every part that a calendar date names in the other one?"""
    wanted, given = parts(claim.key), parts(source.key)
    if claim.precision == "season" and source.precision in ("month", "day"):
        return wanted[0] == given[0] and int(given[1]) in months_of(wanted[1])
    return all(not w or w == g for w, g in zip(wanted, given, strict=True))
