"""The catalogue: one SQLite file that is the truth about what is indexed.

Documents are written *pending*, their vectors go to Chroma, and one transaction then makes them
*live* and drops the version before. A reader joins with live rows, so it sees the old or the new
version of a file, never a mix, and whatever a killed run left behind is invisible. Chroma and the
lexical postings can be made anew from here without embedding anything again.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from .documents import Chunk, Skipped, Source
from .embed import Vectors
from .errors import StoreDamaged, StoreFull, StoreNotOurs, StoreProblem, StoreReadOnly, StoreTooNew
from .lexical import create_tables
from .migrate import migrate

FORMAT = 1
"""Raised with every change of the tables, together with a step in ``migrate.py``."""

_APPLICATION = 0x41545354  # "ATST": tells our catalogue from any other SQLite file

_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE documents (
    version INTEGER PRIMARY KEY AUTOINCREMENT,
    file TEXT NOT NULL, stamp TEXT NOT NULL, digest TEXT NOT NULL, encoding TEXT NOT NULL,
    language TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, live INTEGER NOT NULL
);
CREATE UNIQUE INDEX one_live_version ON documents (file) WHERE live;
CREATE TABLE chunks (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    id TEXT NOT NULL UNIQUE, start INTEGER NOT NULL, end INTEGER NOT NULL,
    language TEXT NOT NULL, kind TEXT NOT NULL, text_key BLOB NOT NULL
);
CREATE INDEX chunks_of_version ON chunks (version);
CREATE INDEX chunks_by_text ON chunks (text_key);
CREATE TABLE vectors (text_key BLOB NOT NULL PRIMARY KEY, vector BLOB NOT NULL);
CREATE TABLE skipped (
    file TEXT PRIMARY KEY, reason TEXT NOT NULL, detail TEXT NOT NULL, stamp TEXT NOT NULL
);
CREATE TABLE orphans (id TEXT PRIMARY KEY) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A chunk as the catalogue keeps it."""

    row: int
    id: str
    chunk: Chunk
    vector: Vectors
    """Shape ``(dimension,)`` and unit length, or empty: no vector."""


@dataclass(frozen=True, slots=True)
class FileRow:
    """A live document without its text."""

    version: int
    file: str
    stamp: str
    digest: str
    encoding: str
    language: str
    title: str
    characters: int
    chunks: int


