"""Ending by a deadline, whatever the other side does.

A client's timeout counts from one read to the next: a server that sends one token every 0.4 s
keeps a call with ``timeout=2`` open for ever, and looking up a name is not bounded at all. So the
waiting is done here, on a clock of our own, and the reading in a thread that can be left behind:
it is told to stop, its connection is closed, and it dies with its next read.
"""

from __future__ import annotations

import contextlib
import queue
import threading
import time
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _End:
    """The last thing a reader says; ``fault`` is what went wrong, if something did."""

    fault: BaseException | None = None


class Deadline:
    """A moment on the monotonic clock, which no change of the date moves."""

    __slots__ = ("seconds", "until")

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.until = time.monotonic() + seconds

    @property
    def left(self) -> float:
        """Seconds left, never below 0."""
        return max(0.0, self.until - time.monotonic())

    def shorten(self, seconds: float) -> None:
        """Leave at most so many seconds from now."""
        self.until = min(self.until, time.monotonic() + seconds)

    def watch(
        self, read: Callable[[], Iterable[T]], hang_up: Callable[[], None]
    ) -> Generator[T, None, None]:
        """Yield what ``read()`` gives, and stop waiting for it at the deadline.

        Args:
            read: Called in a thread of its own, and its items taken there.
            hang_up: Called once when the caller is done, early or not: it must make a blocked
                read fail soon. It runs in the caller's thread.

        Close the generator (``contextlib.closing``) when not all items are taken.

        Raises:
            TimeoutError: the deadline passed before the items ended.
            Exception: whatever ``read`` or its items raised, as it was.
        """
        items: queue.SimpleQueue[T | _End] = queue.SimpleQueue()
        over = threading.Event()
        # A daemon: a thread left behind must not hold up the end of the process.
        threading.Thread(
            target=_pump, args=(read, items, over), name="attesto-reader", daemon=True
        ).start()
        try:
            while True:
                item = self._next(items)
                if not isinstance(item, _End):
                    yield item
                elif item.fault is None:
                    return
                elif self.left > 0:
                    raise item.fault
                else:
                    # The reader's own timeout came first, by a hair: it is the same deadline.
                    raise self._passed() from None
        finally:
            over.set()
            hang_up()

    def _next(self, items: queue.SimpleQueue[T | _End]) -> T | _End:
        left = self.left
        # Without this line a server that always has one more item ready would never be late.
        if left > 0:
            with contextlib.suppress(queue.Empty):
                return items.get(timeout=left)
        raise self._passed()

    def _passed(self) -> TimeoutError:
        return TimeoutError(f"no end after {self.seconds:g} s")


def _pump(
    read: Callable[[], Iterable[T]], items: queue.SimpleQueue[T | _End], over: threading.Event
) -> None:
    try:
        for item in read():
            if over.is_set():
                return
            items.put(item)
    except BaseException as fault:  # noqa: BLE001
        # Not swallowed: whatever it is, it is raised again in the caller's thread.
        items.put(_End(fault))
    else:
        items.put(_End())
