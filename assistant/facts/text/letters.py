"""The words of a text, cut out once for everybody who asks, and cheap first looks at them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_KEPT, _MOST_MET = 8192, 32_768
_IN_HAND = 128
"""Texts of which is kept what all ask while a text is read for the first time, and nobody later:
what is kept longer is passed over by the collector of garbage again and again."""
_SHORTEST_STEM = 3
_Told = TypeVar("_Told")
BEGINNING = 4
"""Letters of a word that a first look goes by."""


@lru_cache(maxsize=_KEPT)
def words_of(text: str) -> tuple[str, ...]:
    """Every run of letters of a text, in order."""
    return tuple(_WORD.findall(text))


@lru_cache(maxsize=_IN_HAND)
def starts_of(text: str) -> tuple[int, ...]:
    """Where each of them begins."""
    starts, end = [], 0
    for word in words_of(text):  # no letter stands before it, so it is the next one that is found
        starts.append(start := text.find(word, end))
        end = start + len(word)
    return tuple(starts)


@lru_cache(maxsize=_IN_HAND)
def large_of(text: str) -> tuple[int, ...]:
    """The places of those among them that begin with a capital letter."""
    return tuple([at for at, word in enumerate(words_of(text)) if word[0].isupper()])


@lru_cache(maxsize=_KEPT)
def lowered(text: str) -> tuple[str, ...]:
    """The same in lower case."""
    return tuple(map(str.lower, words_of(text)))


@lru_cache(maxsize=_IN_HAND)
def word_set(text: str) -> frozenset[str]:
    """The same, to look a word up."""
    return frozenset(lowered(text))


@lru_cache(maxsize=_IN_HAND)
def beginnings(text: str) -> frozenset[str]:
    """The first letters of every word of a text, lower case."""
    return frozenset([word[:BEGINNING] for word in word_set(text)])


@lru_cache(maxsize=_IN_HAND)
def has_digit(text: str) -> bool:
    """Is there any decimal digit in a text?"""
    return _DIGIT.search(text) is not None


def has_any(text: str, cues: Iterable[str]) -> bool:
    """Is one of these in a text? Asked before a pattern that none can match without one."""
    for cue in cues:  # three times as fast as any() of a generator
        if cue in text:
            return True
    return False


class Stems(Generic[_Told]):
    """What is told of the beginnings of words; a stem has at least three letters."""

    def __init__(self) -> None:
        self._told: dict[str, list[_Told]] = {}
        self._lengths: dict[str, set[int]] = {}

    def add(self, stem: str, told: _Told) -> None:
        """Tell something of all words that begin with a stem."""
        self._told.setdefault(stem, []).append(told)
        self._lengths.setdefault(stem[:_SHORTEST_STEM], set()).add(len(stem))

    def of(self, word: str) -> Sequence[_Told]:
        """What is told of a word, that of the shortest stem first."""
        lengths = self._lengths.get(word[:_SHORTEST_STEM])
        if not lengths:  # that of most words
            return ()
        stems = [word[:length] for length in sorted(lengths) if length <= len(word)]
        return [told for stem in stems for told in self._told.get(stem, ())]


class Met(dict[str, _Told]):
    """What each word met so far was told to be: looked up faster than a function is called.

    Args:
        tell: asked once for each word.
    """

    def __init__(self, tell: Callable[[str], _Told]) -> None:
        super().__init__()
        self._tell = tell

    def __missing__(self, word: str) -> _Told:
        if len(self) >= _MOST_MET:
            self.clear()
        told = self[word] = self._tell(word)
        return told
