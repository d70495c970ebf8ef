"""One of a unit of time, said with an article: *lasted a week, une heure, einen Monat*.

*900 euros a month* is a rate and is read with `rates`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from assistant.facts.facts import Language
from assistant.facts.text.letters import word_set

from .rates import rates, unit_forms

_ARTICLES: dict[Language, str] = {
    "en": "an?|one", "fr": "une?", "de": "eine[rnms]?|ein|eines", "it": "un[ao]?",
}  # fmt: skip
_UNITS = ("minute", "hour", "day", "week", "month", "year")


class OneTime(NamedTuple):
    """One of a unit of time."""

    unit: str
    words: str


def one_times(text: str, language: Language) -> tuple[OneTime, ...]:
    """Every single unit of time that a text tells, other than how often something is."""
    if _words(language).isdisjoint(word_set(text)):
        return ()
    found = [
        OneTime(match.lastgroup, match[0])
        for match in _pattern(language).finditer(text)
        if match.lastgroup
    ]
    often = {rate.unit for rate in rates(text, language)} if found else set()
    return tuple(one for one in found if one.unit not in often)


@cache
def _words(language: Language) -> frozenset[str]:
    return frozenset(word for unit in _UNITS for word in unit_forms(language)[unit].split())


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    units = "|".join(
        f"(?P<{unit}>{'|'.join(unit_forms(language)[unit].split())})" for unit in _UNITS
    )
    return re.compile(
        rf"(?<![\w-])(?:{_ARTICLES[language]})(?:[ \u00a0]|['’])(?:{units})(?![\w-])", re.IGNORECASE
    )
