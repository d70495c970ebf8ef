"""Lengths in two units that are written as one: *6'2", 6 ft 2 in, 1 m 88*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from .facts import Fact
from .letters import has_digit

_FEET = re.compile(
    r"(?<![\w.,°'’′])(?P<feet>[1-9]\d?)(?:['’′]|[ \u00a0-]?(?:ft|feet|foot)\b\.?)[ \u00a0-]?"
    r"(?P<inches>\d{1,2})(?:[\"”″]|''|’’|[ \u00a0-]?(?:in|ins|inch|inches)\b)",
)
_METRES = re.compile(r"(?<![\w.,])(?P<metres>\d)[ \u00a0]?m[ \u00a0]?(?P<cm>\d{2})(?![\w.,]*\d|\w)")
_FOOT = 12
"""Inches in a foot; more than these are seconds of an arc or of a run."""


def scan(text: str) -> Iterator[Fact]:
    """Every such length of a text, as one figure in feet or metres."""
    if not has_digit(text):
        return
    for match in _FEET.finditer(text):
        inches = int(match["inches"])
        if inches < _FOOT:
            value = round(Decimal(match["feet"]) + Decimal(inches) / _FOOT, 4)
            yield Fact("unit", *match.span(), match[0], value, "ft")
    for match in _METRES.finditer(text):
        value = Decimal(f"{match['metres']}.{match['cm']}")
        yield Fact("unit", *match.span(), match[0], value, "m")
