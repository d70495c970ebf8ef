"""Lexical search: BM25 over words and over grams, in the catalogue's own SQLite file.

The scores are *shares*: BM25 divided by the summed idf of all the question's terms, those no
passage has included. A share tells how much of the question's weight a passage holds, means the
same in a folder of five files and of fifty thousand, and goes to zero by itself when question and
passage are in different languages, which is why it can be joined with a cosine.

Postings live in segments: one is written at every `add`, and small ones are merged as they pile up.
A removed row is only marked in its segment. All statistics are taken over the rows that are still
there, so that no history of edits can be seen in a score.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from . import postings
from .asked import Asked
from .bm25 import bm25, bm25_once, idf
from .compounds import Compound, taken_apart
from .grams import gram_hashes
from .listing import Listing, listed
from .postings import ROWS, Occurrences, Postings
from .recent import Group, Recent, Segment, read_segments

_WORDS, _GRAMS = 0, 1
_NOTHING = np.empty(0, np.float32)

_COMMON = 0.25
"""Grams in a larger share of the passages are passed over: on dev/ that changes nothing."""
_PILE = 16
"""Segments of about one size that are merged into one."""
_SLICES = 16
"""Merging goes through the terms in this many slices, to need a sixteenth of the memory."""

_SEGMENTS = """
CREATE TABLE lexical_segments (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_ids BLOB NOT NULL, word_lengths BLOB NOT NULL, gram_lengths BLOB NOT NULL,
    alive BLOB NOT NULL
)
"""


def create_tables(connection: sqlite3.Connection) -> None:
    """Create the tables, inside the caller's transaction."""
    connection.execute(_SEGMENTS)
    for statement in postings.SCHEMA:
        connection.execute(statement)


