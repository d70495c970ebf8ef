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
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from . import postings
from .asked import Asked
from .bm25 import LexicalScores, bm25, bm25_once, idf, shared
from .compounds import Compound, taken_apart
from .grams import gram_hashes
from .listing import Listing, listed
from .postings import ROWS, Keys, Occurrences, Postings, Spans
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
        grams, _ = gram_hashes([question])
        return LexicalScores(
            self._recent.rows,
            self._word_shares(segments, words),
            self._gram_shares(segments, grams),
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
            if all(len(group) == 1 for group in groups):
                held = self._spans(segments, _WORDS, np.array(groups, np.uint64).ravel())[1]
            else:
                held = self._find(segments, groups)[1]
            listed: list[int] = held.tolist()
            return listed

        return taken_apart(question, language, held)

    def _spans(
        self, segments: Sequence[Segment], field: int, terms: Keys
    ) -> tuple[list[Spans], NDArray[np.intp]]:
        """Where terms occur, segment by segment, and in how many live rows."""
        found = [self._recent.spans(segment.number, field, terms) for segment in segments]
        held = np.zeros(len(terms), np.intp)
        for segment, spans in zip(segments, found, strict=True):
            held += segment.holding_each(spans)
        return found, held

    def _find(
        self, segments: Sequence[Segment], groups: Sequence[Group]
    ) -> tuple[list[list[Occurrences | None]], NDArray[np.intp]]:
        """Where groups of words occur, segment by segment, and in how many live rows."""
        found = [self._recent.read(segment.number, _WORDS, groups) for segment in segments]
        held = np.zeros(len(groups), np.intp)
        for segment, parts in zip(segments, found, strict=True):
            held += np.fromiter(map(segment.holding, parts), np.intp, len(parts))
        return found, held

    def _word_shares(self, segments: Sequence[Segment], asked: Asked) -> NDArray[np.float32]:
        """BM25 of the live rows over the summed idf of what is asked."""
        live, average = _statistics(segments, _WORDS)
        found, held = self._find(segments, asked.groups)
        own = shared(asked.weighed(idf(live, held)))
        return _joined(
            bm25(parts, own, segment.norms(_WORDS, average))[segment.living]
            for segment, parts in zip(segments, found, strict=True)
        )

    def _gram_shares(self, segments: Sequence[Segment], grams: Keys) -> NDArray[np.float32]:
        """The same by grams, those in many rows passed over."""
        live, average = _statistics(segments, _GRAMS)
        found, held = self._spans(segments, _GRAMS, grams)
        weights = idf(live, held)
        weights[held > _COMMON * max(live, 4)] = 0
        own = shared(weights)
        return _joined(
            bm25_once(spans, own, segment.norms(_GRAMS, average))[segment.living]
            for segment, spans in zip(segments, found, strict=True)
        )

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


def _statistics(segments: Sequence[Segment], field: int) -> tuple[int, float]:
    """How many rows are alive, and how many terms these have on average."""
    live = sum(segment.live for segment in segments)
    return live, sum(segment.sums[field] for segment in segments) / max(live, 1)


def _joined(shares: Iterable[NDArray[np.float32]]) -> NDArray[np.float32]:
    parts = list(shares)
    return parts[0] if len(parts) == 1 else np.concatenate([_NOTHING, *parts])
