"""How many persons a text tells by their ages: *a 17-year-old and two 18-year-olds* are three."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache

from assistant.facts.facts import Language
from assistant.facts.tables import table
from assistant.facts.text.letters import has_digit

from .words import read

_LONGEST = 2_000
"""Characters that are read."""


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){table('ages')[language]}")


@lru_cache(maxsize=2048)
def persons(text: str, language: Language) -> Decimal:
    """The number of persons; nothing if it is not said of all of them."""
    if not has_digit(text) and language in ("en", "fr"):
        return Decimal(0)
    counts = [match["count"].lower() for match in _pattern(language).finditer(text[:_LONGEST])]
    values = [Decimal(word) if word.isdecimal() else _value(word, language) for word in counts]
    return sum(values, Decimal(0)) if all(values) else Decimal(0)


def _value(word: str, language: Language) -> Decimal:
    if word in table("ages")["one"].split():
        return Decimal(1)
    found = read(word, language)
    return found.value if found and found.role == "unit" else Decimal(0)
