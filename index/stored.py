"""Candidates from the store's own files: neighbours from Chroma, the rest from SQLite.

For folders that are too large to be held in memory (:mod:`index.held`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import cast

import numpy as np
from numpy.typing import NDArray

from .align import TokenEmbedder, TokenRuns
from .catalogue import Catalogue
from .embed import Embedder, Vectors
from .errors import StoreDamaged
from .exact import ExactVectors
from .places import Candidates, Place, cosines, read_around, read_places, read_tokens, read_told
from .store import ChromaStore

_BLOCK = 5_000  # rows looked at together where a filter chooses
_TOLERANCE = 1e-3  # between two cosines of the same vectors, in float32

_Found = dict[str, float]
"""Cosines by the id of a chunk."""


class StoredPlaces:
    """The live passages of a catalogue and its vectors; fits :class:`index.places.Places`."""

    def __init__(
        self, catalogue: Catalogue, vectors: ChromaStore | ExactVectors, embedder: Embedder
    ) -> None:
        self.catalogue = catalogue
        self.vectors = vectors
        self.embedder = embedder
        self._generation: str | None = None

    def ask(
        self, vector: Vectors, pool: int, allowed: NDArray[np.int64] | None
    ) -> Callable[[], NDArray[np.int64]]:
        """See :meth:`index.places.Places.ask`; Chroma looks while words are looked for here.

        Raises:
            StoreDamaged: Chroma lacks passages, or its vectors are not the catalogue's.
        """
        self._follow_writer()
        near = self._begin(vector, pool, allowed)

        def rows() -> NDArray[np.int64]:
            found = near()
            with self.catalogue.reading() as db:
                places = read_places(db, ids=list(found))
            _check_agreement(places, found, cosines(places, vector))
            return np.array([place.row for place in places], np.int64)

        return rows

    def candidates(
        self, db: sqlite3.Connection, rows: NDArray[np.int64], vector: Vectors
    ) -> Candidates:
        """See :meth:`index.places.Places.candidates`."""
        places = read_places(db, rows=rows.tolist())
        return Candidates(
            np.array([place.row for place in places], np.int64),
            np.array([place.version for place in places], np.int64),
            np.array([place.start for place in places], np.int64),
            [place.language for place in places],
            cosines(places, vector),
        )

    def tokens(
        self, db: sqlite3.Connection, candidates: Candidates, front: NDArray[np.intp]
    ) -> tuple[TokenRuns, TokenRuns]:
        """See :meth:`index.places.Places.tokens`."""
        return read_tokens(db, candidates.rows[front].tolist(), cast(TokenEmbedder, self.embedder))

    def around(
        self,
        db: sqlite3.Connection,
        candidates: Candidates,
        front: NDArray[np.intp],
        vector: Vectors,
    ) -> NDArray[np.float32]:
        """See :meth:`index.places.Places.around`."""
        return read_around(db, candidates.rows[front].tolist(), vector)

    def told(self, db: sqlite3.Connection, versions: Iterable[int]) -> dict[int, tuple[str, str]]:
        """See :meth:`index.places.Places.told`."""
        return read_told(db, versions)

    def _begin(
        self, vector: Vectors, pool: int, allowed: NDArray[np.int64] | None
    ) -> Callable[[], _Found]:
        """Ask for the nearest vectors; the answer comes when it is called for."""
        if not vector.any():
            return dict
        if allowed is not None:
            return lambda: _nearest_of(self.catalogue, allowed, vector, pool)
        held = int(self.catalogue.meta("vectors") or 0)
        asked = self.vectors.ask(vector, pool)

        def answer() -> _Found:
            """Chroma counts and answers even when its files are gone, with too few hits."""
            near = asked()
            if len(near) < min(pool, held):
                raise StoreDamaged(
                    f"The vector index gave {len(near)} of {min(pool, held)} passages. Run "
                    "`attesto rebuild`."
                )
            return near

        return answer

    def _follow_writer(self) -> None:
        """Open Chroma again when another process has written since: its view would be stale."""
        generation = self.catalogue.meta("generation")
        if self._generation is not None and generation != self._generation:
            self.vectors.close()
        self._generation = generation


def _nearest_of(
    catalogue: Catalogue, allowed: NDArray[np.int64], vector: Vectors, pool: int
) -> _Found:
    """The nearest chunks of some rows, exactly, by the catalogue's own vectors.

    Chroma is not asked: its graph, told to pass over most of what it finds, finds too little.
    """
    found: list[tuple[float, int, str]] = []
    for at in range(0, len(allowed), _BLOCK):
        with catalogue.reading() as db:
            places = read_places(db, rows=allowed[at : at + _BLOCK].tolist())
        distances = (-cosines(places, vector)).tolist()
        found += [(d, place.row, place.id) for d, place in zip(distances, places, strict=True)]
        found = sorted(found)[:pool]
    return {name: -distance for distance, _, name in found}


def _check_agreement(places: Sequence[Place], near: _Found, meaning: NDArray[np.float32]) -> None:
    """Chroma's cosines must be those of the catalogue's vectors, or its files were changed."""
    for place, cosine in zip(places, meaning.tolist(), strict=True):
        if abs(near.get(place.id, cosine) - cosine) > _TOLERANCE:
            raise StoreDamaged(
                f"The vector index does not agree with the catalogue about passage {place.row}. "
                "Run `attesto rebuild`."
            )
