"""The nearest of many unit vectors, without reading all of each.

To compare vectors is mostly to read them. So where there are many, each is also kept as it is seen
along the directions in which they differ most, in small whole numbers: all are compared along the
first of these directions, those that seem nearest along some more, the nearest of these along more
again, and what is nearest then is compared whole. The directions are found by subspace iteration
(Halko, Martinsson and Tropp 2011) on a sample; they need not be exact, for all they decide is what
is compared whole.

Along the first directions two vectors share one row of numbers, the one times 4,096 beside the
other. A product with small whole numbers is then both products in one, and float32 holds it
exactly: half is read, and the product is the one that BLAS is fastest at. Along the others each has
bytes of its own, because only some are read.

What is read of some is copied a few at a time, into memory that stays in the processor's nearest
cache: where the nearest are hard to tell it is tens of thousands, and to come by room for all of
them takes longer than to look at them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from functools import partial
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from .embed import Vectors, products

_FROM = 3_000
"""Vectors from which on they are packed; fewer are all compared whole."""
_FIRST, _FURTHER = 96, (64, 96)
"""Directions along which all are compared, and along which some are, and some of these where
vectors have so many numbers."""
_SAMPLE, _ROUNDS = 1_000, 2
_APART = 4_096
"""What keeps two products apart: either stays below half of it."""
_KEPT, _ASKED = 36, 44
"""How long a kept and an asked vector of length 1 is in whole numbers. By rounding either gets
longer by half the root of 96 at most: 40.9 times 48.9 is less than 2,048."""
_FINE = 256
"""The same along the further directions, where a number has a byte: along none of them, turned as
they are, does a vector have half of its length."""
_SHARE = 12
_LEAST = ((1_000, 2), (500, 3), (400, 3))
"""Vectors that are compared along the further directions, along those after them, and whole: at
least so many, and beside these a twelfth of all times a power of how much of the question does not
lie along the directions so far over how much does. Among 11,000 and 112,000 passages these have
99.9 % of the twenty nearest."""
_EACH = 8
"""Of so many one is looked at to tell how near the nearest are."""
_BLOCK = 4_096
"""Vectors packed in one go."""
_AT_ONCE = 131_072
"""Numbers that are looked at together."""

_Places = NDArray[np.intp]
_Near = NDArray[np.float32]
_Seen = tuple[float, Callable[[], Vectors]]
"""What part of a question lies along the first directions, and what gives the products there."""


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
        return _products_at(self._whole, places, asked)

    def ask(
        self, asked: Vectors, usable: NDArray[np.bool_], beside: Executor | None
    ) -> Callable[[int], _Places]:
        """Begin to look for the nearest to a unit vector.

        Args:
            asked: shape ``(dimension,)``.
            usable: which may be found; as many as there are vectors in use.
            beside: reads what takes longest to read, while the caller does other things.

        Returns:
            What finds the k nearest, as :meth:`nearest` does.
        """
        packed = self._pack(len(usable))
        seen = None if packed is None else packed.begin(asked, beside)
        return partial(self._nearest, asked, usable=usable, seen=seen)

    def nearest(self, asked: Vectors, k: int, usable: NDArray[np.bool_]) -> _Places:
        """Find the k nearest to a unit vector.

        Args:
            asked: shape ``(dimension,)``.
            k: how many.
            usable: which may be found; as many as there are vectors in use.

        Returns:
            Their places, at most k, in no particular order.
        """
        return self.ask(asked, usable, None)(k)

    def _nearest(
        self, asked: Vectors, k: int, *, usable: NDArray[np.bool_], seen: _Seen | None
    ) -> _Places:
        number = int(np.count_nonzero(usable))
        if number <= max(k, _LEAST[1][0]):
            places = np.flatnonzero(usable)
        else:
            if self._packed is None or seen is None:
                near = products(self._whole[: len(usable)], asked[None])[:, 0]
                if number < len(usable):
                    near[~usable] = -np.inf
                return _highest(near, k)
            places = self._packed.front(asked, seen, k, usable, number)
        return places[_highest(self.cosines(places, asked), k)]

    def _pack(self, held: int) -> _Packed | None:
        """So many of them packed, if they are worth it and were asked before."""
        again, self._was_asked = self._was_asked, True
        worth = held >= _FROM and self._whole.shape[1] > _FIRST + _FURTHER[0]
        if again and worth and self._packed is None:
            self._packed = _Packed(self._whole, held)
        return self._packed


class _Packed:
    """Vectors as they are seen along some directions."""

    def __init__(self, whole: Vectors, held: int) -> None:
        """Pack the first so many of some vectors, with room for all."""
        self._half = half = (len(whole) + 1) // 2
        further = [n for n in accumulate(_FURTHER) if _FIRST + n < whole.shape[1]]
        numbers = _FIRST, *_FURTHER[: len(further)]
        self._first, *self._further = _directions(whole[: held : max(1, held // _SAMPLE)], numbers)
        self._rows = np.zeros((half, _FIRST), np.float32)
        """Two vectors in a row, half of all apart."""
        self._bytes = [np.zeros((2 * half, number), np.int8) for number in numbers[1:]]
        for at in range(0, held, _BLOCK):
            part = np.arange(at, min(at + _BLOCK, held))
            self.keep(part, whole[part])

    def keep(self, places: _Places, vectors: Vectors) -> None:
        """Put vectors in the place of others; no place twice."""
        seen = np.rint(vectors @ self._first * _KEPT)
        below = places < self._half
        rows = self._rows[places[below]]
        self._rows[places[below]] = _upper(rows) * _APART + seen[below]
        rows = self._rows[places[~below] - self._half]
        self._rows[places[~below] - self._half] = rows - (_upper(rows) - seen[~below]) * _APART
        for directions, kept in zip(self._further, self._bytes, strict=True):
            kept[places] = np.rint(vectors @ directions * _FINE).clip(-127, 127)

    def front(
        self, asked: Vectors, seen: _Seen, k: int, usable: NDArray[np.bool_], number: int
    ) -> _Places:
        """Those that are to be compared whole.

        Args:
            asked: a unit vector.
            seen: what was begun for it.
            k: how many are looked for.
            usable: which may be found.
            number: how many these are.
        """
        length, products_of = seen
        near = self._apart(products_of())[: len(usable)]
        if number < len(usable):
            near[~usable] = -np.inf
        share = length * length
        places = _best(near, min(max(2 * k, _number(0, len(usable), share)), number))
        seems = near.take(places) * np.float32(length)
        for step, (directions, kept) in enumerate(zip(self._further, self._bytes, strict=True), 1):
            along = asked @ directions
            seems += _products_at(kept, places, along * np.float32(_KEPT * _ASKED / _FINE))
            share += float(along @ along)
            wanted = max(2 * k, _number(step, len(usable), share))
            if wanted < len(places):
                best = _best(seems, wanted)
                places, seems = places[best], seems[best]
        return places

    def begin(self, asked: Vectors, beside: Executor | None) -> _Seen:
        """Begin to compare all with a unit vector along the first directions."""
        seen = asked @ self._first
        length = float(np.linalg.norm(seen))
        whole = np.rint(seen * np.float32(_ASKED / max(length, 1e-9)))
        if beside is None:
            return length, partial(products, self._rows, whole[None])
        return length, beside.submit(products, self._rows, whole[None]).result

    def _apart(self, both: Vectors) -> _Near:
        """How near each place seems, in whole numbers, of what was found for two in one."""
        found = np.empty(2 * self._half, np.float32)
        below, above = found[: self._half], found[self._half :]
        above[:] = _upper(both[:, 0])
        np.subtract(both[:, 0], above * np.float32(_APART), out=below)
        return found


def _number(step: int, held: int, share: float) -> int:
    """Of so many vectors, how many are looked at when a share of a question was compared."""
    least, power = _LEAST[step]
    return least + int(held // _SHARE * (1 / max(share, 0.01) - 1) ** power)


def _products_at(kept: NDArray[np.generic], places: _Places, asked: Vectors) -> _Near:
    """The product of a vector with some of many that are kept, of whatever type."""
    size = max(1, _AT_ONCE // len(asked))
    found, few = np.empty((len(places), 1), np.float32), np.empty((size, len(asked)), kept.dtype)
    wide = few if kept.dtype == np.float32 else np.empty(few.shape, np.float32)
    for at in range(0, len(places), size):
        part = places[at : at + size]
        # Any mode but the first writes into what it is given without a copy.
        kept.take(part, axis=0, out=few[: len(part)], mode="clip")
        if wide is not few:
            wide[: len(part)] = few[: len(part)]
        found[at : at + size] = products(wide[: len(part)], asked[None])
    return found[:, 0]


def _upper(packed: Vectors) -> Vectors:
    """Of two numbers in one the one that was multiplied."""
    upper: Vectors = packed * np.float32(1 / _APART)
    return np.rint(upper, out=upper)


def _directions(sample: Vectors, numbers: Sequence[int]) -> list[Vectors]:
    """So many orthonormal columns that hold most of some vectors, then of the rest, and so on.

    All are turned among themselves, so that all hold alike and can be rounded alike.
    """
    chance = np.random.default_rng(0)  # the same for the same vectors
    found = chance.standard_normal((sample.shape[1], sum(numbers)), np.float32)
    for _ in range(_ROUNDS):
        found, _ = np.linalg.qr(sample.T @ (sample @ found))
    seen = sample @ found
    _, order = np.linalg.eigh(seen.T @ seen)  # what holds most comes last
    parts = np.split(found @ order[:, ::-1], np.cumsum(numbers)[:-1], axis=1)
    return [
        part @ np.linalg.qr(chance.standard_normal((number, number), np.float32))[0]
        for part, number in zip(parts, numbers, strict=True)
    ]


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
