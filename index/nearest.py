"""The nearest of many unit vectors, without reading all of each.

To compare vectors is mostly to read them. So each has two parts beside it: what it is along the
directions in which these vectors differ most, their principal components, of which few tell much.
Where there are many, the first part is compared of all, the second of those that the first puts in
front, and whole vectors only of those that both put in front. Where there are very many, parts are
compared of the vectors whose signs agree with the question's, which are a thirty-second of the
vectors. The question is not cut down as far: each of its numbers weighs 0 to 3 by its size, so that
what is counted for a passage is the weight of the numbers in whose signs the two differ. This is
the asymmetric distance of binary codes (Gordo and others 2014), with two planes of bits.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .embed import Vectors, products

_AHEAD = 2_000
"""Vectors of which both parts are compared, at least."""
_WHOLE = 600
"""Vectors that are compared whole, at least. Of 11,000 passages these have 99.7 % of the twenty
nearest."""
_BY_PARTS_UP_TO = 40_000
"""Vectors a part of which is compared of each."""
_PART = 64
"""Numbers in a part, at most."""
_LEARNT_FROM = 2_000
"""Vectors, at most, by which the directions are chosen."""
_ROUNDS = 3
"""Steps towards the directions; more find none that tell more."""
_SHARE = 25
"""Of more, parts are compared of this share, whose signs agree best: of 112,000 passages it has
99.6 % of the twenty nearest."""
_BLOCK = 8_192
"""Vectors whose signs are looked at together: what is computed of them fits a processor's cache."""
_WORD = 64
_HIGH = 0.92
"""The share of a question's numbers that are smaller than what weighs 3."""

_Bits = NDArray[np.uint64]
_Places = NDArray[np.intp]


class UnitVectors:
    """Vectors of unit length or zero, their parts, and the signs of their numbers."""

    def __init__(self, room: int, dimension: int) -> None:
        """Make room for so many."""
        self._vectors = np.empty((room, dimension), np.float32)
        self._signs = np.empty((-(-dimension // _WORD), room), np.uint64)
        self._directions: Vectors | None = None
        self._parts = np.empty((2, 0, min(_PART, dimension // 2)), np.float32)

    def __setitem__(self, places: slice | _Places, vectors: Vectors) -> None:
        """Keep vectors, shape ``(vectors, dimension)``."""
        self._vectors[places] = vectors
        self._signs[:, places] = _packed(vectors > 0).T
        if self._directions is not None:
            for part, directions in zip(self._parts, self._directions, strict=True):
                part[places] = vectors @ directions

    def cosines(self, places: _Places, asked: Vectors) -> NDArray[np.float32]:
        """The cosine of some of them to a unit vector of shape ``(dimension,)``."""
        return products(self._vectors.take(places, axis=0), asked[None])[:, 0]

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
        if len(places) > max(k, _AHEAD):
            places = self._ahead(asked, places, k, len(usable))
        return places[_highest(self.cosines(places, asked), k)]

    def _ahead(self, asked: Vectors, places: _Places, k: int, number: int) -> _Places:
        """Those of some places, among so many, that the parts put in front."""
        first, second = (asked @ self._learnt(number))[:, None]
        if len(places) > _BY_PARTS_UP_TO:
            places = self._agreeing(asked, places, max(k, _AHEAD, len(places) // _SHARE))
        every = len(places) == number
        some = self._parts[0, :number] if every else self._parts[0].take(places, axis=0)
        cosines = products(some, first)[:, 0]
        ahead = np.sort(_highest(cosines, max(k, _AHEAD)))
        places, cosines = places[ahead], cosines[ahead]
        cosines += products(self._parts[1].take(places, axis=0), second)[:, 0]
        return places[np.sort(_highest(cosines, max(k, _WHOLE)))]

    def _learnt(self, number: int) -> Vectors:
        """The directions of both parts; at first they are learnt from so many vectors."""
        if self._directions is None:
            some = self._vectors[: number : max(1, number // _LEARNT_FROM)]
            size = self._parts.shape[2]
            components = _components(some, 2 * size)
            directions = np.stack([components[:, :size], components[:, size:]])
            self._parts = np.empty((2, len(self._vectors), size), np.float32)
            for part, along in zip(self._parts, directions, strict=True):
                np.matmul(self._vectors[:number], along, out=part[:number])
            self._directions = directions
        return self._directions

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


def _components(vectors: Vectors, number: int) -> Vectors:
    """About the directions in which vectors differ most, by subspace iteration.

    Returns:
        Shape ``(dimension, number)``, the first ones first, at right angles.
    """
    chance = np.random.default_rng(0)
    start = chance.standard_normal((vectors.shape[1], number), np.float32)
    basis = np.linalg.qr(start).Q
    for _ in range(_ROUNDS):
        basis = np.linalg.qr(vectors.T @ (vectors @ basis)).Q
    along = vectors @ basis
    turned: Vectors = basis @ np.linalg.eigh(along.T @ along).eigenvectors[:, ::-1]
    return turned


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
