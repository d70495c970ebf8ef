"""Postings: which rows hold which term, as sorted arrays in blocks of the SQLite catalogue.

A *posting* is a term, a row of its segment and a count. Term and row share one 64-bit key (48 bits
of the term's hash above 16 bits of row number), so that sorting plain integers is the whole of
building and merging. Sorted postings are cut into blocks of some 20 KB that hold whole terms; a
query reads the blocks of its own terms and nothing else, so opening an index costs nothing.

Hashes instead of strings: with a million different terms the chance that any two meet is 0.2 %,
and the harm would be one word found for another.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint64]

ROWS = 1 << 16
"""Most rows in a segment: a row number has 16 bits."""

_ROW_BITS = np.uint64(16)
_BLOCK = 8_192
"""Postings in a block, about; a block always holds whole terms."""

SCHEMA = (
    """
    CREATE TABLE lexical_blocks (
        id INTEGER PRIMARY KEY,
        segment INTEGER NOT NULL, field INTEGER NOT NULL, number INTEGER NOT NULL,
        data BLOB NOT NULL,
        UNIQUE (segment, field, number)
    )
    """,
    """
    CREATE TABLE lexical_directories (
        segment INTEGER NOT NULL, field INTEGER NOT NULL,
        first_terms BLOB NOT NULL,
        PRIMARY KEY (segment, field)
    )
    """,
)
"""A directory holds the first term of every block, so that a term is found without a search in
SQLite: with 100,000 passages that halves the time of a question."""


@dataclass(frozen=True, slots=True)
class Postings:
    """Sorted by key; no key twice."""

    keys: Keys
    """``term << 16 | row``."""
    counts: NDArray[np.uint8]
    """How often the term occurs in the row; 255 stands for that or more."""

    @property
    def terms(self) -> Keys:
        """The term of every posting, 48 bits."""
        return self.keys >> _ROW_BITS

    @property
    def rows(self) -> NDArray[np.uint16]:
        """The row of every posting, 0-based in its segment."""
        return self.keys.astype(np.uint16)


def term_hash(term: str) -> int:
    """48 bits of a term, the same on every machine."""
    return int.from_bytes(hashlib.blake2b(term.encode(), digest_size=6).digest(), "little")


@lru_cache(maxsize=10_000)
def term_hashes(terms: tuple[str, ...]) -> tuple[int, ...]:
    """The hash of each of some terms; those of a question are asked again and again."""
    return tuple(map(term_hash, terms))


def collect(terms: Keys, rows: NDArray[np.uint16]) -> Postings:
    """Sort and count occurrences given in any order."""
    keys = np.sort((terms << _ROW_BITS) | rows.astype(np.uint64))
    starts = np.flatnonzero(np.diff(keys, prepend=~keys[:1]))
    counts = np.diff(starts, append=len(keys))
    return Postings(keys[starts], np.minimum(counts, 255).astype(np.uint8))


def merge(parts: Iterable[Postings]) -> Postings:
    """Join postings whose keys do not overlap."""
    listed = list(parts)
    keys = np.concatenate([part.keys for part in listed])
    # The parts are sorted runs, which a stable sort merges instead of sorting anew.
    order = np.argsort(keys, kind="stable")
    return Postings(keys[order], np.concatenate([part.counts for part in listed])[order])


def write(connection: sqlite3.Connection, segment: int, field: int, postings: Postings) -> None:
    """Append postings, all of whose terms must come after those already written."""
    terms = postings.terms
    starts = np.flatnonzero(np.diff(terms, prepend=~terms[:1]))
    ends = np.append(starts[1:], len(terms))
    directory = read_directory(connection, segment, field)
    firsts: list[np.uint64] = []
    first = 0
    while first < len(starts):
        last = int(np.searchsorted(ends, starts[first] + _BLOCK, side="right"))
        last = max(last, first + 1)
        part = slice(int(starts[first]), int(ends[last - 1]))
        data = _pack(terms[starts[first:last]], ends[first:last] - starts[first], postings, part)
        connection.execute(
            "INSERT INTO lexical_blocks (segment, field, number, data) VALUES (?, ?, ?, ?)",
            (segment, field, len(directory) + len(firsts), data),
        )
        firsts.append(terms[starts[first]])
        first = last
    grown = np.append(directory, np.array(firsts, "<u8")).astype("<u8").tobytes()
    connection.execute(
        "INSERT OR REPLACE INTO lexical_directories VALUES (?, ?, ?)", (segment, field, grown)
    )


def read_range(
    connection: sqlite3.Connection, segment: int, field: int, low: int, high: int
) -> Postings:
    """All postings with ``low <= term < high``."""
    edges = np.array([low, high - 1], np.uint64)
    directory = read_directory(connection, segment, field)
    first, last = (np.searchsorted(directory, edges, side="right") - 1).tolist()
    data = connection.execute(
        "SELECT data FROM lexical_blocks WHERE segment = ? AND field = ?"
        " AND number BETWEEN ? AND ? ORDER BY number",
        (segment, field, first, last),
    )
    parts = [Block(row[0]).postings() for row in data]
    keys = np.concatenate([np.empty(0, np.uint64), *(part.keys for part in parts)])
    counts = np.concatenate([np.empty(0, np.uint8), *(part.counts for part in parts)])
    inside = slice(*np.searchsorted(keys >> _ROW_BITS, [low, high]).tolist())
    return Postings(keys[inside], counts[inside])


def read_directory(connection: sqlite3.Connection, segment: int, field: int) -> Keys:
    """The first term of every block."""
    row = connection.execute(
        "SELECT first_terms FROM lexical_directories WHERE segment = ? AND field = ?",
        (segment, field),
    ).fetchone()
    return np.frombuffer(row[0] if row else b"", "<u8")


def erase(connection: sqlite3.Connection, segment: int) -> None:
    """Delete all blocks of a segment."""
    connection.execute("DELETE FROM lexical_blocks WHERE segment = ?", (segment,))
    connection.execute("DELETE FROM lexical_directories WHERE segment = ?", (segment,))


def _pack(terms: Keys, ends: NDArray[np.intp], postings: Postings, part: slice) -> bytes:
    """Number of terms, terms, where each ends, rows, counts (left out where all are 1)."""
    counts = postings.counts[part]
    return b"".join(
        (
            len(terms).to_bytes(8, "little"),
            terms.astype("<u8").tobytes(),
            ends.astype("<u4").tobytes(),
            postings.rows[part].astype("<u2").tobytes(),
            b"" if bool((counts == 1).all()) else counts.tobytes(),
        )
    )


class Occurrences(NamedTuple):
    """Where a term, or any of several, occurs in the rows of one segment."""

    rows: NDArray[np.uint16]
    """Row numbers, none twice; of one term they rise."""
    counts: NDArray[np.uint8] | None
    """How often it occurs in each; None for once."""


@dataclass(frozen=True, slots=True)
class Spans:
    """Where each of some terms occurs in the rows of one segment, counts left out.

    A question has tens of grams: a few arrays are quicker than an object for each.
    """

    rows: NDArray[np.uint16]
    """Row numbers, those of the terms among others."""
    begins: NDArray[np.intp]
    """Where in them those of each term begin."""
    ends: NDArray[np.intp]
    """Where they end: at once for a term that does not occur."""

    @classmethod
    def of(cls, found: Iterable[Occurrences | None]) -> Spans:
        """Put what was found of each term one after the other."""
        parts = [np.empty(0, np.uint16) if one is None else one.rows for one in found]
        edges = np.cumsum([0, *map(len, parts)])
        return cls(np.concatenate([np.empty(0, np.uint16), *parts]), edges[:-1], edges[1:])

    @property
    def lengths(self) -> NDArray[np.intp]:
        """In how many rows each term occurs."""
        return self.ends - self.begins

    def joined(self, terms: NDArray[np.intp]) -> NDArray[np.intp]:
        """The rows of some of the terms, one after the other."""
        parts = map(slice, self.begins[terms].tolist(), self.ends[terms].tolist())
        rows = self.rows
        return np.concatenate([rows[:0], *(rows[part] for part in parts)], dtype=np.intp)


class Block:
    """A block as it lies on disk, looked at without copying; or all blocks of a field as one."""

    def __init__(self, data: bytes) -> None:
        size = int.from_bytes(data[:8], "little")
        self._terms = np.frombuffer(data, "<u8", size, 8)
        self._edges = np.zeros(size + 1, np.uint32)
        self._edges[1:] = np.frombuffer(data, "<u4", size, 8 + 8 * size)
        rows_at = 8 + 12 * size
        total = int(self._edges[-1])
        self._rows = np.frombuffer(data, "<u2", total, rows_at)
        counted = len(data) > rows_at + 2 * total
        self._counts = np.frombuffer(data, "u1", total, rows_at + 2 * total) if counted else None

    @classmethod
    def joined(cls, data: Iterable[bytes], size: int) -> Block:
        """Make one of all blocks of a field.

        Args:
            data: the blocks, in their order.
            size: at least their bytes together. Room that stays empty takes no memory.
        """
        whole = cls.__new__(cls)
        terms, edges = np.empty(size // 8, np.uint64), np.zeros(size // 8 + 1, np.uint32)
        rows, counts = np.empty(size // 2, np.uint16), np.empty(size // 2, np.uint8)
        first = last = 0
        counted = False
        for block in map(cls, data):
            named = slice(first, first + len(block._terms))
            part = slice(last, last + len(block._rows))
            terms[named], rows[part] = block._terms, block._rows
            edges[named.start + 1 : named.stop + 1] = block._edges[1:] + np.uint32(last)
            if block._counts is not None and not counted:
                counts[:last], counted = 1, True
            if counted:
                counts[part] = 1 if block._counts is None else block._counts
            first, last = named.stop, part.stop
        whole._terms, whole._edges = terms[:first], edges[: first + 1]
        whole._rows, whole._counts = rows[:last], counts[:last] if counted else None
        return whole

    def find(self, terms: Keys) -> list[Occurrences | None]:
        """Where each of some terms occurs; None where it does not."""
        at, there = self._places(terms)
        known = there.tolist()
        parts = map(slice, self._edges[at].tolist(), self._edges[at + 1].tolist())
        rows, counts = self._rows, self._counts
        return [
            Occurrences(rows[part], None if counts is None else counts[part]) if there else None
            for there, part in zip(known, parts, strict=True)
        ]

    def spans(self, terms: Keys) -> Spans:
        """The same without counts."""
        at, there = self._places(terms)
        begins, ends = self._edges.take(np.stack([at, at + 1])).astype(np.intp)
        return Spans(self._rows, begins, np.where(there, ends, begins))

    def postings(self) -> Postings:
        """All of it."""
        terms = np.repeat(self._terms, np.diff(self._edges))
        counts = np.ones(len(self._rows), np.uint8) if self._counts is None else self._counts
        return Postings((terms << _ROW_BITS) | self._rows, counts)

    def _places(self, terms: Keys) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
        """Where among the terms of the block each of some terms stands, and whether it does."""
        at = np.minimum(self._terms.searchsorted(terms), len(self._terms) - 1)
        return at, self._terms.take(at) == terms
