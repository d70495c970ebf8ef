"""Postings read for questions, what was read kept in memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from .bm25 import Occurrences, Once, union
from .postings import Block, Keys, read_directory

_ROOM = 80 << 20
"""Bytes of blocks kept: all of a middling index, half of one of 100,000 passages."""
_ENTRY = 400
"""Bytes that remembering a group of terms costs, about, beside its rows."""
_AGAIN = 7
"""Bytes for each row that holds one more than once."""
_FETCH = 500
"""Blocks fetched in one go; SQLite limits the variables of a statement."""

Group = tuple[int, ...]
"""Terms any of which is meant."""


@dataclass(frozen=True)
class Segment:
    """Some passages whose postings were written together."""

    number: int
    row_ids: NDArray[np.int64]
    lengths: tuple[NDArray[np.uint32], NDArray[np.uint32]]
    """Words and different grams of each row."""
    alive: NDArray[np.bool_]

    @cached_property
    def live(self) -> int:
        """How many rows are alive."""
        return int(self.alive.sum())

    @cached_property
    def living(self) -> slice | NDArray[np.bool_]:
        """What picks those out of all rows."""
        return slice(None) if self.live == len(self.alive) else self.alive

    def once(self, field: int, average: float) -> Once:
        """See :class:`index.bm25.Once`; made once for as long as nothing changes."""
        kept = self._once.get(field)
        if kept is None or kept.average != average:
            kept = self._once[field] = Once.of(self.lengths[field], average)
        return kept

    @cached_property
    def _once(self) -> dict[int, Once]:
        return {}

    def holding(self, found: Occurrences | None) -> int:
        """How many of the rows in which something occurs are alive."""
        if found is None:
            return 0
        if self.live == len(self.alive):
            return len(found.rows)
        return int(np.count_nonzero(self.alive.take(found.rows)))

    @cached_property
    def sums(self) -> tuple[int, int]:
        """Their words and grams."""
        words, grams = (int(lengths[self.alive].sum()) for lengths in self.lengths)
        return words, grams


def read_segments(connection: sqlite3.Connection) -> list[Segment]:
    """The segments there are, oldest first."""
    rows = connection.execute("SELECT * FROM lexical_segments ORDER BY id").fetchall()
    found: list[Segment] = []
    for number, row_ids, words, grams, alive in rows:
        ids = np.frombuffer(row_ids, "<i8")
        lengths = (np.frombuffer(words, "<u4"), np.frombuffer(grams, "<u4"))
        bits = np.unpackbits(np.frombuffer(alive, np.uint8), count=len(ids)).astype(bool)
        found.append(Segment(number, ids, lengths, bits))
    return found


class Recent:
    """The postings that questions asked for last.

    Those of a segment never change: its number is given once. So what another process commits is
    met as other segments, and only what is rolled back here makes something untrue.
    """

    def __init__(self, connection: sqlite3.Connection, room: int = _ROOM) -> None:
        self._db = connection
        self._left = self._room = room
        self._directories: dict[tuple[int, int], Keys] = {}
        self._blocks: dict[tuple[int, int, int], Block] = {}
        self._groups: dict[tuple[int, int], dict[Group, Occurrences | None]] = {}
        self._seen = (-1, -1)
        self._segments: list[Segment] = []
        self.rows = np.empty(0, np.int64)
        """The row ids of all segments, one after the other, as :meth:`segments` found them."""
        self.rising = self.rows
        """The same, rising."""
        self.order: NDArray[np.intp] | None = None
        """What puts them in order; None where they rise already."""

    def segments(self) -> list[Segment]:
        """The segments as they are now, read again where anything was written since."""
        (theirs,) = self._db.execute("PRAGMA data_version").fetchone()
        seen = (int(theirs), self._db.total_changes)
        if seen != self._seen:
            if seen[1] != self._seen[1]:
                self.forget()
            self._segments = read_segments(self._db)
            parts = [segment.row_ids[segment.living] for segment in self._segments]
            self.rows = np.concatenate(parts) if parts else np.empty(0, np.int64)
            sorted_already = bool((np.diff(self.rows) > 0).all())
            self.order = None if sorted_already else np.argsort(self.rows)
            self.rising = self.rows if self.order is None else self.rows[self.order]
            self._seen = seen
        return self._segments

    def forget(self) -> None:
        """Read everything anew from here on."""
        self._directories.clear()
        self._blocks.clear()
        self._groups.clear()
        self._left = self._room

    def read(self, segment: int, field: int, groups: Sequence[Group]) -> list[Occurrences | None]:
        """Where each of some groups of terms occurs in a segment; None for nowhere."""
        if self._left < 0:
            self.forget()
        known = self._groups.setdefault((segment, field), {})
        unknown = [group for group in groups if group not in known]
        if unknown:
            terms = self._look_up(segment, field, {term for group in unknown for term in group})
            for group in unknown:
                known[group] = self._joined([terms[term] for term in group if term in terms])
        return [known[group] for group in groups]

    def _joined(self, parts: list[Occurrences]) -> Occurrences | None:
        self._left -= _ENTRY
        if not parts:
            return None
        found = union(parts) if len(parts) > 1 else parts[0]
        self._left -= _AGAIN * len(found.again)
        if len(parts) > 1:
            self._left -= found.rows.nbytes
        return found

    def _look_up(self, segment: int, field: int, terms: Collection[int]) -> dict[int, Occurrences]:
        directory = self._directories.get((segment, field))
        if directory is None:
            directory = read_directory(self._db, segment, field)
            self._directories[segment, field] = directory
        # A block holds the terms from its first one up to the next block's.
        hashes = np.fromiter(terms, np.uint64, len(terms))
        places = directory.searchsorted(hashes, side="right") - 1
        wanted: dict[int, list[int]] = {}
        for place, term in zip(places.tolist(), terms, strict=True):
            if place >= 0:
                wanted.setdefault(place, []).append(term)
        self._fetch(segment, field, list(wanted))
        found: dict[int, Occurrences] = {}
        for number, asked in wanted.items():
            block = self._blocks.get((segment, field, number))
            for term, rows, counts in () if block is None else block.find(asked):
                found[term] = Occurrences.of(rows, counts)
        return found

    def _fetch(self, segment: int, field: int, numbers: Sequence[int]) -> None:
        missing = [n for n in numbers if (segment, field, n) not in self._blocks]
        for start in range(0, len(missing), _FETCH):
            part = missing[start : start + _FETCH]
            found = self._db.execute(
                "SELECT number, data FROM lexical_blocks WHERE segment = ? AND field = ?"
                f" AND number IN ({','.join('?' * len(part))})",
                (segment, field, *part),
            )
            for number, data in found:
                self._blocks[segment, field, number] = Block(data)
                self._left -= len(data)
