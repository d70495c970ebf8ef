"""The nearest of many unit vectors, without reading all of each.

To compare vectors is mostly to read them. So where there are many, those that half of their numbers
puts in front are compared whole; and where there are very many, half is compared of those whose
signs agree with the question's, which are a thirty-second of the vectors. The question is not cut
down as far: each of its numbers weighs 0 to 3 by its size, so that what is counted for a passage is
the weight of the numbers in whose signs the two differ. This is the asymmetric distance of binary
codes (Gordo and others 2014), with two planes of bits.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .embed import Vectors, products

_WHOLE = 1_000
"""Vectors that are compared whole, at least. Of 11,000 passages these have 99.9 % of the twenty
nearest."""
_BY_HALF_UP_TO = 40_000
"""Vectors half of which is compared of each."""
_SHARE = 25
"""Of more, half is compared of this part, whose signs agree best: of 112,000 passages it has 99.6 %
of the twenty nearest."""
_BLOCK = 8_192
"""Vectors whose signs are looked at together: what is computed of them fits a processor's cache."""
_WORD = 64
_HIGH = 0.92
"""The share of a question's numbers that are smaller than what weighs 3."""

_Bits = NDArray[np.uint64]
_Places = NDArray[np.intp]


class UnitVectors:
    """Vectors of unit length or zero, in two halves, and the signs of their numbers."""

    def __init__(self, room: int, dimension: int) -> None:
        """Make room for so many."""
        self._middle = (dimension + 1) // 2
        self._first = np.empty((room, self._middle), np.float32)
        self._second = np.empty((room, dimension - self._middle), np.float32)
        self._signs = np.empty((-(-dimension // _WORD), room), np.uint64)

    def __setitem__(self, places: slice | _Places, vectors: Vectors) -> None:
        """Keep vectors, shape ``(vectors, dimension)``."""
        self._first[places] = vectors[:, : self._middle]
        self._second[places] = vectors[:, self._middle :]
        self._signs[:, places] = _packed(vectors > 0).T

    def cosines(self, places: _Places, asked: Vectors) -> NDArray[np.float32]:
        """The cosine of some of them to a unit vector of shape ``(dimension,)``."""
        found = products(self._first.take(places, axis=0), asked[None, : self._middle])
        found += products(self._second.take(places, axis=0), asked[None, self._middle :])
        return found[:, 0]

    def nearest(self, asked: Vectors, k: int, usable: NDArray[np.bool_]) -> _Places:
        """Find the k nearest to a unit vector.

        Args:
            asked: shape ``(dimension,)``.
            k: how many.
            usable: which may be found; as many as there are vectors in use.

        Returns:
            Their places, at most k, in no particular order.
        """
        places = np.flatnonzero(usable)
        if len(places) > _BY_HALF_UP_TO:
            places = self._agreeing(asked, places, max(k, _WHOLE, len(places) // _SHARE))
        every = len(places) == len(usable)
        some = self._first[: len(usable)] if every else self._first.take(places, axis=0)
        cosines = products(some, asked[None, : self._middle])[:, 0]
        if len(places) > max(k, _WHOLE):
            ahead = np.sort(_highest(cosines, max(k, _WHOLE)))
            places, cosines = places[ahead], cosines[ahead]
        cosines += products(self._second.take(places, axis=0), asked[None, self._middle :])[:, 0]
        return places[_highest(cosines, k)]

    def _agreeing(self, asked: Vectors, places: _Places, number: int) -> _Places:
        """About so many of some places, where the signs agree best with the question's."""
        sizes = np.abs(asked)
        at = int(_HIGH * (len(sizes) - 1))
        high = float(np.partition(sizes, at)[at]) or float(sizes.max())
        weights = np.rint(3 * sizes / high).clip(0, 3).astype(np.uint8)
        signs, ones, twos = _packed(np.stack([asked > 0, weights & 1 > 0, weights & 2 > 0]))
        apart = np.empty(int(places[-1]) + 1, np.uint16)
        for at in range(0, len(apart), _BLOCK):
            part = slice(at, min(at + _BLOCK, len(apart)))
            other = self._signs[:, part] ^ signs[:, None]
            counts = np.bitwise_count(other & twos[:, None])
            counts <<= 1  # at most 128, and 64 more
            counts += np.bitwise_count(other & ones[:, None])
            np.add.reduce(counts, axis=0, dtype=np.uint16, out=apart[part])
        if len(places) < len(apart):
            apart = apart[places]
        limit = int(np.bincount(apart).cumsum().searchsorted(number))
        return places[np.flatnonzero(apart <= limit)]


def _highest(cosines: NDArray[np.float32], k: int) -> _Places:
    if k >= len(cosines):
        return np.arange(len(cosines))
    return np.argpartition(cosines, len(cosines) - k)[len(cosines) - k :]


def _packed(bits: NDArray[np.bool_]) -> _Bits:
    """Rows of bits in rows of whole words."""
    packed = np.packbits(bits, axis=1)
    padded = np.zeros((len(bits), -(-bits.shape[1] // _WORD) * 8), np.uint8)
    padded[:, : packed.shape[1]] = packed
    return padded.view(np.uint64)
