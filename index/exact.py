"""Nearest vectors without Chroma: all of them compared, straight from the catalogue.

Takes the place of :class:`~index.store.ChromaStore` for reading when Chroma cannot be used and
cannot be made again just now, because another process is writing or nothing can be written; and
for an index that is thrown away (:mod:`index.scratch`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial

import numpy as np

from .catalogue import Catalogue, Entry
from .embed import Vectors

_BLOCK = 4_000
"""Vectors compared at a time."""


class ExactVectors:
    """The live vectors of a catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def apart(self) -> AbstractContextManager[None]:
        """Do nothing: nobody is kept waiting."""
        return nullcontext()

    def begin(self, entries: Sequence[Entry]) -> Callable[[], None]:
        """Do nothing, see :meth:`upsert`."""
        return partial(self.upsert, entries)

    def upsert(self, entries: Sequence[Entry]) -> None:
        """Do nothing: the catalogue holds their vectors already."""

    def settle(self) -> None:
        """Do nothing: the catalogue is on disk."""

    def delete(self, ids: Sequence[str]) -> None:
        """Do nothing: what is not live in the catalogue is not found."""

    def nearest(self, vector: Vectors, k: int) -> dict[str, float]:
        """Find the chunks nearest to a unit vector; see :meth:`ChromaStore.nearest`."""
        best: list[tuple[float, str]] = []
        with self.catalogue.reading() as db:
            rows = db.execute(
                "SELECT id, vector FROM chunks JOIN documents USING (version)"
                " JOIN vectors USING (text_key) WHERE live AND length(vector) = ?",
                (vector.nbytes,),
            )
            while block := rows.fetchmany(_BLOCK):
                matrix = np.frombuffer(b"".join(data for _, data in block), np.float32)
                cosines = matrix.reshape(len(block), -1) @ vector
                best += zip((-cosines).tolist(), (name for name, _ in block), strict=True)
                best = sorted(best)[:k]
        return {name: -distance for distance, name in best}

    def ask(self, vector: Vectors, k: int) -> Callable[[], dict[str, float]]:
        """Find them when the answer is called for; see :meth:`ChromaStore.ask`."""
        return partial(self.nearest, vector, k)

    def close(self) -> None:
        """Do nothing: the catalogue is closed by whoever opened it."""
