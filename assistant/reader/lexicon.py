"""Words beside words: the vectors of single words, and how alike words of any language are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from os.path import commonprefix

import numpy as np
from numpy.typing import NDArray

from assistant.facts.text.vocabulary import is_listed, is_ordinary, same_thing
from index import fold

Matrix = NDArray[np.float32]
Embed = Callable[[Sequence[str]], Matrix]

_STEM, _ALIKE = 5, 0.9
"""Words with the same first letters match this well: *Parlament* and *parlamentarisch*."""
_HEAD = 4
"""Letters of the shortest head of a German compound."""


class WordVectors:
    """Vectors of single words, kept: passages of one folder share most of their words."""

    def __init__(self, embed: Embed, keep: int = 50_000) -> None:
        self._embed = embed
        self._keep = keep
        self._vectors: dict[str, NDArray[np.float32]] = {}

    def __call__(self, words: Sequence[str]) -> Matrix:
        """Return one unit row a word; a row of zeros where a word has no vector."""
        fresh = [word for word in dict.fromkeys(words) if word not in self._vectors]
        if fresh:
            if len(self._vectors) + len(fresh) > self._keep:
                self._vectors.clear()
                fresh = list(dict.fromkeys(words))
            self._vectors.update(zip(fresh, self._embed(fresh), strict=True))
        return np.stack([self._vectors[word] for word in words])


def likeness(words: Sequence[str], others: Sequence[str], vectors: WordVectors) -> Matrix:
    """Look up cosines, shape ``(len(words), len(others))``; words in lower case, accents kept.

    Words that begin alike are nearly the same. The accents matter: *coute* is no word, and its
    vector says nothing of *coûté*.
    """
    found = np.clip(vectors(words) @ vectors(others).T, 0, 1)
    begins: dict[str, list[int]] = {}
    for column, other in enumerate(others):
        begins.setdefault(fold(other)[:_STEM], []).append(column)
    for row, (word, folded) in enumerate(zip(words, map(fold, words), strict=True)):
        if len(folded) >= _STEM and (alike := begins.get(folded[:_STEM])):
            alike = [column for column in alike if not _are_two(word, others[column])]
            found[row, alike] = np.maximum(found[row, alike], _ALIKE)
    likest: Matrix = found
    return likest


@lru_cache(maxsize=16384)
def _are_two(one: str, other: str) -> bool:
    """Whether two words that begin alike are two places, *Austria* and *Australia*, or things."""
    places = {same_thing(one), same_thing(other)} - {""}
    return len(places) > 1 or _other_heads(one, other)


def _other_heads(one: str, other: str) -> bool:
    """Whether two German compounds begin with one word and are two things: *Bundesrat*, *-land*."""
    for cut in range(_HEAD, len(commonprefix([one, other])) + 1):
        first, heads = one[:cut], (fold(one[cut:]), fold(other[cut:]))
        if min(map(len, heads)) < _HEAD or heads[0][:2] == heads[1][:2]:
            continue
        if is_listed(first, "de") or is_listed(first.removesuffix("s"), "de"):
            if is_ordinary(one[cut:], "de") and is_ordinary(other[cut:], "de"):
                return True
    return False


def importance(words: Sequence[str], embed: Embed) -> NDArray[np.float32]:
    """How much each word says: how far the meaning of all moves when it is left out.

    Rare words and names weigh most, in every language and without a list of frequencies.
    """
    rest = [" ".join(other for other in words if other != word) for word in words]
    rows = embed([" ".join(words), *rest])
    moved = np.maximum(1 - rows[1:] @ rows[0], 0.001)
    weight: NDArray[np.float32] = (moved / moved.sum()).astype(np.float32)
    return weight
