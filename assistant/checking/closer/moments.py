"""Did something happen when a claim says: at the hour for which it was planned, before the war?

A train that was due at 21.35 and came at 23.10 did not come at 21.35; what was built after the war
was not built before it, in whatever language.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from assistant.checking.meaning import Meaning
from assistant.facts import figures
from assistant.facts.comparing import same
from assistant.facts.facts import Fact, Language
from assistant.facts.reasons import Reason
from assistant.facts.tables import table
from assistant.facts.text.cued import cued
from assistant.facts.text.letters import Met, lowered
from assistant.facts.text.spelling import fold

from .rules import Sentence

_BEFORE, _BEHIND = 40, 12
"""Characters before and behind a day or an hour in which it is told that it was only planned."""
_PART = re.compile(r"[,;:()]|[.] | (?:and|but|et|mais|und|aber|e|ma) ")
_NEAR, _STEM = 0.45, 5
_SIDES = ("before", "after")


def planned(text: str, language: Language) -> tuple[tuple[Fact, bool], ...]:
    """The days and hours of a text, each with whether something was only planned for it."""
    if cued("moments", "ahead", language).search(text) is None:
        return ()
    found = [f for f in figures(text, language) if f.kind in ("date", "time")]
    return tuple((fact, _is_ahead(text, language, fact)) for fact in found)


def _is_ahead(text: str, language: Language, fact: Fact) -> bool:
    before = _PART.split(text[max(0, fact.start - _BEFORE) : fact.start])[-1]
    behind = _PART.split(text[fact.end : fact.end + _BEHIND])[0]
    ahead = cued("moments", "ahead", language)
    return any(ahead.search(part) is not None for part in (before, behind))


def takes_place(text: str, language: Language) -> bool:
    """Does a claim with a day or an hour not say that it was only planned for it?"""
    if any(map(_owning().__getitem__, lowered(text))):
        return False
    return any(fact.kind in ("date", "time") for fact in figures(text, language))


def as_planned(claim: Sentence, quotes: Sequence[Sentence], _: Meaning) -> Reason | None:
    """Say if a claim has something happen at a time for which it was only planned.

    Args:
        claim: a sentence that is otherwise supported.
        quotes: what it is held against.
    """
    given = [one for quote in quotes for one in planned(*quote)]
    for fact in figures(*claim):
        if fact.kind not in ("date", "time"):
            continue
        ahead = [is_ahead for other, is_ahead in given if same(fact, other)]
        others = [other for other, is_ahead in given if not is_ahead and other.kind == fact.kind]
        if ahead and all(ahead) and others:
            return Reason("unreal")
    return None


@lru_cache(maxsize=2048)
def sides_of(text: str, language: Language) -> tuple[tuple[str, str], ...]:
    """Before or after what something is said to be, with that, lower case."""
    return tuple(
        (side, found["what"].lower())
        for side in _SIDES
        for found in cued("moments", side, language).finditer(text)
    )


def other_side(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """Say if a claim is after what its quotes are before, or the other way round."""
    given = [one for quote in quotes for one in sides_of(*quote)]
    for side, what in sides_of(*claim):
        sides = [their for their, other in given if _is_one(what, other, meaning)]
        if sides and side not in sides:
            return Reason("opposite")
    return None


def _is_one(one: str, other: str, meaning: Meaning) -> bool:
    ours, theirs = one.split(), other.split()
    stems = {fold(word)[:_STEM] for word in theirs}
    if any(fold(word)[:_STEM] in stems for word in ours):
        return True
    return bool(meaning.table(ours, theirs).max() >= _NEAR)


@cache
def _owning() -> Met[bool]:
    forms = table("moments")["owns"]["words"].split()
    whole = frozenset(form[:-1] for form in forms if form.endswith("="))
    begins = tuple(form for form in forms if not form.endswith("="))
    return Met(lambda word: word in whole or word.startswith(begins))
