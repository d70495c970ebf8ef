"""By how much something changed, and from what to what: *15 % less, fell by 2, from 12 to 24*.

*From 7.9 to 6.4* is *by 1.5*, and *15 % de naissances en moins* is said of births that fell by
15 %. The words are in `changes.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from assistant.facts.direction.opposites import poles_at
from assistant.facts.facts import Fact, Language
from assistant.facts.tables import table
from assistant.facts.text.letters import lowered, starts_of

from .measures import units
from .order import Pair
from .parts import LASTING

Way = Literal["up", "down"]

_RISE_AND_FALL = 0
"""The first opposition of `polarity.toml`."""
_NO_AMOUNT = ("date", "time", "name")
_LOST = ("percent", "points", "money")
"""What shares and parties win and lose, other than matches."""
_REACH = 60
"""Characters around a figure in which the word stands that rises or falls."""
_CLAUSE = re.compile(r"[;.!?:] |, ")


class Difference(NamedTuple):
    """A figure that tells by how much something changed or differs."""

    way: Way
    start: int
    """Where the words that say so begin, without the figure and what is counted."""
    end: int


class Change(NamedTuple):
    """What something was and what it is now."""

    before: Fact
    after: Fact

    @property
    def way(self) -> Way:
        """Did it rise or fall?"""
        return "up" if _value(self.after) > _value(self.before) else "down"

    @property
    def difference(self) -> Decimal:
        """By how much, without a sign."""
        return abs(_value(self.after) - _value(self.before))

    @property
    def percent(self) -> Decimal:
        """The same in per cent of what it was, without a sign."""
        return 100 * self.difference / abs(_value(self.before))

    @property
    def ratio(self) -> Decimal:
        """How many times what it was."""
        return _value(self.after) / _value(self.before)


def _value(fact: Fact) -> Decimal:
    return fact.value if fact.value is not None else Decimal(0)


@lru_cache(maxsize=4096)
def difference(text: str, language: Language, fact: Fact) -> Difference | None:
    """The way that a figure of a text tells a difference; None if it tells none.

    Args:
        text: a sentence or a passage.
        language: its language.
        fact: a figure found in it.
    """
    if fact.value is None or fact.kind in _NO_AMOUNT:
        return None
    words = _words(language)
    behind = words.behind.match(text, fact.end)
    if behind:
        way: Way = "up" if behind["up"] else "down"
        return Difference(way, *behind.span(way))
    ahead = text[max(0, fact.start - _REACH) : fact.start]
    adjective = words.adjective.search(ahead)
    if adjective:
        start = fact.start - len(ahead) + adjective.start()
        return Difference("up" if adjective["up"] else "down", start, fact.start)
    if fact.kind in _LOST and (verb := words.loses.search(ahead)):
        start = fact.start - len(ahead) + verb.start()
        return Difference("up" if verb["up"] else "down", start, fact.start)
    led = words.before.search(ahead)
    moving_by = ahead[: led.start()] if led else ahead
    if language == "de":  # the verb of the clause before is of something else
        moving_by = _CLAUSE.split(moving_by)[-1]
    moved = _moves(moving_by, language)
    if led is None and not (moved and moved[-1].next):
        return None
    if not moved and led and language == "de":  # ist um 15 Prozent gesunken
        clause = _CLAUSE.split(text[fact.end : fact.end + _REACH])[0]
        moved = _moves(clause, language)[:1] or _moves(f"{ahead[: led.start()]} {clause}", language)
    return Difference(moved[-1].way, fact.start, fact.start) if moved else None


def moving(text: str, language: Language, way: Way) -> list[tuple[int, int]]:
    """Where a text has a word that goes up, or down."""
    words, starts = lowered(text), starts_of(text)
    return [
        (starts[at], starts[at] + len(words[at]))
        for at, pole in poles_at(words, language)
        if pole == (_RISE_AND_FALL, "one" if way == "up" else "other")
    ]


def having(text: str, language: Language) -> list[tuple[int, int]]:
    """Where a text has a verb that only says that there is so much of something."""
    return [match.span() for match in _words(language).having.finditer(text)]


class _Move(NamedTuple):
    way: Way
    next: bool
    """Nothing stands behind it any more."""


def _moves(text: str, language: Language) -> list[_Move]:
    """The words of a piece of a text, from the last clause on, that rise or fall."""
    words = lowered(text)
    return [
        _Move("up" if side == "one" else "down", at == len(words) - 1)
        for at, (number, side) in poles_at(words, language)
        if number == _RISE_AND_FALL
    ]


class _Words(NamedTuple):
    behind: re.Pattern[str]
    before: re.Pattern[str]
    adjective: re.Pattern[str]
    was: re.Pattern[str]
    both: re.Pattern[str]
    of: re.Pattern[str]
    out_of: re.Pattern[str]
    halved: re.Pattern[str]
    having: re.Pattern[str]
    loses: re.Pattern[str]


@cache
def _words(language: Language) -> _Words:
    forms = table("changes")[language]
    return _Words(
        re.compile(rf"[ \u00a0](?:{forms['noun']})?(?:{forms['behind']})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w){forms['before']}", re.IGNORECASE),
        re.compile(rf"(?<!\w){forms['adjective']}", re.IGNORECASE),
        re.compile(rf"(?<!\w){forms['was']}(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{forms['both']})(?!\w)", re.IGNORECASE),
        re.compile(forms["of"], re.IGNORECASE),
        re.compile(rf"(?:^|[.!?:;,–] |[\"„“«]){forms['out_of']}$", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{forms['halved']})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{forms['having']})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{forms['loses']})$", re.IGNORECASE),
    )


def changes(
    text: str, language: Language, facts: Sequence[Fact], pairs: Sequence[Pair]
) -> list[Change]:
    """What something was and is now, for everything in a text of which both are told.

    Args:
        text: a sentence or a passage.
        language: its language.
        facts: what was found in it, in order.
        pairs: those of them whose order is what is said.
    """
    found = [Change(_in_unit_of(p.second, p.first), p.second) for p in pairs if _is_change(p)]
    if found:
        return found
    plain = [f for f in facts if f.value and f.kind not in _NO_AMOUNT]
    plain = [f for f in plain if f.precision != "ordinal"]
    for now, then in zip(plain, plain[1:], strict=False):
        gap = text[now.end : then.start]
        if _is_one_kind(now, then) and now.value != then.value and _words(language).was.search(gap):
            alike = [f for f in plain if _is_one_kind(now, f)]
            if len(alike) == 2:
                found.append(Change(_with_unit(then, now), now))
    return found


def _is_change(pair: Pair) -> bool:
    return pair.kind == "change" and pair.first.kind not in _NO_AMOUNT and bool(pair.first.value)


def _in_unit_of(after: Fact, before: Fact) -> Fact:
    """What was before in the unit of what is now, where both are lengths of time."""
    known = units()
    if before.unit == after.unit or not {before.unit, after.unit} <= LASTING:
        return before
    value = _value(before) * known[before.unit].factor / known[after.unit].factor
    return replace(before, unit=after.unit, value=round(value, 2))


def _is_one_kind(one: Fact, other: Fact) -> bool:
    """Do two figures count the same, be it that the second leaves it unsaid?"""
    return (one.kind, one.unit) == (other.kind, other.unit) or (
        other.kind == "number" and not other.unit and one.kind in ("unit", "money", "percent")
    )


def _with_unit(fact: Fact, like: Fact) -> Fact:
    return Fact(like.kind, fact.start, fact.end, fact.text, fact.value, like.unit)


@lru_cache(maxsize=4096)
def halves(text: str, language: Language) -> tuple[int, int] | None:
    """Where a text says that something became half of what it was."""
    found = _words(language).halved.search(text)
    return found.span() if found else None


def tells_sum(text: str, language: Language) -> bool:
    """Has a text a word for all that it names taken together?"""
    return _words(language).both.search(text) is not None


def is_of(between: str, language: Language) -> bool:
    """Makes what stands between two figures the first a part of the second: *sixty of the 120*?"""
    return _words(language).of.fullmatch(between) is not None


def out_of(before: str, language: Language) -> bool:
    """Makes what stands before a figure it a whole of which a part follows: *sur les 200*?"""
    return _words(language).out_of.search(before[-_REACH:]) is not None
