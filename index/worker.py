"""A process beside ours that prepares documents while Chroma takes in those before.

Chroma's engine keeps the interpreter to itself while it writes, so no thread of this process gets
on meanwhile; another process does. It only reads: everything that is written is written here, in
the order of the tasks, so that the same folder makes the same index. When the process breaks down,
:meth:`Worker.outcomes` ends early, and the caller goes on by himself. When we are killed, the pipe
it gets its tasks from ends, and with it the process.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from queue import SimpleQueue
from typing import IO, BinaryIO

from .errors import Exhausted
from .preparing import Outcome, Preparer, Recipe, Task

_START = """
import sys, threading
sys.path.insert(0, sys.argv[1])
import index.language
threading.Thread(target=index.language.load, daemon=True).start()
from index.worker import serve
serve(sys.stdin.buffer)
"""
"""What loads longest is begun first, beside the rest."""
_GROUP = 100_000
"""Bytes of files that are handed over in one go: a message costs as much as some of them."""
_FIRST = 10_000
"""Bytes of the first group; each is twice as large as the one before, up to that."""
_AHEAD = 2_000_000
"""Bytes of files that may be handed over and not come back yet: some batches of Chroma's."""


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Worker:
    """One such process.

    Attributes:
        done: how many tasks it has done.
    """

    def __init__(self, recipe: Recipe) -> None:
        """Start it; what it needs it loads while we go on."""
        self.done = 0
        root = str(Path(__file__).resolve().parents[1])
        environ = {**os.environ, "OMP_NUM_THREADS": "1"}  # one core is ours
        try:
            self._child = subprocess.Popen(
                [sys.executable, "-P", "-B", "-c", _START, root],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environ,
            )
        except OSError as error:
            raise Exhausted(error) from error
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        self._tasks, self._outcomes = self._child.stdin, self._child.stdout
        self._hand(recipe)

    def outcomes(self, tasks: Sequence[Task]) -> Iterator[Outcome]:
        """Give the tasks what became of them, in order; ends early when the process broke down."""
        groups = _groups(tasks)
        waiting: deque[int] = deque()
        following = next(groups, None)
        while True:
            while following and sum(waiting) < _AHEAD:
                if not self._hand(following):
                    return
                waiting.append(_size(following))
                following = next(groups, None)
            if not waiting:
                return
            try:
                found: list[Outcome] = pickle.load(self._outcomes)
            except (EOFError, OSError, pickle.UnpicklingError):
                return
            waiting.popleft()
            for outcome in found:
                self.done += 1
                yield outcome

    def close(self) -> None:
        """End it, whatever it is doing."""
        self._child.kill()
        self._child.wait()
        for pipe in (self._tasks, self._outcomes):
            _close(pipe)

    def _hand(self, message: object) -> bool:
        try:
            pickle.dump(message, self._tasks)
            self._tasks.flush()
        except OSError:
            return False
        return True


def _groups(tasks: Sequence[Task]) -> Iterator[list[Task]]:
    group: list[Task] = []
    size, enough = 0, _FIRST
    for task in tasks:
        group.append(task)
        size += _size([task])
        if size >= enough:
            yield group
            group, size, enough = [], 0, min(2 * enough, _GROUP)
    if group:
        yield group


def _size(group: Sequence[Task]) -> int:
    return sum(task.source.size for task in group) + 1_000 * len(group)


def _close(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except OSError:  # what was not sent yet cannot be sent any more
        return


def serve(tasks: BinaryIO) -> None:
    """Be that process, until the pipe ends.

    What goes wrong ends the process: the parent meets it again when it does the task itself, and
    says what it was.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what Ctrl-C means
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no reply
    preparer = Preparer(pickle.load(tasks))
    asked: SimpleQueue[list[Task]] = SimpleQueue()
    made: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_take, args=(tasks, asked, preparer), daemon=True).start()
    # Sent by a thread: the parent takes nothing while it writes, and this process is to go on.
    threading.Thread(target=_send, args=(replies, made), daemon=True).start()
    while True:
        found = preparer.prepare_all(asked.get())
        made.put(pickle.dumps(found, pickle.HIGHEST_PROTOCOL))


def _take(tasks: BinaryIO, asked: SimpleQueue[list[Task]], preparer: Preparer) -> None:
    try:
        while True:
            asked.put(pickle.load(tasks))
    finally:  # nobody wants the rest
        preparer.close()
        os._exit(0)


def _send(replies: BinaryIO, made: SimpleQueue[bytes]) -> None:
    while True:
        replies.write(made.get())
        replies.flush()
