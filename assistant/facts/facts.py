"""The one noun of this package: a fact that a text asserts, and where.

A `Fact` is a figure, a date, a clock time or a name, cut out of a text with its exact place
and with one canonical reading, the same for the same thing in all four languages: `138 billion
dollars`, `138 milliards de dollars`, `138 Milliarden Dollar` and `138 miliardi di dollari` are
four texts with one value.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Language = Literal["en", "fr", "de", "it"]
"""The four languages that facts are read in and written in."""

LANGUAGES: tuple[Language, ...] = ("en", "fr", "de", "it")

Kind = Literal["number", "percent", "points", "money", "unit", "date", "time", "name"]
"""`points` are percentage points: a rise from 10 % to 12 % is 2 points, not 2 per cent."""

Precision = Literal[
    "", "ordinal", "rank", "word", "vague",  # of a number
    "century", "decade", "year", "season", "month", "day", "weekday", "relative",  # of a date
    "hour", "minute",  # of a clock time
]  # fmt: skip

Bound = Literal["", "about", "near", "more", "less", "exact"]
"""What the text says of a figure: nothing, about it, nearly it, more than it, less than it, it to
the dot."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure, date, clock time or name in a text; always `source[start:end] == text`."""

    kind: Kind
    start: int
    """First code point of the fact in the text it was found in."""
    end: int
    """One past its last code point."""
    text: str
    value: Decimal | None = None
    """The number, scale words multiplied in; None for dates, times and names."""
    unit: str = ""
    """ISO 4217 code of money (`USD`), symbol of a unit (`km`), code of a relative date (`-1d`);
    of a name `place` or `code` where it is known to be one."""
    key: str = ""
    """A date as ISO 8601 (`2025-01-23`, `2025-01`, `--01-23`, `198x`, `c19`, `W7`; `2020-S1` is the
    spring of 2020), a clock time as `HH:MM`, a name folded for comparison, a code without its
    hyphens (`COVID19`)."""
    precision: Precision = ""
    bound: Bound = ""
    also: str = ""
    """The other reading of an ambiguous date: `03/04/2025` in English."""
    bounding: str = ""
    """The words of its bound: `more than`."""
