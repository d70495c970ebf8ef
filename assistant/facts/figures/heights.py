"""How tall somebody is, with the smaller unit left out or as a sign: *1m80*, *5'11"*, *5 ft 11*.

One length in the larger unit. Whoever writes both units out is read by `measures`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.facts.facts import Fact, Language
from assistant.facts.text.letters import has_digit

_TALL = (
    r"(?! ?[%€$£°]|[\d.,]\d"
    r"| (?!tall|high|long|deep|groß|hoch|lang|de (?:haut|long)|alt[oa]|lung[oa])[^\W\d_]{3})"
)
"""Behind it no other thing is counted: *2 m 50 chairs*."""
_METRES = re.compile(
    r"(?<![\w.,-])(?P<m>\d{1,2}) ?(?:m|mètres?|metr[oi](?: e)?|Meter) ?(?P<cm>\d{2})(?!\w)"
    rf"{_TALL}"
)
_FEET = re.compile(
    r"(?<![\w.,-])(?P<ft>\d)(?:['’′] ?(?P<mark>1[01]|\d)(?:[\"”″]|''|’’)"
    r"|(?: ?ft| foot| feet|-foot-| Fuß| pieds?| pied[ei](?: e)?) ?"
    rf"(?P<inch>1[01]|\d)(?!\w)(?! ?(?:in|inch(?:es)?|Zoll|pouces?|pollic[ei])\b){_TALL})"
)
_INCHES = 12


def scan(text: str, language: Language) -> Iterator[Fact]:
    """Every such length of a text."""
    if not has_digit(text):
        return
    for match in _METRES.finditer(text):
        yield _length(match, f"{match['m']}.{match['cm']}", "m")
    for match in _FEET.finditer(text):
        inches = Decimal(match["mark"] or match["inch"])
        yield _length(match, str(round(int(match["ft"]) + inches / _INCHES, 4)), "ft")


def _length(match: re.Match[str], value: str, unit: str) -> Fact:
    return Fact("unit", match.start(), match.end(), match[0], Decimal(value), unit)
