"""The nearest of many unit vectors: by the signs of their numbers first, where there are many.

Signs alone are a thirty-second of the vectors: comparing those first is mostly a matter of reading
less memory. The question is not cut down as far: each of its numbers weighs 0 to 3 by its size, so
that what is counted for a passage is the weight of the numbers in whose sign the two differ. This
is the asymmetric distance of binary codes (Gordo and others 2014), with two planes of bits.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .embed import Vectors, products

_WHOLE_UP_TO = 4_000
"""Vectors that are all compared whole."""
_AHEAD, _SHARE = 2_000, 25
"""Of more, how many are compared whole, or which part of them if that is more: those whose signs
agree best. They have 99.7 % of the twenty nearest of 11,000 passages, 99.6 % of 112,000."""
_BLOCK = 8_192
"""Vectors whose signs are looked at together: what is computed of them fits a processor's cache."""
_WORD = 64
_HIGH = 0.92
"""The share of a question's numbers that are smaller than what weighs 3."""

_Bits = NDArray[np.uint64]


class UnitVectors:
    """Vectors of unit length or zero, and the signs of their numbers."""

    def __init__(self, room: int, dimension: int) -> None:
        """Make room for so many."""
        self._vectors = np.empty((room, dimension), np.float32)
        self._signs = np.empty((-(-dimension // _WORD), room), np.uint64)

    def __setitem__(self, places: slice | NDArray[np.intp], vectors: Vectors) -> None:
        """Keep vectors, shape ``(vectors, dimension)``."""
        self._vectors[places] = vectors
        self._signs[:, places] = _packed(vectors > 0).T

    def cosines(self, places: slice | NDArray[np.intp], asked: Vectors) -> NDArray[np.float32]:
        """The cosine of some of them to a unit vector of shape ``(dimension,)``."""
        found: NDArray[np.float32] = products(self._vectors[places], asked[None, :])[:, 0]
        return found

    def nearest(self, asked: Vectors, k: int, usable: NDArray[np.bool_]) -> NDArray[np.intp]:
        """Find the k nearest to a unit vector.

        Args:
            asked: shape ``(dimension,)``.
            k: how many.
            usable: which may be found; as many as there are vectors in use.

        Returns:
            Their places, at most k, in no particular order.
        """
        places = np.flatnonzero(usable)
        if len(places) > max(_WHOLE_UP_TO, k):
            apart = self._apart(asked, len(usable))
            if len(places) < len(usable):
                apart = apart[places]
            wanted = max(k, _AHEAD, len(places) // _SHARE)
            limit = int(np.bincount(apart).cumsum().searchsorted(wanted))
            places = places[np.flatnonzero(apart <= limit)]
        every = len(places) == len(usable)
        cosines = self.cosines(slice(0, len(usable)) if every else places, asked)
        if k < len(places):
            places = places[np.argpartition(cosines, len(places) - k)[len(places) - k :]]
        return places

    def _apart(self, asked: Vectors, count: int) -> NDArray[np.uint16]:
        """For each of the first vectors: what the numbers weigh in whose signs the two differ."""
        sizes = np.abs(asked)
        at = int(_HIGH * (len(sizes) - 1))
        high = float(np.partition(sizes, at)[at]) or float(sizes.max())
        weights = np.rint(3 * sizes / high).clip(0, 3).astype(np.uint8)
        signs, ones, twos = _packed(np.stack([asked > 0, weights & 1 > 0, weights & 2 > 0]))
        apart = np.empty(count, np.uint16)
        for at in range(0, count, _BLOCK):
            part = slice(at, min(at + _BLOCK, count))
            other = self._signs[:, part] ^ signs[:, None]
            counts = np.bitwise_count(other & twos[:, None])
            counts <<= 1  # at most 128, and 64 more
            counts += np.bitwise_count(other & ones[:, None])
            np.add.reduce(counts, axis=0, dtype=np.uint16, out=apart[part])
        return apart


def _packed(bits: NDArray[np.bool_]) -> _Bits:
    """Rows of bits in rows of whole words."""
    packed = np.packbits(bits, axis=1)
    padded = np.zeros((len(bits), -(-bits.shape[1] // _WORD) * 8), np.uint8)
    padded[:, : packed.shape[1]] = packed
    return padded.view(np.uint64)
