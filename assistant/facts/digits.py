"""Digits with their separators, in every local form: `1.234,5`, `1,234.5`, `1 234,5`, `1'234`."""

from __future__ import annotations

import re
from decimal import Decimal

from .facts import Language

SPACES = " \u00a0\u2007\u2009\u202f"
"""The spaces that stand between groups of digits."""


def parse_digits(token: str, language: Language | None) -> Decimal:
    """The value of digits with separators: `1.234,5` and `1,234.5` are the same number.

    Args:
        token: digits, with points, commas, apostrophes or spaces between them.
        language: decides `1.500` and `1,500`; None reads them as fifteen hundred.
    """
    token = re.sub(rf"['’{SPACES}]", "", token).replace("−", "-")
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
