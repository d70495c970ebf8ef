"""The arithmetic of BM25 (Robertson and Zaragoza 2009), over arrays.

The idf is ``log(1 + (N - df + 0.5) / (df + 0.5))``, as in Lucene: it stays above zero for a word
that stands in most of five files.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .postings import Occurrences, Spans

_K1, _B = 1.2, 0.75
_MOST = np.float32(_K1 + 1)
"""What a term gives, for a weight of 1, however often it occurs."""

_FEW = 3
"""In so many times fewer rows than another, a term is looked up in these, not sorted with them."""

_AT_ONCE = 16_384
"""Postings that are weighed together: what is made of them stays in the processor's nearest cache.
"""

Numbers = NDArray[np.float64]
Shares = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class LexicalScores:
    """What a question's words and grams say of each row.

    ``words`` and ``grams`` are shares, 0 to about 1, higher is better.
    """

    row_ids: NDArray[np.int64]
    """None twice."""
    words: NDArray[np.float32]
    grams: NDArray[np.float32]
    order: NDArray[np.intp] | None = None
    """What puts the row ids in order; None where they rise already."""

    def found(self) -> LexicalScores:
        """The rows that hold anything of the question, by rising row id."""
        kept = np.flatnonzero((self.words > 0) | (self.grams > 0))
        if self.order is not None:
            kept = kept[np.argsort(self.row_ids[kept])]
        return LexicalScores(self.row_ids[kept], self.words[kept], self.grams[kept])

    def of(self, rows: NDArray[np.int64]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Words and grams of some rows; 0 for those of which nothing is said."""
        if not len(self.row_ids):
            return np.zeros(len(rows), np.float32), np.zeros(len(rows), np.float32)
        places = np.searchsorted(self.row_ids, rows, sorter=self.order)
        places = np.minimum(places, len(self.row_ids) - 1)
        if self.order is not None:
            places = self.order[places]
        known = self.row_ids[places] == rows
        return np.where(known, self.words[places], 0), np.where(known, self.grams[places], 0)


@dataclass(frozen=True, slots=True)
class Norms:
    """What the length of each row of a segment does to its scores."""

    average: float
    """The mean length of all rows there are, in terms."""
    norms: Shares
    """Above 0; a term gives less to a row where it is higher."""
    once: Shares
    """What a term that occurs once gives, for a weight of 1."""

    @classmethod
    def of(cls, lengths: NDArray[np.uint32], average: float) -> Norms:
        """Take the length of each row."""
        exact = _K1 * (1 - _B + _B * lengths.astype(np.float64) / max(average, 1))
        norms = exact.astype(np.float32)
        return cls(average, norms, _MOST / (np.float32(1) + norms))


def idf(rows: int, held: NDArray[np.intp]) -> Numbers:
    """What groups weigh that are held by so many of all rows."""
    weights: Numbers = np.log1p((rows - held + 0.5) / (held + 0.5))
    return weights


def shared(weights: Numbers) -> Shares:
    """Weights that sum to 1, or are all 0."""
    return (weights / (float(weights.sum()) or 1.0)).astype(np.float32)


def bm25(found: Sequence[Occurrences | None], weights: Shares, norms: Norms) -> Shares:
    """Score every row.

    Args:
        found: Where the groups of the question occur; None for nowhere.
        weights: The idf of every group, or a share of it; one of 0 is passed over.
        norms: Of the rows.

    Returns:
        Shape ``(rows,)``; higher is better.
    """
    sums = np.zeros(len(norms.norms), np.float32)
    if heavy := _heavy(found, weights):
        counts = np.concatenate([_counts(one) for one, _ in heavy])
        rows = np.concatenate([one.rows for one, _ in heavy])
        each = np.repeat([weight for _, weight in heavy], [len(one.rows) for one, _ in heavy])
        for at in range(0, len(rows), _AT_ONCE):
            part = slice(at, at + _AT_ONCE)
            given, there = counts[part].astype(np.float32), rows[part].astype(np.intp)
            damped = norms.norms.take(there)
            damped += given
            given *= _MOST
            given /= damped
            given *= each[part]
            # Added in the order of the groups: the same to the bit however rows are numbered.
            np.add.at(sums, there, given)
    return sums


def bm25_once(found: Spans, weights: Shares, norms: Norms) -> Shares:
    """Score every row, as :func:`bm25` does, by terms that a row has once or not at all."""
    sums = np.zeros(len(norms.norms), np.float32)
    heavy = np.flatnonzero(weights > 0)
    np.add.at(sums, found.joined(heavy), np.repeat(weights[heavy], found.lengths[heavy]))
    # What a row makes of a weight is the same for all, and can wait until they are summed.
    sums *= norms.once
    return sums


def _heavy(
    found: Sequence[Occurrences | None], weights: Shares
) -> list[tuple[Occurrences, np.float32]]:
    return [(o, w) for o, w in zip(found, weights, strict=True) if o is not None and w > 0]


def union(parts: Sequence[Occurrences]) -> Occurrences:
    """Where any of several terms occurs, by no order of rows; counts are added up."""
    *few, most = sorted(parts, key=lambda part: len(part.rows))
    if _FEW * sum(len(part.rows) for part in few) > len(most.rows):
        return _sorted_together(parts)
    one = few[0] if len(few) == 1 else _sorted_together(few)
    place = np.minimum(most.rows.searchsorted(one.rows), len(most.rows) - 1)
    both = most.rows.take(place) == one.rows
    counts, others = _counts(most).copy(), _counts(one)
    place, new = place[both], ~both
    sums = counts.take(place).astype(np.uint16) + others[both]
    counts[place] = np.minimum(sums, 255)
    return Occurrences(
        np.concatenate([most.rows, one.rows[new]]), np.concatenate([counts, others[new]])
    )


def _sorted_together(parts: Sequence[Occurrences]) -> Occurrences:
    rows = np.concatenate([part.rows for part in parts]).astype(np.uint32)
    both = rows << 8 | np.concatenate([_counts(part) for part in parts])
    both.sort()  # plain numbers are sorted several times as fast as their places are
    rows, counts = (both >> 8).astype(np.uint16), both.astype(np.uint8)
    begins = np.append(0, np.flatnonzero(rows[1:] != rows[:-1]) + 1)
    if len(begins) < len(rows):
        sums = np.add.reduceat(counts, begins, dtype=np.uint32)
        rows, counts = rows.take(begins), np.minimum(sums, 255).astype(np.uint8)
    return Occurrences(rows, counts)


def _counts(one: Occurrences) -> NDArray[np.uint8]:
    return np.ones(len(one.rows), np.uint8) if one.counts is None else one.counts
