"""The part that a figure plays: what it is more or less than, up to what, from what, by how much.

*Cost 84 million, 12 million more than planned* has two amounts of one kind, and only one of them is
the cost; *fell from 7.9 to 6.4* names where it fell from. The words right around a figure tell.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from assistant.facts.facts import Fact, Language

Part = Literal["", "more", "less", "from", "to", "by"]
"""`more` and `less`: a difference from something, as in *12 million more than planned*; the others
belong to a change: *fell by 2 from 9 to 7*."""

_THAN: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"(?: [a-z]+)? (?:(?P<more>more|higher)|(?P<less>less|fewer|lower))(?= than)"
        r"|(?: [a-z]+)? (?:(?:above|over)|(?P<under>below|under))"
        r"(?= (?:the |its |their )?(?:plan|budget|forecast|estimate|target)\w*)"
    ),
    "fr": re.compile(
        r"(?: (?:de |d['’])?[a-zé]+)? de (?:(?P<more>plus)|(?P<less>moins)) (?=que|qu['’])"
    ),
    "de": re.compile(
        r"(?: \w+)? (?:(?P<more>mehr|höher|teurer)|(?P<less>weniger|niedriger|billiger)) (?=als)"
        r"|(?: \w+)? (?:über|(?P<under>unter)) (?=(?:dem |der )?(?:Plan|Budget|Prognose|Ziel))"
    ),
    "it": re.compile(
        r"(?: (?:di )?\w+)? (?:in |di )?(?:(?P<more>più)|(?P<less>meno))"
        r" (?=d(?:el|ell[ao]|ei|egli|i)\b|dell['’]|che\b|rispetto)"
    ),
}
_COMPARES = re.compile(
    r"\b(?:more|less|fewer|higher|lower|above|below|over|under|beyond|extra|exceed|additional|another"
    r"|plus|moins|davantage|supérieur|inférieur|dépass|supplément|surcoût|autres?"
    r"|mehr|weniger|höher|niedriger|über|unter|zusätzlich|teurer|billiger|weitere"
    r"|più|meno|superior|inferior|oltre|ulterior|aggiuntiv|altri)",
    re.IGNORECASE,
)
"""A text that compares in words of any kind."""
_CHANGES = re.compile(
    r"\b(?:rose|ris(?:e|en|es|ing)|fall|fell|fallen|climb|drop|declin|decreas|increas|gr[eo]w|jump"
    r"|shr[aiu]nk|slip|slid|soar|went|reduc|rais|lower|cut"
    r"|augment|baiss|pass[éea]|chut|mont[éea]|tomb|recul|diminu|progress|réduit|relev|porté"
    r"|stieg|steig|gestiegen|sank|sink|gesunken|gesenkt|senk|fiel|gefallen|erhöh|kletter|wuchs|wachs"
    r"|gewachsen|verringer|zurückg|schrumpf|zugelegt|legte"
    r"|sal[iei]|scend|sces|aument|cal[ao]|cresc|cresciut|pass[aò]|diminu|ridott|ridu)",
    re.IGNORECASE,
)
"""Verbs of a change, whose figures say from what, to what or by how much."""
_REACH = 48
_ABOUT = (
    r"(?: (?:about|around|some|only|just|over|nearly|almost|environ|quelque|près de|rund|etwa|knapp"
    r"|fast|nur|gut|circa|quasi|oltre))*[ \u00a0]?[$€£¥]?$"
)
_BEFORE: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:(?P<from>from)|(?P<to>to)|(?P<by>by))" + _ABOUT, re.I),
    "fr": re.compile(r"(?:(?P<to>\bà|\bjusqu['’]à)|(?P<by>\bd(?:e|['’])))" + _ABOUT, re.I),
    "de": re.compile(r"\b(?:(?P<from>von|vom)|(?P<to>auf)|(?P<by>um))" + _ABOUT, re.I),
    "it": re.compile(
        r"\b(?:(?P<from>da|dal(?:l['’])?)|(?P<to>a|al|all['’])|(?P<by>di|del|dell['’]))" + _ABOUT,
        re.I,
    ),
}
_TO_FRENCH = re.compile(
    r"[^.;\d]{0,24}(?:(?:en|fin|début) (?:[a-zéû]+ )?\d{4}[^.;\d]{0,8})?"
    r" (?:à|jusqu['’]à) (?:environ |près de )?\d[\d\s.,]*(?P<percent>%|pour cent)?"
)
"""Behind a French figure, it shows that the one before is where a change begins: *de 12 millions en
2021 à 14*. From so much per cent is to so much per cent: *de 3 %, à 412 tonnes* is by 3 %."""
LASTING = frozenset("second minute hour day week month year decade century".split())
"""Units of time. Ages are compared in too many ways: *20 years his senior*."""
_OPPOSED = ({"more", "less"}, {"from", "to"}, {"from", "by"}, {"to", "by"})


@lru_cache(maxsize=8192)
def part(text: str, fact: Fact, language: Language) -> Part:
    """The part of a figure in its text; empty where the words do not settle it.

    Args:
        text: what the figure was found in.
        fact: a figure of it.
        language: of the text.
    """
    if fact.value is None or fact.kind in ("date", "time", "name") or fact.unit in LASTING:
        return ""
    than = _THAN[language].match(text, fact.end)
    if than:
        return "less" if than["less"] or than.groupdict().get("under") else "more"
    before = text[max(0, fact.start - _REACH) : fact.start]
    match = _BEFORE[language].search(before)
    if match is None or not _CHANGES.search(before[: match.start()]):
        return ""
    if match["to"]:
        return "to"
    if language == "fr":
        to = _TO_FRENCH.match(text, fact.end)
        return "from" if to and (fact.kind != "percent" or to["percent"]) else "by"
    return "from" if match["from"] else "by"


def compares(text: str) -> bool:
    """Has a text any word that compares: *more, supérieur, über, oltre*?"""
    return _COMPARES.search(text) is not None


def changes_verb(text: str) -> bool:
    """Has a text any verb of a change, or its noun?"""
    return _CHANGES.search(text) is not None


def opposed(one: Part, other: Part) -> bool:
    """Can two figures that play these parts not be the same one?"""
    return {one, other} in _OPPOSED