@dataclass(frozen=True, slots=True)
class LexicalScores:
    """What a question's words and grams say of each row.

    ``words`` and ``grams`` are shares, 0 to about 1, higher is better.
    """

    row_ids: NDArray[np.int64]
    """None twice."""
    words: NDArray[np.float32]
    grams: NDArray[np.float32]
    order: NDArray[np.intp] | None = None
    """What puts the row ids in order; None where they rise already."""

    def found(self) -> LexicalScores:
        """The rows that hold anything of the question, by rising row id."""
        kept = np.flatnonzero((self.words > 0) | (self.grams > 0))
        if self.order is not None:
            kept = kept[np.argsort(self.row_ids[kept])]
        return LexicalScores(self.row_ids[kept], self.words[kept], self.grams[kept])

    def of(self, rows: NDArray[np.int64]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Words and grams of some rows; 0 for those of which nothing is said."""
        if not len(self.row_ids):
            return np.zeros(len(rows), np.float32), np.zeros(len(rows), np.float32)
        places = np.searchsorted(self.row_ids, rows, sorter=self.order)
        places = np.minimum(places, len(self.row_ids) - 1)
        if self.order is not None:
            places = self.order[places]
        known = self.row_ids[places] == rows
        return np.where(known, self.words[places], 0), np.where(known, self.grams[places], 0)


class LexicalIndex:
    """Words and grams of the chunks, kept in the tables of :func:`create_tables`.

    What it holds in memory between calls is held against SQLite's own count of changes: what
    another process has committed is seen at once.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._recent = Recent(connection)

    def add(self, rows: Sequence[tuple[int, str, str]]) -> None:
        """Index chunks, inside the caller's transaction; a row id that is there is replaced.

        Args:
            rows: ``(row id, text, language of the text)`` of each chunk. Large batches are faster.
        """
        kept = {row_id: (text, language) for row_id, text, language in rows}
        self.remove(list(kept))
        ids = sorted(kept)
        texts, languages = ([kept[row_id][part] for row_id in ids] for part in (0, 1))
        self.add_terms(ids, listed(texts, languages))

    def add_terms(self, row_ids: Sequence[int], terms: Listing) -> None:
        """Index new chunks whose terms are known, inside the caller's transaction.

        Args:
            row_ids: rising, and not in the index yet.
            terms: of the chunks, in that order.
        """
        for start in range(0, len(row_ids), ROWS):
            part = row_ids[start : start + ROWS]
            self._write_rows(part, terms.some(start, start + len(part)))
        self._merge_piles()

    def remove(self, row_ids: Sequence[int]) -> None:
        """Take rows out, inside the caller's transaction; unknown ids are passed over."""
        wanted = np.array(row_ids, np.int64)
        for segment in read_segments(self._db) if len(wanted) else ():
            stays = segment.alive & ~np.isin(segment.row_ids, wanted)
            if not stays.any():
                self._drop(segment)
            elif not np.array_equal(stays, segment.alive):
                self._db.execute(
                    "UPDATE lexical_segments SET alive = ? WHERE id = ?",
                    (np.packbits(stays).tobytes(), segment.number),
                )

    def optimise(self) -> None:
        """Merge small segments, inside the caller's transaction; cheap where there is little to do.

        A segment is merged with the smaller ones when those together reach a quarter of it, or
        when a quarter of it is no longer alive.
        """
        group: list[Segment] = []
        total = 0
        for segment in sorted(read_segments(self._db), key=lambda s: s.live):
            if total + segment.live > ROWS or segment.live > 4 * max(total, 1) and group:
                self._merge(group)
                group, total = [], 0
            group.append(segment)
            total += segment.live
        self._merge(group)

    def rows(self) -> NDArray[np.int64]:
        """The rows there are, rising; the same array as long as nothing is written."""
        self._recent.segments()
        return self._recent.rising

    def score(self, question: str, language: str | None = None) -> LexicalScores:
        """Score the rows that hold a word, figure or gram of the question.

        Args:
            question: What is asked, in any language.
            language: Its language where known; it decides how figures are read, nothing else.
        """
        return self.score_all(question, language).found()

    def score_all(self, question: str, language: str | None = None) -> LexicalScores:
        """Score every row, in no particular order; see :meth:`score`.

        Not to be called between a write and its commit: it would remember what may never be.
        """
        segments = self._recent.segments()
        words = Asked.words(question, language)
        for compound in self._compounds(segments, question, language):
            words.add_parts(compound)
        grams = Asked([(gram,) for gram in gram_hashes([question])[0].tolist()])
        return LexicalScores(
            self._recent.rows,
            self._shares(segments, _WORDS, words, 1.0),
            self._shares(segments, _GRAMS, grams, _COMMON),
            self._recent.order,
        )

    def compounds(self, question: str, language: str | None = None) -> list[Compound]:
        """The words of a question whose parts are looked for as well; see `index/compounds.py`."""
        return self._compounds(self._recent.segments(), question, language)

    def _compounds(
        self, segments: Sequence[Segment], question: str, language: str | None
    ) -> list[Compound]:
        def held(terms: Sequence[tuple[str, ...]]) -> list[int]:
            groups = list(map(postings.term_hashes, terms))
            found: list[int] = self._find(segments, _WORDS, groups)[1].tolist()
            return found

        return taken_apart(question, language, held)

    def _find(
        self, segments: Sequence[Segment], field: int, groups: Sequence[Group]
    ) -> tuple[list[list[Occurrences | None]], NDArray[np.intp]]:
        """Where groups occur, segment by segment, and in how many live rows."""
        found = [self._recent.read(segment.number, field, groups) for segment in segments]
        held = np.zeros(len(groups), np.intp)
        for segment, parts in zip(segments, found, strict=True):
            held += np.fromiter(map(segment.holding, parts), np.intp, len(parts))
        return found, held

    def _shares(
        self, segments: Sequence[Segment], field: int, asked: Asked, common: float
    ) -> NDArray[np.float32]:
        """BM25 of the live rows over the summed idf of what is asked."""
        live = sum(s.live for s in segments)
        average = sum(s.sums[field] for s in segments) / max(live, 1)
        found, held = self._find(segments, field, asked.groups)
        weights = idf(live, held)
        weights[held > common * max(live, 4)] = 0
        weights = asked.weighed(weights)
        own = (weights / (float(weights.sum()) or 1.0)).astype(np.float32)
        score = bm25 if field == _WORDS else bm25_once
        shares = [
            score(parts, own, segment.norms(field, average))[segment.living]
            for segment, parts in zip(segments, found, strict=True)
        ]
        return shares[0] if len(shares) == 1 else np.concatenate([_NOTHING, *shares])

    def _write_rows(self, ids: Sequence[int], terms: Listing) -> None:
        lengths = (terms.word_lengths, terms.gram_lengths)
        number = self._insert(np.array(ids), lengths, np.ones(len(ids), bool))
        for field, hashes in ((_WORDS, terms.words), (_GRAMS, terms.grams)):
            rows = np.repeat(np.arange(len(ids), dtype=np.uint16), lengths[field])
            postings.write(self._db, number, field, postings.collect(hashes, rows))

    def _insert(
        self,
        ids: NDArray[np.int64],
        lengths: Sequence[NDArray[np.integer]],
        alive: NDArray[np.bool_],
    ) -> int:
        words, grams = (array.astype("<u4").tobytes() for array in lengths)
        cursor = self._db.execute(
            "INSERT INTO lexical_segments (row_ids, word_lengths, gram_lengths, alive)"
            " VALUES (?, ?, ?, ?)",
            (ids.astype("<i8").tobytes(), words, grams, np.packbits(alive).tobytes()),
        )
        return int(cursor.lastrowid or 0)

    def _drop(self, segment: Segment) -> None:
        postings.erase(self._db, segment.number)
        self._db.execute("DELETE FROM lexical_segments WHERE id = ?", (segment.number,))

    def _merge_piles(self) -> None:
        """Merge segments of about one size as soon as there are `_PILE` of them."""
        piles: dict[int, list[Segment]] = {}
        for segment in read_segments(self._db):
            piles.setdefault(segment.live.bit_length() // 3, []).append(segment)
        for pile in piles.values():
            if len(pile) >= _PILE and sum(s.live for s in pile) <= ROWS:
                self._merge(pile)

    def _merge(self, segments: Sequence[Segment]) -> None:
        """Write segments anew as one, without their dead rows."""
        if not segments or len(segments) == 1 and 4 * segments[0].live > 3 * len(segments[0].alive):
            return
        ids = np.concatenate([s.row_ids[s.alive] for s in segments])
        lengths = [np.concatenate([s.lengths[f][s.alive] for s in segments]) for f in range(2)]
        number = self._insert(ids, lengths, np.ones(len(ids), bool))
        edges = np.linspace(0, 1 << 48, _SLICES + 1).astype(np.int64).tolist()
        for field in (_WORDS, _GRAMS):
            for low, high in pairwise(edges):
                parts = self._renumbered(segments, field, low, high)
                postings.write(self._db, number, field, postings.merge(parts))
        for segment in segments:
            self._drop(segment)

    def _renumbered(
        self, segments: Iterable[Segment], field: int, low: int, high: int
    ) -> Iterator[Postings]:
        first = 0
        for segment in segments:
            part = postings.read_range(self._db, segment.number, field, low, high)
            live = segment.alive[part.rows]
            places = (np.cumsum(segment.alive) - 1 + first).astype(np.uint64)
            keys = part.keys[live]
            yield Postings(
                (keys >> np.uint64(16) << np.uint64(16)) | places[part.rows[live]],
                part.counts[live],
            )
            first += segment.live