class Catalogue:
    """The SQLite file. Safe to use from several threads; one process writes at a time."""

    def __init__(self, path: Path) -> None:
        """Open the catalogue, making it where there is none.

        Raises:
            StoreTooNew: a newer Attesto wrote it.
            StoreNotOurs: the file is another program's database.
            StoreDamaged: SQLite cannot read it.
            StoreReadOnly: there is none and none can be made.
        """
        self.path = path
        self._lock = threading.RLock()
        with self.translated():
            self.connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
            self.connection.execute("PRAGMA busy_timeout = 2000")
            self.connection.execute("PRAGMA foreign_keys = ON")
            self._prepare()

    def _prepare(self) -> None:
        application = self.connection.execute("PRAGMA application_id").fetchone()[0]
        version = self.connection.execute("PRAGMA user_version").fetchone()[0]
        tables = self.connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if tables and application != _APPLICATION:
            raise StoreNotOurs(
                f"{self.path} is another program's database. Choose another store with --store."
            )
        if version > FORMAT:
            raise StoreTooNew(
                f"{self.path} was written by a newer Attesto (format {version}, this one reads "
                f"{FORMAT}). Upgrade Attesto, or choose another store with --store."
            )
        if not tables:
            self.connection.execute("PRAGMA journal_mode = WAL")
            with self.transaction():
                for statement in _SCHEMA.split(";"):
                    self.connection.execute(statement)
                create_tables(self.connection)
                self.connection.execute(f"PRAGMA application_id = {_APPLICATION}")
                self.connection.execute(f"PRAGMA user_version = {FORMAT}")
        elif version < FORMAT:
            migrate(self.connection, self.path, FORMAT)
        self.connection.execute("PRAGMA synchronous = FULL")

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    @contextmanager
    def translated(self) -> Iterator[None]:
        """Turn SQLite's errors into ours, by what the reader can do about them."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise _translate(error, self.path) from error

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing, and on disk when it returns."""
        with self._lock, self.translated():
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise
            self.connection.execute("COMMIT")

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Several reads that see one state of the catalogue."""
        with self._lock, self.translated():
            if self.connection.in_transaction:
                yield self.connection
                return
            self.connection.execute("BEGIN")
            try:
                yield self.connection
            finally:
                self.connection.execute("COMMIT")

    def meta(self, key: str) -> str | None:
        """Return a remembered value, or None."""
        with self.reading() as db:
            row = db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def remember(self, key: str, value: str) -> None:
        """Keep a value under a key."""
        with self.transaction() as db:
            db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def files(self) -> list[FileRow]:
        """List the live documents, by file."""
        query = """SELECT version, file, stamp, digest, encoding, d.language, title, length(text),
            (SELECT count(*) FROM chunks c WHERE c.version = d.version)
            FROM documents d WHERE live ORDER BY file"""
        with self.reading() as db:
            return [FileRow(*row) for row in db.execute(query)]

    def stamps(self) -> dict[str, tuple[str, str]]:
        """Map every live file to its ``(stamp, digest)``."""
        with self.reading() as db:
            rows = db.execute("SELECT file, stamp, digest FROM documents WHERE live")
            return {file: (stamp, digest) for file, stamp, digest in rows}

    def skips(self) -> list[tuple[Skipped, str]]:
        """List the files left out, each with its stamp when that was decided (or "")."""
        with self.reading() as db:
            rows = db.execute("SELECT file, reason, detail, stamp FROM skipped ORDER BY file")
            return [(Skipped(file, reason, detail), stamp) for file, reason, detail, stamp in rows]

    def replace_skips(self, skips: Sequence[tuple[Skipped, str]]) -> None:
        """Keep exactly these as the files left out."""
        with self.transaction() as db:
            db.execute("DELETE FROM skipped")
            db.executemany(
                "INSERT OR REPLACE INTO skipped VALUES (?, ?, ?, ?)",
                [(s.file, s.reason, s.detail, stamp) for s, stamp in skips],
            )

    def text(self, file: str) -> str | None:
        """Return the source text of a live file, or None."""
        with self.reading() as db:
            row = db.execute("SELECT text FROM documents WHERE live AND file = ?", (file,))
            found = row.fetchone()
        return None if found is None else str(found[0])

    def count(self) -> int:
        """Count the live chunks."""
        query = "SELECT count(*) FROM chunks JOIN documents USING (version) WHERE live"
        with self.reading() as db:
            return int(db.execute(query).fetchone()[0])

    def entries(self, rows: Sequence[int] = (), ids: Sequence[str] = ()) -> list[Entry]:
        """Fetch live chunks by row number or by id; those no longer live are left out."""
        column, keys = ("row", list(rows)) if rows else ("id", list(ids))
        found: list[Entry] = []
        with self.reading() as db:
            for at in range(0, len(keys), 500):
                part = keys[at : at + 500]
                marks = ",".join("?" * len(part))
                where = f"live AND c.{column} IN ({marks})"
                found += [_entry(row) for row in db.execute(_ENTRY + where, part)]
        return found

    def around(self, rows: Sequence[int]) -> dict[int, str]:
        """What stands before and after each chunk, about as long as it is on either side."""
        query = """SELECT substr(text, max(1, 2 * start - end + 1), min(start, end - start))
            || ' ' || substr(text, end + 1, end - start)
            FROM chunks JOIN documents USING (version) WHERE row = ?"""
        with self.reading() as db:
            return {row: str(db.execute(query, (row,)).fetchone()[0]) for row in rows}

    def pending(self, ids: Sequence[str]) -> Iterator[Entry]:
        """Fetch chunks by id, live or not yet."""
        with self.reading() as db:
            for name in ids:
                yield _entry(db.execute(_ENTRY + "c.id = ?", (name,)).fetchone())

    def all_entries(self) -> Iterator[Entry]:
        """Go through all live chunks in the order they were written."""
        with self.reading() as db:
            rows = db.execute(_ENTRY + "live ORDER BY c.row")
            yield from map(_entry, rows)

    def without_vector(self, keys: Iterable[bytes]) -> set[bytes]:
        """Of the given text keys, those no vector is kept for: a rename embeds nothing."""
        wanted = set(keys)
        with self.reading() as db:
            query = "SELECT 1 FROM vectors WHERE text_key = ?"
            return {key for key in wanted if db.execute(query, (key,)).fetchone() is None}

    def touch(self, sources: Sequence[Source]) -> None:
        """Remember new stamps of files whose bytes did not change."""
        with self.transaction() as db:
            db.executemany(
                "UPDATE documents SET stamp = ? WHERE live AND file = ?",
                [(source.stamp, source.file) for source in sources],
            )


_ENTRY = """SELECT c.row, c.id, d.file, c.start, c.end,
    substr(d.text, c.start + 1, c.end - c.start), c.language, d.title, c.kind, v.vector
    FROM chunks c JOIN documents d USING (version) LEFT JOIN vectors v USING (text_key) WHERE """


def _entry(row: tuple[int, str, str, int, int, str, str, str, str, bytes | None]) -> Entry:
    number, name, file, start, end, text, language, title, kind, vector = row
    chunk = Chunk(file, start, end, text, language, title, kind)
    return Entry(number, name, chunk, np.frombuffer(vector or b"", dtype=np.float32))


def _translate(error: sqlite3.DatabaseError, path: Path) -> StoreProblem:
    text = str(error)
    if "full" in text or "disk I/O" in text:
        return StoreFull(
            f"The disk is full or failing while writing {path} ({text}). Free some room and run "
            "the same command again; what was indexed before is safe."
        )
    if "readonly" in text or "unable to open" in text:
        return StoreReadOnly(
            f"Cannot write to {path} ({text}). Choose a place you may write to with --store."
        )
    if "locked" in text:
        return StoreProblem(f"{path} is busy ({text}). Try again in a moment.")
    if "not a database" in text or "malformed" in text:
        return StoreDamaged(
            f"{path} is damaged ({text}). Delete the folder {path.parent} and run "
            "`attesto index` again: it is made from your documents, which are not touched."
        )
    return StoreProblem(f"{path}: {text}.")
