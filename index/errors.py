"""What can go wrong between a folder and its passages.

The tree, by what the caller can do about it::

    IndexFault
    ├── FolderProblem       the folder is missing, empty of readable files, or not a folder
    ├── StoreProblem        the store cannot be used as it is
    │   ├── StoreLocked     another process is writing: wait, or stop it
    │   ├── StoreReadOnly   no right to write there: choose another place
    │   ├── StoreFull       the disk is full: free some room, then run the same command again
    │   ├── StoreDamaged    what is on disk cannot be trusted: `attesto rebuild`
    │   │   └── CatalogueDamaged   nor can that be rebuilt from: `attesto index`
    │   ├── StoreNotOurs    the place holds something else: choose another place
    │   ├── StoreTooNew     written by a newer Attesto: upgrade
    │   └── EmbeddingMismatch   made with another embedding model: `attesto rebuild`
    ├── Exhausted           no more open files, processes or memory: close something, run it again
    ├── ModelDamaged        the built-in model's files are missing or changed: reinstall
    ├── EmbedderFailed      the embedding endpoint did not give usable vectors
    └── BadQuery            the question cannot be searched for

A file that cannot be read is not an error: it becomes a :class:`index.Skipped` with its reason,
and the others go on.
"""

import errno

EXHAUSTED = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EAGAIN})
"""Numbers of the system's errors that say nothing about a file, only about the moment."""


class IndexFault(Exception):
    """The root of the tree. The message says what happened, where, and what to do."""

    retryable = False


class FolderProblem(IndexFault):
    """The folder is missing, is not a folder, or holds nothing that can be read."""


class StoreProblem(IndexFault):
    """The store cannot be used as it is."""


class StoreLocked(StoreProblem):
    """Another process is writing to this store."""

    retryable = True

    def __init__(self, message: str, writer: str = "") -> None:
        """Say it.

        Args:
            message: what happened, and what to do.
            writer: which process it is, and since when; empty where that is not known.
        """
        super().__init__(message)
        self.writer = writer


class StoreReadOnly(StoreProblem):
    """The store cannot be written to."""


class StoreFull(StoreProblem):
    """The disk is full; what was there before still answers."""

    retryable = True


class StoreDamaged(StoreProblem):
    """What is on disk cannot be trusted any more."""

    @property
    def why(self) -> str:
        """What showed the damage, in the words of whoever met it, without a stop at the end."""
        cause = self.__cause__ or self
        return str(cause).strip(" :.\n") or type(cause).__name__


class CatalogueDamaged(StoreDamaged):
    """The catalogue itself cannot be trusted; it is made again from the documents."""


class StoreNotOurs(StoreProblem):
    """The place holds files that Attesto did not write."""


class StoreTooNew(StoreProblem):
    """The store was written by a newer version of Attesto."""


class EmbeddingMismatch(StoreProblem):
    """The stored vectors were made by another embedding model."""


class Exhausted(IndexFault):
    """The machine gives no more open files, processes or memory; the index is whole."""

    retryable = True

    def __init__(self, what: object) -> None:
        """Say what was refused.

        Args:
            what: in the system's own words.
        """
        self._what = str(what)
        super().__init__(
            f"The machine gave no more files, processes or memory ({what}). Close other programs, "
            "or allow more open files (ulimit -n), and run the same command again; nothing is lost."
        )

    def __reduce__(self) -> tuple[type, tuple[str]]:
        """Pass from one process to another as what it is."""
        return Exhausted, (self._what,)


class ModelDamaged(IndexFault):
    """The files of the built-in embedding model are missing or not what they should be."""


class EmbedderFailed(IndexFault):
    """The embedding endpoint did not give usable vectors."""

    retryable = True


class BadQuery(IndexFault):
    """The question cannot be searched for: empty, or far too long."""


UNWRITABLE = (StoreLocked, StoreReadOnly, StoreFull, Exhausted)
"""Why a store cannot be written to just now, though what is in it can be read."""
