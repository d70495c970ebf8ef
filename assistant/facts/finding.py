"""Finding the facts of a text: dates and times first, then numbers with what they count."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import chain

from assistant.facts.dates import dates, spoken_times, times
from assistant.facts.dates.calendars import is_year
from assistant.facts.dates.eras import roman
from assistant.facts.figures import (
    bounds,
    codes,
    halves,
    heights,
    measures,
    numbers,
    one_in,
    points,
    words,
)
from assistant.facts.names import names
from assistant.facts.text.letters import has_any, has_digit
from assistant.facts.text.taken import Taken

from .facts import Fact, Language, Precision

_SPAN = re.compile(
    r"\b(?:an?|one|une?|ein(?:e[mnrs]?)?|uno)[ \u00a0]"
    r"(?:(?P<century>century|siècle|Jahrhundert|secolo)|(?:decade|décennie|Jahrzehnt|decennio))(?!\w)"
)
_WAR = re.compile(
    r"\b(?:War|[Gg]uerr[ae] [Mm]ondiale) (?P<after>I{1,3})\b"
    r"|\b(?P<before>I{1,3})\.?(?:e|ème|ª|a)? (?:Weltkrieg|[Gg]uerr[ae] [Mm]ondiale)"
)
_ROMANS = {
    "fr": re.compile(r"(?<![\w.-])(?P<r>[IVX]{1,5})(?:e|è|ème|nde?)(?= [^\W\d_]{4})"),
    "it": re.compile(
        r"(?<!\w)(?:il|la|al|alla|nel|nella|del|della|dal|dalla|sul|sulla) "
        r"(?P<r>[IVX]{1,5})(?= [a-zà-ù]{4})"
    ),
}
_BESIDE = re.compile(
    r"(?<![\w.,])4 ?[x×] ?4s?(?!\w)|(?<![\w.,])24/7(?!\w|/)|\b[Oo]ne-on-one\b|\bone another\b"
    r"|\b(?:à un contre un|les uns? (?:les )?(?:aux )?autres)\b"
)
"""Figures and number words that count nothing: a *4x4* is a car."""
_HALF = re.compile(
    r"\b(?:(?:more|less|over|about|nearly|almost|by|than|only|around) half"
    r"(?!-|[ -](?:an?|past|time)\b)"
    r"|(?<!first )(?<!second )(?<!other )[Hh]alf"
    r"(?= (?:of )?(?:the|its|his|her|their|our|those|these|all|them|us)\b)"
    r"|(?<!première )(?<!seconde )(?<!deuxième )[Mm]oitié|(?<!erste )(?<!ersten )(?<!zweite )"
    r"(?<!zweiten )Hälfte|(?<!\b[aA] )(?<!prima )(?<!seconda )metà)(?!\w)"
)
"""A half of something that can be counted, and no half of a match or a year."""
_PART = re.compile(
    r"\b[Aa]n? (?:(?P<third>third)|(?P<quarter>quarter)|(?P<fifth>fifth)|(?P<sixth>sixth)"
    r"|(?P<eighth>eighth)|(?P<tenth>tenth))(?= of\b)"
)
_UNTIL = re.compile(r"(?:up to|jusqu['’]à|bis zu|fino a)[ \u00a0]$", re.IGNORECASE)
"""Before a year it is no bound of a figure."""
_BELOW = {"third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
"""English alone says a part with an article and an ordinal."""

_SPAN_CUES = ("centur", "siècle", "Jahrhundert", "secolo", "decade", "décennie", "Jahrzehnt",
              "decennio")  # fmt: skip
_WAR_CUES = ("War ", "uerr", "Weltkrieg")
_BESIDE_CUES = ("4x", "4 x", "4×", "4 ×", "24/7", "ne-on-one", "one another", "contre un", "autres")
_HALF_CUES = ("alf", "oitié", "älfte", "metà")
"""Without one of them the patterns match nothing: faster to look for."""

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
    found = figures(text, language, today)
    taken = Taken(len(text))
    for fact in found:
        taken.take(fact.start, fact.end)
    named = [fact for fact in names.scan(text, language) if taken.take(fact.start, fact.end)]
    return tuple(sorted((*found, *named), key=_place)) if named else found


def _place(fact: Fact) -> tuple[int, int]:
    return fact.start, fact.end


def figures(text: str, language: Language, today: datetime.date | None = None) -> tuple[Fact, ...]:
    """The same without names of people, places and bodies, but with codes: `HER2`."""
    return _figures(text[:MAX_CHARACTERS], language, today)


def days_and_hours(text: str, language: Language) -> Sequence[Fact]:
    """Only the dates and clock times among the figures of a text.

    In a text without a digit and without a century only words are left to look for, which is quick.
    """
    if has_digit(text) or has_any(text, _SPAN_CUES):
        return [fact for fact in figures(text, language) if fact.kind in ("date", "time")]
    taken = Taken(len(text))
    found = chain(dates.scan(text, language), spoken_times.scan(text, language))
    return sorted((fact for fact in found if taken.take(fact.start, fact.end)), key=_place)


@lru_cache(maxsize=8192)
def _figures(text: str, language: Language, today: datetime.date | None) -> tuple[Fact, ...]:
    taken = Taken(len(text))
    found: list[Fact] = []

    def keep(facts: Iterable[Fact]) -> None:
        for fact in facts:
            if taken.take(fact.start, fact.end):
                found.append(fact)

    for written in (
        dates.scan(text, language, today),
        times.scan(text, language),
        spoken_times.scan(text, language),
        codes.scan(text),
        one_in.scan(text, language),
        points.scan(text, language),
        heights.scan(text, language),
        _spans(text, language),
        _wars(text),
        _romans(text, language),
    ):
        keep(written)
    for match in _BESIDE.finditer(text) if has_any(text, _BESIDE_CUES) else ():
        taken.take(*match.span())
    parts = list(_halves(text, language))
    bare = [n for n in numbers.scan(text, language) if taken.is_free(n.start, n.end)]
    if parts:
        bare = [n for n in bare if not any(p.start < n.end and n.start < p.end for p in parts)]
        bare = sorted(bare + parts, key=lambda number: number.start)
    keep(_as_date(fact, text) for fact in measures.attach(bare, text, language))
    found += codes.left(text, taken)
    return tuple(sorted(found, key=_place))


def _romans(text: str, language: Language) -> Iterator[Fact]:
    """Ordinals in Roman numerals: *le IIe millénaire*, *la XX edizione*; no king's number."""
    pattern = _ROMANS.get(language)
    for match in pattern.finditer(text) if pattern else ():
        start, end, value = match.start("r"), match.end(), Decimal(roman(match["r"]))
        yield Fact("number", start, end, text[start:end], value, "", "", "ordinal")


