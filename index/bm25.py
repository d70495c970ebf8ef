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


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Where groups of terms occur: those of one question, in the rows of one segment."""

    groups: NDArray[np.intp]
    """Which groups occur at all."""
    rows: Sequence[NDArray[np.uint16]]
    """Of each the row numbers, none twice."""
    counts: Sequence[NDArray[np.uint8]]
    sizes: NDArray[np.intp]
    """Of each how many rows."""


def idf(rows: int, held: NDArray[np.intp]) -> Numbers:
    """What groups weigh that are held by so many of all rows."""
    weights: Numbers = np.log1p((rows - held + 0.5) / (held + 0.5))
    return weights


def norms(lengths: NDArray[np.uint32], average: float) -> Numbers:
    """How much its length counts against each row.

    Args:
        lengths: Terms in each row.
        average: Their mean over all rows there are.
    """
    found: Numbers = _K1 * (1 - _B + _B * lengths.astype(np.float64) / max(average, 1))
    return found


def bm25(occurrences: Occurrences, weights: Numbers, norm: Numbers, *, counted: bool) -> Numbers:
    """Score every row.

    Args:
        occurrences: Where the groups of the question occur.
        weights: The idf of every group; one of 0 is passed over.
        norm: What :func:`norms` says of each row.
        counted: Whether terms can occur more than once in a row; where none does, it is quicker.

    Returns:
        Shape ``(rows,)``; higher is better.
    """
    own = weights[occurrences.groups]
    heavy = np.flatnonzero(own > 0).tolist()
    if not heavy:
        return np.zeros(len(norm))
    if not counted:
        # Every count is 1, so what a row makes of a weight can wait until all are summed.
        sums = np.zeros(len(norm))
        for at, weight in zip(heavy, own[heavy].tolist(), strict=True):
            np.add.at(sums, occurrences.rows[at], weight)
        return sums * (_K1 + 1) / (1 + norm)
    rows = np.concatenate([occurrences.rows[at] for at in heavy])
    idfs = np.repeat(own[heavy], occurrences.sizes[heavy])
    counts = np.concatenate([occurrences.counts[at] for at in heavy])
    values = idfs * (_K1 + 1) * counts / (counts + norm.take(rows))
    # Added in the order given: the same to the bit however rows are numbered.
    found: Numbers = np.bincount(rows, values, len(norm)).astype(np.float64, copy=False)
    return found


def union(
    parts: Sequence[tuple[NDArray[np.uint16], NDArray[np.uint8]]],
) -> tuple[NDArray[np.uint16], NDArray[np.uint8]]:
    """Rows of any of several terms, rising, with their counts added up."""
    size = max(int(rows[-1]) for rows, _ in parts) + 1
    summed = np.zeros(size, np.uint16)
    for rows, counts in parts:  # those of one term are different from each other
        summed[rows] += counts
    found = np.flatnonzero(summed != 0)  # of bools: ten times as fast
    return found.astype(np.uint16), np.minimum(summed[found], 255).astype(np.uint8)
