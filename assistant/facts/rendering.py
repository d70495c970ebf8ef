"""Facts written out in each language: 138 billion dollars, 138 milliards de dollars.

The inverse of finding them: what is written here is found again with the same value, and a test
holds that for all four languages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from assistant.facts.dates.calendars import month_name, weekday_name
from assistant.facts.dates.dates import parts
from assistant.facts.figures import currencies
from assistant.facts.text.spelling import fold
from assistant.facts.text.vocabulary import country_names

from .facts import LANGUAGES, Fact, Language
from .tables import table

_SCALES = (("trillion", 12), ("billion", 9), ("million", 6))
_MOST_DIGITS = 5
"""A scale word is used where at most so many digits stand before it: 11.25 billion."""
_MOST_DECIMALS = 6
"""Decimals that are written; two thirds have more."""
_SYMBOLS = {"deg": "°", "C": "°C", "F": "°F", "km2": "km²", "m2": "m²", "m3": "m³"}
_SAME_SIGNS = str.maketrans({"²": "2", "³": "3", "°": ""})
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d{1,2}(?!\d))")
"""Before three digits a comma may group them: 1,500 is said again as 1.500."""
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def render(fact: Fact, language: Language) -> str:
    """Write a fact in a language; a name but a country's, or a relative date, as it was found."""
    if fact.kind == "name":
        return _country(fact, language) or fact.text
    if fact.kind == "time":
        hour, minute = fact.key.split(":")
        time: str = _forms(language)["time"]
        return time.format(hour=hour.lstrip("0") or "0", minute=minute)
    if fact.kind == "date":
        return _date(fact, language)
    if fact.value is None or fact.precision == "vague" or _is_endless(fact.value):
        return fact.text
    if fact.kind in ("percent", "points"):
        sign = _forms(language)[fact.kind]
        figure = _number(fact.value, language)
        return figure + sign if fact.kind == "percent" else f"{figure} {_choose(sign, fact.value)}"
    if fact.precision == "ordinal" and fact.kind == "number":
        return _ordinal(int(fact.value), language)
    figure, scaled = _scaled(fact.value, language, cents=fact.kind == "money")
    if fact.kind == "number":
        return figure
    names = _forms(language)["money" if fact.kind == "money" else "unit"]
    name = _choose(names.get(fact.unit, ""), fact.value)
    if not name and fact.kind == "money":
        name = currencies.name(fact.unit, abs(fact.value) != 1, language)
    name = name or _SYMBOLS.get(fact.unit, fact.unit)
    of = _forms(language)["of"] if scaled and fact.kind == "money" and fact.unit in names else ""
    if of and name[0] in "ae" and language == "fr":
        return f"{figure} d’{name}"
    return " ".join(part for part in (figure, of, name) if part)


def _is_endless(value: Decimal) -> bool:
    """Is it a fraction like two thirds, that nobody writes out?"""
    return value != round(value, _MOST_DECIMALS)


def explain(fact: Fact, written: Language, reader: Language) -> str:
    """A fact of one language for a reader of another; empty where that would say nothing new."""
    if (
        "/" in fact.unit
        or written == reader
        or fact.kind == "name"
        or fact.precision in ("word", "vague", "relative")
    ):
        return ""
    told = render(fact, reader)
    return "" if _as_read(told) == _as_read(fact.text) else told


def _as_read(text: str) -> str:
    """A figure without what makes no reader read it otherwise: 12,5 km2 and 12.5 km²."""
    return _DECIMAL_COMMA.sub(".", "".join(text.split()).translate(_SAME_SIGNS)).casefold()


def _country(fact: Fact, language: Language) -> str:
    """The country's name in the language; nothing for what only stands for it: *Beijing*."""
    names = country_names(fact.key)
    said = {fold(fact.text), fold(fact.text).removesuffix("s")}  # Dänemarks
    called = said & {fold(name) for name in names}
    return names[LANGUAGES.index(language)] if called else ""


def _date(fact: Fact, language: Language) -> str:
    forms = _forms(language)
    if fact.precision == "century":
        number = int(fact.key[1:])
        century: str = forms["century"]
        return century.format(
            number=number, ordinal=_ordinal(number, language), roman=_roman(number)
        )
    if fact.precision == "decade":
        return str(forms["decade"]).format(year=fact.key[:3] + "0")
    if fact.precision == "weekday":
        return weekday_name(int(fact.key[1:]), language)
    if not fact.key or "W" in fact.key or "S" in fact.key:
        return fact.text
    year, month, day = parts(fact.key)
    if not month:
        return year
    name = month_name(int(month), language)
    if day:
        first = "1er" if language == "fr" and int(day) == 1 else str(int(day))
        name = forms["day"].format(day=first, month=name)
    return f"{name} {year}".strip()


def _scaled(value: Decimal, language: Language, *, cents: bool) -> tuple[str, bool]:
    """A number with the scale word that shortens it, and whether it has one.

    With `cents`, a number without one has two decimals or none: 11,50 euros.
    """
    for scale, power in _SCALES:
        share = value.scaleb(-power)
        digits = share.normalize().as_tuple()
        if abs(share) >= 1 and len(digits.digits) <= _MOST_DIGITS:
            word = _choose(_forms(language)[scale], share)
            return f"{_number(share, language)} {word}", True
    tenths = cents and value % 1 and not value * 10 % 1
    return _number(value, language) + ("0" if tenths else ""), False


def _number(value: Decimal, language: Language) -> str:
    forms = _forms(language)
    plain = f"{round(value, _MOST_DECIMALS).normalize():f}"
    whole, _, rest = plain.lstrip("-").partition(".")
    if len(whole) > 4:
        whole = f"{int(whole):,}".replace(",", forms["group"])
    sign = "-" if value < 0 else ""
    return sign + whole + (forms["decimal"] + rest if rest else "")


def _ordinal(number: int, language: Language) -> str:
    if language == "en":
        teen = 10 <= number % 100 <= 20
        return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
    return f"{number}{ {'fr': 'e', 'de': '.', 'it': 'º'}[language] }"


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        while number >= value:
            written, number = written + letters, number - value
    return written


def _choose(forms: str, value: Decimal) -> str:
    one, _, many = forms.partition("|")
    return one if abs(value) == 1 or not many else many


def _forms(language: Language) -> Mapping[str, Any]:
    forms: Mapping[str, Any] = table("rendering")[language]
    return forms
