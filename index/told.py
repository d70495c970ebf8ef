"""The live documents as they are compared: their traces side by side, in arrays.

One change makes one document be compared with all others, so that reading them is what a change
costs in a large folder: nothing is done here document by document that can be done with all.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from .embed import Vectors
from .traces import PERMUTATIONS, Hashes, Trace, shingles, unpack

_AT_A_TIME = 2_000
_HEAD, _SKETCH = 24, 4 * PERMUTATIONS
"""Bytes of a packed trace: its sizes, and its sketch; see :meth:`index.traces.Trace.pack`."""

_ROOM = 64_000_000
"""Bytes of rough vectors that are kept: those of 25,000 articles."""

PassageVectors = Callable[[Sequence[str]], Vectors]
"""Texts into vectors of the built-in model, for which the weights were fitted."""


@dataclass(frozen=True, slots=True)
class Sets:
    """A set of hashes for each document, rising, one after the other."""

    members: Hashes
    starts: NDArray[np.int64]
    """Where each begins, and where the last ends."""

    def of(self, at: int) -> Hashes:
        """The set of one document."""
        return self.members[self.starts[at] : self.starts[at + 1]]

    def overlaps(self, one: int, others: NDArray[np.intp]) -> NDArray[np.float64]:
        """The share of the smaller set's members that are in the other; see ``traces.overlap``."""
        lengths = self.starts[others + 1] - self.starts[others]
        mine = self.of(one)
        theirs = np.concatenate([self.members[:0], *(self.of(at) for at in others.tolist())])
        places = np.minimum(mine.searchsorted(theirs), max(0, len(mine) - 1))
        found = mine[places] == theirs if len(mine) else np.zeros(len(theirs), bool)
        shared = np.append(0, np.cumsum(found))
        ends = np.cumsum(lengths)
        counts = shared[ends] - shared[ends - lengths]
        shares: NDArray[np.float64] = counts / np.maximum(1, np.minimum(lengths, len(mine)))
        return shares


@dataclass(frozen=True, slots=True)
class Told:
    """Live documents, by file."""

    versions: Sequence[int]
    files: Sequence[str]
    stories: Sequence[str]
    """Empty for one that is new, or has lost a twin: to be placed."""
    languages: NDArray[np.intp]
    """Equal numbers, equal languages."""
    words: NDArray[np.int64]
    sketches: NDArray[np.uint32]
    """Shape ``(documents, 128)``."""
    centres: Vectors
    """Shape ``(documents, dimension)``; a row of zeros for one without."""
    names: Sets
    figures: Sets


