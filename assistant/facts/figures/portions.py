"""What a text says of a part only: *some schools*, *two of the five*, *une partie du toit*.

The words are in `portions.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from assistant.facts.facts import Language
from assistant.facts.tables import table
from assistant.facts.text.cued import cued
from assistant.facts.text.letters import has_digit, lowered, words_of
from assistant.facts.text.tongue import function_words

from .words import plain_words, read

_LONGEST = 2_000
"""Characters that are read."""
_NOUNS, _REACH = 2, 3
"""Words with content behind such an expression that may be the thing, and among how many they are
looked for."""
_DIRECT = ("share", "some")
_MOST = 1000
"""Of how many one is told to be one, *one in five*."""


class Portion(NamedTuple):
    """A part of something."""

    kind: str
    """`some` of several, `share` of a whole, `of` and `nth` by number, done `partly`."""
    words: str
    """As written, with the first word of what it is a part of."""
    behind: tuple[str, ...]
    """Words of what it is a part of, lower case."""
    start: int
    end: int
    """Where what it is a part of ends, or as much of it as is read."""
    whole: int = 0
    """How many there are in all, if that is told."""


@lru_cache(maxsize=4096)
def portions(text: str, language: Language) -> tuple[Portion, ...]:
    """Every part of something in a text; the more exact one of two at one place."""
    text = text[:_LONGEST]
    found: list[Portion] = []
    for one in (*_by_number(text, language), *_in_words(text, language)):
        if not any(one.start < other.end and other.start < one.end for other in found):
            found.append(one)
    return tuple(found)


def _by_number(text: str, language: Language) -> Iterator[Portion]:
    for kind in _numbered(text, language):
        for match in cued("portions", kind, language).finditer(text):
            end, whole = match.end(), value(match["whole"] or "", language)
            part = value(match["part"], language)
            if not part or (kind == "nth" and not part < whole <= _MOST):
                continue
            if kind == "of" and not whole:
                end = match.start("whole") if match["whole"] else end
            noun = match["noun"] if kind == "nth" else ""
            begin = (match.start("noun"), match.end("noun")) if noun else (end, len(text))
            if portion := _portion(kind, text, language, match.start(), *begin, whole):
                yield portion._replace(end=max(portion.end, match.end()))


def _numbered(text: str, language: Language) -> tuple[str, ...]:
    """The kinds of which a text has the numbers: *of* needs one, and of how many it is another."""
    if has_digit(text):
        return ("nth", "of")
    plain = plain_words(language)
    odd = [word for word in words_of(text) if not plain[word]]
    return (("nth", "of") if len(odd) > 1 else ("of",)) if odd else ()


def _in_words(text: str, language: Language) -> Iterator[Portion]:
    for kind in _DIRECT:
        for match in cued("portions", kind, language).finditer(text):
            portion = _portion(kind, text, language, match.start(), match.end(), len(text), 0)
            if portion:
                yield portion
    for match in cued("portions", "partly", language).finditer(text):
        around = (*lowered(text[: match.start()])[-1:], *lowered(text[match.end() :])[:1])
        if words := tuple(word for word in around if word not in function_words()[language]):
            yield Portion("partly", match[0], words, *match.span())


def _portion(
    kind: str, text: str, language: Language, start: int, begin: int, until: int, whole: int
) -> Portion | None:
    empty, end = function_words()[language], begin
    words: list[str] = []
    for match in islice(_WORD.finditer(text, begin, until), _REACH):
        if match[0].lower() in empty or text[end : match.start()].strip(" -'’\u00a0"):
            if words:
                break
            continue
        words.append(match[0].lower())
        end = match.end()
        if len(words) == _NOUNS:
            break
    if words and words[0] in before(language).units:
        return None
    return Portion(kind, text[start:end], tuple(words), start, end, whole) if words else None


_WORD = re.compile(r"[^\W\d_]+")


def is_number(word: str, language: Language) -> bool:
    """Is a word a whole number: *27*, *twenty-four*?"""
    return value(word, language) > 0


@lru_cache(maxsize=4096)
def value(word: str, language: Language) -> int:
    """What a word counts; nothing if it is no whole number of one word, or of two with a hyphen."""
    if word.isdecimal():
        return int(word) if len(word) < _DIGITS else 0
    total = 0
    for part in word.lower().split("-"):
        found = read(part, language)
        if found is None or found.role not in ("one", "unit"):
            return 0
        total += int(found.value)
    return total


_DIGITS = 12


class Before(NamedTuple):
    """Words before a noun of which all is meant."""

    all: frozenset[str]
    the: frozenset[str]
    plural: frozenset[str]
    owns: frozenset[str]
    """Words by which a text may mean a part."""
    units: frozenset[str]
    """What is only counted, and whoever."""


@cache
def before(language: Language) -> Before:
    """The words before a noun that say that all of it is meant."""
    words = table("portions")["words"][language]
    return Before(*(frozenset(words[kind].split()) for kind in Before._fields))
