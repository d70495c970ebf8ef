"""Chroma in a process of its own, for as long as much is written to it.

Chroma's engine keeps the interpreter to itself while it takes rows in, so that no thread of its
process gets on meanwhile. In a process of its own it keeps nobody: ours reads, cuts and embeds the
documents that come next. It is told by a pipe what to do, one thing after the other.

Two processes that write to one Chroma lose vectors without an error. So ours has closed its own
before, and the other one holds a lock that each later writer waits for. When we are killed, it dies
with us on Linux, and elsewhere it ends after what it is doing.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path
from typing import IO, Any

from .errors import Exhausted, StoreDamaged, StoreLocked, StoreProblem

_START = """
import sys
sys.path.insert(0, sys.argv[1])
from index.chroma_child import serve
serve(sys.argv[2], int(sys.argv[3]), sys.stdin.buffer)
"""
READY = "ready"
"""What it says first."""


class ChromaProcess:
    """One such process."""

    def __init__(self, path: Path) -> None:
        """Start it; it loads Chroma while we go on.

        Raises:
            Exhausted: the machine gives no more processes.
        """
        self._path = path
        self._ready: bool | None = None
        root = str(Path(__file__).resolve().parents[1])
        # Chroma's threads would each hold on to memory of their own.
        environ = {**os.environ, "MALLOC_ARENA_MAX": "1"}
        try:
            self._child = subprocess.Popen(
                [sys.executable, "-P", "-B", "-c", _START, root, str(path), str(os.getpid())],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environ,
            )
        except OSError as error:
            raise Exhausted(error) from error
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        self._asked, self._replies = self._child.stdin, self._child.stdout

    @property
    def ready(self) -> bool:
        """Whether it has opened the collection; waits until that is known.

        Raises:
            StoreLocked: the process of a writer before us is still at it.
        """
        if self._ready is None:
            try:
                said = pickle.load(self._replies)
            except (EOFError, OSError, pickle.UnpicklingError):
                said = None
            self._ready = said == READY
            if isinstance(said, StoreLocked):
                raise said
        return self._ready

    def call(self, name: str, *arguments: object) -> Any:
        """Have it call a method of its store.

        Raises:
            StoreProblem: what the method raised; or the process has ended before its time, and
                Chroma's files may be damaged.
        """
        try:
            pickle.dump((name, arguments), self._asked, pickle.HIGHEST_PROTOCOL)
            self._asked.flush()
            reply = pickle.load(self._replies)
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            raise StoreDamaged(
                f"The process that writes the vector index in {self._path} has ended before its "
                "time. Run `attesto rebuild`: the index is made again without embedding anew."
            ) from error
        if isinstance(reply, StoreProblem | Exhausted):
            raise reply
        return reply

    def close(self) -> None:
        """Have it finish what it is doing, and wait for its end."""
        _close(self._asked)
        self._child.wait()
        _close(self._replies)


def _close(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except OSError:  # it has ended, and what was not sent yet cannot be sent any more
        return
