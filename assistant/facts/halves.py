"""Halves and quarters behind a whole number: `5 1/2`, *two and a half*, *deux ans et demi*."""

from __future__ import annotations

import re
from decimal import Decimal

from .facts import Language

_FRACTION = re.compile(r"[ \u00a0]?(?:(?P<above>[1-9])/(?P<below>[2-9])(?![\w/])|(?P<one>[½¼¾]))")
_CHARACTERS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_AFTER_NUMBER = {
    "en": re.compile(r"[ -]and[ -]a[ -]half(?![^\W\d_])"),
    "fr": re.compile(r" et demie?(?![^\W\d_])"),
    "de": re.compile(r"(?!)"),
    "it": re.compile(r" e mezz[oa](?![^\W\d_])"),
}
_AFTER_UNIT = {
    "en": re.compile(
        r"[ -](?:hour|year|day|month|week|mile|decade|metre|point)s?[ -]and[ -]a[ -]half(?!\w)"
    ),
    "fr": re.compile(
        r"[ \u00a0](?:heures?|ans?|années?|jours?|mois|semaines?|siècles?|mètres?) et demie?(?!\w)"
    ),
    "de": re.compile(r"(?!)"),
    "it": re.compile(
        r" (?:or[ae]|ann[oi]|giorn[oi]|mes[ei]|settiman[ae]|secol[oi]|metr[oi]) e mezz[oa](?!\w)"
    ),
}


def behind_number(text: str, end: int, language: Language) -> int:
    """Where `and a half` directly behind a number ends; 0 if there is none."""
    match = _AFTER_NUMBER[language].match(text, end)
    return match.end() if match else 0


def behind_unit(text: str, end: int, language: Language) -> bool:
    """Does a half follow the unit that follows a number, as in *une heure et demie*?"""
    return _AFTER_UNIT[language].match(text, end) is not None


def fraction(text: str, end: int) -> tuple[Decimal, int]:
    """The part that figures behind a whole number add, and where they end."""
    match = _FRACTION.match(text, end)
    if match is None:
        return Decimal(0), end
    if match["one"]:
        return _CHARACTERS[match["one"]], match.end()
    above, below = Decimal(match["above"]), Decimal(match["below"])
    return (above / below, match.end()) if above < below else (Decimal(0), end)
