"""German compounds of a question, taken apart by the words that stand in the documents.

*Rentenversicherungspflicht* is asked for where a document says *Pflicht zur Rentenversicherung*.
Only the documents tell where such a word is to be cut, so it is cut when the question is asked, by
what is in the index at that time: no earlier state of the folder can be seen in a score.

A word is cut where it is rarer than every part, and each part, without the letters that link it to
the next, stands somewhere. Of several ways that one is taken whose parts are the most frequent by
geometric mean (Koehn and Knight 2003).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product
from math import prod

from .language import detect_question
from .terms import german_stems, question_words, readings

LONG = 8
"""Letters of the shortest word that is looked at: two parts."""

_PART = 4
"""Letters of the shortest part: shorter ones stand in any word by chance."""
_LONGEST = 60
"""Letters. What is longer is no word."""
_PARTICLES = frozenset("durch gegen hinter nach unter wieder zurück zusammen über".split())
"""Beginnings that make another word of what follows: *unterliegen* is nothing that lies."""
_LINKS = ("", "s", "es", "n", "en", "er", "e")

Held = Callable[[Sequence[tuple[str, ...]]], Sequence[int]]
"""How many passages hold each of some groups of terms."""


@dataclass(frozen=True, slots=True)
class Compound:
    """A word of a question and what it is made of."""

    word: str
    """As it was asked, in lower case."""
    parts: tuple[str, ...]
    """Two or three, without what links them; each stands in the documents."""


def taken_apart(question: str, language: str | None, held: Held) -> list[Compound]:
    """Find the compounds of a question.

    Args:
        question: what is asked; German, or in a language that cannot be told, or there are none.
        language: its language where known.
        held: asked for the terms of all words together.
    """
    long = [word for word in question_words(question) if LONG <= len(word) <= _LONGEST]
    if not long or (language or detect_question(question, "de")) != "de":
        return []
    words = [word for word in long if word.isalpha()]
    wholes = held([readings(word) for word in words])
    tails = _alive([_split(word)[1] for word in words], wholes, held)
    heads = _alive(
        [_split(word)[0] if some else [] for word, some in zip(words, tails, strict=True)],
        wholes,
        held,
    )
    cut = [
        Compound(word, _cut(word, some, others, whole, held) if some else ())
        for word, whole, some, others in zip(words, wholes, heads, tails, strict=True)
    ]
    return [compound for compound in cut if compound.parts]


def _split(word: str) -> tuple[list[str], list[str]]:
    """The beginnings of a word that may be parts, and the ends."""
    places = range(_PART, len(word) - _PART + 1)
    return [word[:at] for at in places], [word[at:] for at in places]


def _cut(
    word: str, heads: Mapping[str, int], tails: Mapping[str, int], whole: int, held: Held
) -> tuple[str, ...]:
    """The parts of a word; none if it has to stay whole.

    Args:
        word: in lower case.
        heads: the beginnings that more passages hold, and how many do.
        tails: the ends, likewise.
        whole: how many passages hold the word.
        held: asked for what stands between beginning and end.
    """
    ways = [
        (head, tail)
        for head, tail in product(heads, tails)
        if word[len(head) : len(word) - len(tail)] in _LINKS and len(head) + len(tail) <= len(word)
    ]
    if ways:
        return max(ways, key=lambda way: _rated(way, {**heads, **tails}))
    return _cut_twice(word, heads, tails, whole, held)


def _cut_twice(
    word: str, heads: Mapping[str, int], tails: Mapping[str, int], whole: int, held: Held
) -> tuple[str, ...]:
    """The same with something between head and tail."""
    ways = [
        (head, between.removesuffix(link), tail)
        for head, first, tail, link in product(heads, _LINKS, tails, _LINKS)
        if (between := word[len(head) : len(word) - len(tail)]).startswith(first)
        and (between := between.removeprefix(first)).endswith(link)
        and len(between) >= _PART + len(link)
    ]
    if not ways:
        return ()
    (betweens,) = _alive([sorted({way[1] for way in ways})], [whole], held)
    known = {**heads, **tails, **betweens}
    ways = [way for way in ways if way[1] in known]
    return max(ways, key=lambda way: _rated(way, known), default=())


def _alive(
    lists: Sequence[Sequence[str]], leasts: Sequence[int], held: Held
) -> list[dict[str, int]]:
    """Of each list those that more passages hold than so many, and how many do.

    All are asked for at once: to ask is what takes the time.
    """
    flat = [word for words in lists for word in words]
    stems = german_stems(flat)
    found = zip(stems, held([(stem,) for stem in stems]), strict=True)
    return [
        {
            word: number
            for word, (stem, number) in zip(words, islice(found, len(words)), strict=True)
            if number > least and len(stem) >= _PART and word not in _PARTICLES
        }
        for words, least in zip(lists, leasts, strict=True)
    ]


def _rated(way: Sequence[str], known: Mapping[str, int]) -> tuple[float, int, tuple[str, ...]]:
    """The higher the better; of two spellings of one word the one without a link is told."""
    mean = prod(known[part] for part in way) ** (1 / len(way))
    return mean, -sum(map(len, way)), tuple(way)
