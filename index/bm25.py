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
class Hit:
    """Where a group of terms occurs."""

    group: int
    rows: NDArray[np.uint16]
    """Row numbers, none twice."""
    counts: NDArray[np.uint8]


def idf(rows: int, held: NDArray[np.int64]) -> Numbers:
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


def bm25(
    hits: Sequence[Hit],
    weights: Numbers,
    norm: Numbers,
    *,
    counted: bool,
) -> Numbers:
    """Score every row.

    Args:
        hits: Where the groups of the question occur.
        weights: The idf of every group; one of 0 is passed over.
        norm: What :func:`norms` says of each row.
        counted: Whether terms can occur more than once in a row; where none does, it is quicker.

    Returns:
        Shape ``(rows,)``; higher is better.
    """
    hits = [hit for hit in hits if weights[hit.group] > 0]
    if not hits:
        return np.zeros(len(norm))
    rows = np.concatenate([hit.rows for hit in hits])
    idfs = np.repeat([weights[hit.group] for hit in hits], [len(hit.rows) for hit in hits])
    if not counted:
        # Every count is 1, so what a row makes of a weight can wait until all are summed.
        return _summed(rows, idfs, len(norm)) * (_K1 + 1) / (1 + norm)
    counts = np.concatenate([hit.counts for hit in hits])
    return _summed(rows, idfs * (_K1 + 1) * counts / (counts + norm[rows]), len(norm))


def union(
    parts: Sequence[tuple[NDArray[np.uint16], NDArray[np.uint8]]],
) -> tuple[NDArray[np.uint16], NDArray[np.uint8]]:
    """Rows of any of several terms, with their counts added up."""
    rows, where = np.unique(np.concatenate([rows for rows, _ in parts]), return_inverse=True)
    counts = np.bincount(where, np.concatenate([counts for _, counts in parts]))
    return rows, np.minimum(counts, 255).astype(np.uint8)


def _summed(rows: NDArray[np.uint16], values: Numbers, size: int) -> Numbers:
    """Sums by row, added in the order given: the same to the bit however rows are numbered."""
    sums: Numbers = np.bincount(rows, values, size).astype(np.float64, copy=False)
    return sums
