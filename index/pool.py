"""Passages searched in memory: the ranking of the product without its store.

For measuring and fitting, where thousands of questions are asked of a few hundred passages. The
lexical index and the ranking are the product's own; only the nearest vectors are found by
comparing with all of them, which is what Chroma approximates.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .align import Question, TokenEmbedder, TokenRuns, Tokens
from .bm25 import LexicalScores
from .chunk import chunk
from .documents import Chunk, Document
from .embed import Embedder, Vectors
from .lexical import LexicalIndex, create_tables
from .places import cosines_around
from .rank import DEPTH, Ranking, rank, shortlist

_CANDIDATES = 50


class Pool:
    """Chunks that can be searched; a chunk's place in the list is its row id."""

    def __init__(self, chunks: Sequence[Chunk], embedder: Embedder) -> None:
        self.chunks = tuple(chunks)
        self._embedder = embedder
        self._vectors = embedder.embed([part.text for part in chunks])
        connection = sqlite3.connect(":memory:")
        create_tables(connection)
        self._lexical = LexicalIndex(connection)
        self._lexical.add([(row, c.text, c.language) for row, c in enumerate(self.chunks)])
        self._tokens: list[Tokens] = []
        if isinstance(embedder, TokenEmbedder):
            self._tokens = [embedder.tokens(part.text) for part in self.chunks]

    @classmethod
    def of(cls, documents: Sequence[Document], embedder: Embedder) -> Pool:
        """Cut documents into chunks, as the product does, and pool them."""
        return cls([part for document in documents for part in chunk(document)], embedder)

    def lexical(self, question: str, language: str | None = None) -> LexicalScores:
        """What the lexical index alone says; see :meth:`LexicalIndex.score`."""
        return self._lexical.score(question, language)

    def meaning(self, question: str) -> Vectors:
        """The cosine of every chunk to the question."""
        cosines: Vectors = self._vectors @ self._embedder.embed([question])[0]
        return cosines

    def rank(self, question: str, language: str | None = None, depth: int = DEPTH) -> Ranking:
        """Rank the chunks, best first; ``places`` are places in `chunks`.

        Args:
            question: in any of the four languages.
            language: that of the question, where it is known.
            depth: how many come back, at most.
        """
        scores = self.lexical(question, language)
        vector = self._embedder.embed([question])[0]
        meaning = self._vectors @ vector
        near = np.argsort(-meaning, kind="stable")[: max(_CANDIDATES, depth)]
        rows = np.union1d(near, shortlist(scores, max(_CANDIDATES, depth))).astype(np.int64)
        ranking = rank(
            Question.of(question, self._embedder),
            lambda places: self._aligned(rows[places].tolist()),
            lambda places: self._around(rows[places], vector),
            rows,
            meaning[rows],
            scores,
            depth,
            language=language,
            languages=[self.chunks[row].language for row in rows],
        )
        return Ranking(rows[ranking.places], ranking.scores, ranking.features)

    def _aligned(self, rows: Sequence[int]) -> tuple[TokenRuns, TokenRuns]:
        """The tokens of chunks, and of those before and after, where they are of the same file."""
        around = [[at for at in (row - 1, row + 1) if self._are_one_file(row, at)] for row in rows]
        nothing = np.empty(0, np.intp)
        return (
            TokenRuns.of([self._tokens[row] for row in rows]),
            TokenRuns.of(
                [np.concatenate([nothing, *(self._tokens[at] for at in near)]) for near in around]
            ),
        )

    def _around(self, rows: NDArray[np.int64], vector: Vectors) -> NDArray[np.float32]:
        listed = rows.tolist()
        before, after = (
            self._vectors[[(row + step) % len(self.chunks) for row in listed]]
            * np.array([[self._are_one_file(row, row + step)] for row in listed], np.float32)
            for step in (-1, 1)
        )
        return cosines_around(self._vectors[rows], before, after, vector)

    def _are_one_file(self, row: int, other: int) -> bool:
        inside = 0 <= other < len(self.chunks)
        return inside and self.chunks[other].file == self.chunks[row].file
