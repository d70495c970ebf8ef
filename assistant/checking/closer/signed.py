"""Is a figure of a claim negative and that of the quotes not, or the other way: *-5 million*?

A loss of five million is minus five million: no sign is missed beside a word that says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from assistant.checking.meaning import Meaning
from assistant.facts import Fact, Language, figures
from assistant.facts.comparing import same
from assistant.facts.figures.signs import SIGNS
from assistant.facts.reasons import Reason
from assistant.facts.tables import table
from assistant.facts.text.letters import has_any, has_digit, lowered

from .rules import Sentence

_DEGREES = frozenset(("C", "F", "deg"))
"""Their signs are held against each other with their values."""


def is_negative(text: str, language: Language) -> bool:
    """Has a text a figure below zero that counts no degrees?"""
    return has_any(text, SIGNS) and has_digit(text) and any(map(_is_below, figures(text, language)))


def another_sign(claim: Sentence, quotes: Sequence[Sentence], _: Meaning) -> Reason | None:
    """A figure of a claim that all quotes have with the other sign."""
    for fact in figures(*claim):
        if not fact.value or fact.unit in _DEGREES:
            continue
        there = [
            (other, text)
            for text, language in quotes
            for other in figures(text, language)
            if other.value and same(fact, other)
        ]
        if not there or any((other.value or 0) * fact.value > 0 for other, _ in there):
            continue
        above = [claim.text] if fact.value > 0 else [text for _, text in there]
        if not any(map(_falls, above)):
            return Reason("other", fact.text, there[0][0].text)
    return None


def _is_below(fact: Fact) -> bool:
    return fact.value is not None and fact.value < 0 and fact.unit not in _DEGREES


def _falls(text: str) -> bool:
    whole, begins = _words()
    return any(word in whole or word.startswith(begins) for word in lowered(text))


@cache
def _words() -> tuple[frozenset[str], tuple[str, ...]]:
    forms = table("limits")["falling"]["below"].split()
    whole = frozenset(form[:-1] for form in forms if form.endswith("="))
    return whole, tuple(form for form in forms if not form.endswith("="))
