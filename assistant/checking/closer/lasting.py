"""Is a time in a claim longer or shorter than by its ends: *ten days* for *from 4 to 11 May*?"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from assistant.checking.meaning import Meaning
from assistant.facts import Fact, Language, figures
from assistant.facts.comparing import same
from assistant.facts.dates.spans import days_between, is_as_long
from assistant.facts.figures.parts import LASTING
from assistant.facts.reasons import Reason
from assistant.facts.text.cued import cued
from assistant.facts.text.letters import has_digit

from .limits import lasts
from .rules import Sentence


@lru_cache(maxsize=2048)
def length(text: str, language: Language) -> Fact | None:
    """How many days, or weeks, a claim says that something lasts; None if it says no such thing."""
    if not cued("lasting", "lasts", language).search(text):
        return None
    told = [fact for fact in figures(text, language) if fact.unit in ("day", "week")]
    return told[0] if len(told) == 1 and not told[0].bound else None


def has_ends(text: str, language: Language) -> bool:
    """Has a text a time with both its days?"""
    return has_digit(text) and any(days_between(*pair) for pair in lasts(text, language))


def another_length(claim: Sentence, quotes: Sequence[Sentence], _: Meaning) -> Reason | None:
    """How long something lasts in a claim, if it lasts longer or shorter by its ends in the quotes.

    Args:
        claim: a sentence that is otherwise supported.
        quotes: what it is held against.
    """
    said = length(*claim)
    if said is None or said.value is None:
        return None
    given = [fact for quote in quotes for fact in figures(*quote)]
    if any(fact.unit in LASTING and same(said, fact) for fact in given):
        return None
    times = [
        (quote.text, pair) for quote in quotes for pair in lasts(*quote) if days_between(*pair)
    ]
    if not times or any(is_as_long(said, days_between(*pair)) for _, pair in times):
        return None
    text, (first, last) = times[0]
    return Reason("other", said.text, text[first.start : last.end])
