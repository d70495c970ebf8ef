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

Numbers = NDArray[np.float64]
Shares = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Where a term, or any of several, occurs in the rows of one segment."""

    rows: NDArray[np.uint16]
    """Row numbers, none twice."""
    again: NDArray[np.uint16]
    """Those of the rows in which it occurs more than once, which are few."""
    counts: NDArray[np.uint8]
    """How often it occurs in each of these."""

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


def once(lengths: NDArray[np.uint32], average: float) -> Shares:
    """What part of its weight a term gives to each row in which it occurs once.

    Args:
        lengths: Terms in each row.
        average: Their mean over all rows there are.
    """
    norms = _K1 * (1 - _B + _B * lengths.astype(np.float64) / max(average, 1))
    return ((_K1 + 1) / (1 + norms)).astype(np.float32)


def bm25(found: Sequence[Occurrences | None], weights: Shares, single: Shares) -> Shares:
    """Score every row.

    Args:
        found: Where the groups of the question occur; None for nowhere.
        weights: The idf of every group, or a share of it; one of 0 is passed over.
        single: What :func:`once` says of each row.

    Returns:
        Shape ``(rows,)``; higher is better.
    """
    sums = np.zeros(len(single), np.float32)
    # Added in the order of the groups: the same to the bit however rows are numbered. What a row
    # makes of a weight can wait until all are summed, and what comes of a term's being there more
    # than once is added for those few.
    heavy = [(o, w) for o, w in zip(found, weights, strict=True) if o is not None and w > 0]
    for one, weight in heavy:
        np.add.at(sums, one.rows, weight)
    sums *= single
    repeated = [(one, weight) for one, weight in heavy if len(one.again)]
    if repeated:
        rows = np.concatenate([one.again for one, _ in repeated])
        counts = np.concatenate([one.counts for one, _ in repeated]).astype(np.float32)
        own = np.repeat([weight for _, weight in repeated], [len(o.again) for o, _ in repeated])
        alone = single.take(rows)
        more = (_K1 + 1) * counts / (counts + (_K1 + 1) / alone - 1) - alone
        np.add.at(sums, rows, more * own)
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
