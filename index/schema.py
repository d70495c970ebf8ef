"""The tables of the catalogue, and opening the file that holds them: ours, of our format, writable.

The schema and ``FORMAT`` belong together: a change of the one raises the other, and ``migrate.py``
says how an older catalogue gets there.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from .errors import StoreNotOurs, StoreTooNew
from .lexical import create_tables
from .migrate import migrate

FORMAT = 4
"""Raised with every change of the tables, together with a step in ``migrate.py``."""

_PATIENCE = 2_000
"""Milliseconds to wait for another process that has the file to itself for a moment."""

_CACHE = 16_000
"""KB of pages kept in memory: a question reads one or two MB of postings and passages."""

_JOURNAL = 8_000
"""Pages in the journal before they are moved to the file: at SQLite's own 1,000 every batch of a
first sync would do that, and wait for the disk twice more."""

_APPLICATION = 0x41545354  # "ATST": tells our catalogue from any other SQLite file

_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE documents (
    version INTEGER PRIMARY KEY AUTOINCREMENT,
    file TEXT NOT NULL, stamp TEXT NOT NULL, digest TEXT NOT NULL, encoding TEXT NOT NULL,
    language TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, live INTEGER NOT NULL
);
CREATE UNIQUE INDEX one_live_version ON documents (file) WHERE live;
CREATE INDEX pending_versions ON documents (version) WHERE NOT live;
CREATE TABLE chunks (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    id TEXT NOT NULL UNIQUE, start INTEGER NOT NULL, end INTEGER NOT NULL,
    language TEXT NOT NULL, kind TEXT NOT NULL, text_key BLOB NOT NULL
);
CREATE INDEX chunks_of_version ON chunks (version);
CREATE INDEX chunks_by_text ON chunks (text_key);
CREATE TABLE vectors (text_key BLOB NOT NULL PRIMARY KEY, vector BLOB NOT NULL);
CREATE TABLE tokens (
    row INTEGER PRIMARY KEY REFERENCES chunks ON DELETE CASCADE, ids BLOB NOT NULL
);
CREATE TABLE skipped (
    file TEXT PRIMARY KEY, reason TEXT NOT NULL, detail TEXT NOT NULL, stamp TEXT NOT NULL
);
CREATE TABLE cards (
    version INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
    format TEXT NOT NULL, about TEXT NOT NULL, pages TEXT NOT NULL,
    story TEXT NOT NULL, trace BLOB NOT NULL, remarks TEXT NOT NULL DEFAULT '[]'
);
CREATE INDEX cards_by_story ON cards (story);
CREATE TABLE orphans (id TEXT PRIMARY KEY) WITHOUT ROWID;
"""


def connect(path: Path) -> tuple[sqlite3.Connection, bool]:
    """Open the catalogue, making it where there is none.

    Returns:
        The connection, and whether it can only be read from.

    Raises:
        StoreTooNew: a newer Attesto wrote it.
        StoreNotOurs: the file is another program's database.
        sqlite3.DatabaseError: SQLite cannot read it, or there is none and none can be made.
    """
    try:
        return _prepared(_open(str(path)), path), False
    except sqlite3.OperationalError:
        if not _only_readable(path):
            raise
    # SQLite wants to write beside a file even to read it; what nobody can write, it need not.
    return _prepared(_open(f"{path.absolute().as_uri()}?immutable=1", uri=True), path), True


def empty_journal(connection: sqlite3.Connection) -> None:
    """Move what was written from the journal into the file, as far as readers let.

    What is left in the journal is played again after a kill, and the file then has another time
    than when it was sealed.
    """
    connection.execute("PRAGMA busy_timeout = 0")  # a reader is not waited for
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    connection.execute(f"PRAGMA busy_timeout = {_PATIENCE}")


def _open(name: str, *, uri: bool = False) -> sqlite3.Connection:
    connection = sqlite3.connect(name, check_same_thread=False, isolation_level=None, uri=uri)
    connection.execute(f"PRAGMA busy_timeout = {_PATIENCE}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{_CACHE}")
    connection.execute(f"PRAGMA wal_autocheckpoint = {_JOURNAL}")
    return connection


def _only_readable(path: Path) -> bool:
    journal = path.with_name(path.name + "-wal")
    if not path.is_file() or (journal.exists() and journal.stat().st_size):
        return False
    try:
        (path.parent / "write.lock").open("ab").close()
    except OSError:
        return True
    return False


def _prepared(connection: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    try:
        _prepare(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if tables and application != _APPLICATION:
        raise StoreNotOurs(
            f"{path} is another program's database. Choose another store with --store."
        )
    if version > FORMAT:
        raise StoreTooNew(
            f"{path} was written by a newer Attesto (format {version}, this one reads {FORMAT}). "
            "Upgrade Attesto, or choose another store with --store."
        )
    if not tables:
        _create(connection)
    elif version < FORMAT:
        migrate(connection, path, FORMAT)
    connection.execute("PRAGMA synchronous = FULL")


def _create(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have made them while this one waited.
        if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            for statement in _SCHEMA.split(";"):
                connection.execute(statement)
            create_tables(connection)
            connection.execute(f"PRAGMA application_id = {_APPLICATION}")
            connection.execute(f"PRAGMA user_version = {FORMAT}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
