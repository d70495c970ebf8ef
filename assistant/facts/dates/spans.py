"""How long something lasts that has both its days: *from 17 to 23 May* is seven days."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from assistant.facts.facts import Fact
from assistant.facts.figures.measures import units

from .dates import parts

_ANY_YEAR = 2001
"""A year that stands for one that is not told."""
_MOST = 61
"""Days of a time that is counted to the day: how long a longer one lasts is rounded."""


def days_between(first: Fact, last: Fact) -> int:
    """How many days lie between two; 0 if that is not plain."""
    ends = [*_calendar(first), *_calendar(last)]
    return max(0, (ends[1] - ends[0]).days) if len(ends) == 2 else 0


def is_as_long(said: Fact, days: int) -> bool:
    """Is a length of so many days, or weeks, that between two days, the last one counted or not?"""
    if said.value is None or not days:
        return False
    told = float(said.value * units()[said.unit].factor / units()["day"].factor)
    slack = 1 if said.unit == "week" or days > _MOST else 0
    return days - slack <= told <= days + 1 + slack


def _calendar(fact: Fact) -> Iterator[datetime.date]:
    if fact.kind == "date" and fact.precision == "day":
        year, month, day = parts(fact.key)
        try:
            yield datetime.date(int(year or _ANY_YEAR), int(month), int(day))
        except ValueError:
            return
