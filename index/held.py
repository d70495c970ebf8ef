"""What questions need of every live passage, held in memory: no text, and nothing asked of SQLite.

A folder of 100,000 passages takes some 200 MB: each has its vector and its tokens. All vectors are
compared, so nothing near is missed, and Chroma need not be opened. What is held is a copy of the
catalogue that follows it: a row that is written is never changed afterwards, so a commit means
rows to fetch and rows to drop, and nothing else.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

from .align import TokenEmbedder, TokenRuns
from .embed import Embedder, Vectors, row_lengths
from .errors import StoreDamaged
from .nearest import UnitVectors
from .places import Candidates, cosines_around, make_tokens, malformed_tokens
from .short_tokens import ShortTokens

_FETCH = 2_000
"""Passages fetched in one go."""
_BESIDE_FROM = 20_000
"""Passages whose vectors are compared in a thread while words are looked for: NumPy needs nothing
of Python meanwhile. Fewer are compared sooner than a thread is woken."""
_SPARE = 32
"""A thirty-second more room than there are passages, so that a few new ones need no copy of all."""
_TOLERANCE = 1e-3  # lengths are float32, and a unit vector is never this far from 1

_STEPS = np.array([-1, 1])
"""From a passage to what stands before and after it."""

_HELD = """SELECT c.row, c.version, c.start, c.language, v.vector, t.ids
    FROM chunks c LEFT JOIN vectors v USING (text_key) LEFT JOIN tokens t ON t.row = c.row
    WHERE c.row BETWEEN ? AND ? ORDER BY c.row"""


_Found = tuple[Candidates, NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]
"""Candidates, some of them, their places, and the places beside."""


class HeldPlaces:
    """The live passages, by rising row; fits :class:`index.places.Places`."""

    def __init__(self, embedder: Embedder) -> None:
        """Hold nothing yet.

        Args:
            embedder: whose vectors and tokens they are.
        """
        self._embedder = embedder
        self._aligns = isinstance(embedder, TokenEmbedder)
        self._short = ShortTokens(
            embedder.token_count if isinstance(embedder, TokenEmbedder) else 0
        )
        self._threads: ThreadPoolExecutor | None = None
        self.forget()

    def forget(self) -> None:
        """Give the memory back; the next question fetches everything again."""
        self._live = np.empty(0, np.int64)
        self._files: dict[int, str] = {}
        self._stories: dict[int, str] = {}
        self._last: _Found | None = None
        self._make_room(0, 0)

    def follow(self, db: sqlite3.Connection, live: NDArray[np.int64]) -> None:
        """Hold what the catalogue holds now.

        Args:
            db: the catalogue, in one state.
            live: the rows of its live passages, rising; the same array while nothing changes.

        Raises:
            StoreDamaged: a vector in it is not of unit length.
        """
        if live is self._live:
            return
        gone = ~np.isin(self._rows[: self._held], live)
        new = live[~np.isin(live, self._rows[: self._held])]
        last = self._rows[self._held - 1] if self._held else -1
        fits = len(new) <= len(self._rows) - self._held
        if not fits or 4 * int(gone.sum()) > self._held or new.size and new[0] < last:
            self._make_room(len(live), self._embedder.dimension)
            gone, new = gone[:0], live
        self._drop(np.flatnonzero(gone))
        for at in range(0, len(new), _FETCH):
            self._fetch(db, new[at : at + _FETCH])
        self._stories = dict(db.execute("SELECT version, story FROM cards WHERE story > ''"))
        self._files = dict(db.execute("SELECT version, file FROM documents WHERE live"))
        self._live = live

    def ask(
        self, vector: Vectors, pool: int, allowed: NDArray[np.int64] | None
    ) -> Callable[[], NDArray[np.int64]]:
        """See :meth:`index.places.Places.ask`."""
        rows, usable = self._rows[: self._held], self._usable[: self._held]
        if not vector.any():
            return lambda: rows[:0]
        if allowed is not None:
            usable = usable & np.isin(rows, allowed)
        if self._threads is None and self._held >= _BESIDE_FROM:
            # One: more would wait for the same memory.
            self._threads = ThreadPoolExecutor(1, "attesto-vectors")
        nearest = self._vectors.ask(vector, usable, self._threads)

        def found() -> NDArray[np.int64]:
            near: NDArray[np.int64] = rows[np.sort(nearest(pool))]
            return near

        return found

    def candidates(
        self, db: sqlite3.Connection, rows: NDArray[np.int64], vector: Vectors
    ) -> Candidates:
        """See :meth:`index.places.Places.candidates`."""
        places = self._rows[: self._held].searchsorted(rows)
        return Candidates(
            rows,
            self._versions[places],
            self._starts[places],
            list(map(self._languages.__getitem__, places.tolist())),
            self._vectors.cosines(places, vector),
        )

    def tokens(
        self, db: sqlite3.Connection, candidates: Candidates, front: NDArray[np.intp]
    ) -> tuple[TokenRuns, TokenRuns]:
        """See :meth:`index.places.Places.tokens`."""
        places, beside = self._found(candidates, front)
        return self._runs(db, places), self._runs(db, beside.ravel(), 2)

    def around(
        self,
        db: sqlite3.Connection,
        candidates: Candidates,
        front: NDArray[np.intp],
        vector: Vectors,
    ) -> NDArray[np.float32]:
        """See :meth:`index.places.Places.around`."""
        places, beside = self._found(candidates, front)
        three = self._vectors.some(np.column_stack([places, beside]).ravel())
        three.reshape(len(places), 3, len(vector))[:, 1:][beside < 0] = 0
        return cosines_around(three[::3], three[1::3], three[2::3], vector)

    def told(self, db: sqlite3.Connection, versions: Iterable[int]) -> dict[int, tuple[str, str]]:
        """See :meth:`index.places.Places.told`."""
        files, stories = self._files, self._stories
        return {version: (files[version], stories.get(version, "")) for version in versions}

    def _found(
        self, candidates: Candidates, front: NDArray[np.intp]
    ) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """The places of some candidates and what stands beside: a search asks for them twice."""
        known = self._last
        if known is None or known[0] is not candidates or known[1] is not front:
            places = self._rows[: self._held].searchsorted(candidates.rows[front])
            known = self._last = candidates, front, places, self._beside(places)
        return known[2:]

    def _runs(self, db: sqlite3.Connection, places: NDArray[np.intp], each: int = 1) -> TokenRuns:
        """The tokens of passages, so many of them taken as one; of place -1 none."""
        kept, listed = self._tokens, places.tolist()
        found = [kept[place] if place >= 0 else b"" for place in listed]
        if None in found:  # in a store of an older format
            for place in listed:
                if place >= 0 and kept[place] is None:
                    row = int(self._rows[place])
                    made = make_tokens(db, [row], self._embedder)  # type: ignore[arg-type]
                    kept[place] = self._short.short([made[row].astype("<u4").tobytes()])[0]
            return self._runs(db, places, each)
        tokens, lengths = self._short.whole(found)
        return TokenRuns(tokens, lengths.reshape(-1, each).sum(axis=1))

    def _beside(self, places: NDArray[np.intp]) -> NDArray[np.intp]:
        """The places before and after each, or -1 where its document begins or ends.

        Returns:
            Shape ``(places, 2)``.
        """
        others = np.minimum(np.maximum(places[:, None] + _STEPS, 0), self._held - 1)
        same = self._versions.take(others) == self._versions.take(places)[:, None]
        own = same & (self._rows.take(others) == self._rows.take(places)[:, None] + _STEPS)
        return np.where(own, others, -1)

    def _make_room(self, passages: int, dimension: int) -> None:
        room = passages + passages // _SPARE
        self._held = 0
        self._vectors = UnitVectors(0, dimension)  # the old ones go before the new ones come
        self._vectors = UnitVectors(room, dimension)
        self._rows, self._versions, self._starts = np.empty((3, room), np.int64)
        self._usable = np.zeros(room, np.bool_)
        self._languages: list[str] = []
        self._tokens: list[bytes | None] = []

    def _drop(self, places: NDArray[np.intp]) -> None:
        self._usable[places] = False
        self._vectors[places] = np.zeros((1, self._embedder.dimension), np.float32)
        for place in places.tolist():
            self._tokens[place] = b""

    def _fetch(self, db: sqlite3.Connection, rows: NDArray[np.int64]) -> None:
        """Add passages, all behind those that are held."""
        wanted = set(rows.tolist())
        edges = (int(rows[0]), int(rows[-1]))
        found = [row for row in db.execute(_HELD, edges) if row[0] in wanted]
        numbers, versions, starts, languages, vectors, tokens = zip(*found, strict=True)
        usable, matrix = self._unpacked(vectors)
        if self._aligns:
            self._check_tokens(tokens)
        part = slice(self._held, self._held + len(found))
        self._rows[part], self._versions[part], self._starts[part] = numbers, versions, starts
        self._usable[part], self._vectors[part] = usable, matrix
        self._languages += languages
        self._tokens += self._short.short(tokens)
        self._held = part.stop

    def _unpacked(self, vectors: Sequence[bytes | None]) -> tuple[NDArray[np.bool_], Vectors]:
        """Which passages have a vector, and the vectors, zeros where there is none."""
        has = np.array([vector is not None for vector in vectors])
        blank = bytes(4 * self._embedder.dimension)
        data = b"".join(blank if vector is None else vector for vector in vectors)
        if len(data) != len(blank) * len(vectors):
            raise _damaged()
        matrix = np.frombuffer(data, np.float32).reshape(len(vectors), -1)
        if not (
            np.abs(row_lengths(matrix)[has] - 1) < _TOLERANCE
        ).all():  # NaN is not near anything
            raise _damaged()
        return has, matrix

    def _check_tokens(self, kept: Sequence[bytes | None]) -> None:
        there = [ids for ids in kept if ids]
        if any(len(ids) % 4 for ids in there):
            raise malformed_tokens()
        highest = np.frombuffer(b"".join(there), "<u4").max(initial=0)
        if highest >= self._embedder.token_count:  # type: ignore[attr-defined]
            raise malformed_tokens()


def _damaged() -> StoreDamaged:
    return StoreDamaged(
        "Vectors in the catalogue are damaged. Run `attesto rebuild`: they are made again."
    )
