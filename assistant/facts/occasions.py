"""How many times something is done, and in what time: *twice a year, dreimal täglich*.

The words are in `occasions.toml`, those of what time with `rates`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from .cued import cued
from .facts import Language
from .rates import rates
from .words import read

_BEHIND = 24
"""Characters behind *twice* in which it is told in what time."""
_VALUES = {"one": Decimal(1), "two": Decimal(2), "three": Decimal(3)}
_LONGEST = 2_000


class Occasions(NamedTuple):
    """So many times, in each of a unit of time."""

    many: Decimal
    unit: str
    """Empty where none is said."""
    words: str


@lru_cache(maxsize=4096)
def occasions(text: str, language: Language) -> tuple[Occasions, ...]:
    """How many times a text says that something is done; *once* only in a unit of time."""
    found = []
    for match in cued("occasions", "times", language).finditer(text[:_LONGEST]):
        count = _count(match, language)
        told = rates(text[match.start() : match.end() + _BEHIND], language)
        unit = told[0].unit if told else ""
        if unit or count > 1:
            words = text[match.start() : match.end()] + (f" {told[0].words}" if told else "")
            found.append(Occasions(count, unit, words))
    return tuple(found)


def _count(match: re.Match[str], language: Language) -> Decimal:
    group = match.lastgroup or ""
    if group in _VALUES:
        return _VALUES[group]
    if match[group].isdecimal():
        return Decimal(match[group])
    word = read(match[group].lower(), language)
    return word.value if word else Decimal(1)