def _wars(text: str) -> Iterator[Fact]:
    """The Roman numeral of *World War II*, as *the Second World War* has it."""
    for match in _WAR.finditer(text) if has_any(text, _WAR_CUES) else ():
        numeral = match["after"] or match["before"]
        start, end = match.span("after" if match["after"] else "before")
        value = Decimal(len(numeral))
        yield Fact("number", start, end, numeral, value, "", "", "ordinal")


def _spans(text: str, language: Language) -> Iterator[Fact]:
    """`a decade`, `un siècle`: one of a long unit, said with an article; *die Hälfte*."""
    for match in _SPAN.finditer(text) if has_any(text, _SPAN_CUES) else ():
        unit = "century" if match["century"] else "decade"
        part, end = halves.behind_number(text, match.end(), language)
        said = text[match.start() : end]
        yield Fact("unit", match.start(), end, said, 1 + part, unit, "", "word")
    for match in _PART.finditer(text) if language == "en" and " of" in text else ():
        share = Decimal(1) / _BELOW[match.lastgroup or ""]
        precision: Precision = "word" if share * 5 >= 1 else ""
        yield Fact("number", *match.span(), match[0], share, "", "", precision)
    for match in _HALF.finditer(text) if has_any(text, _HALF_CUES) else ():
        bounded = bounds.bound_before(text, text.rfind(" ", 0, match.end() - 1) + 1)
        yield Fact(
            "percent",
            *match.span(),
            match[0],
            Decimal(50),
            "",
            "",
            "word",
            bounded[0],
            "",
            bounded[1],
        )


def _halves(text: str, language: Language) -> Iterator[numbers.Number]:
    """Halves of a scale word or of a unit; half of anything else is no figure."""
    for start, end, share, word in halves.ahead(text, language):
        scale = words.read(word, language) if word else None
        if scale is not None:
            yield numbers.Number(start, end, share * scale.value, "", False, scale.value)
        elif share > 1 or measures.is_measured(text, end):
            yield numbers.Number(start, end, share, "word", False)


def _as_date(fact: Fact, text: str) -> Fact:
    """Make a date of a figure that is one: a bare year, a century with its number."""
    if fact.unit == "century" and fact.precision == "ordinal" and fact.value is not None:
        key = f"c{fact.value:.0f}"
        return Fact("date", fact.start, fact.end, fact.text, None, "", key, "century")
    if fact.kind != "number" or not is_year(text, fact.start, fact.end):
        return fact
    if fact.bound in ("more", "less") and not _UNTIL.search(text[: fact.start]):
        return fact
    year, text = Decimal(fact.text), fact.text
    return Fact("date", fact.start, fact.end, text, year, "", text, "year", fact.bound)
