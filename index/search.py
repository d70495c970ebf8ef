"""A question into hits: dense candidates from Chroma, lexical ones from SQLite, one ranking."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .cards import check_filter, matching_rows, read_cards
from .catalogue import Catalogue, Entry
from .diversity import spread
from .documents import EVERYTHING, LANGUAGES, Card, Filter, Hit
from .embed import Embedder, Vectors, checked
from .errors import BadQuery, StoreDamaged
from .exact import ExactVectors
from .language import detect_question
from .lexical import LexicalIndex, LexicalScores
from .rank import DEPTH, Ranking, rank, shortlist
from .store import ChromaStore

_POOL = 50
"""Candidates taken from each side, at least; what neither side ranks among them cannot win."""

_BLOCK = 5_000  # rows looked at together where a filter chooses
_TOLERANCE = 1e-3  # between two cosines of the same vectors, in float32
_TELLING = 20  # passages whose language is looked at where the question's words do not tell it
_CLEARLY = 0.9  # share of their words that one language must have: names stand in all of them

LONGEST_QUESTION = 20_000
"""Characters. A longer text is a document, not a question."""


class Searcher:
    """Searches one catalogue and its vectors."""

    def __init__(
        self, catalogue: Catalogue, vectors: ChromaStore | ExactVectors, embedder: Embedder
    ) -> None:
        self.catalogue = catalogue
        self.vectors = vectors
        self.embedder = embedder
        self.lexical = LexicalIndex(catalogue.connection)
        self._generation: str | None = None

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
        if self.catalogue.is_empty():
            return []
        self._follow_writer()
        k = max(1, k)
        pool = max(_POOL, 3 * k)
        vector = checked(self.embedder.embed([question]), 1)[0]
        with self.catalogue.reading() as db:
            allowed = matching_rows(db, only)
        if allowed is None:
            near = self.vectors.nearest(vector, pool) if vector.any() else {}
            self._check_complete(near, pool, bool(vector.any()))
        else:
            near = self._nearest_of(allowed, vector, pool)
        hits = self._rank(question, language, vector, near, allowed, pool, k)
        return spread(hits, k, only.per_document)

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

    def _nearest_of(
        self, allowed: NDArray[np.int64], vector: Vectors, pool: int
    ) -> dict[str, float]:
        """The nearest chunks of some rows, exactly, by the catalogue's own vectors.

        Chroma is not asked: its graph, told to pass over most of what it finds, finds too little.
        """
        found: list[tuple[float, int, str]] = []
        with self.catalogue.reading():
            for at in range(0, len(allowed), _BLOCK):
                entries = self.catalogue.entries(rows=allowed[at : at + _BLOCK].tolist())
                found += [(-_cosine(entry, vector), entry.row, entry.id) for entry in entries]
                found = sorted(found)[:pool]
        return {name: -distance for distance, _, name in found}

    def _rank(
        self,
        question: str,
        language: str | None,
        vector: Vectors,
        near: dict[str, float],
        allowed: NDArray[np.int64] | None,
        pool: int,
        k: int,
    ) -> list[Hit]:
        with self.catalogue.reading() as db:
            scores = _only(self.lexical.score(question, language), allowed)
            rows = [int(row) for row in shortlist(scores, pool)]
            found = self.catalogue.entries(ids=list(near))
            found += self.catalogue.entries(rows=rows) if rows else []
            entries = sorted({e.row: e for e in found}.values(), key=lambda e: e.row)
            around = self.catalogue.around([entry.row for entry in entries])
            known = read_cards(db, (entry.chunk.file for entry in entries))
        _check_agreement(entries, near, vector)
        if not entries:
            return []
        cards = {card.file: card for card in known}
        ranking = rank(
            question,
            [entry.chunk.text for entry in entries],
            np.array([entry.row for entry in entries], np.int64),
            np.array([_cosine(entry, vector) for entry in entries], np.float32),
            scores,
            self.embedder,
            depth=max(DEPTH, k),
            language=language,
            languages=[entry.chunk.language for entry in entries],
            around=[around[entry.row] for entry in entries],
        )
        hits = [_hit(entries[place], ranking, at, cards) for at, place in enumerate(ranking.places)]
        return sorted(hits, key=lambda hit: (-hit.score, hit.file, hit.start))

    def _follow_writer(self) -> None:
        """Open Chroma again when another process has written since: its view would be stale."""
        generation = self.catalogue.meta("generation")
        if self._generation is not None and generation != self._generation:
            self.vectors.close()
        self._generation = generation

    def _check_complete(self, near: dict[str, float], pool: int, asked: bool) -> None:
        """Chroma counts and answers even when its files are gone, with too few hits."""
        held = int(self.catalogue.meta("vectors") or 0)
        if asked and len(near) < min(pool, held):
            raise StoreDamaged(
                f"The vector index gave {len(near)} of {min(pool, held)} passages. Run "
                "`attesto rebuild`."
            )


def _check_agreement(entries: list[Entry], near: dict[str, float], vector: Vectors) -> None:
    """Chroma's cosines must be those of the catalogue's vectors, or its files were changed."""
    for entry in entries:
        if entry.id in near and abs(near[entry.id] - _cosine(entry, vector)) > _TOLERANCE:
            raise StoreDamaged(
                f"The vector index does not agree with the catalogue about {entry.chunk.file}. "
                "Run `attesto rebuild`."
            )


def _cosine(entry: Entry, vector: Vectors) -> float:
    return float(entry.vector @ vector) if entry.vector.size else 0.0


def _only(scores: LexicalScores, allowed: NDArray[np.int64] | None) -> LexicalScores:
    if allowed is None:
        return scores
    kept = np.isin(scores.row_ids, allowed)
    return LexicalScores(scores.row_ids[kept], scores.words[kept], scores.grams[kept])


def _hit(entry: Entry, ranking: Ranking, at: int, cards: dict[str, Card]) -> Hit:
    chunk, features = entry.chunk, ranking.features
    card = cards[chunk.file]
    return Hit(
        file=chunk.file,
        start=chunk.start,
        end=chunk.end,
        text=chunk.text,
        score=float(ranking.scores[at]),
        language=chunk.language,
        title=chunk.title,
        kind=chunk.kind,
        meaning=float(features.meaning[at]),
        words=float(features.words[at]),
        grams=float(features.grams[at]),
        tokens=0.0 if features.whole is None else float(features.whole[at]),
        window=0.0 if features.window is None else float(features.window[at]),
        date=card.date,
        page=card.page(chunk.start),
        story=card.story,
    )
