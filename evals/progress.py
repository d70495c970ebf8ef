"""What a long measurement says of itself while it runs, on the standard error."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TextIO, TypeVar

T = TypeVar("T")

_ON_SCREEN, _IN_A_LOG = 0.2, 10.0
"""Seconds between two lines: on a terminal each overwrites the one before."""


def counted(
    items: Iterable[T],
    what: str,
    total: int | None = None,
    *,
    out: TextIO | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[T]:
    """Pass items on, and say from time to time how many there were.

    Args:
        items: what is gone through.
        what: names them, such as ``questions of XQuAD``.
        total: how many there will be, where that is known.
        out: where to say it; the standard error.
        clock: seconds, ever rising.
    """
    out = out or sys.stderr
    shown = out.isatty()
    every = _ON_SCREEN if shown else _IN_A_LOG
    last = clock()
    for done, item in enumerate(items, start=1):
        yield item
        now = clock()
        if now - last >= every:
            last = now
            of = f" of {total:,}" if total is not None else ""
            out.write(f"\r{done:,}{of} {what}\033[K" if shown else f"{done:,}{of} {what}\n")
            out.flush()
    if shown:
        out.write("\r\033[K")
        out.flush()


def stoppable(main: Callable[[], int]) -> int:
    """Run a command's main function; neither Ctrl-C nor ``| head`` ends it with a traceback.

    Returns:
        What ``main`` returned; 130 after Ctrl-C, with one line; 1 where nobody reads on.
    """
    try:
        code = main()
        sys.stdout.flush()
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped.\n")
        return 130
    except BrokenPipeError:
        # The interpreter flushes once more as it ends, and would fail at the same pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code
