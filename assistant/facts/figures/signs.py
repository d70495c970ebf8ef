"""Is a dash before a figure its sign, and not that of a range, a list or an aside?"""

from __future__ import annotations

import re

SIGNS = "-−–"
"""What may stand for minus."""
_FIGURE_AHEAD = re.compile(
    r"(?:\d[.)]?|[%°€$£¥)])(?: (?:km|cm|mm|m|kg|g|l|h|a\.?m\.?|p\.?m\.?|Uhr|euros?|dollars?"
    r"|per ?cent|pour cent|Prozent|years?|ans|Jahre|anni))? $",
    re.IGNORECASE,
)
"""Before the dash of a range: *5 -10 years, 5 km -10 km*."""
_OPENING = frozenset("([$€£¥:=<>≤≥~≈\"'“„«")
_REACH, _ASIDE = 20, 80


def is_signed(text: str, at: int) -> bool:
    """Does the dash at this place make the figure right behind it negative?"""
    if text[at] not in SIGNS:
        return False
    before = text[max(0, at - _REACH) : at]
    if not before or before[-1] in _OPENING:
        return True
    if not before[-1].isspace() or before[-1] in "\n\r" or _FIGURE_AHEAD.search(before):
        return False
    return text[at] != "–" or "–" not in text[at + 1 : at + _ASIDE]  # two of them are brackets
