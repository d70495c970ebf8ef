"""Fractions in words: *a third of, by two thirds, la moitié, um ein Viertel, dimezzato*.

Said with an article a third is a part, an ordinal and a party to a contract; what stands around it
tells. The words are in `fractions.toml`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from assistant.facts.facts import Fact, Language
from assistant.facts.tables import table
from assistant.facts.text.cued import cued

from .words import fractions, read

_LONGEST = 2_000
"""Characters that are read."""
_HALF = Decimal("0.5")
_NEAR = Decimal("0.02")
"""Two fractions in words are one if they differ by less."""
_ENDING = re.compile(r"(?<=.{3})[ns]$")
"""What a word for a part has behind its own form: *Dritteln*, *sevenths*."""
_LARGER = {
    "sixth": 6, "sixième": 6, "sechstel": 6, "sesto": 6, "sesti": 6,
    "seventh": 7, "septième": 7, "siebtel": 7, "settimo": 7, "settimi": 7,
    "eighth": 8, "huitième": 8, "achtel": 8, "ottavo": 8, "ottavi": 8,
    "ninth": 9, "neuvième": 9, "neuntel": 9, "nono": 9, "noni": 9,
}  # fmt: skip
"""Parts that `numbers.toml` does not have, or only in the plural."""


def is_near(one: Decimal, other: Decimal) -> bool:
    """Are two fractions in words one, to a rounding?"""
    return abs(one - other) < _NEAR


class Fraction(NamedTuple):
    """A fraction that a text says in words."""

    value: Decimal
    """Below one."""
    words: str
    change: bool
    """By so much something changed, it is no part of it: *by a third*, *halved*."""
    start: int
    end: int


def share_of(fact: Fact) -> Decimal | None:
    """A percentage, or a number below one, as a share of one; None if it is neither."""
    if fact.value is None or fact.kind not in ("percent", "number") or fact.unit:
        return None
    share = fact.value / 100 if fact.kind == "percent" else fact.value
    return share if 0 < share < 1 else None


@lru_cache(maxsize=4096)
def said_fractions(text: str, language: Language) -> tuple[Fraction, ...]:
    """Every fraction in words of a text, those with a number for a part first."""
    text = text[:_LONGEST]
    found: list[Fraction] = []
    for match in cued("fractions", "part", language).finditer(text):
        above = _above(match["above"] or "", language)
        below = _below((match["below"] or match["belows"]).lower(), language)
        if 0 < above < below:
            change = _is_change(text, match, language)
            found.append(Fraction(above / below, match[0], change, *match.span()))
    for match in cued("fractions", "half", language).finditer(text):
        change = match[0][-4:].lower() not in ("half", "itié", "lfte", "metà")
        change = change or _is_change(text, match, language)
        found.append(Fraction(_HALF, match[0], change, *match.span()))
    return tuple(found)


def _above(word: str, language: Language) -> Decimal:
    if not word:
        return Decimal(1)
    known = None if word.isdecimal() else read(word.lower(), language)
    return Decimal(word) if word.isdecimal() else known.value if known else Decimal(0)


def _below(word: str, language: Language) -> int:
    names = fractions(language)
    plain = word if word in names or word in _LARGER else _ENDING.sub("", word)
    return names.get(plain) or _LARGER.get(plain, 0)


def _is_change(text: str, match: re.Match[str], language: Language) -> bool:
    """Stands *by* before a fraction, in French and Italian with nothing behind it of which?"""
    if not _leading(language).search(text[max(0, match.start() - 30) : match.start()]):
        return False
    return language in ("en", "de") or not _whole().match(text, match.end())


@cache
def _leading(language: Language) -> re.Pattern[str]:
    return re.compile(table("fractions")["by"][language], re.IGNORECASE)


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(table("fractions")["by"]["of"], re.IGNORECASE)
