"""Names made of letters and digits: `HER2`, `COVID-19`, and whatever has digits and no value.

No digit of a text goes unread: what is no figure in any known form (`12,0O0`, `99people`) is a
code, which stands in another text to the letter or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.facts.facts import Fact
from assistant.facts.text.letters import has_digit
from assistant.facts.text.taken import Taken

_CODE = re.compile(
    r"(?<![\w.,-])(?:[A-Z]{1,5}[-‑]?\d{1,4}|[A-Z][A-Za-z]{0,9}\d{1,4})(?:[A-Z]{1,2})?"
    r"(?=s?(?:[^\w%.,]|[.,](?!\d)|$))"
)
_VERSION = re.compile(r"\b[Vv]ersione? \d+(?:\.\d+)+")
_TOKEN = re.compile(r"(?<![^\W_])[^\W\d_]*\d(?:[^\W_]|[.,'’](?=\d))*")
"""A digit with all that is written onto it."""
_PART = re.compile(r"(?<![^\W_])[^\W\d_]*\d[^\W_]*")
_DIGITS = re.compile(r"\d+")
_RANK = re.compile(r"(?<!\w)(?:No|Nr|n)\.$", re.IGNORECASE)
_PLURAL = re.compile(r"(?<=\d)S$")
"""Of a type: *its 737s* are *ses 737*."""


def scan(text: str) -> Iterator[Fact]:
    """The codes of a text that are written as such, and versions."""
    for match in _CODE.finditer(text) if has_digit(text) else ():
        key = match[0].replace("-", "").replace("‑", "").upper()
        yield Fact("name", match.start(), match.end(), match[0], None, "code", key)
    for match in _VERSION.finditer(text) if "ersion" in text else ():
        key = match[0].split()[1]  # 3.10 comes after 3.9
        yield Fact("name", match.start(), match.end(), match[0], None, "code", f"V{key}")


def left(text: str, taken: Taken) -> Iterator[Fact]:
    """What has digits and is neither a figure nor a date, a time or a code.

    Args:
        text: any text.
        taken: what is something already; what is found here is added.
    """
    for token in _TOKEN.finditer(text) if has_digit(text) else ():
        for pattern in (_TOKEN, _PART, _DIGITS):  # as much of it as nothing else has
            for match in pattern.finditer(text, *token.span()):
                if not _is_rank(match, text) and taken.take(*match.span()):
                    key = _PLURAL.sub("", match[0].upper())
                    yield Fact("name", match.start(), match.end(), match[0], None, "code", key)


def _is_rank(match: re.Match[str], text: str) -> bool:
    """Does a one mean the best: *No.1 in skiing*?"""
    return (
        match[0] == "1" and _RANK.search(text, max(0, match.start() - 4), match.start()) is not None
    )
