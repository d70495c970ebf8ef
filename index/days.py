"""Dates with a year, as they are written in the four languages, made ISO 8601.

A date is as precise as it is sure: ``2025-01`` where only the month is given, and ``2026`` for
``03/04/2026`` in an English text, which may mean March or April.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = (
    "january jan janvier janv januar jänner jän gennaio gen",
    "february feb février févr fév fevrier februar feber febbraio febb",
    "march mar mars märz mrz marzo",
    "april apr avril avr aprile",
    "may mai maggio mag",
    "june jun juin juni giugno giu",
    "july jul juillet juil juli luglio lug",
    "august aug août aout agosto ago",
    "september sept sep septembre settembre sett set",
    "october oct octobre oktober okt ottobre ott",
    "november nov novembre",
    "december dec décembre déc dezember dez dicembre dic",
)
_NUMBER = {name: at for at, names in enumerate(_MONTHS, start=1) for name in names.split()}
_NAME = rf"(?P<name>{'|'.join(sorted(_NUMBER, key=len, reverse=True))})\b\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_DAY = r"(?<![\d.,])(?P<day>\d{1,2})"
_SPACE = r"[ \t\u00a0\u202f]{1,3}"
_DATE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)(?:-(?P<day>\d\d))?(?![\d-])",
        r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<sep>[/.])(?P<month>\d\d)(?P=sep)(?P<day>\d\d)(?!\d)",
        rf"{_DAY}(?:er|st|nd|rd|th|\.|º|°)?{_SPACE}(?:of |de )?{_NAME},?{_SPACE}{_YEAR}",
        rf"\b{_NAME}{_SPACE}{_DAY}(?:st|nd|rd|th)?,?{_SPACE}{_YEAR}",
        rf"(?<![\d/.]){_DAY}(?P<sep>[./-]) ?(?P<month>\d{{1,2}})(?P=sep) ?"
        r"(?P<year>(?:19|20)\d\d|\d\d)(?![\d/.]\d)",
        rf"\b{_NAME}{_SPACE}{_YEAR}",
    )
)
_FULL_YEAR = re.compile(r"(?:19|20)\d\d")
_JOINED = re.compile(r"\d[./-] ?\d")


@dataclass(frozen=True, slots=True)
class Day:
    """A date found in a text."""

    start: int
    end: int
    value: str
    """ISO 8601: a year, a month or a day."""


def dates(text: str, language: str, start: int = 0, end: int | None = None) -> Iterator[Day]:
    """Find the dates that name a year, in order, none inside another."""
    end = len(text) if end is None else end
    found: list[Day] = []
    # All but the fifth need a year in full, and that one a sign between figures.
    full = _FULL_YEAR.search(text, start, end) is not None
    short = _JOINED.search(text, start, end) is not None
    for pattern in _DATE:
        if not (short if pattern is _DATE[4] else full):
            continue
        for match in pattern.finditer(text, start, end):
            value = _value(match, language)
            if value and not any(d.start < match.end() and match.start() < d.end for d in found):
                found.append(Day(match.start(), match.end(), value))
    yield from sorted(found, key=lambda day: day.start)


def span(value: str) -> tuple[str, str]:
    """The first and last day that an ISO date of any precision may mean."""
    if len(value) == 4:
        return f"{value}-01-01", f"{value}-12-31"
    if len(value) == 7:
        return f"{value}-01", f"{value}-31"
    return value, value


def latest() -> str:
    """The last day that a document of today may bear, somewhere on earth.

    By the machine's clock alone: a day fixed here would let dates to come by until it had passed.
    """
    return (date.today() + timedelta(days=1)).isoformat()


def is_date(value: str) -> bool:
    """Whether it is an ISO 8601 year, month or day."""
    parts = value.split("-")
    if [len(part) for part in parts] not in ([4], [4, 2], [4, 2, 2]):
        return False
    if not all(part.isascii() and part.isdigit() for part in parts):
        return False
    return _iso(*(int(part) for part in parts)) is not None


def _value(match: re.Match[str], language: str) -> str | None:
    groups = match.groupdict()
    year = int(groups["year"])
    year += 2000 if year < 70 else 1900 if year < 100 else 0
    day = int(groups["day"]) if groups.get("day") else None
    month = _NUMBER[groups["name"].lower()] if groups.get("name") else int(groups["month"])
    day_first = "name" not in groups and match.re is _DATE[4]
    if day_first and language == "en" and day is not None and groups["sep"] != ".":
        if month > 12 >= day:
            day, month = month, day  # 12/31/2025 can only be December
        elif day <= 12 and day != month:
            return _iso(year)
    return _iso(year, month, day)


def _iso(year: int, month: int | None = None, day: int | None = None) -> str | None:
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None)])
