"""Another part of a month, a year or a century: *early May* for *Ende Mai*, or for 28 May."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checking.meaning import Meaning
from assistant.facts import find
from assistant.facts.dates.time_parts import is_beyond, is_of, time_parts
from assistant.facts.reasons import Reason

from .rules import Sentence


def another_time_part(claim: Sentence, quotes: Sequence[Sentence], _: Meaning) -> Reason | None:
    """The first part of a time of a claim of which its quotes tell only other parts."""
    theirs = [told for quote in quotes for told in time_parts(*quote)]
    dates = [fact for quote in quotes for fact in find(*quote) if fact.precision in _DATED]
    for ours in time_parts(*claim):
        given = [other for other in theirs if is_of(ours.of, other.of)]
        if given and all(other.part != ours.part for other in given):
            return Reason("other", ours.words, given[0].words)
        beyond = [fact for fact in dates if is_beyond(ours, fact)]
        if beyond and not given and len(dates) == 1:
            return Reason("other", ours.words, beyond[0].text)
    return None


_DATED = ("day", "month")
