"""A folder and its index: the one object the other packages work with."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from .batch import Batch
from .cards import check_filter, lets_by, read_cards
from .catalogue import FileRow
from .compounds import Compound
from .documents import EVERYTHING, Card, Filter, Hit, Skipped, SyncReport
from .embed import Embedder
from .errors import (
    UNWRITABLE,
    CatalogueDamaged,
    Exhausted,
    FolderProblem,
    StoreDamaged,
    StoreProblem,
)
from .examination import Examination, examine
from .forgetting import Forgot
from .health import remake
from .lock import PATIENCE, writing
from .mended import Mended
from .opening import checked_folder, checked_store, open_catalogue
from .seal import CHROMA, is_open
from .search import Searcher
from .store import ChromaStore
from .sync import Progress, Syncer
from .upkeep import Upkeep


class FolderIndex:
    """Documents of one folder, kept searchable in one store.

    Example:
        >>> index = FolderIndex.open(Path("seeds"), Path("/tmp/store"), HashEmbedder())
        >>> index.sync().added
        ('000_9cf24dadfb9a0099.txt', ...)
        >>> index.search("Wie viel investiert die Bank of China?", k=1)[0].file
        '003_8240679369d577f5.txt'
    """

    def __init__(self, root: Path, store: Path, embedder: Embedder) -> None:
        """Open a store that is known to be ours; others call :meth:`open`."""
        self.root = root
        self.store = store
        self.embedder = embedder
        self._process = os.getpid()
        self._mended = Mended(store)
        self._assemble()

    def _assemble(self) -> None:
        self.catalogue, self._chroma = open_catalogue(self.store, self.embedder, self._mended.add)
        self._vectors = ChromaStore(self.store / CHROMA)
        batch = Batch(self.catalogue, self._vectors, self.embedder)
        self._syncer = Syncer(self.root, self.store, batch)
        self._upkeep = Upkeep(self.store, batch, self._vectors)
        self._searcher = Searcher(self.catalogue, self._vectors, self.embedder)

    @classmethod
    def open(cls, folder: Path, store: Path, embedder: Embedder) -> FolderIndex:
        """Open the index of a folder, making an empty one where there is none.

        Args:
            folder: the folder with the documents; nothing is ever written there.
            store: the folder that holds catalogue and vectors.
            embedder: what turns texts into vectors; always the same one for a store.

        Raises:
            FolderProblem: there is no such folder, or it is a file.
            StoreNotOurs: ``store`` holds something else.
            StoreReadOnly: ``store`` cannot be made.
            EmbeddingMismatch: the store was made with another embedder.
        """
        root = checked_folder(folder)
        checked_store(store)
        return cls(root, store, embedder)

    def sync(
        self,
        progress: Progress | None = None,
        *,
        patient: bool = True,
        retry: bool = False,
        gone: bool = False,
    ) -> SyncReport:
        """Make the index equal to the folder; see :meth:`index.sync.Syncer.sync`.

        What is damaged is made again on the way, and named in the report. Who is not `patient` is
        refused at once while another process writes; `retry` reads again what broke its reader, and
        `gone` drops what may only be away.
        """
        self._check_process()
        try:
            self._close_doubts()
            self._mended.add(self._upkeep.keep_forgotten())
            report = self._syncer.sync(progress, PATIENCE if patient else 0.0, retry, gone)
        except CatalogueDamaged as damage:
            self._start_over(damage)
            report = self._syncer.sync(progress)
        except StoreDamaged as damage:  # Chroma failed while it was written to
            report = self._upkeep.anew(lambda: self._syncer.sync(progress))
            self._note_rebuilt(damage)
        return replace(report, repaired=self._mended.reported())

    def mended(self) -> tuple[str, ...]:
        """What was mended since a reader was last told, a sentence each; asked for once only."""
        return self._mended.untold(self.catalogue)

    def search(
        self, question: str, k: int = 10, language: str | None = None, *, only: Filter = EVERYTHING
    ) -> list[Hit]:
        """Find the k passages that answer a question best.

        When Chroma has lost vectors or cannot answer, it is made again from the catalogue first.

        Args:
            question: in any of the four languages.
            k: how many hits, at least 1.
            language: language of the question where it is known.
            only: which documents to look at, and how many passages to take from each.

        Returns:
            At most k hits, best first, spread over stories; ties stand in the order of file and
            place.

        Raises:
            BadQuery: the question is empty, or the filter cannot be followed.
        """
        self._check_process()
        try:
            self._close_doubts()
            return self._search(question, k, language, only)
        except CatalogueDamaged as damage:
            self._start_over(damage)
            self._syncer.sync()
            return self._search(question, k, language, only)

    def language_of(self, question: str, default: str = "en") -> str:
        """Tell the language a question is asked in.

        Its own words tell from two words up; where they do not, as in ``Kohlekraftwerk Lausitz``,
        the documents that hold them do, if those are of one language.

        Args:
            question: a question, or a few words.
            default: the answer where neither tells; else it is ``en``, ``fr``, ``de`` or ``it``.
        """
        self._check_process()
        return self._searcher.language_of(question, default)

    def compounds(self, question: str) -> list[Compound]:
        """The words of a question whose parts are looked for as well; see `index/compounds.py`."""
        return self._searcher.compounds(question)

    def _search(self, question: str, k: int, language: str | None, only: Filter) -> list[Hit]:
        if self._chroma != "as left":
            return self._searcher.without_chroma().search(question, k, language, only)
        try:
            return self._searcher.search(question, k, language, only)
        except CatalogueDamaged:
            raise
        except Exhausted:
            return self._searcher.without_chroma().search(question, k, language, only)
        except StoreDamaged as damage:
            try:
                self._upkeep.rebuild(patience=0)
            except UNWRITABLE:
                return self._searcher.without_chroma().search(question, k, language, only)
            self._note_rebuilt(damage)
            return self._searcher.search(question, k, language, only)

    def _note_rebuilt(self, damage: StoreDamaged) -> None:
        self._mended.add(f"The vector index was made again: {damage.why}.")
        self._mended.keep(self.catalogue)

    def rebuild(self, *, read: bool = False) -> int:
        """Make Chroma's files again, with `read` after reading all files; count the passages."""
        self._check_process()
        if read:
            self._upkeep.read_again()
            self.sync()
        return self._upkeep.rebuild()

    def examine(self) -> Examination:
        """Look closely at everything, changing nothing; see :class:`Examination`."""
        self._check_process()
        # Chroma is one process's at a time, and writes where it is only read.
        away = is_open(self.store) or self.catalogue.read_only
        return examine(self.store, self.catalogue, None if away else self._vectors)

    def forget(self, file: str) -> Forgot:
        """Leave no byte of a file's text in the store; see :meth:`index.upkeep.Upkeep.forget`."""
        self._check_process()
        return self._upkeep.forget(file, os.path.lexists(self.root / file))

    def remember(self, file: str) -> bool:
        """Have a forgotten file, or its copy, read again at the next sync; False if it is none."""
        return self._upkeep.remember(file)

    def back_up(self, to: Path) -> int:
        """Copy the store to a new folder; see :meth:`index.upkeep.Upkeep.back_up`."""
        return self._upkeep.back_up(to)

    def text(self, file: str) -> str:
        """Return the source text of an indexed file: what every position counts in.

        Raises:
            FolderProblem: the file is not in the index.
        """
        text = self.catalogue.text(file)
        if text is None:
            raise _not_indexed(file, self.root)
        return text

    def furniture(self, file: str) -> list[tuple[int, int]]:
        """List the spans of an indexed file that are the page around its article, in order."""
        query = """SELECT start, end FROM chunks JOIN documents USING (version)
            WHERE live AND file = ? AND kind <> 'article' ORDER BY start"""
        with self.catalogue.reading() as db:
            return db.execute(query, (file,)).fetchall()

    def card(self, file: str) -> Card:
        """Return what is known about an indexed file: title, date, pages, story.

        Raises:
            FolderProblem: the file is not in the index.
        """
        with self.catalogue.reading() as db:
            found = read_cards(db, [file])
        if not found:
            raise _not_indexed(file, self.root)
        return found[0]

    def cards(self, only: Filter = EVERYTHING) -> list[Card]:
        """List what is known about each indexed document that a filter lets by, by file name.

        Raises:
            BadQuery: the filter cannot be followed.
        """
        check_filter(only)
        with self.catalogue.reading() as db:
            return [card for card in read_cards(db) if lets_by(only, card)]

    def files(self) -> list[FileRow]:
        """List the indexed documents, by file name."""
        return self.catalogue.files()

    def skipped(self) -> list[Skipped]:
        """List the files left out, with their reasons."""
        return [skip for skip, _ in self.catalogue.skips()]

    def count(self) -> int:
        """Count the passages."""
        return self.catalogue.count()

    def close(self) -> None:
        """Let go of the files."""
        self._vectors.close()
        self.catalogue.close()

    def _close_doubts(self) -> None:
        """Look closely at files that are not as the last writer left them."""
        if is_open(self.store):
            self._chroma = "unknown"
        if self._chroma == "as left":
            self._mended.keep(self.catalogue)
            return
        try:
            mended = self._upkeep.close_doubts(self._chroma)
        except UNWRITABLE:
            return  # until it can be looked after, Chroma is not asked
        self._chroma = "as left"
        self._mended.add(mended)
        self._mended.keep(self.catalogue)

    def _start_over(self, damage: CatalogueDamaged) -> None:
        """Make the catalogue again: what SQLite did not see at opening shows when it is read."""
        self.close()
        with writing(self.store):
            remake(self.store, self.embedder)
        self._mended.add(f"{damage} This was done now.")
        self._assemble()
        self._close_doubts()

    def _check_process(self) -> None:
        if os.getpid() != self._process:
            raise StoreProblem(
                "This index was opened before the process was forked, and neither SQLite nor "
                "Chroma survives that. Open it anew in the new process."
            )


def _not_indexed(file: str, root: Path) -> FolderProblem:
    return FolderProblem(f"{file} is not in the index of {root}. `attesto status` lists what is.")
