"""Does a claim say that something is more so of which its quotes say that it is less so?

*Much more expensive than its rivals* is as near to *beaucoup moins cher que ses rivaux* as a
translation. Of two words with opposite degrees, or of two contraries with one degree, only one can
be so, where both are compared with the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from assistant.checking.gist import content
from assistant.checking.meaning import Meaning
from assistant.facts import Language
from assistant.facts.direction.contraries import Sides, opposed
from assistant.facts.reasons import Reason
from assistant.facts.text.letters import lowered, word_set, words_of
from assistant.facts.text.spelling import alike

from .rules import Sentence

_LESS = frozenset("less least moins weniger meno".split())
_MORE = frozenset("more most plus mehr più".split())
_CUES = _LESS | _MORE
_DENIALS = frozenset("not no never nor n ne pas ni jamais guère nicht kein nie non né mai".split())
_DENIED = 5
"""Words before a degree in which a denial turns it round: *n'est plus cher*, *is no less so*."""
_THAN: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"(?<!\w)than(?!\w)"),
    "fr": re.compile(r"(?<!\w)(?:que(?!\w)|qu['’])"),
    "de": re.compile(r"(?<!\w)als(?!\w)"),
    "it": re.compile(r"(?<!\w)(?:rispetto|di|del\w*|dei|degli|che)(?!\w)"),
}
_BEHIND, _NEAR = 4, 0.45
"""Words behind *than* that tell what is compared with, and the cosine of two that are one."""
_NONE: Sides = frozenset()
_COMPARATIVE = re.compile(r"\b(?P<stem>[a-z]{3,20}?)(?:(?P<y>i)|(?P<e>e?))(?:er|est)$")


class Degree(NamedTuple):
    """A word with a contrary that is said to be more or less so."""

    sides: Sides
    """Of the pair of contraries, the one that it comes nearer to."""
    than: tuple[str, ...]
    """The first words of what it is compared with; empty if that is not said."""


@lru_cache(maxsize=2048)
def degrees(text: str, language: Language) -> tuple[Degree, ...]:
    """The degrees that a text tells of words with a contrary.

    Args:
        text: a sentence.
        language: its language.
    """
    if language != "en" and _CUES.isdisjoint(word_set(text)):
        return ()
    words, found = lowered(text), []
    for at, word in enumerate(words):
        before = words[at - 1] if at else ""
        if before in _CUES:
            one = opposed(language)[word]
            sides = one.sides if one else _NONE
        else:
            sides = _of_comparative(word) if language == "en" else _NONE
        if sides and _DENIALS.isdisjoint(words[max(0, at - _DENIED) : at]):
            near = _turned(sides) if before in _LESS else sides
            found.append(Degree(near, _than(text, at, language)))
    return tuple(found)


def compares(text: str, language: Language) -> bool:
    """May a text say that something is more or less so than something else?"""
    degree = language in ("en", "de") or not _CUES.isdisjoint(word_set(text))
    return degree and _THAN[language].search(text) is not None


def another_degree(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """A claim has the opposite degree of what its quotes have, compared with the same."""
    given = [one for quote in quotes for one in degrees(*quote)]
    ours = degrees(*claim)
    there = frozenset[tuple[int, int]]().union(*(one.sides for one in given))
    for said in ours:
        if said.sides & there:
            continue
        for other in given:
            if _turned(said.sides) & other.sides and _with_the_same(said, other, meaning):
                return Reason("opposite")
    return None


def _turned(sides: Sides) -> Sides:
    return frozenset((pair, 1 - side) for pair, side in sides)


def _of_comparative(word: str) -> Sides:
    """The sides of an English adjective by its comparative: *cheaper*, *easiest*."""
    match = _COMPARATIVE.match(word)
    if match is None:
        return _NONE
    stem = match["stem"]
    for base in (stem + "y",) if match["y"] else (stem, stem + "e", stem[:-1]):
        one = opposed("en")[base]
        if one and one.sides:
            return one.sides
    return _NONE


def _than(text: str, at: int, language: Language) -> tuple[str, ...]:
    """The first words behind the word that compares, if it follows close behind this place."""
    words = words_of(text)
    rest = " ".join(words[at + 1 :])
    found = _THAN[language].search(rest)
    if found is None or len(rest[: found.start()].split()) > _BEHIND:
        return ()
    return content(rest[found.end() :], language).words[:_BEHIND]


def _with_the_same(one: Degree, other: Degree, meaning: Meaning) -> bool:
    if not one.than or not other.than:
        return not one.than and not other.than
    if any(alike(a, b) for a in one.than for b in other.than):
        return True
    return bool(meaning.table(one.than, other.than).max() >= _NEAR)
