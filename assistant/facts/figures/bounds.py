"""What stands around a figure and bounds it: *at least 40, nearly 40, 40 or more*.

The words are in `measures.toml`.
"""

from __future__ import annotations

import re
from functools import cache

from assistant.facts.facts import Bound
from assistant.facts.tables import table

_REACH = 26
"""Characters before a figure in which its bound is looked for."""


def bound_before(text: str, start: int) -> tuple[Bound, str]:
    """The bound before a figure, and its words."""
    before = text[max(0, start - _REACH) : start].rstrip()
    if not before or before[-1].isdigit():
        return "", ""
    match = _before().search(text[max(0, start - _REACH) : start])
    if match is None:
        return "", ""
    return match.lastgroup, match[match.lastgroup or 0].strip()  # type: ignore[return-value]


def bound_of(text: str, start: int, behind: int) -> tuple[Bound, str]:
    """The bound of a figure, and its words, before it or right behind its number.

    Args:
        text: what the figure was found in.
        start: where the figure begins.
        behind: where its number ends: a unit may follow what bounds it, *40 or more people*.
    """
    before = bound_before(text, start)
    if before[0] or text[behind : behind + 1] not in (" ", "+"):
        return before
    return ("more", "≥") if _behind().match(text, behind) else before


@cache
def _before() -> re.Pattern[str]:
    groups = "|".join(f"(?P<{name}>{words})" for name, words in table("measures")["bounds"].items())
    return re.compile(
        rf"(?:^|[^\w])(?:{groups})"
        r"(?:[ \u00a0](?:the|les|des|l[ae]|die|den|der|i|il|gli|le))?[ \u00a0]?(?:US)?[$€£¥]?$",
        re.IGNORECASE,
    )


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(table("measures")["behind"]["more"], re.IGNORECASE)
