"""Files that are not in the folder any more: were they deleted, or is the disk away they lie on?

Both look alike from above. Deleting is believed, but for what deleting hardly ever looks like: a
folder that is still there and has lost all of many files, as the place where a disk is mounted has
without its disk; a folder that cannot be listed; more than nine files in ten at once. Such files
stay in the index, whole and citable, until they are back or the reader has said that they are gone.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from .documents import Source
from .ignore import ignored
from .walk import Survey

MANY = 10
"""Files from which on it takes a word of the reader's to drop them all at once."""

_NEARLY_ALL = 0.9

_IF_GONE = "If they were deleted, say so with `attesto index --gone`."


@dataclass(frozen=True, slots=True)
class Absent:
    """Files that are in the index and, just now, not in the folder."""

    files: tuple[str, ...] = ()
    why: str = ""
    """Why they were kept and what to do, for the reader; empty when there are none."""


def device(root: Path) -> str:
    """Name the disk that a folder lies on: another name for another one, as far as is known."""
    return str(os.stat(root).st_dev)


def absent(
    root: Path, survey: Survey, known: Mapping[str, tuple[str, str]], was_on: str | None
) -> Absent:
    """Find the files that are rather away than deleted.

    Args:
        root: the folder.
        survey: what was found in it.
        known: the files of the index, each with its stamp first.
        was_on: its :func:`device` when files were last read, where that is known.
    """
    there = {source.file for source in survey.sources}
    lost = [file for file in known if file not in there]
    if not lost:
        return Absent()
    new = [source for source in survey.sources if source.file not in known]
    gone = _without_moved(lost, new, known)
    if (rules := ignored(root)) is not None:
        gone = [file for file in gone if not rules.match(file)]
    other_disk = was_on is not None and len(lost) == len(known) and device(root) != was_on
    if gone and (other_disk or _nearly_all(len(gone) - len(new), len(known))):
        share = "all" if len(gone) == len(known) else f"{len(gone):,} of"
        away = f"Not in the folder any more: {share} {len(known):,} documents of the index"
        return Absent(tuple(sorted(gone)), f"{away}. {_kept('its disk')}")
    return _below(survey, gone)


def _kept(disk: str) -> str:
    return f"They were kept, in case {disk} is not mounted. {_IF_GONE}"


def _nearly_all(gone: int, known: int) -> bool:
    return known >= MANY and gone > _NEARLY_ALL * known


def _without_moved(
    lost: Iterable[str], new: Iterable[Source], known: Mapping[str, tuple[str, str]]
) -> list[str]:
    """Of the files that are not where they were, those that are nowhere else by their size."""
    sizes = Counter(str(source.size) for source in new)
    gone: list[str] = []
    for file in lost:
        size = known[file][0].partition(":")[0]
        if sizes[size]:
            sizes[size] -= 1
        else:
            gone.append(file)
    return gone


def _below(survey: Survey, gone: Sequence[str]) -> Absent:
    """What lies below folders that cannot be listed, or are there and empty."""
    files: set[str] = set()
    places: list[str] = []
    for folder in [*survey.unlisted, *survey.empty]:
        here = [file for file in gone if file.startswith(folder)]
        if here and (folder in survey.unlisted or len(here) >= MANY):
            files.update(here)
            places.append(folder)
    if not files:
        return Absent()
    where = ", ".join(sorted(places)[:3]) + (" and others" if len(places) > 3 else "")
    number = "1 document" if len(files) == 1 else f"{len(files):,} documents"
    away = f"Not seen any more: {number} in {where}, which cannot be listed or holds nothing now."
    return Absent(tuple(sorted(files)), f"{away} {_kept('a disk')}")
