"""Chroma's own SQLite file, at the moments when Chroma does not hold it."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

_Found = TypeVar("_Found")

DATABASE = "chroma.sqlite3"

_PAGE = 16_384
"""Bytes of a page: with SQLite's own 4,096 rows take an eighth more processor time to write, most
of it in the full-text index. Any client reads any size."""

_CACHE = 1_000
"""Pages that a connection may hold, 16 MB. SQLite's own 2 MB are read again and again while rows go
into five indexes: a tenth more processor time. The file says so to whoever opens it."""

_LOCKED = "database is locked"
_RELEASED = 5.0
"""Seconds for a Chroma that was closed to let go: it goes on emptying its queue for a moment."""


def make_database(folder: Path) -> None:
    """Make an empty file where there is none: who makes it settles what its pages are like.

    Raises:
        OSError: the folder cannot be made.
        sqlite3.Error: the file cannot be made.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if (folder / DATABASE).exists():
        return
    with closing(sqlite3.connect(folder / DATABASE, isolation_level=None)) as db:
        db.execute(f"PRAGMA page_size = {_PAGE}")
        db.execute(f"PRAGMA default_cache_size = {_CACHE}")
        db.execute("PRAGMA user_version = 0")  # what is written first makes the file


def once_released(act: Callable[[], _Found]) -> _Found:
    """Do what reads and then writes, for which Chroma's SQLite waits for nobody."""
    until = time.monotonic() + _RELEASED
    while True:
        try:
            return act()
        except Exception as error:  # Chroma's errors have no class in common
            if _LOCKED not in str(error) or time.monotonic() > until:
                raise
        time.sleep(0.01)
