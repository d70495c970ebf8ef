"""Finding the facts of a text: dates and times first, then numbers with what they count."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from . import dates, measures, names, numbers, spoken_times, times
from .facts import Fact, Language
from .measures import is_year
from .taken import Taken

_CODE = re.compile(
    r"(?<![\w.,-])(?:[A-Z]{1,5}[-‑]?\d{1,4}|[A-Z][A-Za-z]{0,9}\d{1,4})(?:[A-Z]{1,2})?"
    r"(?=s?(?:[^\w%.,]|[.,](?!\d)|$))"
)
_SPAN = re.compile(
    r"\b(?:an?|one|une?|ein(?:e[mnrs]?)?|uno)[ \u00a0]"
    r"(?:(?P<century>century|siècle|Jahrhundert|secolo)|(?:decade|décennie|Jahrzehnt|decennio))(?!\w)"
)
_HALF = re.compile(
    r"\b(?:(?:more|less|over|about|nearly|almost|by|than|only|around) half"
    r"(?!-|[ -](?:an?|past|time)\b)"
    r"|(?<!first )(?<!second )(?<!other )half"
    r"(?= (?:of )?(?:the|its|his|her|their|our|those|these|all|them|us)\b)"
    r"|(?<!première )(?<!seconde )(?<!deuxième )moitié|(?<!erste )(?<!ersten )(?<!zweite )"
    r"(?<!zweiten )Hälfte|(?<!\b[aA] )(?<!prima )(?<!seconda )metà)(?!\w)"
)
"""A half of something that can be counted, and no half of a match or a year."""

MAX_CHARACTERS = 200_000
"""Text beyond this is not read: nobody states a fact in a sentence that long."""


def find(text: str, language: Language, today: datetime.date | None = None) -> tuple[Fact, ...]:
    """Every fact that a text asserts, in order, without overlaps.

    Args:
        text: a sentence or a passage, in any encoding accident; never an error.
        language: the language it is read in; decides `1.500`, `billion` and `03/04/2025`.
        today: the day the text was written, where known; resolves `gestern` and `last month`.

    Returns:
        Facts with code-point offsets into `text`: for each, `text[f.start:f.end] == f.text`.
    """
    return _find(text[:MAX_CHARACTERS], language, today)


@lru_cache(maxsize=8192)
def _find(text: str, language: Language, today: datetime.date | None) -> tuple[Fact, ...]:
    taken = Taken(len(text))
    found: list[Fact] = []

    def keep(facts: Iterable[Fact]) -> None:
        found.extend(fact for fact in facts if taken.take(fact.start, fact.end))

    for written in (
        dates.scan(text, language, today),
        times.scan(text, language),
        spoken_times.scan(text, language),
        _codes(text),
        _spans(text),
    ):
        keep(written)
    bare = [n for n in numbers.scan(text, language) if taken.is_free(n.start, n.end)]
    keep(_as_date(fact, text) for fact in measures.attach(bare, text, language))
    keep(names.scan(text, language))
    return tuple(sorted(found, key=lambda fact: (fact.start, fact.end)))


def _codes(text: str) -> Iterator[Fact]:
    """Names made of letters and digits: `HER2`, `COVID-19`, `G20`."""
    for match in _CODE.finditer(text):
        key = match[0].replace("-", "").replace("‑", "").upper()
        yield Fact("name", match.start(), match.end(), match[0], None, "code", key)


def _spans(text: str) -> Iterator[Fact]:
    """`a decade`, `un siècle`: one of a long unit, said with an article; *die Hälfte*."""
    for match in _SPAN.finditer(text):
        unit = "century" if match["century"] else "decade"
        yield Fact("unit", match.start(), match.end(), match[0], Decimal(1), unit, "", "word")
    for match in _HALF.finditer(text):
        yield Fact("percent", *match.span(), match[0], Decimal(50), "", "", "word")


def _as_date(fact: Fact, text: str) -> Fact:
    """Make a date of a figure that is one: a bare year, a century with its number."""
    if fact.unit == "century" and fact.precision == "ordinal" and fact.value is not None:
        key = f"c{fact.value:.0f}"
        return Fact("date", fact.start, fact.end, fact.text, None, "", key, "century")
    if fact.kind != "number" or not is_year(text, fact.start, fact.end):
        return fact
    if fact.bound not in ("", "about"):
        return fact
    year, text = Decimal(fact.text), fact.text
    return Fact("date", fact.start, fact.end, text, year, "", text, "year", fact.bound)
