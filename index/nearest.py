"""The nearest of many unit vectors, without reading all of each.

To compare vectors is mostly to read them. So where there are many, each is also kept as it is seen
along the directions in which they differ most, in small whole numbers, and those that are nearest
as seen so are compared whole. The directions are found by subspace iteration (Halko, Martinsson and
Tropp 2011) on a sample; they need not be exact, for all they decide is what is compared whole.

Two vectors share one row of numbers, the one times 4,096 beside the other. A product with small
whole numbers is then both products in one, and float32 holds it exactly: half is read, and the
product is the one that BLAS is fastest at.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .embed import Vectors, products

_FROM = 3_000
"""Vectors from which on they are packed; fewer are all compared whole."""
_DIRECTIONS = 160
_SAMPLE, _ROUNDS = 1_000, 2
_APART = 4_096
"""What keeps two products apart: either stays below half of it."""
_KEPT, _ASKED = 35, 43
"""How long a kept and an asked vector of length 1 is in whole numbers. By rounding either gets
longer by half the root of 160 at most: 41.4 times 49.4 is less than 2,048."""
_WHOLE, _SHARE = 700, 32
"""Vectors that are compared whole, at least; and beside these a part of all, times the cube of how
much of the question does not lie along the directions over how much does. Among 11,000 and 112,000
passages these have 99.9 % of the twenty nearest."""
_EACH = 8
"""Of so many one is looked at to tell how near the nearest are."""
_BLOCK = 4_096
"""Vectors packed in one go."""

_Places = NDArray[np.intp]
_Near = NDArray[np.float32]


class UnitVectors:
    """Vectors of unit length or zero; the second question finds them packed, the first waits less.

    To be asked by one thread at a time.
    """

    def __init__(self, room: int, dimension: int) -> None:
        """Make room for so many."""
        self._whole = np.empty((room, dimension), np.float32)
        self._packed: _Packed | None = None
        self._was_asked = False

    def __setitem__(self, places: slice | _Places, vectors: Vectors) -> None:
        """Keep vectors, shape ``(vectors, dimension)``."""
        self._whole[places] = vectors
        if self._packed is not None:
            numbers = np.arange(places.start, places.stop) if isinstance(places, slice) else places
            self._packed.keep(numbers, np.broadcast_to(vectors, (len(numbers), vectors.shape[1])))

    def some(self, places: _Places) -> Vectors:
        """Those at some places, shape ``(places, dimension)``."""
        return self._whole.take(places, axis=0)

    def cosines(self, places: _Places, asked: Vectors) -> _Near:
        """The cosine of some of them to a unit vector of shape ``(dimension,)``."""
        found: _Near = products(self._whole.take(places, axis=0), asked[None])[:, 0]
        return found

    def nearest(self, asked: Vectors, k: int, usable: NDArray[np.bool_]) -> _Places:
        """Find the k nearest to a unit vector.

        Args:
            asked: shape ``(dimension,)``.
            k: how many.
            usable: which may be found; as many as there are vectors in use.

        Returns:
            Their places, at most k, in no particular order.
        """
        number = int(np.count_nonzero(usable))
        if number <= max(k, _WHOLE):
            places = np.flatnonzero(usable)
        else:
            near, whole = self._look(asked, len(usable))
            if number < len(usable):
                near[~usable] = -np.inf
            if not whole:  # these are the cosines
                return _highest(near, k)
            places = _best(near, min(max(k, whole), number))
        return places[_highest(self.cosines(places, asked), k)]

    def _look(self, asked: Vectors, held: int) -> tuple[_Near, int]:
        """How near each of so many is or seems, and how many are to be compared whole, at least."""
        again, self._was_asked = self._was_asked, True
        worth = held >= _FROM and self._whole.shape[1] > _DIRECTIONS
        if again and worth and self._packed is None:
            self._packed = _Packed(self._whole, held)
        if self._packed is None:
            return products(self._whole[:held], asked[None])[:, 0], 0
        near, share = self._packed.nearness(asked)
        return near[:held], _WHOLE + int(held // _SHARE * (1 / max(share, 0.01) - 1) ** 3)


class _Packed:
    """Vectors as they are seen along some directions, two in a row."""

    def __init__(self, whole: Vectors, held: int) -> None:
        """Pack the first so many of some vectors, with room for all."""
        self._half = half = (len(whole) + 1) // 2
        self._directions = _directions(whole[: held : max(1, held // _SAMPLE)])
        self._rows = np.zeros((half, self._directions.shape[1]), np.float32)
        for at in range(0, min(half, held), _BLOCK):
            rows = self._rows[at : min(at + _BLOCK, held)]
            rows[:] = self._seen(whole[at : at + len(rows)])
            above = self._seen(whole[half + at : min(half + at + len(rows), held)])
            rows[: len(above)] += np.float32(_APART) * above

    def keep(self, places: _Places, vectors: Vectors) -> None:
        """Put vectors in the place of others; no place twice."""
        seen = self._seen(vectors)
        below = places < self._half
        rows = self._rows[places[below]]
        self._rows[places[below]] = _upper(rows) * _APART + seen[below]
        rows = self._rows[places[~below] - self._half]
        self._rows[places[~below] - self._half] = rows - (_upper(rows) - seen[~below]) * _APART

    def nearness(self, asked: Vectors) -> tuple[_Near, float]:
        """How near each place seems to a unit vector, higher is nearer; and what share was seen."""
        seen = asked @ self._directions
        length = float(np.linalg.norm(seen))
        whole = np.rint(seen * np.float32(_ASKED / max(length, 1e-9)))
        both = products(self._rows, whole[None])[:, 0]
        found = np.empty(2 * self._half, np.float32)
        below, above = found[: self._half], found[self._half :]
        above[:] = _upper(both)
        np.subtract(both, above * np.float32(_APART), out=below)
        return found, length * length

    def _seen(self, vectors: Vectors) -> Vectors:
        seen: Vectors = vectors @ self._directions
        seen *= _KEPT
        return np.rint(seen, out=seen)


def _upper(packed: Vectors) -> Vectors:
    """Of two numbers in one the one that was multiplied."""
    upper: Vectors = packed * np.float32(1 / _APART)
    return np.rint(upper, out=upper)


def _directions(sample: Vectors) -> Vectors:
    """Orthonormal columns, shape ``(dimension, directions)``, that hold most of some vectors.

    They are turned among themselves, so that all hold alike and can be rounded alike.
    """
    chance = np.random.default_rng(0)  # the same for the same vectors
    found = chance.standard_normal((sample.shape[1], _DIRECTIONS), np.float32)
    for _ in range(_ROUNDS):
        found, _ = np.linalg.qr(sample.T @ (sample @ found))
    turned, _ = np.linalg.qr(chance.standard_normal((_DIRECTIONS, _DIRECTIONS), np.float32))
    directions: Vectors = found @ turned
    return directions


def _best(near: _Near, number: int) -> _Places:
    """About so many of the nearest."""
    some = near[::_EACH]
    last = len(some) - max(1, number // _EACH)
    found = np.flatnonzero(near >= np.partition(some, last)[last])
    if number // 2 <= len(found) <= 2 * number:
        return found
    return _highest(near, number)


def _highest(near: _Near, k: int) -> _Places:
    if k >= len(near):
        return np.arange(len(near))
    return np.argpartition(near, len(near) - k)[len(near) - k :]
