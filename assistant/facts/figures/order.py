"""Figures whose order is what is said: *from 10 to 12 %*, *by 14 votes to 9*, *won 2-1*.

Both figures of such a pair may stand in a quote and say the opposite there. Only what the wording
settles is compared: a pair with *from* and *to*, two counts of one vote or result, two counts that
are labelled *for* and *against*. A pair that the other text has both ways round says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal

from assistant.facts.facts import Fact, Language
from assistant.facts.tables import table
from assistant.facts.text.letters import word_set

from .measures import unit_of, units

_HIGHEST_COUNT = 1000
_WHEN = ("date", "time")
_LONGEST_GAP = 40

_SPACE = r"[ \u00a0\u202f]"
_FROM: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\bfrom(?: (?:about|around|some|a|an|the|only|just|over|nearly))?$", re.I),
    "fr": re.compile(r"(?:\bd(?:e|u|es|epuis)|\bd['’])(?: (?:environ|quelque|près de))?$", re.I),
    "de": re.compile(r"\b(?:von|vom)(?: (?:etwa|rund|knapp|gut|den|der|damals|zuvor))*$", re.I),
    "it": re.compile(r"\bda(?:l|i|gli|lle|lla|llo|ll['’])?(?: (?:circa|quasi|oltre))?$", re.I),
}
_TO: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\bto(?: (?:about|around|some|a|an|the|only|just|over|nearly))?$", re.I),
    "fr": re.compile(r"\b(?:à|aux?|jusqu['’]à)(?: (?:environ|quelque|près de))?$", re.I),
    "de": re.compile(
        r"\b(?:auf|bis(?: zum?)?|zum?)"
        r"(?: (?:etwa|rund|knapp|gut|den|die|das|jetzt|nunmehr|heute))*$",
        re.I,
    ),
    "it": re.compile(
        r"\b(?:a|ad|al|ai|agli|alle|alla|allo|all['’])(?: (?:circa|quasi|oltre))?$", re.I
    ),
}
_BETWEEN = re.compile(r"\b(?:between|entre|zwischen|tra|fra)$", re.I)
_AND = re.compile(r" (?:and|et|und|e|ed)", re.I)
_VERSUS = re.compile(
    rf"{_SPACE}?[-–:]{_SPACE}?|,? (?:\w+ )?(?:to|against|contre|gegen|zu|contro|a|à|versus|v) "
)
"""Between two counts of one vote or one result."""
_LABELS = re.compile(
    r"^(?: (?:votes?|voix|Stimmen|voti|members?|députés|deputati))?(?: were| was| sont| waren)?"
    r" (?:(?P<yes>(?:voted )?(?:for|in favou?r|yes)|pour|dafür|Ja\b|a favore|favorevoli|sì|oui)"
    r"|(?P<no>(?:voted )?(?:against|no)|contre|dagegen|Nein|contro|contrari|non))(?!\w)"
)

_DAY = r"(?: (?:the|le|la|les|dem|den|der|del|della|delle|il|um|alle))?(?: l['’]| dell['’])? ?$"
_NOT_BEFORE: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        rf"\b(?:not|never|no \w+|\w+n['’]t)\b[^.;,]{{0,60}} (?:until|till|before){_DAY}", re.I
    ),
    "fr": re.compile(rf"\b(?:pas|jamais|guère)\b[^.;,]{{0,60}} avant{_DAY}", re.I),
    "de": re.compile(
        rf"\b(?:(?:nicht|nie|kein\w*)\b[^.;,]{{0,60}} vor|erst (?:nach|ab|am|im)){_DAY}", re.I
    ),
    "it": re.compile(rf"\bnon\b[^.;,]{{0,60}} prima(?: di)?{_DAY}", re.I),
}
_DAY_REACH = 90


@lru_cache(maxsize=4096)
def side_of(text: str, language: Language, fact: Fact) -> Literal["", "before", "from"]:
    """Does a sentence speak of the time up to a day or an hour, or from it on: *not until 12 June*?

    Args:
        text: a sentence or a passage.
        language: its language.
        fact: a date or a clock time found in it.
    """
    if fact.kind not in ("date", "time") or fact.precision == "relative":
        return ""
    before = text[max(0, fact.start - _DAY_REACH) : fact.start]
    until, since = _ends(language)
    if _NOT_BEFORE[language].search(before) or since.search(before):
        return "from"
    return "before" if until.search(before) else ""


def end_words(text: str, language: Language, fact: Fact) -> tuple[int, int] | None:
    """Where the words stand that make a day or an hour the end or the beginning of a time."""
    begin = max(0, fact.start - _DAY_REACH)
    found = [pattern.search(text[begin : fact.start]) for pattern in _ends(language)]
    return next(((begin + m.start(), fact.start) for m in found if m), None)


@cache
def _ends(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before a day that something lasts until, and that it begins on."""
    words = table("order")
    until, since = (f"{words[side][language]}{_DAY}" for side in ("until", "since"))
    return re.compile(until, re.IGNORECASE), re.compile(since, re.IGNORECASE)


