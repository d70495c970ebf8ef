"""Is a figure told of the year of another: *4 billion in 2022* for *4 billion in 2023, 3 in 2022*?

Where a sentence has several figures of one kind and several years or days, each belongs to the one
that it is nearest to and that is nearest to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from assistant.checking.figured import kind_of
from assistant.checking.gist import sentences
from assistant.checking.meaning import Meaning
from assistant.facts import Fact, Language, figures
from assistant.facts.comparing import same
from assistant.facts.reasons import Reason
from assistant.facts.text.letters import has_digit

from .rules import Sentence

_FARTHEST = 40
"""Characters between a figure and its year."""
_SINCE = re.compile(
    r"(?<!\w)(?:since|from|than|to|with|after|before|until|over|on|against|depuis|dès|contre|à"
    r"|qu['’]en|après|avant|jusqu['’]en|seit|gegenüber|als|nach|von|vor|ab|bis|zu|dal|da|rispetto"
    r"|contro|dopo|prima|fino|che)(?: (?:the|in|en|au|l['’]année|dem|der|den|Jahr|nel|al|del|il))*"
    r" ?$",
    re.IGNORECASE,
)
"""Before a year that a figure is only held against, or that begins or ends a time."""


class Dated(NamedTuple):
    """A figure with its year or day."""

    figure: Fact
    day: Fact


@lru_cache(maxsize=2048)
def with_years(text: str, language: Language) -> tuple[Dated, ...]:
    """The figures of a text that have a year of their own beside another figure with its own."""
    if not has_digit(text):
        return ()
    return tuple(pair for one in sentences(text) for pair in _of_sentence(one, language))


def _of_sentence(text: str, language: Language) -> Iterator[Dated]:
    facts = figures(text, language)
    days = [fact for fact in facts if _is_day(fact)]
    told = [fact for fact in facts if _is_figure(fact)]
    for kind in {kind_of(fact) for fact in told}:
        own = [fact for fact in told if kind_of(fact) == kind]
        if len(own) < 2 or len(days) < 2:
            continue
        for fact in own:
            day = _nearest(fact, days)
            if _nearest(day, own) is fact and _gap(fact, day) < _FARTHEST:
                yield Dated(fact, day)


def _is_figure(fact: Fact) -> bool:
    """Is it told in digits, and no day? A year has a value too."""
    return fact.kind not in ("date", "time", "name") and fact.precision != "word"


def _is_day(fact: Fact) -> bool:
    return fact.kind == "date" and fact.precision not in ("relative", "weekday")


def _nearest(fact: Fact, others: Sequence[Fact]) -> Fact:
    """Of two as near, the one behind a figure and the one before a year."""
    sign = -1 if _is_day(fact) else 1
    return min(others, key=lambda other: (_gap(fact, other), sign * (fact.start - other.start)))


def _gap(one: Fact, other: Fact) -> int:
    return max(one.start - other.end, other.start - one.end)


@lru_cache(maxsize=2048)
def one_dated(text: str, language: Language) -> Dated | None:
    """The only figure of a claim with its only year."""
    if not has_digit(text):
        return None
    facts = figures(text, language)
    days = [fact for fact in facts if fact.kind == "date"]
    told = [fact for fact in facts if _is_figure(fact)]
    if len(days) != 1 or len(told) != 1 or not _is_day(days[0]):
        return None
    if _SINCE.search(text[: days[0].start]):
        return None
    return Dated(told[0], days[0])


def another_year(claim: Sentence, quotes: Sequence[Sentence], _: Meaning) -> Reason | None:
    """The year that a claim's figure has in the quotes, if the claim gives it another one's.

    Args:
        claim: a sentence that is otherwise supported.
        quotes: what it is held against.
    """
    said = one_dated(*claim)
    if said is None:
        return None
    given = [fact for quote in quotes for fact in figures(*quote)]
    if sum([same(said.figure, fact) for fact in given]) != 1:
        return None
    told = [pair for quote in quotes for pair in with_years(*quote)]
    own = [pair for pair in told if same(said.figure, pair.figure)]
    others = [pair for pair in told if same(said.day, pair.day) and pair not in own]
    if not own or not others or same(said.day, own[0].day):
        return None
    return Reason("other", f"{said.figure.text}, {said.day.text}", own[0].day.text)
