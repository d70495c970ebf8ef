"""The seal: what the store's files looked like when the last writer left them.

Chroma counts right and answers when half of its index is gone, or crashes the process that opens
it, and SQLite reads a page of zeros without a word. So the last writer notes size, time of change
and digest of each file, and whoever opens the store next compares sizes and times, which costs
nothing. While somebody writes there is no seal.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from .errors import EXHAUSTED, Exhausted
from .store import WRITTEN

CATALOGUE = "catalogue.sqlite"
CHROMA = "chroma"
SEAL = "seal.json"
_DATABASE = f"{CHROMA}/chroma.sqlite3"

_writing_here: set[Path] = set()


@dataclass(frozen=True, slots=True)
class Compared:
    """A store's files against its seal."""

    catalogue: bool
    """The catalogue is as it was left."""
    chroma: Literal["as left", "changed", "unknown"]
    """``unknown``: there is no seal, because somebody is writing or was killed at it."""


@contextmanager
def breaking(store: Path) -> Iterator[None]:
    """Break the seal while something is written, and seal again when that ends well."""
    before = _noted(store)
    _writing_here.add(store)
    try:
        (store / SEAL).unlink(missing_ok=True)
        yield
        noted = json.dumps(_state(store, before), sort_keys=True)
        with suppress(OSError):  # without a seal, the store is only looked at more closely
            (store / SEAL).write_text(noted, encoding="utf-8")
    finally:
        _writing_here.discard(store)


def is_open(store: Path) -> bool:
    """Tell whether there is no seal, and it is not this process that is writing."""
    # Asked before every search, and a path that pathlib makes takes as long as to look for it.
    return store not in _writing_here and not os.path.exists(f"{store}/{SEAL}")


def compare(store: Path) -> Compared:
    """Hold a store's files against its seal."""
    before = _noted(store)
    if not before:
        return Compared(False, "unknown")
    now = _state(store, before)
    same = {name for name in before if name in now and _same(before[name], now[name])}
    whole = same | {CATALOGUE} >= before.keys() | now.keys()
    return Compared(CATALOGUE in same, "as left" if whole else "changed")


def _noted(store: Path) -> dict[str, Any]:
    try:
        noted = json.loads((store / SEAL).read_text(encoding="utf-8"))
        return {str(name): list(values) for name, values in noted.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _same(before: list[Any], now: list[Any]) -> bool:
    """Equal content; a copied or moved file has another time and the same digest."""
    return before == now or (len(before) > 2 and before[0] == now[0] and before[2] == now[2])


def _state(store: Path, known: Mapping[str, list[Any]]) -> dict[str, list[Any]]:
    """Size, time and digest of each file; what was digested at that size and time is not again."""
    found: dict[str, list[Any]] = {_DATABASE: [_migrations(store / _DATABASE)]}
    try:
        # Until Chroma has written an index, it makes its files anew whenever it is opened.
        written = [path.parent for path in (store / CHROMA).glob(f"*/{WRITTEN}")]
        files = [file for folder in written for file in folder.iterdir()]
    except OSError as error:
        if error.errno in EXHAUSTED:  # or all of them would seem gone
            raise Exhausted(error.strerror) from error
        raise
    for path in (store / CATALOGUE, *files):
        if not path.is_file():
            continue
        name, is_at = path.relative_to(store).as_posix(), path.stat()
        found[name] = [is_at.st_size, is_at.st_mtime_ns]
        if name != CATALOGUE:
            before = known.get(name, [])
            found[name].append(before[2] if before[:2] == found[name] else _digest(path))
    return found


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha1").hexdigest()  # for accidents, and twice as fast


def _migrations(path: Path) -> str:
    """Tell Chroma's own database by what cannot change unless another Chroma wrote to it.

    Its size and time do change: opening it for reading writes to it.
    """
    if not path.is_file():
        return "none"
    query = "SELECT max(dir || version), count(*), (SELECT id FROM collections) FROM migrations"
    try:
        return json.dumps(_asked(path, query))
    except sqlite3.DatabaseError as error:
        return f"cannot be read: {error}"


def database_fault(store: Path) -> str:
    """Look at every page of Chroma's own database: its seal does not tell of each.

    Answers do not depend on it, and whoever writes to it next finds out.

    Returns:
        What is wrong; empty when nothing is.
    """
    try:
        found = str(_asked(store / _DATABASE, "PRAGMA quick_check(1)")[0])
    except sqlite3.DatabaseError as error:
        found = str(error)
    return "" if found == "ok" else found


def _asked(path: Path, query: str) -> Any:
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as db:
        return db.execute(query).fetchone()
