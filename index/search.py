"""A question into hits: what is near in meaning, what holds its words, one ranking."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from copy import copy

import numpy as np
from numpy.typing import NDArray

from .align import asking
from .bm25 import LexicalScores
from .cards import Passage, check_filter, matching_rows, read_passages
from .catalogue import Catalogue
from .compounds import Compound
from .diversity import spread
from .documents import EVERYTHING, LANGUAGES, Filter, Hit
from .embed import Embedder
from .errors import BadQuery
from .exact import ExactVectors
from .held import HeldPlaces
from .language import detect_question
from .lexical import LexicalIndex
from .places import Candidates, Places
from .rank import DEPTH, Ranking, rank, shortlist
from .store import ChromaStore
from .stored import StoredPlaces

_POOL = 50
"""Candidates taken from each side, at least; what neither side ranks among them cannot win."""

_HELD_UP_TO = 250_000
"""Passages held in memory; of larger folders Chroma is asked. Half a gigabyte of the built-in
model's vectors and tokens."""

_TELLING = 20  # passages whose language is looked at where the question's words do not tell it
_CLEARLY = 0.9  # share of their words that one language must have: names stand in all of them

LONGEST_QUESTION = 20_000
"""Characters. A longer text is a document, not a question."""


class Searcher:
    """Searches one catalogue and its vectors.

    Attributes:
        held_up_to: passages that are held in memory.
    """

    def __init__(
        self, catalogue: Catalogue, vectors: ChromaStore | ExactVectors, embedder: Embedder
    ) -> None:
        self.catalogue = catalogue
        self.embedder = embedder
        # To look whether an embedder has all that is asked of one takes as long as to embed.
        self._ask = asking(embedder)
        self.lexical = LexicalIndex(catalogue.connection)
        self.held_up_to = _HELD_UP_TO
        self._filled = False
        self._held = HeldPlaces(embedder)
        self._stored = StoredPlaces(catalogue, vectors, embedder)

    def without_chroma(self) -> Searcher:
        """The same with all vectors compared, those too that are not held in memory."""
        other = copy(self)
        other._stored = StoredPlaces(self.catalogue, ExactVectors(self.catalogue), self.embedder)
        return other

    def search(
        self, question: str, k: int, language: str | None, only: Filter = EVERYTHING
    ) -> list[Hit]:
        """Rank passages; see :meth:`index.FolderIndex.search`."""
        check_filter(only)
        if not question.strip():
            raise BadQuery("The question is empty. Ask something about the documents.")
        if len(question) > LONGEST_QUESTION:
            raise BadQuery(
                f"The question has {len(question):,} characters; at most {LONGEST_QUESTION:,} can "
                "be searched for. Ask a shorter one."
            )
        if not self._filled and self.catalogue.is_empty():
            return []  # before anything is embedded
        k = max(1, k)
        pool = max(_POOL, 3 * k)
        asked = self._ask(question)
        with self.catalogue.reading() as db:
            live = self.lexical.rows()
            self._filled = len(live) > 0
            if not self._filled:
                return []
            places = self._places(db, live)
            allowed = matching_rows(db, only)
            looking = places.ask(asked.vector, pool, allowed)
            scores = _only(self.lexical.score_all(question, language), allowed)
            rows = _either(looking(), shortlist(scores, pool))
            found = places.candidates(db, rows, asked.vector)
            ranking = rank(
                asked,
                lambda front: places.tokens(db, found, front),
                lambda front: places.around(db, found, front, asked.vector),
                found.rows,
                found.meaning,
                scores,
                depth=max(DEPTH, k),
                language=language,
                languages=found.languages,
            )
            return self._shown(db, places, found, ranking, k, only)

    def _places(self, db: sqlite3.Connection, live: NDArray[np.int64]) -> Places:
        """Where candidates come from."""
        if len(live) > self.held_up_to:
            self._held.forget()
            return self._stored
        self._held.follow(db, live)
        return self._held

    def _shown(
        self,
        db: sqlite3.Connection,
        places: Places,
        found: Candidates,
        ranking: Ranking,
        k: int,
        only: Filter,
    ) -> list[Hit]:
        """Choose among what was ranked, and read what is chosen."""
        rows, starts, versions = (
            column[ranking.places].tolist() for column in (found.rows, found.starts, found.versions)
        )
        told = places.told(db, versions)
        seen = [
            _Seen(db, row, start, score, *told[version], at)
            for at, (row, start, version, score) in enumerate(
                zip(rows, starts, versions, ranking.scores.tolist(), strict=True)
            )
        ]
        seen.sort(key=lambda one: (-one.score, one.file, one.start))
        chosen = spread(seen, k, only.per_document)
        passages = read_passages(db, [one.row for one in chosen])
        features = ranking.features.matrix().tolist()
        return [_hit(passages[one.row], features, one.at, one.score) for one in chosen]

    def language_of(self, question: str, default: str) -> str:
        """Tell the language of a question; see :meth:`index.FolderIndex.language_of`."""
        if told := detect_question(question[:LONGEST_QUESTION], ""):
            return told
        with self.catalogue.reading():
            scores = self.lexical.score(question[:LONGEST_QUESTION])
            best = np.argsort(-scores.words, kind="stable")[:_TELLING]
            words = dict(zip(scores.row_ids[best].tolist(), scores.words[best], strict=True))
            entries = self.catalogue.entries(rows=[row for row, share in words.items() if share])
        held: dict[str, float] = {}
        for entry in entries:
            language = entry.chunk.language
            held[language] = held.get(language, 0.0) + float(words[entry.row])
        likely = max(held, key=lambda language: (held[language], language), default=default)
        clear = likely in LANGUAGES and held.get(likely, 0.0) >= _CLEARLY * sum(held.values())
        return likely if clear else default

    def compounds(self, question: str) -> list[Compound]:
        """See :meth:`index.FolderIndex.compounds`."""
        with self.catalogue.reading():
            return self.lexical.compounds(question)


