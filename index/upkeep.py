"""Keeping a store sound: closing doubts about it, and making Chroma again from the catalogue."""

from __future__ import annotations

from pathlib import Path

from .batch import Batch
from .errors import CatalogueDamaged, StoreDamaged
from .health import embed_again, spread_vectors, unusable_vectors
from .lock import writing
from .probe import probe
from .seal import breaking

_SAMPLE = 32
"""Vectors that are asked for themselves: half an index lost escapes them once in 2 to the 32."""


class Upkeep:
    """Looks after one store."""

    def __init__(self, store: Path, batch: Batch) -> None:
        self.store = store
        self.batch = batch
        self.catalogue = batch.catalogue
        self.vectors = batch.vectors

    def close_doubts(self, chroma: str, patience: float = 0.0) -> str:
        """Look closely at a store that is not as its last writer left it, and mend what is wrong.

        Args:
            chroma: what its seal says of Chroma's files; see :class:`index.seal.Compared`.
            patience: seconds to wait for another writer.

        Returns:
            What had to be mended, as a sentence; empty when all was well.

        Raises:
            StoreLocked: another process is writing: it is the one to judge.
            StoreReadOnly: nothing can be mended here.
        """
        with writing(self.store, patience), breaking(self.store):
            lost = unusable_vectors(self.catalogue)
            embed_again(self.catalogue, self.batch.embedder, lost)
            wrong = "its files were changed" if chroma == "changed" else self._what_is_wrong()
            if lost or wrong:
                self._rebuild()
            else:
                self.batch.finish()  # a killed run may have come as far as this
            self.catalogue.settle()
        if lost:
            return f"{len(lost)} damaged vectors were made again."
        return f"The vector index was made again: {wrong}." if wrong else ""

    def rebuild(self, patience: float = 1.0) -> int:
        """Make Chroma's files again from the catalogue, embedding nothing.

        Returns:
            How many chunks were written.

        Raises:
            StoreLocked: another process is writing.
            StoreReadOnly: nothing can be written there.
        """
        with writing(self.store, patience), breaking(self.store):
            written = self._rebuild()
            self.catalogue.settle()
        return written

    def _what_is_wrong(self) -> str:
        """Ask Chroma itself, in another process first: what a killed writer left may crash it."""
        sample = spread_vectors(self.catalogue, _SAMPLE)
        if sample and (wrong := probe(self.vectors.path, sample)):
            return wrong
        try:
            self.batch.recover()
            held = self.catalogue.held()
            there = self.vectors.count() if held else 0
        except CatalogueDamaged:
            raise
        except StoreDamaged as damage:
            return str(damage.__cause__ or damage)
        return "" if there == held else f"it holds {there:,} passages, and there are {held:,}"

    def _rebuild(self) -> int:
        # With Chroma's files the orphans in them are gone, so none of them needs deleting.
        self.vectors.clear()
        self.batch.abandon()
        written = 0
        for entries in self.catalogue.all_entries():
            self.vectors.upsert(entries)
            written += len(entries)
        self.batch.finish()
        return written
