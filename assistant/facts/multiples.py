"""How many times as much: *twice as many, trois fois plus, doppelt so hoch, triplicato*."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from .facts import Language
from .letters import has_any
from .words import read

_TIMES: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:(?P<count>\w+)(?= times (?:as|more|the|that|higher|larger|bigger|greater))"
        r"|(?P<two>twice|doubl(?:e|ed|es|ing)(?! [A-Z]))|(?P<three>thrice|tripl(?:e|ed|es|ing))"
        r"|(?P<four>quadrupl\w+))\b",
        re.I,
    ),
    "fr": re.compile(
        r"\b(?:(?P<count>\w+)(?= fois (?:plus|moins|supérieur|aussi|la |le |celui|celle))"
        r"|multipli\w+ par (?P<by>\w+)|(?P<two>doubl(?:é|ée|e|er|ent|èrent|a))"
        r"|(?P<three>tripl(?:é|ée|e|er|ent|èrent|a))"
        r"|(?P<four>quadrupl\w+))\b",
        re.I,
    ),
    "de": re.compile(
        r"\b(?:(?P<count>\w+?)(?=mal (?:so|mehr|höher|größer))"
        r"|(?P<two>doppelt(?= so)|verdoppel\w+|Doppelte)|(?P<three>verdreifach\w*|Dreifache)"
        r"|(?P<four>vervierfach\w*|Vierfache))",
        re.I,
    ),
    "it": re.compile(
        r"\b(?:(?P<count>\w+)(?= volte (?:più|tant|quell|superior|maggior|il |la |meno))"
        r"|moltiplicat\w per (?P<by>\w+)|(?P<two>doppio|raddoppi\w+)|(?P<three>triplo|triplic\w+)"
        r"|(?P<four>quadruplo|quadruplic\w+))\b",
        re.I,
    ),
}
_VALUES = {"two": Decimal(2), "three": Decimal(3), "four": Decimal(4)}
_CUES = ("times", "twice", "thrice", "doubl", "tripl", "quadrupl", "fois", "mal ", "dopp", "fach",
         "volte", "ltipli")  # fmt: skip
"""One of them is in every text that says so: faster to look for than the patterns."""
_LONGEST = 2_000
"""Characters that are read."""


@lru_cache(maxsize=8192)
def multiples(text: str, language: Language) -> frozenset[Decimal]:
    """Every *so many times* that a text says."""
    return frozenset(times for _, _, times in multiples_at(text, language))


@lru_cache(maxsize=8192)
def multiples_at(text: str, language: Language) -> tuple[tuple[int, int, Decimal], ...]:
    """The same, each with where its words begin and end."""
    lowered = text[:_LONGEST].lower()
    if not has_any(lowered, _CUES):
        return ()
    found = []
    for match in _TIMES[language].finditer(text[:_LONGEST]):
        group = match.lastgroup or ""
        if group in _VALUES:
            found.append((*match.span(), _VALUES[group]))
        elif match[group].isdecimal():
            found.append((*match.span(), Decimal(match[group])))
        elif word := read(match[group].lower(), language):
            found.append((*match.span(), word.value))
    return tuple(found)