class _Seen:
    """A ranked passage, its text not read yet."""

    __slots__ = ("_db", "at", "file", "row", "score", "start", "story")

    def __init__(
        self,
        db: sqlite3.Connection,
        row: int,
        start: int,
        score: float,
        file: str,
        story: str,
        at: int,
    ) -> None:
        self._db = db
        self.row, self.file, self.start = row, file, start
        self.score, self.story, self.at = score, story, at

    @property
    def text(self) -> str:
        """Read from the catalogue."""
        return read_passages(self._db, [self.row])[self.row].text


def _either(some: NDArray[np.int64], others: NDArray[np.int64]) -> NDArray[np.int64]:
    """The rows that are among either, rising, each once."""
    rows = np.concatenate([some, others])
    rows.sort()
    found: NDArray[np.int64] = rows[np.append(True, rows[1:] != rows[:-1])[: len(rows)]]
    return found


def _only(scores: LexicalScores, allowed: NDArray[np.int64] | None) -> LexicalScores:
    if allowed is None:
        return scores
    found = scores.found()
    kept = np.isin(found.row_ids, allowed)
    return LexicalScores(found.row_ids[kept], found.words[kept], found.grams[kept])


def _hit(passage: Passage, features: Sequence[Sequence[float]], at: int, score: float) -> Hit:
    meaning, words, grams, same, *further = features[at]
    tokens, window, around = further or (0.0, 0.0, 0.0)
    return Hit(
        file=passage.file,
        start=passage.start,
        end=passage.end,
        text=passage.text,
        score=score,
        language=passage.language,
        title=passage.title,
        kind=passage.kind,
        meaning=meaning,
        words=words,
        grams=grams,
        tokens=tokens,
        window=window,
        around=around,
        same=same,
        date=passage.date,
        page=passage.page,
        story=passage.story,
    )
