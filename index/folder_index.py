"""A folder and its index: the one object the other packages work with."""

from __future__ import annotations

from pathlib import Path

from .batch import SPLITTER, Batch
from .cards import check_filter, lets_by, read_cards
from .catalogue import Catalogue, FileRow
from .documents import EVERYTHING, Card, Filter, Hit, Skipped, SyncReport
from .embed import Embedder
from .errors import EmbeddingMismatch, FolderProblem, StoreDamaged, StoreNotOurs, StoreReadOnly
from .lock import writing
from .search import Searcher
from .store import ChromaStore
from .sync import Progress, Syncer

_BUILT_IN = ("pocket-", "hash-")
"""How the names of built-in embedders begin."""

_OURS = {"catalogue.sqlite", "chroma", "write.lock", "writer.json"}


class FolderIndex:
    """Documents of one folder, kept searchable in one store.

    Example:
        >>> index = FolderIndex.open(Path("seeds"), Path("/tmp/store"), HashEmbedder())
        >>> index.sync().added
        ('000_9cf24dadfb9a0099.txt', ...)
        >>> index.search("Wie viel investiert die Bank of China?", k=1)[0].file
        '003_8240679369d577f5.txt'
    """

    def __init__(
        self,
        root: Path,
        store: Path,
        catalogue: Catalogue,
        vectors: ChromaStore,
        embedder: Embedder,
    ) -> None:
        self.root = root
        self.store = store
        self.embedder = embedder
        self.catalogue = catalogue
        self._vectors = vectors
        self._syncer = Syncer(root, store, catalogue, vectors, embedder)
        self._searcher = Searcher(catalogue, vectors, embedder)

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
        root = _checked_folder(folder)
        _check_store(store)
        try:
            store.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreReadOnly(
                f"Cannot make the store {store} ({error.strerror}). Choose another place with "
                "--store."
            ) from error
        catalogue = Catalogue(store / "catalogue.sqlite")
        try:
            stale = _is_stale(catalogue, embedder, store)
        except EmbeddingMismatch:
            catalogue.close()
            raise
        if stale:
            catalogue.close()
            _clear(store)
            return cls.open(folder, store, embedder)
        return cls(root, store, catalogue, ChromaStore(store / "chroma"), embedder)

    def sync(self, progress: Progress | None = None) -> SyncReport:
        """Make the index equal to the folder; see :meth:`index.sync.Syncer.sync`."""
        return self._syncer.sync(progress)

    def search(
        self,
        question: str,
        k: int = 10,
        language: str | None = None,
        *,
        only: Filter = EVERYTHING,
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
        try:
            return self._searcher.search(question, k, language, only)
        except StoreDamaged:
            self.rebuild()
            return self._searcher.search(question, k, language, only)

    def rebuild(self) -> int:
        """Make Chroma's files again from the catalogue, embedding nothing.

        Returns:
            How many chunks were written.
        """
        with writing(self.store):
            self._vectors.clear()
            entries = list(self.catalogue.all_entries())
            self._vectors.upsert(entries)
            batch = Batch(self.catalogue, self._vectors, self.embedder)
            batch.recover()
            batch.finish()
        return len(entries)

    def text(self, file: str) -> str:
        """Return the source text of an indexed file: what every position counts in.

        Raises:
            FolderProblem: the file is not in the index.
        """
        text = self.catalogue.text(file)
        if text is None:
            raise _not_indexed(file, self.root)
        return text

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


def _not_indexed(file: str, root: Path) -> FolderProblem:
    return FolderProblem(f"{file} is not in the index of {root}. `attesto status` lists what is.")


def _checked_folder(folder: Path) -> Path:
    if not folder.exists():
        raise FolderProblem(f"There is no folder {folder}. Check the spelling of its path.")
    if not folder.is_dir():
        raise FolderProblem(f"{folder} is a file. Give the folder that holds it.")
    return folder.resolve()


def _check_store(store: Path) -> None:
    if store.is_file():
        raise StoreNotOurs(f"The store {store} is a file. Choose a folder with --store.")
    if store.is_dir() and not (store / "catalogue.sqlite").exists():
        foreign = sorted(p.name for p in store.iterdir() if p.name not in _OURS)
        if foreign:
            raise StoreNotOurs(
                f"{store} holds files that are not Attesto's ({foreign[0]}). Choose an empty "
                "folder with --store."
            )


def _is_stale(catalogue: Catalogue, embedder: Embedder, store: Path) -> bool:
    """Tell whether a store was made by an older built-in model.

    Such a store is made anew from the documents, which costs nothing but a moment. Vectors of an
    endpoint may have cost money: those are never thrown away unasked.
    """
    known = catalogue.meta("fingerprint")
    if known is None:
        catalogue.remember("fingerprint", embedder.fingerprint)
        catalogue.remember("embedder", embedder.name)
        catalogue.remember("splitter", SPLITTER)
        return False
    if known == embedder.fingerprint:
        return False
    maker = str(catalogue.meta("embedder"))
    if maker.startswith(_BUILT_IN) and embedder.name.startswith(_BUILT_IN):
        return True
    raise EmbeddingMismatch(
        f"The store {store} was made with the embedding model {maker}, not with {embedder.name}; "
        "their vectors cannot be mixed. Use the same model, or choose another store with --store."
    )


def _clear(store: Path) -> None:
    with writing(store):
        for name in ("catalogue.sqlite", "catalogue.sqlite-wal", "catalogue.sqlite-shm"):
            (store / name).unlink(missing_ok=True)
        ChromaStore(store / "chroma").clear()
