"""A question into hits: dense candidates from Chroma, lexical ones from SQLite, one ranking."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import cast

import numpy as np
from numpy.typing import NDArray

from .align import TokenEmbedder, Tokens
from .cards import check_filter, matching_rows, read_cards
from .catalogue import Catalogue, Entry
from .diversity import spread
from .documents import EVERYTHING, LANGUAGES, Card, Filter, Hit
from .embed import Embedder, Vectors, checked
from .errors import BadQuery, StoreDamaged
from .exact import ExactVectors
from .language import detect_question
from .lexical import LexicalIndex, LexicalScores
from .places import Place, cosines, read_places, read_tokens, read_told
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
            # Chroma looks for neighbours while words are looked for here.
            near = self._ask(vector, pool) if allowed is None else dict
            scores = _only(self.lexical.score(question, language), allowed)
            known = read_places(db, rows=shortlist(scores, pool).tolist())
            found = near() if allowed is None else _nearest_of(db, allowed, vector, pool)
            places = read_places(db, ids=list(found), known=known)
            meaning = cosines(places, vector)
            _check_agreement(places, found, meaning)
            ranking = rank(
                question,
                lambda front: self._tokens(db, [places[number].row for number in front]),
                np.array([place.row for place in places], np.int64),
                meaning,
                scores,
                self.embedder,
                depth=max(DEPTH, k),
                language=language,
                languages=[place.language for place in places],
            )
            return self._shown(db, places, ranking, k, only)

    def _ask(self, vector: Vectors, pool: int) -> Callable[[], dict[str, float]]:
        """Ask for the nearest vectors; the answer comes when it is called for."""
        if not vector.any():
            return dict
        held = int(self.catalogue.meta("vectors") or 0)
        asked = self.vectors.ask(vector, pool)

        def answer() -> dict[str, float]:
            """Chroma counts and answers even when its files are gone, with too few hits."""
            near = asked()
            if len(near) < min(pool, held):
                raise StoreDamaged(
                    f"The vector index gave {len(near)} of {min(pool, held)} passages. Run "
                    "`attesto rebuild`."
                )
            return near

        return answer

    def _tokens(
        self, db: sqlite3.Connection, rows: list[int]
    ) -> tuple[Sequence[Tokens], Sequence[Tokens]]:
        return read_tokens(db, rows, cast(TokenEmbedder, self.embedder))

    def _shown(
        self,
        db: sqlite3.Connection,
        places: Sequence[Place],
        ranking: Ranking,
        k: int,
        only: Filter,
    ) -> list[Hit]:
        """Choose among what was ranked, and read what is chosen."""
        ranked = [places[number] for number in ranking.places]
        told = read_told(db, (place.version for place in ranked))
        seen = [
            _Seen(self.catalogue, place, float(score), *told[place.version], at)
            for at, (place, score) in enumerate(zip(ranked, ranking.scores, strict=True))
        ]
        seen.sort(key=lambda one: (-one.score, one.file, one.start))
        chosen = spread(seen, k, only.per_document)
        entries = {e.row: e for e in self.catalogue.entries(rows=[one.row for one in chosen])}
        cards = {card.file: card for card in read_cards(db, (one.file for one in chosen))}
        return [_hit(entries[one.row], ranking, one.at, cards) for one in chosen]

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

    def _follow_writer(self) -> None:
        """Open Chroma again when another process has written since: its view would be stale."""
        generation = self.catalogue.meta("generation")
        if self._generation is not None and generation != self._generation:
            self.vectors.close()
        self._generation = generation


class _Seen:
    """A ranked passage, its text not read yet."""

    def __init__(
        self, catalogue: Catalogue, place: Place, score: float, file: str, story: str, at: int
    ) -> None:
        self._catalogue = catalogue
        self.row, self.file, self.start = place.row, file, place.start
        self.score, self.story, self.at = score, story, at

    @property
    def text(self) -> str:
        """Read from the catalogue."""
        return self._catalogue.entries(rows=[self.row])[0].chunk.text


def _nearest_of(
    db: sqlite3.Connection, allowed: NDArray[np.int64], vector: Vectors, pool: int
) -> dict[str, float]:
    """The nearest chunks of some rows, exactly, by the catalogue's own vectors.

    Chroma is not asked: its graph, told to pass over most of what it finds, finds too little.
    """
    found: list[tuple[float, int, str]] = []
    for at in range(0, len(allowed), _BLOCK):
        places = read_places(db, rows=allowed[at : at + _BLOCK].tolist())
        distances = (-cosines(places, vector)).tolist()
        found += [(d, place.row, place.id) for d, place in zip(distances, places, strict=True)]
        found = sorted(found)[:pool]
    return {name: -distance for distance, _, name in found}


def _check_agreement(
    places: Sequence[Place], near: dict[str, float], meaning: NDArray[np.float32]
) -> None:
    """Chroma's cosines must be those of the catalogue's vectors, or its files were changed."""
    for place, cosine in zip(places, meaning.tolist(), strict=True):
        if abs(near.get(place.id, cosine) - cosine) > _TOLERANCE:
            raise StoreDamaged(
                f"The vector index does not agree with the catalogue about passage {place.row}. "
                "Run `attesto rebuild`."
            )


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
