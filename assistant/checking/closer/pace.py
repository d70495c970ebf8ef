"""Another time than in the quotes: *a month* for *a year*, *a month before* for *a month after*."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checking.meaning import Meaning
from assistant.facts import Language, find
from assistant.facts.order import ways
from assistant.facts.rates import hints, rates
from assistant.facts.reasons import Reason

from .rules import Sentence


def another_rate(claim: Sentence, quotes: Sequence[Sentence], _: Meaning) -> Reason | None:
    """The first rate of a claim for which its quotes have another one, or no word at all."""
    said = rates(*claim)
    given = [rate for text, tongue in quotes for rate in rates(text, tongue)]
    units = {rate.unit for rate in given}
    for rate in said:
        if rate.unit in units:
            continue
        ours = {one.unit for one in said}
        other = next((r for r in given if r.unit not in ours), None)
        if other:
            return Reason("other", rate.words, other.words)
        if not any(hints(_without_times(*quote), rate.unit) for quote in quotes):
            return Reason("missing", rate.words)
    return None


def _without_times(text: str, language: Language) -> str:
    """A text without how long something takes: *over five years* is no *a year*."""
    for fact in find(text, language):
        if fact.kind == "unit" and fact.value not in (None, 1) and fact.precision != "ordinal":
            text = text[: fact.start] + " " * (fact.end - fact.start) + text[fact.end :]
    return text


def other_way(claim: Sentence, quotes: Sequence[Sentence], _: Meaning) -> Reason | None:
    """Say if what a claim has as *a month before* something is *a month after* it in its quotes."""
    said = ways(*claim)
    given = frozenset().union(*(ways(*quote) for quote in quotes))
    for unit, way in said - given:
        if (unit, "later" if way == "earlier" else "earlier") in given:
            return Reason("turned_round")
    return None
