"""How often something is so and of how many, by degrees: *rarely*, *often*; *some*, *most*.

The words are in `graded.toml`. Degrees that stand side by side are mostly let pass: what the one
language calls *several* another one calls *many*.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from assistant.facts.facts import Language
from assistant.facts.tables import table
from assistant.facts.text.cued import cued
from assistant.facts.text.letters import Met, lowered

_LONGEST = 2_000
_DEGREES = "abcde"
_FAR = 2
_OFTEN_NEXT, _MANY_NEXT = frozenset({"bc", "de"}), frozenset({"de"})
"""Neighbours that are held apart: *often* for *sometimes*, *always* for *usually*, *most* for
*many*."""


class Degree(NamedTuple):
    """How often, or of how many."""

    degree: str
    """From `a` for the least to `e` for the most."""
    words: str
    of: str
    """Of what, lower case; empty for how often."""


def often(text: str, language: Language) -> tuple[Degree, ...]:
    """How often something is so: rarely, sometimes, often, usually, always."""
    return tuple(
        Degree(match.lastgroup or "", match[0], "")
        for match in cued("graded", "often", language).finditer(text[:_LONGEST])
    )


@lru_cache(maxsize=4096)
def many(text: str, language: Language) -> tuple[Degree, ...]:
    """Of how many something is so: few, some, several, many, most."""
    return tuple(
        Degree(next(d for d in _DEGREES if match[d]), match[0], match["of"].lower())
        for match in cued("graded", "many", language).finditer(text[:_LONGEST])
    )


def apart(said: Degree, given: Degree) -> bool:
    """Are two degrees so far from each other that one does not stand for the other?

    Args:
        said: of a claim.
        given: of what it is held against.
    """
    one, other = sorted((said.degree, given.degree))
    if ord(other) - ord(one) >= _FAR:
        return True
    return said.degree > given.degree and one + other in (_MANY_NEXT if said.of else _OFTEN_NEXT)


def all_of(text: str, language: Language) -> str:
    """The words by which a text speaks of all; empty without any."""
    found = cued("graded", "all", language).search(text[:_LONGEST])
    return found[0] if found else ""


def some_only(text: str, language: Language) -> str:
    """The words by which a text speaks of these only, or of all but these."""
    found = cued("graded", "only", language).search(text[:_LONGEST])
    return found[0] if found else ""


def may_be_only(text: str) -> bool:
    """Has a text any word by which it may own that not all are meant?"""
    return any(map(_owning().__getitem__, lowered(text)))


@cache
def _owning() -> Met[bool]:
    forms = table("graded")["owns"]["words"].split()
    whole = frozenset(form[:-1] for form in forms if form.endswith("="))
    begins = tuple(form for form in forms if not form.endswith("="))
    return Met(lambda word: word in whole or word.startswith(begins))
