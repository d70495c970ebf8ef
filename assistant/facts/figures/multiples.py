"""How many times as much: *twice as many, trois fois moins, doppelt so hoch, triplicato*."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from assistant.facts.facts import Language
from assistant.facts.text.letters import has_any

from .words import read

_TIMES: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:(?P<count>\w+)(?= times (?:as|more|the|that|higher|larger|bigger|greater"
        r"|(?P<less>less|fewer|lower|smaller)))"
        r"|(?P<two>twice|doubl(?:e|ed|es|ing)(?! (?-i:[A-Z])))"
        r"|(?P<three>thrice|tripl(?:e|ed|es|ing))"
        r"|(?P<four>quadrupl\w+))\b",
        re.I,
    ),
    "fr": re.compile(
        r"\b(?:(?P<count>\w+)(?= fois (?:plus|(?P<less>moins)|supérieur|aussi|la |le |celui|celle))"
        r"|multipli\w+ par (?P<by>\w+)|(?P<two>doubl(?:é|ée|e|er|ent|èrent|a))"
        r"|(?P<three>tripl(?:é|ée|e|er|ent|èrent|a))"
        r"|(?P<four>quadrupl\w+))\b",
        re.I,
    ),
    "de": re.compile(
        r"\b(?:(?P<count>\w+?)(?=mal (?:so|mehr|höher|größer|(?P<less>weniger|niedriger|kleiner)))"
        r"|(?P<two>doppelt(?= so)|verdoppel\w+|Doppelte)|(?P<three>verdreifach\w*|Dreifache)"
        r"|(?P<four>vervierfach\w*|Vierfache))",
        re.I,
    ),
    "it": re.compile(
        r"\b(?:(?P<count>\w+)(?= volte (?:più|tant|quell|superior|maggior|il |la |(?P<less>meno)))"
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
        said = match.groupdict()
        times = next((value for group, value in _VALUES.items() if said[group]), Decimal(0))
        times = times or _counted(said["count"] or said.get("by") or "", language)
        if times:
            found.append((*match.span(), 1 / times if said["less"] else times))
    return tuple(found)


def _counted(word: str, language: Language) -> Decimal:
    """What a figure or a word counts; 0 if it counts nothing."""
    if word.isdecimal():
        return Decimal(word)
    known = read(word.lower(), language)
    return known.value if known else Decimal(0)
