"""The nouns of a clause with the little words before them, without grammar."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from assistant.facts.facts import Language

from .doing import LittleWords, little_words
from .tongue import function_words

_MOST = 3
"""Words of a noun with what stands before it."""


class Chunk(NamedTuple):
    """A noun: the preposition and the article before it, its words as written, and its place."""

    prep: str
    det: str
    words: tuple[str, ...]
    start: int


def chunks(words: Sequence[str], verb: tuple[int, int], language: Language) -> list[Chunk]:
    """The nouns of a clause, in order.

    Args:
        words: of the clause, as written.
        verb: first and last place of the words that are none of its nouns.
        language: of the clause.
    """
    if language == "de":
        return _german(words, verb, little_words("de"))
    little, empty = little_words(language), function_words()[language]
    found: list[Chunk] = []
    prep = det = ""
    here: list[str] = []
    start = 0

    def close() -> None:
        nonlocal prep, det, here
        if here:
            found.append(Chunk(prep, det, tuple(here[:_MOST]), start))
        prep, det, here = "", "", []

    for at, word in enumerate(words):
        low = word.lower()
        if verb[0] <= at <= verb[1]:
            close()
        elif low in little.prep or low in little.det:
            if here:
                close()
            if low in little.prep:
                prep, det = low, ""
            else:
                det = low
        elif low in empty:
            close()
        else:
            start = start if here else at
            here.append(word)
    close()
    return found


def _german(words: Sequence[str], verb: tuple[int, int], little: LittleWords) -> list[Chunk]:
    """The same by the capital letters of German nouns."""
    found: list[Chunk] = []
    at = 0
    while at < len(words):
        start, low = at, words[at].lower()
        if verb[0] <= at <= verb[1]:
            at += 1
            continue
        prep = low if low in little.prep else ""
        at += bool(prep)
        det = words[at].lower() if at < len(words) and words[at].lower() in little.det else ""
        at += bool(det)
        end = at
        while end < len(words) and end - at < 2 and words[end][0].islower() and (det or prep):
            end += 1
        if end >= len(words) or not words[end][0].isupper() or verb[0] <= end <= verb[1]:
            at = max(at, start + 1)
            continue
        end += 1
        while end < len(words) and words[end][0].isupper():
            end += 1
        behind = start > 1 and words[start - 1][0].isupper() and not prep
        if not (behind and det in little.genitive):
            found.append(Chunk(prep, det, tuple(words[at:end][:_MOST]), start))
        at = end
    return found
