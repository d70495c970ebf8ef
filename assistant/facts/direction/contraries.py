"""Adjectives of which one thing is only the one or the other: *low*, *high*, *niedrig*, *alto*.

The pairs are data, in `contraries.toml`, by their dictionary forms; inflected forms are made of
those by the endings of each language. Comparatives are not among them: *higher than* and *lower
than* may say the same from two sides. A word with *un-*, *in-* or *dis-* is the contrary of the
word without it, listed or not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from assistant.facts.facts import LANGUAGES, Language
from assistant.facts.tables import table
from assistant.facts.text.letters import Met
from assistant.facts.text.vocabulary import is_ordinary

Side = tuple[int, int]
"""Number of a pair, and 0 or 1."""
Sides = frozenset[Side]

_NONE: Sides = frozenset()
_SHORTEST_REST = 4
_CHANGED: dict[Language, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "en": (("le", ("ly",)), ("y", ("ily",)), ("ic", ("ically",)), ("", ("ly",))),
    "fr": (
        ("eux", ("euse", "euses", "eusement")),
        ("f", ("fs", "ve", "ves")),
        ("ier", ("iers", "ière", "ières")),
        ("el", ("els", "elle", "elles")),
        ("al", ("ale", "aux", "ales")),
        ("en", ("ens", "enne", "ennes")),
        ("e", ("es", "ement")),
        ("", ("e", "s", "es")),
    ),
    "de": (
        ("e", ("en", "er", "es", "em")),
        ("el", ("le", "len", "ler", "les", "lem")),
        ("", ("e", "en", "er", "es", "em")),
    ),
    "it": (
        ("co", ("ca", "ci", "chi", "che")),
        ("go", ("ga", "gi", "ghi", "ghe")),
        ("le", ("li", "lmente")),
        ("o", ("a", "i", "e", "amente")),
        ("e", ("i", "emente")),
    ),
}
"""What stands for the end of a dictionary form; the first ending that it has decides."""


@cache
def contraries(language: Language) -> Callable[[str], Sides]:
    """Of each lower-case word of a language the sides that it takes; none for most."""
    forms: dict[str, Sides] = {}
    for number, pair in enumerate(_pairs()):
        for side, words in enumerate(pair[language]):
            here = frozenset({(number, side)})  # one object for all its forms: they are thousands
            for form in (form for word in words for form in inflected(word, language)):
                forms[form] = forms[form] | here if form in forms else here
    return lambda word: forms.get(word, _NONE)


def inflected(word: str, language: Language) -> Iterator[str]:
    """The forms of an adjective: *lent, lente, lents, lentes*; a form with `=` has one."""
    yield word.removesuffix("=")
    if word.endswith("="):
        return
    for end, others in _CHANGED[language]:
        if word.endswith(end):
            yield from (word[: len(word) - len(end)] + other for other in others)
            return


class Opposed(NamedTuple):
    """What a word may be opposed to."""

    sides: Sides
    """The sides that it takes."""
    rest: str
    """What it turns round by its prefix; empty without one."""


@cache
def opposed(language: Language) -> Met[Opposed | None]:
    """Of each lower-case word what it is opposed to; None for most."""
    sides, rests = contraries(language), turned_by_prefix(language)

    def opposed(word: str) -> Opposed | None:
        here, rest = sides(word), rests(word)
        return Opposed(here, rest) if here or rest else None

    return Met(opposed)


@cache
def measured(language: Language) -> frozenset[str]:
    """Words that beside a figure only tell a dimension: *1.4 kilometres long*."""
    words = table("contraries")["measured"][language].split()
    return frozenset(form for word in words for form in inflected(word, language))


@cache
def turned_by_prefix(language: Language) -> Callable[[str], str]:
    """Of each lower-case word what it turns round by its prefix: *stable* of *unstable*, or ''."""
    prefixes = tuple(table("contraries")["prefixes"][language].split())
    others = frozenset(table("contraries")["other_words"][language].split())

    def rest_of(word: str) -> str:
        if word in others or not word.startswith(prefixes):
            return ""
        for prefix in prefixes:
            rest = word.removeprefix(prefix)
            if rest != word and len(rest) >= _SHORTEST_REST and is_ordinary(rest, language):
                return rest
        return ""

    return rest_of


@cache
def _pairs() -> tuple[dict[Language, tuple[list[str], ...]], ...]:
    lines = table("contraries")["pairs"].strip().split("\n")
    by_language = [zip(LANGUAGES, line.split(" | "), strict=True) for line in lines]
    return tuple(
        {language: tuple(map(str.split, pair.split(" ~ "))) for language, pair in pairs}
        for pairs in by_language
    )
