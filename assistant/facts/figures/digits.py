"""Digits with their separators, in every local form: `1.234,5`, `1,234.5`, `1 234,5`, `1'234`."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.facts.facts import Language

from . import words

_AGE = re.compile(
    r"(?:enne|enni|(?:minütig|tägig|stündig|stöckig|[- ]?jährig|[- ]?Jährig|ig)\w{0,3}"
    r"|er|ern|fach\w{0,2}|x|mal)(?!\w)"
)
"""Letters that German and Italian write onto digits: `16-Jähriger`, `35enne`, `100%ig`."""

POWER = r"\d{1,30}(?:[.,]\d{1,20})?[eE][+-]?\d{1,2}(?!\w)"
MISPRINT = r"[1-9]\d? \d{4}(?= (?:mil|mrd|mio|bil))"
"""Thousands with a digit too many, as in `11 2000 milliards`: one figure, whatever it is."""
SPACES = " \u00a0\u2007\u2009\u202f"
"""The spaces that stand between groups of digits."""


def parse_digits(token: str, language: Language | None) -> Decimal:
    """The value of digits with separators: `1.234,5` and `1,234.5` are the same number.

    Args:
        token: digits, with points, commas, apostrophes or spaces between them.
        language: decides `1.500` and `1,500`; None reads them as fifteen hundred.
    """
    token = re.sub(rf"['’{SPACES}]", "", token).replace("−", "-").replace("–", "-")
    if "e" in token or "E" in token:  # 3.2e9
        return Decimal(token.replace(",", ".").lower())
    points, commas = token.count("."), token.count(",")
    if points and commas:
        decimal = "." if token.rfind(".") > token.rfind(",") else ","
    elif points + commas == 1:
        mark = "." if points else ","
        head, _, tail = token.partition(mark)
        ambiguous = len(tail) == 3 and head.lstrip("-") not in ("", "0", "00")
        own = "." if language == "en" else ","
        # nobody writes three zeros after a decimal mark: 50,000 is fifty thousand everywhere
        decimal = mark if not ambiguous or (language and mark == own and tail != "000") else ""
    else:
        decimal = ""
    for mark in ".,":
        token = token.replace(mark, "." if mark == decimal else "")
    return Decimal(token)


def attached(text: str, end: int, language: Language) -> bool:
    """May these letters stand directly after digits? Scale words, units, hours, ages may."""
    stop = end
    while stop < len(text) and stop - end < 12 and text[stop].isalpha():
        stop += 1
    if text[end] in "x×" and text[end + 1 : end + 2].isdigit():
        return True  # 6x6
    letters = text[end:stop].lower()
    if text[end:stop] in ("A", "V", "W"):
        return True  # amperes, volts, watts
    known = words.table(language).get(letters)
    return (
        (known is not None and known.role == "scale")
        or letters in _UNITS_ATTACHED
        or _AGE.match(text, end) is not None
    )


_UNITS_ATTACHED = frozenset(
    "km m cm mm kg g mg t ft in lb lbs mi mph kmh ha l ml h am pm min s mw gw kw kwh mwh twh gb mb"
    " tb ghz mhz bn tn eur usd gbp chf f c d° ans jahre jahren years anni".split()
)