def is_from(text: str, language: Language, fact: Fact) -> bool:
    """Stands right before a figure what says that something begins there: *from, du, vom, dal*?"""
    if language == "fr" and fact.kind not in _WHEN:
        return False  # de may mean anything
    before = text[max(0, fact.start - 20) : fact.start].rstrip(" \u00a0$€£")
    return _FROM[language].search(before) is not None


@lru_cache(maxsize=4096)
def tells_move(text: str, language: Language) -> bool:
    """Has a text a word that moves a day or an hour: *postponed, avancé, verlegt, spostata*?"""
    begins, whole = _moving(language)
    return any(word.startswith(begins) or word in whole for word in word_set(text))


@cache
def _moving(language: Language) -> tuple[tuple[str, ...], frozenset[str]]:
    forms = table("order")["moved"][language].split()
    whole = frozenset(form[:-1] for form in forms if form.endswith("="))
    return tuple(form for form in forms if not form.endswith("=")), whole


def ways(text: str, language: Language) -> frozenset[tuple[str, str]]:
    """The times that something took, each as before something else or after it: *a month later*.

    Args:
        text: a sentence or a passage.
        language: its language.

    Returns:
        The unit of each and `earlier` or `later`.
    """
    if _way_cues(language).isdisjoint(word_set(text)):
        return frozenset()
    found = set()
    for match in _ways(language).finditer(text):
        unit = unit_of(match["unit"])
        if unit and units()[unit].dimension == "duration":
            found.add((unit, "earlier" if match["earlier"] else "later"))
    return frozenset(found)


@cache
def _way_cues(language: Language) -> frozenset[str]:
    """The words of which one stands behind every such time."""
    words = table("order")
    told = f"{words['earlier'][language]}|{words['later'][language]}"
    return frozenset(way.split()[0] for way in told.split("|"))


