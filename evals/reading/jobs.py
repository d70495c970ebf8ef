"""Looks at the public sets, and reads them, in several processes at once.

A process a set, and then an equal share of all questions each. What was seen is handed on by
forking, so nothing large is sent but what the sets' own processes saw.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

Item = TypeVar("Item")
Done = TypeVar("Done")

_CHUNK = 64
"""Items that a process takes at once, at most."""
_works: list[Callable[[int], Any]] = []
"""What the processes forked next are to do, found there without being sent."""


def processors() -> int:
    """How many processes can run at once here; one where none can be forked."""
    forks = "fork" in multiprocessing.get_all_start_methods()
    return len(os.sched_getaffinity(0)) if forks and hasattr(os, "sched_getaffinity") else 1


def each(
    work: Callable[[Item], Done], items: Iterable[Item], jobs: int, chunk: int = _CHUNK
) -> Iterator[Done]:
    """Do some work for each item, and yield what comes of each in their order.

    Args:
        work: need not be sent anywhere, so it may hold whatever it likes.
        items: what to do it for; they are not sent either.
        jobs: processes.
        chunk: how many items a process takes at once.
    """
    told: Sequence[Item] = list(items)
    if jobs <= 1 or len(told) <= 1:
        yield from map(work, told)
        return
    _works.append(lambda place: work(told[place]))
    try:
        with multiprocessing.get_context("fork").Pool(jobs) as pool:
            yield from pool.imap(_one, range(len(told)), chunk)
    finally:
        _works.pop()


def _one(place: int) -> Any:
    return _works[-1](place)
