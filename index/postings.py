"""Postings: which rows hold which term, as sorted arrays in blocks of the SQLite catalogue.

A *posting* is a term, a row of its segment and a count. Term and row share one 64-bit key (48 bits
of the term's hash above 16 bits of row number), so that sorting plain integers is the whole of
building and merging. Sorted postings are cut into blocks of some 32 KB that hold whole terms; a
query reads the blocks of its own terms and nothing else, so opening an index costs nothing.

Hashes instead of strings: with a million different terms the chance that any two meet is 0.2 %,
and the harm would be one word found for another.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint64]

ROWS = 1 << 16
"""Most rows in a segment: a row number has 16 bits."""

_ROW_BITS = np.uint64(16)
_BLOCK = 16_384
"""Postings in a block, about; a block always holds whole terms."""

SCHEMA = """
CREATE TABLE lexical_blocks (
    id INTEGER PRIMARY KEY,
    segment INTEGER NOT NULL,
    field INTEGER NOT NULL,
    first_term INTEGER NOT NULL,
    data BLOB NOT NULL,
    UNIQUE (segment, field, first_term)
);
"""


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
    first = 0
    while first < len(starts):
        last = int(np.searchsorted(ends, starts[first] + _BLOCK, side="right"))
        last = max(last, first + 1)
        part = slice(int(starts[first]), int(ends[last - 1]))
        data = _pack(terms[starts[first:last]], ends[first:last] - starts[first], postings, part)
        connection.execute(
            "INSERT INTO lexical_blocks (segment, field, first_term, data) VALUES (?, ?, ?, ?)",
            (segment, field, int(terms[starts[first]]), data),
        )
        first = last


def read(
    connection: sqlite3.Connection, segment: int, field: int, terms: Iterable[int]
) -> Iterator[tuple[int, NDArray[np.uint16], NDArray[np.uint8]]]:
    """The rows and counts of each wanted term that the segment has, by rising term."""
    block: _Block | None = None
    for term in sorted(terms):
        if block is None or not block.first <= term <= block.last:
            found = connection.execute(
                "SELECT data FROM lexical_blocks WHERE segment = ? AND field = ?"
                " AND first_term <= ? ORDER BY first_term DESC LIMIT 1",
                (segment, field, term),
            ).fetchone()
            if found is None:
                continue
            block = _Block(found[0])
        rows, counts = block.find(term)
        if len(rows):
            yield term, rows, counts


def read_range(
    connection: sqlite3.Connection, segment: int, field: int, low: int, high: int
) -> Postings:
    """All postings with ``low <= term < high``."""
    data = connection.execute(
        "SELECT data FROM lexical_blocks WHERE segment = ? AND field = ? AND first_term < ?"
        " AND first_term >= coalesce((SELECT max(first_term) FROM lexical_blocks"
        " WHERE segment = ? AND field = ? AND first_term <= ?), ?) ORDER BY first_term",
        (segment, field, high, segment, field, low, low),
    )
    parts = [_Block(row[0]).postings() for row in data]
    keys = np.concatenate([np.empty(0, np.uint64), *(part.keys for part in parts)])
    counts = np.concatenate([np.empty(0, np.uint8), *(part.counts for part in parts)])
    first, last = np.uint64(low << 16), np.uint64((high << 16) - 1)  # high may be 2**48
    inside = slice(np.searchsorted(keys, first), np.searchsorted(keys, last, side="right"))
    return Postings(keys[inside], counts[inside])


def erase(connection: sqlite3.Connection, segment: int) -> None:
    """Delete all blocks of a segment."""
    connection.execute("DELETE FROM lexical_blocks WHERE segment = ?", (segment,))


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


class _Block:
    """A block as it lies on disk, looked at without copying."""

    __slots__ = ("counts", "ends", "first", "last", "rows", "terms")

    def __init__(self, data: bytes) -> None:
        size = int.from_bytes(data[:8], "little")
        self.terms = np.frombuffer(data, "<u8", size, 8)
        self.ends = np.frombuffer(data, "<u4", size, 8 + 8 * size)
        total = int(self.ends[-1])
        self.rows = np.frombuffer(data, "<u2", total, 8 + 12 * size)
        start = 8 + 12 * size + 2 * total
        plain = len(data) == start
        self.counts = np.ones(total, np.uint8) if plain else np.frombuffer(data, "u1", total, start)
        self.first, self.last = int(self.terms[0]), int(self.terms[-1])

    def find(self, term: int) -> tuple[NDArray[np.uint16], NDArray[np.uint8]]:
        at = int(np.searchsorted(self.terms, np.uint64(term)))
        if at == len(self.terms) or int(self.terms[at]) != term:
            return self.rows[:0], self.counts[:0]
        part = slice(int(self.ends[at - 1]) if at else 0, int(self.ends[at]))
        return self.rows[part], self.counts[part]

    def postings(self) -> Postings:
        ends = self.ends.astype(np.int64)
        terms = np.repeat(self.terms, ends - np.append(0, ends[:-1]))
        return Postings((terms << _ROW_BITS) | self.rows, self.counts)
