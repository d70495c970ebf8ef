"""An amount for each time or each one: *900 a week*, *15 euros par habitant*, *pro Kind 300*.

The words for whom it is are in `per.toml`, those of times with `rates`.
"""

from __future__ import annotations

import re
from functools import cache

from assistant.facts.facts import Fact, Language
from assistant.facts.tables import table
from assistant.facts.text.cued import cued
from assistant.facts.text.letters import Met, lowered

from .rates import rates

_ENDS = re.compile(r"[;:()]|[,.](?!\d)| (?:and|but|et|mais|und|aber|e|ma|of|who|which|that) ")
_BEHIND = 48
"""Characters behind a figure, or before it, in which it is told for what it is."""


def is_each(text: str, language: Language) -> bool:
    """Does a text give anything for each time or each one?"""
    return cued("per", "each", language).search(text) is not None or bool(rates(text, language))


def each(text: str, language: Language, fact: Fact) -> str:
    """The words that say that a figure is for each time or each one; empty if none are beside it.

    Args:
        text: a sentence or a passage.
        language: its language.
        fact: a figure in it.
    """
    end = _ENDS.search(text, fact.end)
    behind = text[fact.start : min(end.start() if end else len(text), fact.end + _BEHIND)]
    begins = [found.end() for found in _ENDS.finditer(text, 0, fact.start)]
    before = text[max(begins[-1] if begins else 0, fact.start - _BEHIND) : fact.end]
    for part in (behind, before):
        if told := rates(part, language):
            return told[0].words
        if found := cued("per", "each", language).search(part):
            return found[0]
    return ""


def of_whom(text: str, language: Language) -> str:
    """For each of whom a text gives something, lower case; empty without any."""
    found = cued("per", "each", language).search(text)
    return found["of"].lower() if found else ""


def in_total(text: str, language: Language) -> str:
    """The words by which a text gives all there is; empty without any."""
    found = cued("per", "total", language).search(text)
    return found[0] if found else ""


def may_be_each(text: str) -> bool:
    """Has a text any word by which it may give something for each?"""
    return any(map(_owning().__getitem__, lowered(text)))


@cache
def _owning() -> Met[bool]:
    forms = table("per")["owns"]["words"].split()
    whole = frozenset(form[:-1] for form in forms if form.endswith("="))
    begins = tuple(form for form in forms if not form.endswith("="))
    return Met(lambda word: word in whole or word.startswith(begins))
