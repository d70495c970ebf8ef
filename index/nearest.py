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
_SAMPLE, _ROUNDS = 2_000, 4
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
    """Vectors of unit length or zero."""

    def __init__(self, room: int, dimension: int) -> None:
        """Make room for so many."""
        self._whole = np.empty((room, dimension), np.float32)
        self._packed: _Packed | None = None

    def __setitem__(self, places: slice | _Places, vectors: Vectors) -> None:
        """Keep vectors, shape ``(vectors, dimension)``."""
        self._whole[places] = vectors
        if self._packed is not None:
            numbers = np.arange(places.start, places.stop) if isinstance(places, slice) else places
            self._packed.keep(numbers, np.broadcast_to(vectors, (len(numbers), vectors.shape[1])))

    def pack(self, held: int) -> None:
        """Pack the first so many vectors, which are all that are kept, if that is worth while."""
        room, dimension = self._whole.shape
        if held < _FROM or dimension <= _DIRECTIONS:
            return
        sample = self._whole[: held : max(1, held // _SAMPLE)]
        self._packed = _Packed(room, _directions(sample))
        for at in range(0, held, _BLOCK):
            part = np.arange(at, min(at + _BLOCK, held))
            self._packed.keep(part, self._whole[part[0] : part[-1] + 1])

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
        places = np.flatnonzero(usable)
        if self._packed is not None:
            places = self._packed.ahead(asked, k, usable, places)
        return places[_highest(self.cosines(places, asked), k)]


class _Packed:
    """Vectors as they are seen along some directions, two in a row."""

    def __init__(self, room: int, directions: Vectors) -> None:
        self._half = (room + 1) // 2
        self._directions = directions
        self._rows = np.zeros((self._half, directions.shape[1]), np.float32)

    def keep(self, places: _Places, vectors: Vectors) -> None:
        """Put vectors in the place of others; no place twice."""
        seen = np.rint(vectors @ (self._directions * np.float32(_KEPT)))
        below = places < self._half
        rows = self._rows[places[below]]
        self._rows[places[below]] = _upper(rows) * _APART + seen[below]
        rows = self._rows[places[~below] - self._half]
        self._rows[places[~below] - self._half] = rows - (_upper(rows) - seen[~below]) * _APART

    def ahead(self, asked: Vectors, k: int, usable: NDArray[np.bool_], places: _Places) -> _Places:
        """Those of the usable places that are to be compared whole for the k nearest."""
        seen = asked @ self._directions
        share = max(float(seen @ seen), 0.01)
        number = max(k, _WHOLE + int(len(usable) // _SHARE * (1 / share - 1) ** 3))
        if len(places) <= number:
            return places
        near = self._nearness(seen)[: len(usable)]
        if len(places) < len(usable):
            near[~usable] = -np.inf
        return _best(near, number)

    def _nearness(self, seen: Vectors) -> _Near:
        """How near each place is to what is seen of a vector; higher is nearer."""
        asked = np.rint(seen * np.float32(_ASKED / max(float(np.linalg.norm(seen)), 1e-9)))
        both = products(self._rows, asked[None])[:, 0]
        found = np.empty(2 * self._half, np.float32)
        below, above = found[: self._half], found[self._half :]
        above[:] = _upper(both)
        np.subtract(both, above * np.float32(_APART), out=below)
        return found


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
