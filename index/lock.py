"""One writer at a time: a lock file that says who holds it.

Two processes writing to one embedded Chroma lose vectors without an error, so a second writer is
refused at once, by name. The lock belongs to the operating system: a killed process leaves none.
While another process writes to Chroma for the writer, that one holds a second lock, which each
writer waits for: it may outlive a writer that was killed by what it was just doing.
"""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import EXHAUSTED, Exhausted, StoreLocked, StoreReadOnly

if TYPE_CHECKING:
    from filelock import BaseFileLock

_CHROMA = "chroma.lock"
PATIENCE = 1.0
"""Seconds that a writer waits for another: whoever is refused is told within two."""


@contextmanager
def writing(store: Path, patience: float = PATIENCE) -> Iterator[str]:
    """Hold the store's write lock.

    Gives who held it last and was killed at it; empty where the last writer came to its end.

    Args:
        store: the store's folder; it must exist.
        patience: seconds to wait for another writer.

    Raises:
        StoreLocked: another process kept it; the message names it.
        StoreReadOnly: the lock file cannot be made.
    """
    from filelock import Timeout

    note = store / "writer.json"
    try:
        lock = _locked(store, patience)
    except Timeout as error:
        writer = _holder(note)
        raise StoreLocked(
            f"Another Attesto is writing to {store}{f' ({writer})' if writer else ''}. Wait until "
            "it is done, or stop it; questions can be asked meanwhile.",
            writer,
        ) from error
    except OSError as error:
        if error.errno in EXHAUSTED:
            raise Exhausted(error.strerror) from error
        raise StoreReadOnly(
            f"Cannot write to {store} ({error.strerror}). Choose a place you may write to with "
            "--store."
        ) from error
    left_by = _holder(note)
    try:
        since = datetime.now().astimezone().isoformat(timespec="seconds")
        about = {"pid": os.getpid(), "host": socket.gethostname(), "since": since}
        with suppress(OSError):  # a courtesy: the lock holds without it
            note.write_text(json.dumps(about), encoding="utf-8")
        yield left_by
    finally:
        note.unlink(missing_ok=True)
        lock.release()


@contextmanager
def holding_chroma(store: Path) -> Iterator[None]:
    """Hold Chroma's files for a writer in another process: whoever writes after it waits for us.

    Raises:
        StoreLocked: another process kept them.
    """
    from filelock import FileLock, Timeout

    try:
        with FileLock(store / _CHROMA).acquire(timeout=PATIENCE):
            yield
    except Timeout as error:
        raise StoreLocked(
            f"The process of an Attesto that has ended is still writing to Chroma in {store}. "
            "Run the same command again in a moment; nothing is lost."
        ) from error


def _locked(store: Path, patience: float) -> BaseFileLock:
    from filelock import FileLock

    lock = FileLock(store / "write.lock")
    lock.acquire(timeout=patience)
    try:
        if (store / _CHROMA).exists():  # a killed writer may have left somebody at Chroma
            with FileLock(store / _CHROMA).acquire(timeout=patience):
                pass
    except BaseException:
        lock.release()
        raise
    return lock


def _holder(note: Path) -> str:
    try:
        about = json.loads(note.read_text(encoding="utf-8"))
        return f"process {about['pid']} on {about['host']}, since {about['since']}"
    except (OSError, ValueError, KeyError, TypeError):
        return ""
