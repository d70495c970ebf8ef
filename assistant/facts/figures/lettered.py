"""Figures with a letter written onto them that is a scale or a unit: *12k, 12M, 12m*."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.facts.facts import Fact

_SCALES = {"k": 1000, "K": 1000, "M": 1_000_000}
_LETTER = re.compile(r"[kKM](?!\w)")


def scaled(text: str, end: int, value: Decimal) -> tuple[int, Decimal, str]:
    """Where a bare figure ends, what it is and what else it may be, with the letter behind it.

    *20k* are 20,000, but *a 5k run* is 5 km; *20M* are millions.
    """
    letter = _LETTER.match(text, end) if text[end - 1 : end].isdigit() else None
    if letter is None:
        return end, value, ""
    also = "" if letter[0] == "M" else f"{value}"
    return letter.end(), value * _SCALES[letter[0]], also


def same_letter(one: Fact, other: Fact) -> bool:
    """Is the letter behind a figure read in one way: *12m* are metres or millions, never twelve?"""
    for fact, beside in ((one, other), (other, one)):
        if not fact.also or beside.text[-1:] == fact.text[-1:]:
            continue
        if fact.unit == "m" and beside.unit != "m" and beside.value != Decimal(fact.also):
            return False
        if fact.text[-1:] in "kK" and beside.unit != "km" and beside.value != fact.value:
            return False
    return True
