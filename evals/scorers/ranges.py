"""Arithmetic on half-open ranges of characters."""

from __future__ import annotations

from collections.abc import Iterable

Range = tuple[int, int]


def overlap(one: Range, other: Range) -> int:
    """Return how many characters two ranges share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def merge(ranges: Iterable[Range]) -> list[Range]:
    """Return the same characters as ranges that neither overlap nor touch, in order.

    ``[(5, 9), (0, 3), (2, 6)]`` becomes ``[(0, 9)]``; empty ranges vanish.
    """
    result: list[Range] = []
    for start, end in sorted(r for r in ranges if r[0] < r[1]):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


def covered(target: Range, ranges: Iterable[Range]) -> int:
    """Return how many characters of the target lie in the union of the ranges."""
    return sum(overlap(target, part) for part in merge(ranges))
