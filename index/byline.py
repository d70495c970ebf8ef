"""Who wrote a text, and which agency or publisher it comes from: as its own lines say."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from .cues import Line
from .documents import Detail

_LINE = 160  # characters of a line that may be a byline
_NAME = r"[A-ZÀ-Þ](?:[\w'’.-]*\w|\.)?"
_PARTICLE = r"(?:de|du|di|da|von|van|der|den|del|della|la|le|zu|zur|al|el|bin)"
_PERSON = rf"{_NAME}(?: (?:{_PARTICLE} ){{0,2}}{_NAME}){{1,4}}"
_PEOPLE = rf"{_PERSON}(?:(?:, | et | und | and | e | & ){_PERSON}){{0,4}}"
_TITLES = r"(?:(?:Prof|Dr|Ing|Dott|Avv|Mag)\.(?:ssa)? ?){0,3}"
# What may stand behind the names on their line: nothing, a bracket, or a sign that parts it.
_BEHIND = r"(?= ?(?:[,;|·•(<–—-]|\d|$|in |à |aus |a |pour |für |per |for |\.$))"


_HOUSE = re.compile(r", (?=The |[A-Z]{2,}\b)")  # ``Ann Lee, The Associated Press``
_WITH = r"\b(?:avec|with|mit|con)(?: material (?:von|der))?(?: l')? (?P<who>(?:{}))\W{{0,3}}$"
_DESK_WORDS = 6
_PLACED_WORDS = 14
_NEAR = 5  # lines
_TOWN = r"(?!(?:San|Santa|Saint|St|New|Los|Las|Bad|La|Le|El|Rio|Porto)\b)"
_CAPITALS = r"[A-ZÀ-Þ]{3,}(?: [A-ZÀ-Þ]{2,}){0,2}"
_AFTER = r"(?= ?[|·•–—]| - |, (?:avec|with|mit|con) |$)"
_DAY = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d\d")
_DESK = r"(?:/[a-z]{2,4})?"  # of which of its regions: ``dpa/lno``


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, list[str]]]:
    text = (Path(__file__).parent / "about.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    table = _table()
    cues = "|".join(table["byline"]["cues"])
    agencies = "|".join(sorted(map(re.escape, table["source"]["agencies"]), key=len, reverse=True))
    named = "|".join(table["source"]["cues"])
    rooms = "|".join(table["byline"]["rooms"])
    return (
        re.compile(rf"(?:^|\)\)? |[|·•–—] ?)(?i:{cues}) ?{_TITLES}(?P<who>{_PEOPLE}){_BEHIND}"),
        re.compile(rf"\((?P<who>(?:(?:{agencies})(?: ?[/,+] ?)?)+{_DESK})\)"),
        re.compile(rf"(?:^\W{{0,3}}|[|·•] ?)(?i:{named}) ?:? ?(?P<who>\S.{{0,58}}\S)\W{{0,2}}$"),
        re.compile(
            rf"\W{{0,4}}(?i:(?:by|par|von|di) )?(?i:(?:{rooms})\W{{1,3}})?"
            rf"(?P<who>(?i:(?:{agencies})(?:(?: ?[/,+] ?)(?:{agencies}))*){_DESK})\W{{0,4}}"
        ),
    )


@lru_cache(maxsize=1)
def _nobody() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What a role ends in, and what the name of a room begins with."""
    table = _table()["byline"]
    return (
        re.compile(rf", (?:[\w'’-]+ ){{0,3}}(?:{'|'.join(table['roles'])})$", re.IGNORECASE),
        re.compile(rf"(?:{'|'.join(table['rooms'])})\b", re.IGNORECASE),
    )


@lru_cache(maxsize=1)
def _desks() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """People alone on a line, and a line that says where they work or what they do there."""
    table = _table()["byline"]
    desks = "|".join([*table["roles"], *table["desks"]])
    return re.compile(_PEOPLE), re.compile(rf"(?:^|\W)(?:{desks})(?:\W|$)")


def is_agency(plain: str) -> bool:
    """Tell whether a line, in lower case, is the name of an agency and nothing else."""
    return len(plain) < _LINE and _patterns()[3].fullmatch(plain) is not None


@lru_cache(maxsize=1)
def _with_an_agency() -> re.Pattern[str]:
    agencies = _table()["source"]["agencies"]
    return re.compile(_WITH.format("|".join(sorted(map(re.escape, agencies), key=len)[::-1])))


@lru_cache(maxsize=1)
def _translated_by() -> re.Pattern[str]:
    return re.compile(
        r"(?:traduction|übersetzung|übersetzt|traduzione|tradotto|translat\w+)\b.{0,40}"
        r"\b(?i:par|von|da|by)\b (?P<who>[A-ZÀ-Þ]\w+)",
        re.IGNORECASE,
    )


def byline(text: str, around: Sequence[Line]) -> Detail | None:
    """Find the people who wrote a text.

    Args:
        text: the source text.
        around: the lines in which it speaks about itself.
    """
    for line in around:
        if line.prose and line.end - line.start > _LINE:
            continue
        match = _patterns()[0].search(text[line.start : line.end])
        if match and match.start() < _LINE and not _nobody()[1].match(match["who"]):
            start = line.start + match.start("who")
            who = _nobody()[0].sub("", match["who"].rstrip(".,"))
            who = _away(_HOUSE.split(who)[0])
            sure = 0.9 if match.start() == 0 else 0.8
            return Detail(who, start, start + len(who), "line", sure)
    return _above_a_desk(text, around) or _beside_a_day(text, around)


