"""Which part of a name is a person's: a first name or an initial, then a family name."""

from __future__ import annotations

import re

from .wording import says

_SMALL = "a-zß-öø-ÿ" + "".join(c for c in map(chr, range(0x100, 0x180)) if c.islower())
_GREAT = "A-ZÀ-ÖØ-Þ" + "".join(c for c in map(chr, range(0x100, 0x180)) if c.isupper())
_PERSON = re.compile(
    rf"(?<!\w)(?:[{_GREAT}](?:[\w'’-]{{0,40}}[{_SMALL}][\w'’-]*|\.)\s+){{1,8}}[{_GREAT}][\w'’-]{{0,40}}[{_SMALL}]"
)


def full_names(name: str) -> list[tuple[int, int]]:
    """Where persons stand in a name, without a news agency before them.

    *Ha detto a Reuters Ida Holm* reads as a name of three words.
    """
    found = []
    for match in _PERSON.finditer(name):
        agency = says("agency").match(match.group())
        start = match.start() + (agency.end() if agency else 0)
        if is_somebody(name[start : match.end()]) and _PERSON.match(name, start):
            found.append((start, match.end()))
    return found


def is_somebody(name: str) -> bool:
    """Tell whether a name may be a person's: not ``HALDEN BRIDGE`` nor *Halden Bridge*."""
    return not name.isupper() and not says("thing").search(name)
