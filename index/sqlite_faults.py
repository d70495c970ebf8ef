"""SQLite's errors into ours, by what the reader can do about them."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from .errors import CatalogueDamaged, Exhausted, StoreFull, StoreProblem, StoreReadOnly

_A_FEW = 8
"""Files that a database with its journal and the folder around it may need together."""
_DAMAGE = ("not a database", "malformed", "not decode", "no such table", "no such column")


def translate(error: sqlite3.DatabaseError, path: Path) -> StoreProblem | Exhausted:
    """Return the error to raise instead of SQLite's.

    Args:
        error: what SQLite raised.
        path: the database it raised it about.
    """
    text = str(error)
    if "full" in text or "disk I/O" in text:
        return StoreFull(
            f"The disk is full or failing while writing {path} ({text}). Free some room and run "
            "the same command again; what was indexed before is safe."
        )
    if "unable to open" in text and (refused := no_files()):
        return Exhausted(refused)
    if "readonly" in text or "unable to open" in text:
        return StoreReadOnly(
            f"Cannot write to {path} ({text}). Choose a place you may write to with --store."
        )
    if "locked" in text:
        return StoreProblem(f"{path} is busy ({text}). Try again in a moment.")
    if any(sign in text for sign in _DAMAGE):
        return damaged(path, text)
    return StoreProblem(f"{path}: {text}.")


def no_files(few: int = _A_FEW) -> str:
    """Why so few files cannot be opened at once, or nothing: SQLite does not say if it is that."""
    held: list[int] = []
    try:
        held += (os.open(os.devnull, os.O_RDONLY) for _ in range(few))
    except OSError as error:
        return str(error.strerror)
    finally:
        for descriptor in held:
            os.close(descriptor)
    return ""


def damaged(path: Path, why: str) -> CatalogueDamaged:
    """Return the error that says the catalogue can no longer be trusted."""
    return CatalogueDamaged(
        f"{path} is damaged ({why}). Run `attesto index` again: it is made anew from your "
        "documents, which are not touched."
    )
