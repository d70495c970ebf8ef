"""The other side of :mod:`index.chroma_process`: opens a collection and does what it is told."""

from __future__ import annotations

import ctypes
import gc
import os
import pickle
import signal
import sys
from pathlib import Path
from typing import BinaryIO

from .chroma_process import READY
from .errors import Exhausted, StoreLocked, StoreProblem
from .lock import holding_chroma
from .store import ChromaStore

_DIE_WITH_PARENT = 1
"""``PR_SET_PDEATHSIG`` of Linux."""


def serve(path: str, parent: int, asked: BinaryIO) -> None:
    """Be that process, until the pipe ends.

    What goes wrong before it is ready ends it: the parent meets it again when it does the work
    itself, and says what it was.

    Args:
        path: Chroma's folder.
        parent: the process that asks.
        asked: where it asks: the names of methods, and their arguments.
    """
    _die_with_parent()
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no reply
    store = ChromaStore(Path(path))
    try:
        with holding_chroma(store.path.parent):
            if os.getppid() == parent:  # or somebody else may be writing by now
                _obey(store, parent, asked, replies)
    except StoreLocked as problem:
        _reply(replies, problem)


def _obey(store: ChromaStore, parent: int, asked: BinaryIO, replies: BinaryIO) -> None:
    store.count()  # opens it
    gc.freeze()  # libraries, which the collector would look at again and again
    _reply(replies, READY)
    while (asking := _next(asked)) and os.getppid() == parent:
        name, arguments = asking
        try:
            _reply(replies, getattr(store, name)(*arguments))
        except (StoreProblem, Exhausted) as problem:
            _reply(replies, problem)
    store.close()


def _next(asked: BinaryIO) -> tuple[str, tuple[object, ...]] | None:
    try:
        found: tuple[str, tuple[object, ...]] = pickle.load(asked)
    except EOFError:
        return None
    return found


def _reply(replies: BinaryIO, reply: object) -> None:
    pickle.dump(reply, replies, pickle.HIGHEST_PROTOCOL)
    replies.flush()


def _die_with_parent() -> None:
    """Have the system end this process together with the one that started it, where it can."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what Ctrl-C means
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