def read_told(db: sqlite3.Connection) -> Told:
    """Read the traces of all live documents."""
    cursor = db.execute(
        "SELECT version, file, language, story, trace FROM documents JOIN cards USING (version)"
        " WHERE live ORDER BY file"
    )
    told: list[tuple[int, str, str, str]] = []
    parts: list[_Part] = []
    while rows := cursor.fetchmany(_AT_A_TIME):
        told += [row[:4] for row in rows]
        parts.append(_part([row[4] for row in rows]))
    sizes = np.concatenate([part.sizes for part in parts])
    ends = np.vstack([np.zeros((1, 2), np.int64), np.cumsum(sizes, axis=0)])
    return Told(
        versions=[row[0] for row in told],
        files=[row[1] for row in told],
        stories=[row[3] for row in told],
        languages=np.unique([row[2] for row in told], return_inverse=True)[1],
        words=np.concatenate([part.words for part in parts]),
        sketches=np.concatenate([part.sketches for part in parts]),
        centres=_stacked([part.centres for part in parts]),
        names=Sets(np.concatenate([part.names for part in parts]), ends[:, 1]),
        figures=Sets(np.concatenate([part.figures for part in parts]), ends[:, 0]),
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """Some traces, taken apart."""

    words: NDArray[np.int64]
    sizes: NDArray[np.int64]
    """Figures and names of each, shape ``(traces, 2)``."""
    figures: Hashes
    names: Hashes
    sketches: NDArray[np.uint32]
    centres: Vectors


def _part(traces: Sequence[bytes]) -> _Part:
    data = np.frombuffer(b"".join(traces), np.uint8)
    ends = np.cumsum(np.fromiter(map(len, traces), np.int64, len(traces)))
    starts = np.append(0, ends[:-1])
    heads = _cut(data, starts, _HEAD).view(np.uint64)
    sizes = heads[:, 1:].astype(np.int64)
    names_at = starts + _HEAD + 8 * sizes[:, 0]
    sketch_at = names_at + 8 * sizes[:, 1]
    has_centre = sketch_at + _SKETCH < ends
    wide = int((ends - sketch_at - _SKETCH).max())
    centres = np.zeros((len(traces), wide // 4), np.float32)
    centres[has_centre] = _cut(data, sketch_at[has_centre] + _SKETCH, wide).view(np.float32)
    return _Part(
        heads[:, 0].astype(np.int64),
        sizes,
        _runs(data, starts + _HEAD, names_at),
        _runs(data, names_at, sketch_at),
        _cut(data, sketch_at, _SKETCH).view(np.uint32),
        centres,
    )


def _cut(data: NDArray[np.uint8], starts: NDArray[np.int64], size: int) -> NDArray[np.uint8]:
    """So many bytes from each start on, shape ``(starts, size)``."""
    if not size or not len(starts):
        return np.empty((len(starts), size), np.uint8)
    found: NDArray[np.uint8] = sliding_window_view(data, size)[starts]
    return found


def _runs(data: NDArray[np.uint8], starts: NDArray[np.int64], ends: NDArray[np.int64]) -> Hashes:
    """The hashes from each start to each end, one run after the other."""
    counts = (ends - starts) // 8
    before = np.cumsum(counts) - counts
    places = np.arange(counts.sum()) - np.repeat(before, counts)
    return _cut(data, np.repeat(starts, counts) + 8 * places, 8).view(np.uint64).ravel()


def _stacked(parts: Sequence[Vectors]) -> Vectors:
    """One below the other; where no document of a part has a centre, its rows are zeros."""
    found = np.zeros((sum(map(len, parts)), max(part.shape[1] for part in parts)), np.float32)
    at = 0
    for part in parts:
        found[at : at + len(part), : part.shape[1]] = part
        at += len(part)
    return found


class Passages:
    """The articles of documents: their passages' texts and vectors, read when they are needed."""

    def __init__(self, db: sqlite3.Connection, embed: PassageVectors) -> None:
        self.db = db
        self.embed = embed
        self.texts = lru_cache(maxsize=2_000)(self._texts)
        self.vectors = lru_cache(maxsize=2_000)(self._vectors)
        self.traces = lru_cache(maxsize=2_000)(self._trace)
        self._rough: dict[int, NDArray[np.float16]] = {}
        self._room = _ROOM
        self.shingles = lru_cache(maxsize=2_000)(lambda version: shingles(self.article(version)))

    def article(self, version: int) -> str:
        """The text of a document without furniture."""
        return "\n".join(self.texts(version))

    def rough(self, version: int) -> NDArray[np.float16]:
        """The vectors in half the bytes: to a thousandth, cosines of them are the same."""
        found = self._rough.get(version)
        if found is None:
            found = self._vectors(version).astype(np.float16)
            self._room -= found.nbytes
            if self._room < 0:
                self._rough.clear()
                self._room = _ROOM
            self._rough[version] = found
        return found

    def _trace(self, version: int) -> Trace:
        row = self.db.execute("SELECT trace FROM cards WHERE version = ?", (version,)).fetchone()
        return unpack(row[0])

    def _texts(self, version: int) -> tuple[str, ...]:
        query = """SELECT substr(text, start + 1, end - start) FROM chunks JOIN documents
            USING (version) WHERE version = ? AND kind = 'article' ORDER BY start"""
        return tuple(text for (text,) in self.db.execute(query, (version,)))

    def _vectors(self, version: int) -> Vectors:
        return self.embed(self.texts(version))
