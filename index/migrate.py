"""Stores of earlier versions, brought up to date one format at a time, after a backup.

To change what the catalogue keeps: change the tables in ``schema.py``, raise its ``FORMAT``, and
add here what turns a catalogue of the format before into the new one. ``REREAD`` and
``RETRY`` as the last statements have every document read again at the next sync, to fill a new
column, and what was left out tried again: nothing is embedded anew for that, because vectors are
kept by their text. A catalogue of each format before today's is
in ``tests/index/stores/``, and a test opens every one of them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path

REREAD = "UPDATE documents SET stamp = '', digest = ''"
RETRY = "UPDATE skipped SET stamp = ''"

STEPS: Mapping[int, tuple[str, ...]] = {
    1: (
        "CREATE TABLE cards (version INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,"
        " format TEXT NOT NULL, about TEXT NOT NULL, pages TEXT NOT NULL,"
        " story TEXT NOT NULL, trace BLOB NOT NULL)",
        "CREATE INDEX cards_by_story ON cards (story)",
        REREAD,
        RETRY,
    ),
    2: (
        "CREATE TABLE tokens (row INTEGER PRIMARY KEY REFERENCES chunks ON DELETE CASCADE,"
        " ids BLOB NOT NULL)",
        "CREATE INDEX pending_versions ON documents (version) WHERE NOT live",
        REREAD,
        RETRY,
    ),
    3: ("ALTER TABLE cards ADD COLUMN remarks TEXT NOT NULL DEFAULT '[]'", REREAD, RETRY),
}
"""What makes format n + 1 of format n, by n."""


def migrate(
    connection: sqlite3.Connection,
    path: Path,
    target: int,
    steps: Mapping[int, tuple[str, ...]] = STEPS,
) -> None:
    """Bring a catalogue up to date: all steps, or none.

    Args:
        connection: the catalogue, in autocommit mode; of an older format, with the steps known.
        path: its file; the backup is made beside it.
        target: the format to arrive at.
        steps: what makes each format of the one before.

    Raises:
        sqlite3.DatabaseError: the backup or a step failed; the catalogue is as it was.
    """
    backup(connection, backup_of(path, _format(connection)))
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have done it while this one waited.
        for number in range(_format(connection), target):
            for statement in steps[number]:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {target}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def backup(connection: sqlite3.Connection, copy: Path) -> None:
    """Copy a catalogue as it is at one moment, whoever writes to it meanwhile."""
    half = copy.with_name(copy.name + ".half")
    half.unlink(missing_ok=True)
    target = sqlite3.connect(half)
    try:
        connection.backup(target)
    finally:
        target.close()
    half.replace(copy)  # a backup is there whole, or not at all


def backup_of(path: Path, number: int) -> Path:
    """Return where the backup of a catalogue goes before it leaves format ``number``."""
    return path.with_name(f"{path.stem}.format-{number}{path.suffix}")


def _format(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
