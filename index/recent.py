"""Postings read for questions, what was read kept in memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice

import numpy as np
from numpy.typing import NDArray

from .bm25 import Norms, union
from .postings import Block, Keys, Occurrences, Spans, read_directory

_ROOM = 80 << 20
"""Bytes of postings kept: those of 130,000 passages."""
_MANY = 1_000
"""Rows from which on it is worth keeping what several terms have together."""
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

    def norms(self, field: int, average: float) -> Norms:
        """See :class:`index.bm25.Norms`; made once for as long as nothing changes."""
        kept = self._norms.get(field)
        if kept is None or kept.average != average:
            kept = self._norms[field] = Norms.of(self.lengths[field], average)
        return kept

    @cached_property
    def _norms(self) -> dict[int, Norms]:
        return {}

    def holding(self, found: Occurrences | None) -> int:
        """How many of the rows in which something occurs are alive."""
        if found is None:
            return 0
        if self.live == len(self.alive):
            return len(found.rows)
        return int(np.count_nonzero(self.alive.take(found.rows)))

    def holding_each(self, found: Spans) -> NDArray[np.intp]:
        """The same for each of some terms."""
        if self.live == len(self.alive):
            return found.lengths
        alive = self.alive.take(found.joined(np.arange(len(found.begins))))
        edges = np.append(0, np.cumsum(found.lengths))
        held: NDArray[np.intp] = np.diff(np.append(0, np.cumsum(alive, dtype=np.intp))[edges])
        return held

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
    """The postings that questions ask for.

    Those of a segment never change: its number is given once. So what is committed is met as other
    segments.
    """

    def __init__(self, connection: sqlite3.Connection, room: int = _ROOM) -> None:
        self._db = connection
        self._room = room
        self._fields: dict[tuple[int, int], _FieldPostings] = {}
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
            self._segments = read_segments(self._db)
            there = {segment.number for segment in self._segments}
            self._fields = {key: kept for key, kept in self._fields.items() if key[0] in there}
            parts = [segment.row_ids[segment.living] for segment in self._segments]
            self.rows = np.concatenate(parts) if parts else np.empty(0, np.int64)
            sorted_already = bool((np.diff(self.rows) > 0).all())
            self.order = None if sorted_already else np.argsort(self.rows)
            self.rising = self.rows if self.order is None else self.rows[self.order]
            self._seen = seen
        return self._segments

    def read(self, segment: int, field: int, groups: Sequence[Group]) -> list[Occurrences | None]:
        """Where each of some groups of terms occurs in a segment; None for nowhere."""
        kept, left = self._field(segment, field)
        return kept.find(groups, left)

    def spans(self, segment: int, field: int, terms: Keys) -> Spans:
        """Where each of some terms occurs in a segment."""
        kept, left = self._field(segment, field)
        return kept.spans(terms, left)

    def _field(self, segment: int, field: int) -> tuple[_FieldPostings, int]:
        """What is kept of a field of a segment, and the bytes that more may be kept in."""
        left = self._room - sum(kept.size for kept in self._fields.values())
        if left < 0:
            self._fields.clear()
        kept = self._fields.get((segment, field))
        if kept is None:
            kept = self._fields[segment, field] = _FieldPostings(self._db, segment, field)
        return kept, left


class _FieldPostings:
    """The postings of one field of a segment: those a first question asks for, then all of them.

    To read all takes longer than a question does, but less than many; the first waits less.
    """

    def __init__(self, connection: sqlite3.Connection, segment: int, field: int) -> None:
        self._db = connection
        self._named = (segment, field)
        self._directory = read_directory(connection, segment, field)
        self._blocks: dict[int, Block] = {}
        self._whole: Block | None = None
        self._unions: dict[Group, Occurrences] = {}
        self._asked = 0
        self.size = 0
        """Bytes in memory."""

    def find(self, groups: Sequence[Group], room: int) -> list[Occurrences | None]:
        """Where each of some groups of terms occurs; None for nowhere.

        Args:
            groups: any, in any order.
            room: bytes that may be used to hold all there is.
        """
        terms = np.fromiter(chain.from_iterable(groups), np.uint64)
        whole = self._asked_again(room)
        found = iter(self._find_in_blocks(terms) if whole is None else whole.find(terms))
        return [self._united(group, islice(found, len(group))) for group in groups]

    def spans(self, terms: Keys, room: int) -> Spans:
        """Where each of some terms occurs; `room` as for :meth:`find`."""
        whole = self._asked_again(room)
        return Spans.of(self._find_in_blocks(terms)) if whole is None else whole.spans(terms)

    def _asked_again(self, room: int) -> Block | None:
        """All of the field, where it is in memory from now on."""
        if self._asked == 1 and len(self._directory):
            self._read_whole(room)
        self._asked += 1
        return self._whole

    def _united(self, group: Group, found: Iterable[Occurrences | None]) -> Occurrences | None:
        parts = [one for one in found if one is not None]
        if len(parts) < 2:
            return parts[0] if parts else None
        known = self._unions.get(group)
        if known is None:
            known = union(parts)
            if len(known.rows) >= _MANY:
                self._unions[group] = known
                self.size += 3 * len(known.rows)
        return known

    def _read_whole(self, room: int) -> None:
        ours = "FROM lexical_blocks WHERE segment = ? AND field = ?"
        (size,) = self._db.execute(f"SELECT sum(length(data)) {ours}", self._named).fetchone()
        if size <= room + self.size:
            data = self._db.execute(f"SELECT data {ours} ORDER BY number", self._named)
            self._whole = Block.joined((row[0] for row in data), size)
            self._blocks.clear()
            self.size = size

    def _find_in_blocks(self, terms: Keys) -> list[Occurrences | None]:
        # A block holds the terms from its first one up to the next block's.
        places = self._directory.searchsorted(terms, side="right") - 1
        self._fetch([n for n in set(places.tolist()) if n >= 0 and n not in self._blocks])
        return [
            self._blocks[place].find(terms[at : at + 1])[0] if place in self._blocks else None
            for at, place in enumerate(places.tolist())
        ]

    def _fetch(self, numbers: Sequence[int]) -> None:
        for start in range(0, len(numbers), _FETCH):
            part = numbers[start : start + _FETCH]
            found = self._db.execute(
                "SELECT number, data FROM lexical_blocks WHERE segment = ? AND field = ?"
                f" AND number IN ({','.join('?' * len(part))})",
                (*self._named, *part),
            )
            for number, data in found:
                self._blocks[number] = Block(data)
                self.size += len(data)
