"""Files become works, one after the other: read, cut, and made ready to be found."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .align import TokenEmbedder
from .defaults import default_embedder
from .documents import Document, Skipped, Source
from .embed import Embedder
from .read import Reader
from .work import Work, prepare_all

_GROUP = 50_000
"""Bytes of files that are made ready together: many texts take less time than each by itself."""


@dataclass(frozen=True, slots=True)
class Task:
    """A file to be read."""

    source: Source
    digest: str | None
    """Of its bytes when it was read last; None for a new file, empty for one to be read again."""


Outcome = Work | Skipped | None
"""What became of a task; None where the file's bytes are those of the last time."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How works are made: equal recipes make equal works."""

    root: Path
    name: str
    """Part of every chunk's id."""
    built_in: bool
    """The vectors are those of the built-in model."""


def built_in(embedder: Embedder) -> bool:
    """Tell whether an embedder gives the vectors, and the tokens, of the built-in model."""
    return (
        isinstance(embedder, TokenEmbedder)
        and embedder.fingerprint == default_embedder().fingerprint
    )


class Preparer:
    """Makes works in this process."""

    def __init__(self, recipe: Recipe) -> None:
        self.recipe = recipe
        self._reader = Reader(recipe.root)
        self._model: TokenEmbedder | None = None
        if recipe.built_in:
            model = default_embedder()
            self._model = model if isinstance(model, TokenEmbedder) else None

    def outcomes(self, tasks: Sequence[Task]) -> Iterator[Outcome]:
        """Give the tasks what became of them, in order, some files read at a time."""
        for group in _groups(tasks):
            yield from self.prepare_all(group)

    def prepare_all(self, tasks: Sequence[Task]) -> list[Outcome]:
        """Read files and make their works, in order.

        Raises:
            Exhausted: the machine gives no more files or processes.
        """
        outcomes: list[Outcome] = []
        read: list[tuple[Source, Document]] = []
        places: list[int] = []
        for place, task in enumerate(tasks):
            _let_clock_tick(task.source)
            found = self._reader.read_changed(task.source, task.digest or "")
            if isinstance(found, Document):
                places.append(place)
                read.append((task.source, found))
                found = None
            outcomes.append(found)
        works = prepare_all(read, self.recipe.name, self._model)
        for place, work in zip(places, works, strict=True):
            outcomes[place] = work
        return outcomes

    def close(self) -> None:
        """End the child process that reads other formats, if there is one."""
        self._reader.close()


def _groups(tasks: Sequence[Task]) -> Iterator[list[Task]]:
    group: list[Task] = []
    size = 0
    for task in tasks:
        group.append(task)
        size += task.source.size
        if size >= _GROUP:
            yield group
            group, size = [], 0
    if group:
        yield group


def _let_clock_tick(source: Source) -> None:
    """Wait until a change after reading is bound to change the file's stamp.

    Two changes within one tick of the file system's clock leave equal times. A time without
    fractions of a second tells of a clock that ticks as slowly as FAT's, every two seconds.
    """
    changed = max(source.ctime_ns, source.mtime_ns)
    tick = 20_000_000 if changed % 1_000_000_000 else 2_000_000_000
    age = time.time_ns() - changed
    if 0 <= age < tick:
        time.sleep((tick - age) / 1e9)
