"""The catalogue: one SQLite file that is the truth about what is indexed.

Documents are written *pending*, their vectors go to Chroma, and one transaction then makes them
*live* and drops the version before. A reader joins with live rows, so it sees the old or the new
version of a file, never a mix, and whatever a killed run left behind is invisible. Chroma and the
lexical postings can be made anew from here without embedding anything again.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from .documents import Chunk, Skipped, Source
from .embed import Vectors
from .errors import CatalogueDamaged
from .schema import connect, empty_journal
from .sqlite_faults import damaged, translate

IN_MEMORY = Path(":memory:")
"""The path of a catalogue that SQLite keeps in memory, for as long as it is open."""


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
    remarks: tuple[str, ...] = ()
    """What was wrong with the file, which was read all the same; a sentence each."""


class Catalogue:
    """The SQLite file. Safe to use from several threads; one process writes at a time.

    Attributes:
        read_only: nothing can be written where the file is.
    """

    def __init__(self, path: Path) -> None:
        """Open the catalogue, making it where there is none.

        Raises:
            StoreTooNew: a newer Attesto wrote it.
            StoreNotOurs: the file is another program's database.
            CatalogueDamaged: SQLite cannot read it.
            StoreReadOnly: there is none and none can be made.
        """
        self.path = path
        self._lock = threading.RLock()
        with self.translated():
            self.connection, self.read_only = connect(path)

    def check(self) -> None:
        """Have SQLite look at every page.

        Raises:
            CatalogueDamaged: something is wrong; the file is closed.
        """
        try:
            with self.reading() as db:
                found = str(db.execute("PRAGMA quick_check(1)").fetchone()[0])
            if found != "ok":
                raise damaged(self.path, found)
        except CatalogueDamaged:
            self.close()
            raise

    def settle(self) -> None:
        """Move what was written from the journal into the file itself, as far as readers let."""
        with self._lock, self.translated():
            empty_journal(self.connection)

    def rewrite(self) -> None:
        """Write the whole file anew, so that nothing deleted is left in it or in its journal.

        Raises:
            StoreProblem: another process is reading.
        """
        with self._lock, self.translated():
            self.connection.execute("VACUUM")
            busy = self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            if busy:
                raise sqlite3.OperationalError("database is locked by a reader")

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    @contextmanager
    def translated(self) -> Iterator[None]:
        """Turn SQLite's errors into ours, by what the reader can do about them."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise translate(error, self.path) from error

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

    def changes(self) -> tuple[int, int]:
        """What differs as soon as anybody has committed anything, or this connection changed it."""
        with self._lock, self.translated():
            (others,) = self.connection.execute("PRAGMA data_version").fetchone()
            return int(others), self.connection.total_changes

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
            (SELECT count(*) FROM chunks c WHERE c.version = d.version), coalesce(remarks, '[]')
            FROM documents d LEFT JOIN cards USING (version) WHERE live ORDER BY file"""
        with self.reading() as db:
            return [
                FileRow(*(*known, tuple(json.loads(told)))) for *known, told in db.execute(query)
            ]

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

    def is_empty(self) -> bool:
        """Tell whether there is no live chunk, without counting them."""
        query = "SELECT 1 FROM chunks JOIN documents USING (version) WHERE live LIMIT 1"
        with self.reading() as db:
            return db.execute(query).fetchone() is None

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

    def held(self) -> int:
        """Count the live chunks that have a vector: what Chroma has to hold."""
        # From one index into another: to ask each document whether it is live reads them all.
        query = """SELECT (SELECT count(*) FROM chunks CROSS JOIN vectors USING (text_key)) -
            (SELECT count(*) FROM documents JOIN chunks USING (version)
            JOIN vectors USING (text_key) WHERE NOT live)"""
        with self.reading() as db:
            return int(db.execute(query).fetchone()[0])

    def all_entries(self) -> Iterator[list[Entry]]:
        """Go through all live chunks in the order they were written, some at a time."""
        query = _ENTRY + "live AND c.row > ? ORDER BY c.row LIMIT 1000"
        last = 0
        while True:
            with self.reading() as db:
                found = [_entry(row) for row in db.execute(query, (last,))]
            if not found:
                return
            yield found
            last = found[-1].row

    def without_vector(self, keys: Iterable[bytes]) -> set[bytes]:
        """Of the given text keys, those no vector is kept for: a rename embeds nothing."""
        wanted = set(keys)
        with self.reading() as db:
            query = "SELECT 1 FROM vectors WHERE text_key = ?"
            return {key for key in wanted if db.execute(query, (key,)).fetchone() is None}

    def vectors(self, keys: Sequence[bytes]) -> list[Vectors]:
        """The kept vectors of some texts, in order; those not kept are left out."""
        query = "SELECT vector FROM vectors WHERE text_key = ?"
        with self.reading() as db:
            found = (db.execute(query, (key,)).fetchone() for key in keys)
            return [np.frombuffer(row[0], np.float32) for row in found if row is not None]

    def touch(self, sources: Sequence[Source]) -> None:
        """Remember new stamps of files whose bytes did not change."""
        with self.transaction() as db:
            db.executemany(
                "UPDATE documents SET stamp = ? WHERE live AND file = ?",
                [(source.stamp, source.file) for source in sources],
            )


_ENTRY = """SELECT c.row, c.id, d.file, c.start, c.end,
    substr(d.text, c.start + 1, c.end - c.start), c.language, d.title, c.kind, c.text_key, v.vector
    FROM chunks c JOIN documents d USING (version) LEFT JOIN vectors v USING (text_key) WHERE """


_Row = tuple[int, str, str, int, int, str, str, str, str, bytes, bytes | None]


def text_key(text: str) -> bytes:
    """Return what vectors are kept by, and what a passage is recognised by when it is read back."""
    return hashlib.sha256(text.encode()).digest()[:16]


def _entry(row: _Row) -> Entry:
    number, name, file, start, end, text, language, title, kind, key, vector = row
    if text_key(text) != key:
        # Reaches the reader as damage of the catalogue, like what SQLite itself finds.
        raise sqlite3.DatabaseError(f"malformed passage in {file}")
    chunk = Chunk(file, start, end, text, language, title, kind)
    return Entry(number, name, chunk, np.frombuffer(vector or b"", dtype=np.float32))
