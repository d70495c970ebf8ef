"""Is a day told from today, where the quotes give its date: *last week* for *12 March 2019*?"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from assistant.checking.meaning import Meaning
from assistant.facts import Fact, Language, figures
from assistant.facts.dates.dates import parts
from assistant.facts.reasons import Reason

from .rules import Sentence

_FROM_TODAY = ("relative", "weekday")


@lru_cache(maxsize=2048)
def from_today(text: str, language: Language) -> tuple[Fact, ...]:
    """The days, weeks, months and years of a text that are told from today."""
    return tuple([fact for fact in figures(text, language) if fact.precision == "relative"])


@lru_cache(maxsize=2048)
def dated(text: str, language: Language) -> tuple[Fact, ...]:
    """The days, months and years of a text, where none is told from today and none by weekday."""
    dates = [fact for fact in figures(text, language) if fact.kind == "date"]
    if any(fact.precision in _FROM_TODAY for fact in dates):
        return ()
    return tuple([f for f in dates if f.precision in ("day", "month") and parts(f.key)[0]])


def dated_day(claim: Sentence, quotes: Sequence[Sentence], _: Meaning) -> Reason | None:
    """Say if a claim tells from today what its quotes give with a year, and nothing else.

    Nobody knows on which day the claim is read.

    Args:
        claim: a sentence that is otherwise supported.
        quotes: what it is held against.
    """
    if any(figures(*quote) and _tells_otherwise(*quote) for quote in quotes):
        return None
    day = next((fact for quote in quotes for fact in dated(*quote)), None)
    told = from_today(*claim)
    return Reason("other", told[0].text, day.text) if day and told else None


def _tells_otherwise(text: str, language: Language) -> bool:
    return any(fact.precision in _FROM_TODAY for fact in figures(text, language))
