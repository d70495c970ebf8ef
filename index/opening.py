"""Opening a store: is it ours, is it whole, was it made by this embedder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from .catalogue import Catalogue
from .embed import Embedder
from .errors import (
    CatalogueDamaged,
    EmbeddingMismatch,
    FolderProblem,
    StoreNotOurs,
    StoreReadOnly,
)
from .forgetting import copy_forgotten, forgotten
from .health import remake
from .lock import writing
from .reading_code import reading_code
from .seal import CATALOGUE, CHROMA, SEAL, compare
from .store import ChromaStore

_BUILT_IN = ("pocket-", "hash-")
"""How the names of built-in embedders begin."""

_OURS = {CHROMA, SEAL, "write.lock", "chroma.lock", "writer.json", "feedback.jsonl"}


def checked_folder(folder: Path) -> Path:
    """Return the real path of a folder of documents.

    Raises:
        FolderProblem: there is no such folder, or it is a file.
    """
    if not folder.exists():
        raise FolderProblem(f"There is no folder “{folder}”. Check the spelling of its path.")
    if not folder.is_dir():
        raise FolderProblem(f"{folder} is a file. Give the folder that holds it.")
    return folder.resolve()


def checked_store(store: Path) -> None:
    """Make a store's folder where there is none.

    Raises:
        StoreNotOurs: the place holds something else.
        StoreReadOnly: it cannot be made.
    """
    if store.is_file():
        raise StoreNotOurs(f"The store {store} is a file. Choose a folder with --store.")
    if (store / CATALOGUE).is_dir():
        raise StoreNotOurs(
            f"{store / CATALOGUE} is a folder; an index has a file of that name there. Choose "
            "another folder with --store, or move that one away."
        )
    if store.is_dir() and not (store / CATALOGUE).exists():
        foreign = sorted(p.name for p in store.iterdir() if not _ours(p.name))
        if foreign:
            raise StoreNotOurs(
                f"{store} holds files that are not Attesto's ({foreign[0]}). Choose an empty "
                "folder with --store."
            )
    try:
        store.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreReadOnly(
            f"Cannot make the store {store} ({error.strerror}). Choose another place with --store."
        ) from error


def open_catalogue(
    store: Path, embedder: Embedder, repaired: Callable[[str], None]
) -> tuple[Catalogue, str]:
    """Open the catalogue of a store, making it anew where it is damaged or out of date.

    Args:
        store: a folder that is ours or empty.
        embedder: what the vectors have to be of.
        repaired: called with a sentence about what had to be made again.

    Returns:
        The catalogue, and how Chroma's files compare with how the last writer left them; see
        :class:`index.seal.Compared`. They are ``unknown`` when the catalogue was changed.

    Raises:
        EmbeddingMismatch: the store was made with another embedder.
        StoreProblem: it cannot be opened.
    """
    compared = compare(store)
    try:
        catalogue = Catalogue(store / CATALOGUE)
        if not compared.catalogue:
            catalogue.check()
    except CatalogueDamaged as damage:
        with writing(store):
            remake(store, embedder)
        repaired(f"{damage} This was done now.")
        catalogue = Catalogue(store / CATALOGUE)
    try:
        if _is_older(catalogue, store, embedder):
            copy_forgotten(store, forgotten(store, catalogue))
            catalogue.close()
            _empty(store)
            catalogue = Catalogue(store / CATALOGUE)
        if catalogue.meta("fingerprint") is None:
            _begin(catalogue, store, embedder)
    except BaseException:
        catalogue.close()
        raise
    sound = compared.catalogue or compared.chroma == "changed"
    return catalogue, compared.chroma if sound else "unknown"


def _is_older(catalogue: Catalogue, store: Path, embedder: Embedder) -> bool:
    """Tell whether a store was made by an older built-in model.

    Such a store is made anew from the documents, which costs nothing but a moment. Vectors of an
    endpoint may have cost money: those are never thrown away unasked.
    """
    known = catalogue.meta("fingerprint")
    if known in (None, embedder.fingerprint):
        return False
    maker = str(catalogue.meta("embedder"))
    if maker.startswith(_BUILT_IN) and embedder.name.startswith(_BUILT_IN):
        return True
    raise EmbeddingMismatch(
        f"The store {store} was made with the embedding model {maker}, not with {embedder.name}; "
        "their vectors cannot be mixed. Use the same model, or choose another store with --store."
    )


def _empty(store: Path) -> None:
    with writing(store):
        for name in (CATALOGUE, f"{CATALOGUE}-wal", f"{CATALOGUE}-shm"):
            (store / name).unlink(missing_ok=True)


def _begin(catalogue: Catalogue, store: Path, embedder: Embedder) -> None:
    """Make a new catalogue this embedder's, and throw away what Chroma holds of another one."""
    with writing(store), catalogue.transaction() as db:
        if db.execute("SELECT 1 FROM meta WHERE key = 'fingerprint'").fetchone():
            return  # another process was faster
        ChromaStore(store / CHROMA).clear()
        db.executemany(
            "INSERT INTO meta VALUES (?, ?)",
            [
                ("fingerprint", embedder.fingerprint),
                ("embedder", embedder.name),
                ("splitter", reading_code()),
            ],
        )


def _ours(name: str) -> bool:
    return name in _OURS or name.startswith(("catalogue.", "forgotten.json"))