@cache
def _ways(language: Language) -> re.Pattern[str]:
    words = table("order")
    earlier, later = words["earlier"][language], words["later"][language]
    return re.compile(
        rf"(?<!\w)(?P<unit>[^\W\d_]{{2,12}}) (?:(?P<earlier>{earlier})|(?:{later}))(?!\w)"
    )


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures of one text in the order in which they are meant."""

    kind: Literal["change", "counts", "vote", "range"]
    """From the first to the second; one against the other; for and against; between the two."""
    first: Fact
    second: Fact

    @property
    def span(self) -> tuple[int, int]:
        """Where both stand in the text."""
        both = (self.first, self.second)
        return min(f.start for f in both), max(f.end for f in both)


def pairs(text: str, language: Language, facts: Sequence[Fact]) -> Iterator[Pair]:
    """The ordered pairs of a text.

    Args:
        text: a sentence or a passage.
        language: its language.
        facts: what was found in it, in order.
    """
    yield from _moved(text, language, [fact for fact in facts if fact.kind in _WHEN])
    for a, b in _neighbours([*_counted(facts)]):
        gap = _between(text, a, b, facts)
        if a.value == b.value or len(gap) > _LONGEST_GAP:
            continue
        before = text[max(0, a.start - 20) : a.start].rstrip(" \u00a0$€£")
        inner = gap.rstrip(" \u00a0$€£")
        if _FROM[language].search(before) and _TO[language].search(inner):
            yield Pair("change", a, b)
        elif _TO[language].search(before) and _FROM[language].search(inner):
            yield Pair("change", b, a)
        elif _BETWEEN.search(before) and _AND.fullmatch(inner):
            yield Pair("range", a, b)
        elif _counts(a) and _counts(b):
            yield from _opposed(text, a, b, gap)


def _neighbours(told: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """Each figure with the next one, and each year: *from 310 in 2021 to 350 in 2022*."""
    yield from pairwise([fact for fact in told if fact.kind != "date"])
    yield from pairwise([fact for fact in told if fact.kind == "date"])


def _between(text: str, a: Fact, b: Fact, facts: Sequence[Fact]) -> str:
    """What stands between two figures, without the days that the first one is of."""
    begin, gap = a.end, ""
    for day in facts if a.kind != "date" else ():
        if day.kind == "date" and begin <= day.start and day.end <= b.start:
            gap += text[begin : day.start]
            begin = day.end
    return gap + text[begin : b.start]


def _counted(facts: Sequence[Fact]) -> Iterator[Fact]:
    """The figures with a value, and what looks like a clock time before minutes: *1 h 30*."""
    for at, fact in enumerate(facts):
        following = facts[at + 1 : at + 2]
        if fact.kind == "time" and "h" in fact.text and following and following[0].unit == "minute":
            hours, minutes = fact.key.split(":")
            value = Decimal(hours) + round(Decimal(minutes) / 60, 4)
            yield replace(fact, kind="unit", unit="hour", value=value, key="", also="")
        elif fact.value is not None:
            yield fact


def _moved(text: str, language: Language, when: Sequence[Fact]) -> Iterator[Pair]:
    """The days and hours from which something is to which: *from June 2025 to May 2026*."""
    for a, b in pairwise(when):
        both_years = a.value is not None and b.value is not None
        if a.kind != b.kind or both_years or b.start - a.end > _LONGEST_GAP:
            continue
        before = text[max(0, a.start - 20) : a.start].rstrip(" \u00a0")
        inner = text[a.end : b.start].rstrip(" \u00a0")
        if _FROM[language].search(before) and _TO[language].search(inner) and a.key != b.key:
            yield Pair("change", a, b)


def _counts(fact: Fact) -> bool:
    value = fact.value
    return (
        fact.kind == "number"
        and not fact.unit
        and value is not None
        and value < _HIGHEST_COUNT
        and value == value.to_integral_value()
        and fact.precision in ("", "word")
    )


def _opposed(text: str, a: Fact, b: Fact, gap: str) -> Iterator[Pair]:
    one, other = _LABELS.match(text[a.end : a.end + 40]), _LABELS.match(text[b.end : b.end + 40])
    if one and other and bool(one["yes"]) != bool(other["yes"]):
        yield Pair("vote", a, b) if one["yes"] else Pair("vote", b, a)
    elif _VERSUS.fullmatch(gap):
        yield Pair("counts", a, b)


def outside(fact: Fact, given: Sequence[Pair]) -> Pair | None:
    """The range that *more than* its end, or *less than* its beginning, leaves; else None."""
    for pair in given:
        end = {"more": pair.second, "less": pair.first}.get(fact.bound)
        if pair.kind == "range" and end and end.value == fact.value and end.kind == fact.kind:
            return pair
    return None
