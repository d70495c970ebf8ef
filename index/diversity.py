"""Which of the ranked passages are shown: many stories before much of one.

Five copies of one agency report must not fill a list of ten. A passage waits when another file of
its story has given the same text already, or when its story, told by several files, fills half of
the list; it comes in when nothing else is left, the same words after all others. What is over a
filter's cap for each document never comes in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Protocol, TypeVar


class Ranked(Protocol):
    """A passage with its score, such as a Hit."""

    @property
    def file(self) -> str:
        """Where it stands."""

    @property
    def start(self) -> int:
        """Where in the file."""

    @property
    def score(self) -> float:
        """Higher is better."""

    @property
    def story(self) -> str:
        """The first of the files that tell the same story; empty for the file alone."""

    @property
    def text(self) -> str:
        """Asked for only where several files tell one story."""


_Any = TypeVar("_Any", bound=Ranked)


def spread(hits: Sequence[_Any], k: int, per_document: int | None = None) -> list[_Any]:
    """Choose k passages.

    Args:
        hits: best first.
        k: how many, at least 1.
        per_document: the most from one document.

    Returns:
        At most k of them, best first.
    """
    allowed = hits if per_document is None else _capped(hits, per_document)
    stories = [hit.story or hit.file for hit in allowed]
    files: dict[str, set[str]] = {}
    for story, hit in zip(stories, allowed, strict=True):
        files.setdefault(story, set()).add(hit.file)
    told: Counter[str] = Counter()
    said: set[tuple[str, str]] = set()
    first: list[_Any] = []
    much: list[_Any] = []
    again: list[_Any] = []
    for story, hit in zip(stories, allowed, strict=True):
        if len(first) == k:
            break
        if len(files[story]) == 1:
            first.append(hit)
            continue
        line = (story, " ".join(hit.text.split()))
        if line in said:
            again.append(hit)
        elif told[story] >= (k + 1) // 2:
            much.append(hit)
        else:
            first.append(hit)
        told[story] += line not in said
        said.add(line)
    chosen = [*first, *much, *again][:k]
    return sorted(chosen, key=_rank)


def _capped(hits: Sequence[_Any], per_document: int) -> list[_Any]:
    given: Counter[str] = Counter()
    kept = []
    for hit in hits:
        given[hit.file] += 1
        if given[hit.file] <= per_document:
            kept.append(hit)
    return kept


def _rank(hit: Ranked) -> tuple[float, str, int]:
    return -hit.score, hit.file, hit.start
