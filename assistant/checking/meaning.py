"""How near two texts are in meaning: by the built-in cross-lingual vectors, or as a caller says.

Two languages share few words, so words and sentences are compared by the cosine of their vectors.
The vectors of what was seen last are kept: an answer is checked sentence by sentence against the
same few passages.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from itertools import chain, filterfalse
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from assistant.facts.text.spelling import alike, fold

Similarity = Callable[[str, str], float]
"""Two texts to the cosine of their meanings, -1 to 1; higher is closer."""

Vectors = NDArray[np.float32]

ALIKE = 0.7
"""Quotes at least this near in meaning speak of the same thing: most translations do, other
sentences of the same story seldom (``python -m evals.reading`` prints both shares)."""

_STEM = 5
"""Letters by which two forms of one word are known."""
_ONE_THREAD = 1 << 18
"""Multiplications up to which the linear algebra keeps to one thread. A larger table, such as 30
words by 30, is made in parts of so many: handed out to threads it takes a hundred times as long
where other programs run."""
_KEPT = 16_384
"""Vectors kept; at 384 dimensions they are 24 MiB."""
_STACKS, _HIGHEST_STACK = 384, 48
_HIGH_STACKS, _HIGHEST = 4, 512
"""How many lists of texts are kept with their vectors side by side, and how long such a list may
be; they are 27 MiB at most, and of sentences half of that. The last few of longer lists, those of a
passage that is asked about again and again, are kept too: 3 MiB."""


class Meaning(Protocol):
    """What can tell how near texts are."""

    def table(self, one: Sequence[str], other: Sequence[str]) -> Vectors:
        """Cosines of every text of `one` (rows) with every text of `other` (columns)."""
        ...

    def prepare(self, *groups: tuple[str, ...]) -> None:
        """Be told texts that will be asked for, to look at them together; may do nothing."""
        ...


class VectorMeaning:
    """Meaning from an embedder, with the vectors of texts seen before kept.

    Args:
        embed: texts to unit rows, float32 of shape (texts, dimensions); a row of zeros for a text
            that has no vector, which is then near nothing.
    """

    def __init__(self, embed: Callable[[Sequence[str]], Vectors]) -> None:
        self._embed = embed
        self._place: dict[str, int] = {}
        self._groups: set[tuple[str, ...]] = set()
        self._rows: Vectors = np.zeros((0, 0), dtype=np.float32)
        self._stacked = lru_cache(maxsize=_STACKS)(self._stack)
        self._stacked_high = lru_cache(maxsize=_HIGH_STACKS)(self._stack)

    def table(self, one: Sequence[str], other: Sequence[str]) -> Vectors:
        """Cosines of every text of `one` (rows) with every text of `other` (columns)."""
        columns = self._vectors(tuple(other))
        rows = self._vector(one[0]) if len(one) == 1 else self._vectors(tuple(one))
        most = max(1, _ONE_THREAD // max(1, columns.size))
        if len(rows) <= most:
            table: Vectors = rows.dot(columns.T)
            return table
        parts = [rows[at : at + most].dot(columns.T) for at in range(0, len(rows), most)]
        return np.concatenate(parts)

    def _vector(self, text: str) -> Vectors:
        """The one row of a text, where it is kept: used before anything is learnt."""
        if text not in self._place:
            self._learn((text,))
        at = self._place[text]
        return self._rows[at : at + 1]

    def _vectors(self, texts: tuple[str, ...]) -> Vectors:
        if len(texts) <= _HIGHEST_STACK:
            return self._stacked(texts)
        return self._stacked_high(texts) if len(texts) <= _HIGHEST else self._stack(texts)

    def _stack(self, texts: tuple[str, ...]) -> Vectors:
        place = self._place
        try:
            rows = [*map(place.__getitem__, texts)]
        except KeyError:
            self._learn(texts)
            rows = [*map(self._place.__getitem__, texts)]
        return self._rows.take(rows, axis=0)

    def prepare(self, *groups: tuple[str, ...]) -> None:
        """Embed texts that are not known yet, all in one go: faster than one by one."""
        if not self._groups.issuperset(groups):
            self._learn([*chain.from_iterable(groups)])
            self._groups.update(groups)

    def _learn(self, texts: Sequence[str]) -> None:
        new = list(dict.fromkeys(filterfalse(self._place.__contains__, texts)))
        if not new:
            return
        if len(self._place) + len(new) > _KEPT:
            self._place.clear()
            self._groups.clear()
            new = list(dict.fromkeys(texts))
        vectors = self._embed(new)
        first, needed = len(self._place), len(self._place) + len(new)
        if needed > len(self._rows):
            grown = np.zeros((max(needed, 2 * len(self._rows)), vectors.shape[1]), np.float32)
            grown[:first] = self._rows[:first] if first else 0
            self._rows = grown
        self._rows[first:needed] = vectors
        self._place.update(zip(new, range(first, needed), strict=True))


class GivenMeaning:
    """Meaning from a similarity function that the caller brought, asked pair by pair."""

    def __init__(self, similarity: Similarity) -> None:
        self._similarity = similarity

    def prepare(self, *groups: tuple[str, ...]) -> None:
        """Do nothing: a function of two texts can look at nothing ahead."""

    def table(self, one: Sequence[str], other: Sequence[str]) -> Vectors:
        """Cosines of every text of `one` (rows) with every text of `other` (columns)."""
        rows = [[self._similarity(a, b) for b in other] for a in one]
        return np.array(rows, dtype=np.float32).reshape(len(one), len(other))


@cache
def default_meaning() -> VectorMeaning:
    """The built-in cross-lingual model; loaded once, when first needed."""
    from index import default_embedder

    return VectorMeaning(default_embedder().embed)


def meets(words: Sequence[str], others: Sequence[str], meaning: Meaning, near: float) -> bool:
    """Is one of some words among others: the same in its first letters, or as near as that?

    Args:
        words: in any form.
        others: those of a quote.
        meaning: tells how near they are.
        near: the cosine from which two are one, -1 to 1.
    """
    stems = {fold(word)[:_STEM] for word in others}
    if any(fold(word)[:_STEM] in stems for word in words):
        return True
    return bool(others) and float(meaning.table(words, others).max()) >= near


def shared(words: Sequence[str], others: Sequence[str], meaning: Meaning, near: float) -> int:
    """How many of some words have a counterpart among others: one name, or as near as that.

    Args:
        words: in any form.
        others: those of a quote.
        meaning: tells how near they are.
        near: the cosine from which two are one, -1 to 1.
    """
    if not words or not others:
        return 0
    best = meaning.table(words, others).max(axis=1).tolist()
    return sum(
        cosine >= near or any(alike(word, other) for other in others)
        for word, cosine in zip(words, best, strict=True)
    )
