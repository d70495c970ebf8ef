"""Parts of a point in words: *a quarter of a point, un demi-point, einen Viertelprozentpunkt*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from assistant.facts.facts import Fact, Language
from assistant.facts.tables import table
from assistant.facts.text.letters import word_set

from .bounds import bound_before

_HUNDRED = 100


def scan(text: str, language: Language) -> Iterator[Fact]:
    """Every part of a percentage point that a text has in words."""
    if _cues(language).isdisjoint(word_set(text)):
        return
    for match in _pattern(language).finditer(text):
        value = Decimal((match.lastgroup or "p0")[1:]) / _HUNDRED
        bound, bounding = bound_before(text, match.start())
        yield Fact("points", *match.span(), match[0], value, "", "", "", bound, "", bounding)


@cache
def _cues(language: Language) -> frozenset[str]:
    return frozenset(table("points")["cues"][language].split())


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    parts = "|".join(f"(?P<p{part}>{words})" for part, words in table("points")[language].items())
    return re.compile(rf"(?<![\w-])(?:{parts})(?!\w)", re.IGNORECASE)