def _away(who: str) -> str:
    """``Anna Li da Roma`` without the place; ``Maria da Silva`` is a name."""
    name, _, _ = who.rpartition(" da ")
    return name if " " in name else who


def _beside_a_day(text: str, around: Sequence[Line]) -> Detail | None:
    """A name with its place or its post, and the day on the same line or on the next to it.

    ``Ann Lee in Harlow`` alone may be the headline of a text about her.
    """
    for at, line in enumerate(around):
        shown = text[line.start : line.end]
        if line.prose or line.words > _PLACED_WORDS or not (match := _placed().match(shown)):
            continue
        if not at or _is_told_of(text, match["who"] or match["whom"], around, at):
            continue
        near = [shown[match.end() :], *(text[a.start : a.end] for a in _next_to(around, at))]
        if any(len(part) < _LINE and _DAY.search(part) for part in near):
            group = "whom" if match["whom"] else "who"
            start, end = (line.start + place for place in match.span(group))
            return Detail(text[start:end], start, end, "line", 0.7)
    return None


def _is_told_of(text: str, who: str, around: Sequence[Line], at: int) -> bool:
    """Whether the headline or the first lines are about them: ``Donald Trump in Davos``."""
    name = who.split()[-1]
    others = (line for line in around[: at + _NEAR] if line is not around[at])
    return any(name in text[line.start : line.end] for line in others)


def _next_to(around: Sequence[Line], at: int) -> Sequence[Line]:
    return [line for line in around[max(0, at - 1) : at + 2] if line is not around[at]]


@lru_cache(maxsize=1)
def _placed() -> re.Pattern[str]:
    roles = "|".join(_table()["byline"]["roles"])
    place = rf"{_NAME}(?:[ -]{_NAME}){{0,2}}"
    return re.compile(
        rf"{_TOWN}(?P<who>{_PEOPLE}?)(?:,? \(?(?:in|à|a|aus|da|en|au) {place}\)?"
        rf"| \({place}\)|, {_NAME}|, (?i:(?:[\w'’-]+ ){{0,3}}(?:{roles}))){_AFTER}"
        rf"|{_CAPITALS} [–—-] (?P<whom>{_PEOPLE})$"
    )


def _above_a_desk(text: str, around: Sequence[Line]) -> Detail | None:
    """A name alone on its line, and on the next one what its owner is, or the room they are of."""
    alone, desk = _desks()
    for line, below in pairwise(around):
        who = text[line.start : line.end]
        if line.prose or below.prose or below.words > _DESK_WORDS or not alone.fullmatch(who):
            continue
        if desk.search(below.plain) and not _nobody()[1].match(who):
            return Detail(who, line.start, line.end, "line", 0.7)
    return None


def source(text: str, around: Sequence[Line], date: Detail | None) -> Detail | None:
    """Find the agency or publisher a text comes from.

    Args:
        text: the source text.
        around: the lines in which it speaks about itself.
        date: the date found in it: a name beside a date in its field is the publisher's.
    """
    _, bracketed, labelled, alone = _patterns()
    found: list[Detail] = []
    for line in around:
        shown = text[line.start : line.end]
        if not line.prose and (match := labelled.search(shown)) and "http" not in match["who"]:
            found.append(_detail(line, match, "label", 0.95))
        for match in bracketed.finditer(shown):
            if match.start() < 90 or match.end() >= len(shown) - 2:  # a dateline's, or the end's
                found.append(_detail(line, match, "dateline", 0.9))
        if len(shown) < _LINE and (match := alone.fullmatch(shown)):
            found.append(_detail(line, match, "line", 0.9))
        if not line.prose and (match := _with_an_agency().search(shown)):
            found.append(_detail(line, match, "line", 0.85))
        opened = any(begin in line.plain for begin in _TRANSLATED)
        if opened and (match := _translated_by().search(shown)):
            found.append(_detail(line, match, "line", 0.7))
    if date and date.origin == "label" and not found:
        found += _beside(text, around, date)
    return max(found, key=lambda detail: detail.sure, default=None)


_TRANSLATED = ("tra", "über")
"""What the words that tell of a translation begin with."""
_PUBLISHER = re.compile(r"[\s,;|·–—-]{1,3}(?P<who>[A-ZÀ-Þ]\w+(?:[ .-][A-ZÀ-Þ]\w+){0,3})\s*$")


def _beside(text: str, around: Sequence[Line], date: Detail) -> list[Detail]:
    for line in around:
        if line.start <= date.start < line.end:
            if match := _PUBLISHER.match(text[date.end : line.end]):
                start = date.end + match.start("who")
                return [Detail(match["who"], start, start + len(match["who"]), "line", 0.6)]
    return []


def _detail(line: Line, match: re.Match[str], origin: str, sure: float) -> Detail:
    start = line.start + match.start("who")
    return Detail(match["who"], start, start + len(match["who"]), origin, sure)
