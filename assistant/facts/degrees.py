"""Degrees: of which scale, below zero, and whether a figure is a point of it or a difference.

*2 °C* is 35.6 °F on a thermometer, but *2 °C warmer* is 3.6 °F warmer. The words are in
`measures.toml`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from .facts import Language
from .tables import table

DEGREES = frozenset({"C", "F", "deg"})
STEP = "step"
"""The key of degrees that are a difference."""
_HOT = 60, 130
"""No weather is so hot but by Fahrenheit."""
_TO = re.compile(r" (?:à|a|auf|to) \d")
"""Behind the first of two points: *de 10 degrés à 20*."""
_REACH = 60
"""Characters before a figure in which the word stands that makes it a difference."""


def scale_of(unit: str, value: Decimal, language: Language) -> str:
    """The unit of degrees: where none is said, English leaves it open, and so does a hot day.

    *90 gradi* in a text from America are of its own scale.
    """
    hot = _HOT[0] < value <= _HOT[1]
    return "C" if unit == "deg" and language != "en" and not hot else unit


def is_below_zero(text: str, start: int, end: int) -> bool:
    """Stands a word for frost before or behind a figure?"""
    before, behind = _frost()
    return bool(before.search(text[max(0, start - 7) : start]) or behind.match(text, end))


def is_step(text: str, start: int, end: int) -> bool:
    """Are these degrees a difference: *2 degrees warmer*, *um 2 Grad gestiegen*?"""
    before, behind = _steps()
    if behind.match(text, end):
        return True
    return not _TO.match(text, end) and bool(before.search(text[max(0, start - _REACH) : start]))


@cache
def _frost() -> tuple[re.Pattern[str], ...]:
    """What stands before and behind degrees below zero."""
    return tuple(re.compile(words, re.IGNORECASE) for words in table("measures")["frost"].values())


@cache
def _steps() -> tuple[re.Pattern[str], ...]:
    """What stands before and behind degrees that are a difference."""
    return tuple(re.compile(words, re.IGNORECASE) for words in table("measures")["step"].values())
