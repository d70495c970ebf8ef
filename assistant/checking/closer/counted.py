"""Is a figure of a claim that of its neighbour in the quotes: *52 dogs and 37 cats*, *52 cats*?

What a figure counts stands right behind it. Where that is a member of a closed class on both sides,
and not the same one, the figure is of another; and so it is where the quotes have it as a time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from assistant.checking.meaning import Meaning
from assistant.facts import figures
from assistant.facts.comparing import same
from assistant.facts.facts import Fact, Language
from assistant.facts.names.kinds import TOO, Member, members
from assistant.facts.reasons import Reason
from assistant.facts.text.letters import has_digit, words_of
from assistant.facts.text.tongue import function_words

from .rules import Sentence

_BEHIND = re.compile(r"[ \u00a0](?:[^\W\d_]+[ \u00a0])?[^\W\d_]{3,}")
_TIMES = ("month", "week", "day", "hour", "minute", "second")


class Counted(NamedTuple):
    """A number, the closed classes that what it counts belongs to, and how that is written."""

    fact: Fact
    kinds: frozenset[Member]
    noun: str


@lru_cache(maxsize=2048)
def counted(text: str, language: Language) -> tuple[Counted, ...]:
    """What the plain numbers of a text count."""
    if not has_digit(text):
        return ()
    found = []
    for fact in figures(text, language):
        if fact.kind == "number" and not fact.unit and fact.precision in ("", "word"):
            behind = _BEHIND.match(text, fact.end)
            if behind and words_of(behind[0])[0].lower() not in function_words()[language]:
                kinds = frozenset(members(behind[0], language))
                found.append(Counted(fact, kinds, behind[0].strip()))
    return tuple(found)


def counts_another(claim: Sentence, quotes: Sequence[Sentence], _: Meaning) -> Reason | None:
    """What a claim counts by a figure that counts a neighbour in the quotes; None if nothing.

    Args:
        claim: a sentence that is otherwise supported.
        quotes: what it is held against.
    """
    for fact, ours, said in counted(*claim):
        there = [o for text, tongue in quotes for o in figures(text, tongue) if same(fact, o)]
        as_time = _only_a_time(fact, quotes)
        if as_time:
            return Reason("other", f"{fact.text} {said}", as_time)
        theirs = [
            (kinds, told)
            for quote in quotes
            for other, kinds, told in counted(*quote)
            if same(fact, other)
        ]
        if not theirs or len(theirs) < len(there):
            continue
        if all(_excludes(ours, kinds) for kinds, _ in theirs):
            return Reason("other", f"{fact.text} {said}", f"{fact.text} {theirs[0][1]}")
    return None


def _only_a_time(fact: Fact, quotes: Sequence[Sentence]) -> str:
    """The time that has a number in the quotes; empty if it counts something there."""
    given = [o for text, tongue in quotes for o in figures(text, tongue) if o.value == fact.value]
    times = [o for o in given if o.unit in _TIMES]
    return times[0].text if times and len(times) == len(given) else ""


def _excludes(ours: frozenset[Member], theirs: frozenset[Member]) -> bool:
    """Have two a member each of one class, and none in common there?"""
    classes = {kind for kind, _ in ours} & {kind for kind, _ in theirs}
    return any(
        {m for m in ours if m[0] == kind}.isdisjoint({m for m in theirs if m[0] == kind})
        for kind in classes
        if not kind.startswith("outcome") and not kind.endswith(TOO)
    )
