"""Does a claim go the other way than its quotes: from Turin to Lyon, BC for AD?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.checking.meaning import Meaning
from assistant.facts.facts import Language
from assistant.facts.reasons import Reason
from assistant.facts.text.letters import beginnings, has_any, has_digit
from assistant.facts.text.spelling import skeleton
from assistant.facts.text.vocabulary import same_thing

from .limits import lasts
from .rules import Sentence

_UNTIL_AND_FROM = 1
"""The place among the sides of those of a day; which of both ends it is, another rule asks."""
_NAME = r"(?:the |l[ae] |l['’])?([A-ZÀ-Þ][^\W\d_]{2,})"
_ROUTE: dict[Language, re.Pattern[str]] = {
    "en": re.compile(rf"\bfrom {_NAME} (?:in \d{{4}} )?to {_NAME}"),
    "fr": re.compile(rf"\b(?:de |d['’]){_NAME} (?:à|vers) {_NAME}"),
    "de": re.compile(rf"\bvon {_NAME} (?:nach|an|zu|bis) {_NAME}"),
    "it": re.compile(rf"\b(?:da|dalla|dal) {_NAME} (?:a|ad|verso) {_NAME}"),
}
_ROUTE_CUES: dict[Language, str] = {"en": "from ", "fr": " d", "de": "von ", "it": " da"}
_DAY = r"[ \u00a0](?:(?:the|le|dem|den|zum)[ \u00a0])?\d"
_DATED = r"(?:\d|century|centuries|siècles?|Jahrhunderts?|secol[oi]|[IVX]{2})[ \u00a0]"
_BC = (
    r"BCE?\b|B\.C\.|av(?:ant|\.) (?:J|notre)|v(?:or|\.) ?(?:Chr|unserer Z|u\. ?Z)|a\. ?C\."
    r"|avanti C|prima (?:di Cristo|della nostra)"
)
_AD = (
    r"AD\b|CE\b|A\.D\.|ap(?:rès|r?\.) J|de notre ère|n(?:ach|\.) ?Chr|unserer Z|u\. ?Z\.|d\. ?C\."
    r"|dopo C|della nostra era"
)
_CENTURIES = ("century", "centuries", "siècle", "Jahrhundert", "secol")
_METRES = (
    r"\d{1,9}[ \u00a0](?:[kc]?m|kilomet\w+|kilomèt\w+|met\w+|Meter|mètres|Kilometern?"
    r"|chilometri|feet|ft|miles|inches)"
)
_CUES = tuple(
    frozenset(words.split())
    for words in (
        "bc bce b av avan vor v a ad ce d ap apr aprè nach n dopo prim de unse u dell",
        "unti till jusq bis fino from as part dès ab von",
        "am m mati morg matt morn pm soir aben sera even",
        "deep tief prof wide brei larg high tall hoch haut alte long lang lung",
    )
)
"""Beginnings of words of which a text that takes a side has one, by kind of side."""
_SIDES: tuple[tuple[tuple[str, re.Pattern[str]], ...], ...] = (
    (
        ("before", re.compile(rf"{_DATED}(?:{_BC})")),
        ("after", re.compile(rf"{_DATED}(?:{_AD})|\bA\.?D\.? \d")),
    ),
    (
        ("until", re.compile(rf"\b(?:until|till|jusqu['’]au|bis(?: zum)?|fino al){_DAY}")),
        ("from", re.compile(rf"\b(?:from|as of|à partir du|dès le|ab|von|a partire dal){_DAY}")),
    ),
    (
        ("morning", re.compile(r"\d ?a\.?m\b|\b(?:du matin|morgens|di mattina|in the morning)\b")),
        ("evening", re.compile(r"\d ?p\.?m\b|\b(?:du soir|abends|di sera|in the evening)\b")),
    ),
    (
        (
            "depth",
            re.compile(
                rf"{_METRES} (?:deep|tief|de profondeur|di profondità)\b"
                r"|\bprofond[oaie] \d"
            ),
        ),
        (
            "width",
            re.compile(
                rf"{_METRES} (?:wide|breit|de larg\w+|di larghezza)\b"
                r"|\blarg(?:o|a|hi|he) \d"
            ),
        ),
        (
            "height",
            re.compile(
                rf"{_METRES} (?:high|tall|hoch|de haut\w*|di altezza)\b"
                r"|\balt[oaie] \d"
            ),
        ),
        (
            "length",
            re.compile(
                rf"{_METRES} (?:long|lang|de long\w*|di lunghezza)\b"
                r"|\blung(?:o|a|hi|he) \d"
            ),
        ),
    ),
)  # fmt: skip
"""Sides of which a text that has one and not the other says one: of an era, a time, a day."""


def goes_one_way(text: str, language: Language) -> bool:
    """Has a text a route or one of two sides?"""
    return any(_sides(text)) or bool(_routes(text, language))


def turning(claim: Sentence, quotes: Sequence[Sentence], _: Meaning) -> Reason | None:
    """How a claim goes the other way than all its quotes; None where it does not."""
    ours = _routes(*claim)
    theirs = [route for text, tongue in quotes for route in _routes(text, tongue)] if ours else []
    for start, end in ours:
        if any(_one(start, b) and _one(end, a) for a, b in theirs):
            return Reason("turned_round")
    sides = [_sides(text) for text, _ in quotes]
    both_ends = any(lasts(*quote) for quote in quotes)
    for number, told in enumerate(_sides(claim.text)):
        if number == _UNTIL_AND_FROM and both_ends:
            continue
        given = {
            side: words for one in sides if told and one for side, words in one[number].items()
        }
        if given and not told.keys() & given.keys():
            return Reason("other", next(iter(told.values())), next(iter(given.values())))
    return None


def _routes(text: str, language: Language) -> tuple[tuple[str, str], ...]:
    if _ROUTE_CUES[language] not in text:
        return ()
    return tuple((m[1], m[2]) for m in _ROUTE[language].finditer(text))


def _one(one: str, other: str) -> bool:
    code = same_thing(one)
    return skeleton(one) == skeleton(other) or bool(code and code == same_thing(other))


def _may_be_dated(text: str) -> bool:
    return has_digit(text) or has_any(text, _CENTURIES)


def _sides(text: str) -> tuple[dict[str, str], ...]:
    """Of each kind the sides that a text takes, with the words that say so."""
    found: list[dict[str, str]] = []
    begin = beginnings(text)
    for cues, kind in zip(_CUES, _SIDES, strict=True) if _may_be_dated(text) else ():
        if cues.isdisjoint(begin):
            found.append({})
            continue
        matches = ((side, pattern.search(text)) for side, pattern in kind)
        found.append({side: match[0].strip() for side, match in matches if match})
    return tuple(found)
