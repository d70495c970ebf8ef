"""The arithmetic of BM25 (Robertson and Zaragoza 2009), over arrays.

The idf is ``log(1 + (N - df + 0.5) / (df + 0.5))``, as in Lucene: it stays above zero for a word
that stands in most of five files.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_K1, _B = 1.2, 0.75
_MOST = np.float32(_K1 + 1)
"""What a term gives, for a weight of 1, however often it occurs."""

Numbers = NDArray[np.float64]
Shares = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Once:
    """What part of its weight a term gives to each row of a segment in which it occurs once."""

    average: float
    """The mean length of all rows there are, in terms."""
    shares: Shares

    @classmethod
    def of(cls, lengths: NDArray[np.uint32], average: float) -> Once:
        """Take the length of each row."""
        norms = _K1 * (1 - _B + _B * lengths.astype(np.float64) / max(average, 1))
        return cls(average, (_MOST / (1 + norms)).astype(np.float32))


@dataclass(slots=True)
class Occurrences:
    """Where a term, or any of several, occurs in the rows of one segment."""

    rows: NDArray[np.uint16]
    """Row numbers, none twice."""
    again: NDArray[np.uint16]
    """Those of the rows in which it occurs more than once, which are few."""
    counts: NDArray[np.uint8]
    """How often it occurs in each of these."""
    _excess: tuple[float, Shares] | None = None

    def excess(self, once: Once) -> Shares:
        """What a weight of 1 gives to the rows of `again` beside what it gives for once.

        Kept for as long as the average length stays; that of a row never changes.
        """
        if self._excess is None or self._excess[0] != once.average:
            counts, alone = self.counts.astype(np.float32), once.shares.take(self.again)
            base = _MOST / alone
            more = _MOST * counts / (counts + base - np.float32(1)) - alone
            self._excess = (once.average, more.astype(np.float32, copy=False))
        return self._excess[1]

    @classmethod
    def of(cls, rows: NDArray[np.uint16], counts: NDArray[np.uint8] | None) -> Occurrences:
        """Take how often it occurs in each row; None for once."""
        if counts is None:
            return cls(rows, _NO_ROWS, _NO_COUNTS)
        more = np.flatnonzero(counts > 1)
        return cls(rows, rows[more], counts[more])


_NO_ROWS, _NO_COUNTS = np.empty(0, np.uint16), np.empty(0, np.uint8)


def idf(rows: int, held: NDArray[np.intp]) -> Numbers:
    """What groups weigh that are held by so many of all rows."""
    weights: Numbers = np.log1p((rows - held + 0.5) / (held + 0.5))
    return weights


def bm25(found: Sequence[Occurrences | None], weights: Shares, once: Once) -> Shares:
    """Score every row.

    Args:
        found: Where the groups of the question occur; None for nowhere.
        weights: The idf of every group, or a share of it; one of 0 is passed over.
        once: Of the rows.

    Returns:
        Shape ``(rows,)``; higher is better.
    """
    sums = np.zeros(len(once.shares), np.float32)
    # Added in the order of the groups: the same to the bit however rows are numbered. What a row
    # makes of a weight can wait until all are summed, and what comes of a term's being there more
    # than once is added for those few.
    heavy = [(o, w) for o, w in zip(found, weights, strict=True) if o is not None and w > 0]
    for one, weight in heavy:
        np.add.at(sums, one.rows, weight)
    sums *= once.shares
    for one, weight in heavy:
        if len(one.again):
            np.add.at(sums, one.again, weight * one.excess(once))
    return sums


def union(parts: Sequence[Occurrences]) -> Occurrences:
    """Where any of several terms occurs; rows rise, and counts are added up."""
    size = max(int(part.rows.max()) for part in parts) + 1
    summed = np.zeros(size, np.uint16)
    for part in parts:
        summed[part.rows] += 1
        summed[part.again] += part.counts - np.uint8(1)
    rows, again = (np.flatnonzero(summed > least).astype(np.uint16) for least in (0, 1))
    return Occurrences(rows, again, np.minimum(summed[again], 255).astype(np.uint8))
