"""Keeping a store sound: closing doubts about it, and making Chroma again from the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from .batch import Batch
from .documents import SyncReport
from .errors import (
    CatalogueDamaged,
    StoreDamaged,
    StoreFull,
    StoreLocked,
    StoreNotOurs,
    StoreProblem,
    StoreReadOnly,
)
from .forgetting import (
    KEPT,
    Bytes,
    Forgot,
    copies_of,
    copy_forgotten,
    forgotten,
    is_kept_twice,
    note_forgotten,
    own_pieces,
    places_of,
)
from .health import embed_again, spread_vectors, unusable_vectors
from .lock import writing
from .migrate import backup
from .probe import probe
from .seal import CATALOGUE, breaking
from .store import ChromaStore

_PURGE = "purge"
"""Set in the catalogue while something is being forgotten."""
_TRIES = 3
"""Chroma's files have gaps, filled with whatever was in memory: that may be the forgotten text."""

_LEFT = (
    "An Attesto that wrote to this index ({}) ended before it was done; nothing it kept is lost."
)
_SAMPLE = 32
"""Vectors that are asked for themselves: half an index lost escapes them once in 2 to the 32."""


class Upkeep:
    """Looks after one store."""

    def __init__(self, store: Path, batch: Batch, vectors: ChromaStore) -> None:
        self.store = store
        self.batch = batch
        self.catalogue = batch.catalogue
        self.vectors = vectors

    def close_doubts(self, chroma: str, patience: float = 0.0) -> str:
        """Look closely at a store that is not as its last writer left it, and mend what is wrong.

        Args:
            chroma: what its seal says of Chroma's files; see :class:`index.seal.Compared`.
            patience: seconds to wait for another writer.

        Returns:
            What had to be mended, and after whom, in sentences; empty when all was well.

        Raises:
            StoreLocked: another process is writing: it is the one to judge.
            StoreReadOnly: nothing can be mended here.
        """
        with writing(self.store, patience) as left_by, breaking(self.store):
            lost = unusable_vectors(self.catalogue)
            embed_again(self.catalogue, self.batch.embedder, lost)
            wrong = "its files were changed" if chroma == "changed" else self._what_is_wrong()
            if lost or wrong:
                self._rebuild()
            else:
                self.batch.finish()  # a killed run may have come as far as this
            if self.catalogue.meta(_PURGE):
                away = forgotten(self.store, self.catalogue)
                self.batch.remove([row.file for row in self.catalogue.files() if row.file in away])
                self._purge()
            self.catalogue.settle()
        told = [_LEFT.format(left_by)] if left_by else []
        if lost:
            told.append(f"{len(lost)} damaged vectors were made again.")
        elif wrong:
            told.append(f"The vector index was made again: {wrong}.")
        return " ".join(told)

    def rebuild(self, patience: float = 1.0) -> int:
        """Make Chroma's files again from the catalogue, embedding only what has lost its vector.

        Returns:
            How many chunks were written.

        Raises:
            StoreLocked: another process is writing.
            StoreReadOnly: nothing can be written there.
        """
        with writing(self.store, patience), breaking(self.store):
            embed_again(self.catalogue, self.batch.embedder, unusable_vectors(self.catalogue))
            written = self._rebuild()
            self.catalogue.settle()
        return written

    def read_again(self, patience: float = 1.0) -> None:
        """Have every file read at the next sync, as if other code had read them before.

        Raises:
            StoreLocked: another process is writing.
            StoreReadOnly: nothing can be written there.
        """
        with writing(self.store, patience), breaking(self.store):
            self.catalogue.remember("splitter", "")
            self.catalogue.settle()

    def forget(self, file: str, there: bool, patience: float = 1.0) -> Forgot:
        """Take a file out of the store so that no byte of its text is left, for good.

        A name that nobody knows is not noted, for it may be mistyped; what deleted files left in
        the store goes all the same.

        Args:
            file: its path relative to the folder; it need not be indexed, or exist.
            there: whether it is in the folder.
            patience: seconds to wait for another writer.

        Raises:
            StoreProblem: another process is using the store; the work goes on at the next sync.
        """
        live = self.catalogue.stamps()
        digest = live.get(file, ("", ""))[1]
        pieces, copies = own_pieces(self.catalogue, file), copies_of(self.catalogue, file)
        with writing(self.store, patience), breaking(self.store):
            self.batch.recover()
            known = forgotten(self.store, self.catalogue)
            self.catalogue.remember(_PURGE, "1")  # a killed run goes on from here
            left_out = {skip.file for skip, _ in self.catalogue.skips()}
            is_known = there or file in known or file in live or file in left_out
            if is_known:
                note_forgotten(self.store, self.catalogue, known.plus(file, Bytes(digest, copies)))
            self.batch.remove([file])
            for _ in range(_TRIES):
                self._purge()
                if not (left := places_of(self.store, pieces)):
                    break
        if left:
            raise StoreProblem(
                f"Text of {file} is still in {left[0]}. Close what else uses the store, and "
                "forget it again."
            )
        files = [path for path in self.store.rglob("*") if path.is_file()]
        size = sum(path.stat().st_size for path in files)
        return Forgot(file, is_known, file in live, copies, len(pieces), len(files), size)

    def remember(self, file: str) -> bool:
        """Have a forgotten file, or one with the bytes of one, read again; False if it is none."""
        known = forgotten(self.store, self.catalogue)
        left_out = {skip.file for skip, _ in self.catalogue.skips() if skip.reason == "forgotten"}
        if file in known:
            after = known.minus(file)
        elif file in left_out:
            after = known.letting_in(file)
        else:
            return False
        with writing(self.store), breaking(self.store):
            note_forgotten(self.store, self.catalogue, after)
            self.catalogue.settle()
        return True

    def keep_forgotten(self) -> str:
        """Write the list of forgotten files again where the catalogue or its copy has lost it.

        Returns:
            What had to be mended, as a sentence; empty when all was well, or cannot be mended now.

        Raises:
            StoreProblem: it is lost in both.
        """
        if is_kept_twice(self.store, self.catalogue):
            return ""
        begun = self.catalogue.meta(KEPT) is None
        try:
            with writing(self.store, 0.0), breaking(self.store):
                known = forgotten(self.store, self.catalogue)
                note_forgotten(self.store, self.catalogue, known)
                self.catalogue.settle()
        except (StoreLocked, StoreReadOnly, StoreFull):
            return ""
        return "" if begun else "The copy of the list of forgotten files was written again."

    def back_up(self, to: Path) -> int:
        """Copy what cannot be made again, as it is at one moment, whoever writes meanwhile.

        Args:
            to: a folder that is empty or does not exist; afterwards it is a store like this one.

        Returns:
            How many bytes the copy has.

        Raises:
            StoreNotOurs: there is something in that folder.
            StoreReadOnly: it cannot be written to.
        """
        if to.is_file() or (to.is_dir() and any(to.iterdir())):
            raise StoreNotOurs(f"{to} is not an empty folder. Name a new one for the backup.")
        try:
            to.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreReadOnly(
                f"Cannot make {to} ({error.strerror}). Choose another place for the backup."
            ) from error
        with self.catalogue.translated():
            backup(self.catalogue.connection, to / CATALOGUE)
        copy_forgotten(to, forgotten(self.store, self.catalogue))
        return sum(path.stat().st_size for path in to.iterdir())

    def _purge(self) -> None:
        """Write anew whatever may still hold deleted text."""
        for old in self.store.glob("catalogue.format-*"):
            old.unlink()
        (self.store / "catalogue.new").unlink(missing_ok=True)
        self._rebuild()
        self.vectors.scrub()
        self.catalogue.rewrite()
        self.catalogue.remember(_PURGE, "")
        self.catalogue.settle()

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
            return damage.why
        return "" if there == held else f"it holds {there:,} passages, and there are {held:,}"

    def anew(self, sync: Callable[[], SyncReport]) -> SyncReport:
        """Make Chroma again and sync, after a sync in which Chroma failed.

        Raises:
            StoreFull: it fails once more.
        """
        self.rebuild()
        try:
            return sync()
        except CatalogueDamaged:
            raise
        except StoreDamaged as damage:
            raise self._cannot_be_written(damage) from damage

    @contextmanager
    def _anew(self) -> Iterator[None]:
        try:
            yield
        except StoreDamaged as damage:
            raise self._cannot_be_written(damage) from damage

    def _cannot_be_written(self, damage: StoreDamaged) -> StoreFull:
        """Say that Chroma fails even when it begins anew: Chroma has many words for a full disk."""
        return StoreFull(
            f"The vector index in {self.vectors.path} cannot be written, even anew "
            f"({damage.why}). The disk is most likely full or failing: "
            "free some room and run the same command again; the catalogue is safe."
        )

    def _rebuild(self) -> int:
        # With Chroma's files the orphans in them are gone, so none of them needs deleting.
        self.vectors.clear()
        self.batch.abandon()
        written = 0
        for entries in self.catalogue.all_entries():
            with self._anew():
                self.vectors.upsert(entries)
            written += len(entries)
        if written:
            with self._anew():
                self.vectors.settle()
        self.batch.finish()
        return written
