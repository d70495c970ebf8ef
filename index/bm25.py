"""The arithmetic of BM25 (Robertson and Zaragoza 2009), over arrays.

The idf is ``log(1 + (N - df + 0.5) / (df + 0.5))``, as in Lucene: it stays above zero for a word
that stands in most of five files.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .postings import Occurrences

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
    if any(one.counts is not None for one, _ in heavy):
        counts = np.concatenate([_counts(one) for one, _ in heavy])
        more = np.flatnonzero(counts > 1)
        rows = np.concatenate([one.rows for one, _ in heavy])[more]
        each = np.repeat([weight for _, weight in heavy], [len(one.rows) for one, _ in heavy])
        np.add.at(sums, rows, each[more] * _excess(counts[more], once.shares.take(rows)))
    return sums


def _excess(counts: NDArray[np.uint8], alone: Shares) -> Shares:
    """What a weight of 1 gives, beside what it gives for once, to what occurs so many times."""
    many = counts.astype(np.float32)
    excess = _MOST * many / (many + _MOST / alone - np.float32(1)) - alone
    return excess.astype(np.float32, copy=False)


def union(parts: Sequence[Occurrences]) -> Occurrences | None:
    """Where any of several terms occurs; counts are added up."""
    if len(parts) < 2:
        return parts[0] if parts else None
    rows = np.concatenate([part.rows for part in parts])
    order = np.argsort(rows, kind="stable")  # sorts such small numbers by their digits
    rows = rows[order]
    first = np.flatnonzero(np.append(True, rows[1:] != rows[:-1]))
    counts = np.concatenate([_counts(part) for part in parts])[order]
    summed = np.add.reduceat(counts, first, dtype=np.uint16)
    return Occurrences(rows[first], np.minimum(summed, 255).astype(np.uint8))


def _counts(one: Occurrences) -> NDArray[np.uint8]:
    return np.ones(len(one.rows), np.uint8) if one.counts is None else one.counts
