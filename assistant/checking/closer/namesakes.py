"""Does a claim name a namesake of whom its quotes name: Louis XIV for Louis XVI, Paola for Paolo?

A numeral behind a name and the vowel at the end of a first name are all that parts two people, and
too little for a comparison by sound to see.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from assistant.checking.meaning import Meaning
from assistant.facts.facts import Language
from assistant.facts.reasons import Reason
from assistant.facts.text.spelling import fold, skeleton
from assistant.facts.text.vocabulary import same_thing

from .rules import Sentence

_NUMBERED = re.compile(
    r"(?<!\w)(?P<name>[A-ZÀ-Þ][a-zß-ÿ]+) (?P<numeral>[IVX]{1,6})(?![\w'’])"
    r"(?!\.?[ \u00a0](?:secolo|siècle|Jahrhundert|century))"
)
_WARS = frozenset("War Krieg Weltkrieg Guerra Mondiale Il Il Nel Dal Del Le Au Du Im Das".split())
"""Before a numeral of another kind: of a war or a century."""
_FULL = re.compile(
    r"(?P<first>[A-ZÀ-Þ](?<![\w-].)[a-zß-ÿ]+)"  # a class first: what it is not in is passed over
    r"(?=(?P<inner>(?: [A-ZÀ-Þ]\.)*) (?P<last>[A-ZÀ-Þ][a-zß-ÿ]+(?:-[A-ZÀ-Þ][a-zß-ÿ]+)?)(?!\w))"
)
_FEMALE = ("a", "e", "ne", "le", "ette", "in")
"""What makes another first name of one: *Martina*, *Simone*, *Jeanne*."""


def names_in_full(text: str, language: Language) -> bool:
    """Does a text name somebody by two names, or by a name and a numeral?"""
    return bool(_full(text) or _numbered(text))


def namesake(claim: Sentence, quotes: Sequence[Sentence], _: Meaning) -> Reason | None:
    """The first namesake of a claim in the place of somebody whom its quotes name."""
    ours = _numbered(claim.text)
    theirs = [name for text, _ in quotes for name in _numbered(text)] if ours else []
    given = {numeral for _, numeral in theirs}
    for name, numeral in ours:
        if theirs and numeral not in given and (len(numeral) > 1 or _same(name, theirs)):
            return Reason("other_name", f"{name} {numeral}", " ".join(theirs[0]))
    said = _full(claim.text)
    there = [name for text, _ in quotes for name in _full(text)] if said else []
    if not there:
        return None
    italian = {claim.language, *(tongue for _, tongue in quotes)} > {"it"}
    for one in said:
        beside = [other for other in there if other[2] == one[2]]
        if beside and all(_differ(one, other, italian) for other in beside):
            return Reason("other_name", _whole(one), _whole(beside[0]))
    return None


def _same(name: str, others: Sequence[tuple[str, str]]) -> bool:
    """Is it the name of one of the others, in any of the languages?"""
    code, sound = same_thing(name), skeleton(name)
    return any(skeleton(o) == sound or (code and same_thing(o) == code) for o, _ in others)


@lru_cache(maxsize=4096)
def _numbered(text: str) -> tuple[tuple[str, str], ...]:
    """Names with the numeral behind them."""
    if not any(sign in text for sign in (" I", " V", " X")):
        return ()
    found = _NUMBERED.finditer(text)
    return tuple((m["name"], m["numeral"]) for m in found if m["name"] not in _WARS)


@lru_cache(maxsize=4096)
def _full(text: str) -> tuple[tuple[str, str, str], ...]:
    """First names with initials and a surname."""
    return tuple(_names(text))


def _names(text: str) -> Iterator[tuple[str, str, str]]:
    for match in _FULL.finditer(text):
        yield match["first"], match["inner"], match["last"]


def _differ(one: tuple[str, str, str], other: tuple[str, str, str], italian: bool) -> bool:
    """Are two first names before one surname those of two people?"""
    if one[0] == other[0]:
        return bool(one[1] and other[1] and one[1] != other[1])
    a, b = sorted((fold(one[0]), fold(other[0])), key=lambda name: (len(name), name[-1:] != "o"))
    if min(len(a), len(b)) < 3:
        return False
    if a[:-1] == b[:-1]:
        return {a[-1], b[-1]} in ({"a", "o"}, {"a", "e"})
    ending = b.removeprefix(a)
    return b != ending and ending in _FEMALE and not (italian and ending == "e")


def _whole(name: tuple[str, str, str]) -> str:
    return f"{name[0]}{name[1]} {name[2]}"
