"""Another time than in the quotes: *a month* for *a year*, *a month before* for *a month after*."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checking.meaning import Meaning
from assistant.facts import Language, find
from assistant.facts.figures.one_time import one_times
from assistant.facts.figures.order import ways
from assistant.facts.figures.rates import hints, rates, unit_forms
from assistant.facts.reasons import Reason
from assistant.facts.text.letters import word_set

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


def another_time(claim: Sentence, quotes: Sequence[Sentence], _: Meaning) -> Reason | None:
    """The first *a week* of a claim for which its quotes have *a month* and no week.

    Quotes with a time in figures are left alone: *seven days* are a week.
    """
    given = [one for quote in quotes for one in one_times(*quote)]
    if any(_counts_times(quote) for quote in quotes):
        return None
    for ours in one_times(*claim):
        if given and not any(_names(quote, ours.unit) for quote in quotes):
            return Reason("other", ours.words, given[0].words)
    return None


def _names(text: Sentence, unit: str) -> bool:
    """Has a text a word of the unit? *An hour* has none of *un an*."""
    if not word_set(text.text).isdisjoint(unit_forms(text.language)[unit].split()):
        return True
    return hints(" ".join(word for word in word_set(text.text) if len(word) > _SHORT), unit)


def _counts_times(text: Sentence) -> bool:
    return any(fact.unit in _TIMES and fact.value not in (None, 1) for fact in find(*text))


_SHORT = 3
"""Letters of a word that may be another one in another language."""
_TIMES = ("minute", "hour", "day", "week", "month", "year")


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
