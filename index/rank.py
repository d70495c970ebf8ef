"""What speaks for a passage, joined into one score.

Six features, each a share that means the same in a folder of five files and of fifty thousand:
meaning (the cosine of the two vectors), words and grams (BM25 shares, see `index/lexical.py`), how
well the question's tokens are met in the whole passage with what stands around it, and in its best
window (see `index/align.py`), and the meaning of the passage and what stands around it together: a
paragraph that was cut in two is about one thing. The score is their weighted sum, less a little for
passages in the question's own language: they share words with it whatever they are about. The
weights are data, `weights.json`, fitted by `python -m evals.fit`, which also records there what
they reach.

Why a sum of scores and not of ranks: across languages words find only what stands there by chance,
their shares are near 0 and leave the order alone, where equal ranks would shuffle it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .align import Question, TokenEmbedder, TokenRuns, align
from .bm25 import LexicalScores
from .documents import Hit
from .embed import Embedder

DEPTH = 40
"""Passages that are aligned; the right one is hardly ever behind them (docs/finding.md)."""

_BLOCKS = 24
"""For each passage that is wanted so many blocks of passages, of which the best are looked for
first: to put all in order takes far longer."""

_WEIGHTS = Path(__file__).parent / "weights.json"

Shares = NDArray[np.float32]

TokensOf = Callable[[NDArray[np.intp]], tuple[TokenRuns, TokenRuns]]
"""Given places of candidates: the tokens of each, and of what stands around it."""

AroundOf = Callable[[NDArray[np.intp]], Shares]
"""Given places of candidates: the cosine to the question of each with what stands around it."""


@dataclass(frozen=True, slots=True)
class Features:
    """One number a passage in each; higher is better."""

    meaning: Shares
    """Cosine, -1 to 1."""
    words: Shares
    grams: Shares
    same: Shares
    """1 for a passage in the question's language, else 0."""
    whole: Shares | None = None
    """None where the embedder has no vectors of tokens; so are the others."""
    window: Shares | None = None
    around: Shares | None = None
    """Cosine of the passage and what stands before and after it together."""

    def only(self, kept: NDArray[np.intp]) -> Features:
        """The features of some of the passages, in the order given."""
        columns = (self.meaning, self.words, self.grams, self.same)
        further = (self.whole, self.window, self.around)
        return Features(
            *(column[kept] for column in columns),
            *(None if column is None else column[kept] for column in further),
        )

    def matrix(self) -> Shares:
        """Shape ``(passages, 7)``, or ``(passages, 4)`` without vectors of tokens."""
        columns = [self.meaning, self.words, self.grams, self.same]
        columns += [c for c in (self.whole, self.window, self.around) if c is not None]
        found = np.empty((len(self.meaning), len(columns)), np.float32)
        for number, column in enumerate(columns):
            found[:, number] = column
        return found


@dataclass(frozen=True, slots=True)
class Ranking:
    """Some of the candidates, best first."""

    places: NDArray[np.intp]
    """Which candidate each is."""
    scores: Shares
    features: Features


def fuse(features: Features) -> Shares:
    """Join the features into one score a passage, up to about 1; higher is better."""
    plain, full = _weights()
    scores: Shares = features.matrix() @ (plain if features.whole is None else full)
    return scores


@dataclass(frozen=True, slots=True)
class Part:
    """A feature of a passage, and its weight in the score."""

    name: str
    value: float
    weight: float


def explain_score(hit: Hit, embedder: Embedder) -> tuple[Part, ...]:
    """Tell what a score is made of: values times weights sum to it.

    Args:
        hit: as a search gave it.
        embedder: that of the index: without vectors of tokens, the weights are others.
    """
    names = ("meaning", "words", "grams", "same", "tokens", "window", "around")
    plain, full = _weights()
    weights = full if isinstance(embedder, TokenEmbedder) else plain
    return tuple(
        Part(name, getattr(hit, name), float(weight))
        for name, weight in zip(names, weights, strict=False)
    )


def shortlist(scores: LexicalScores, size: int) -> NDArray[np.int64]:
    """The row ids that words and grams put in front, best first."""
    plain, _ = _weights()
    joined = plain[1] * scores.words + plain[2] * scores.grams
    least = np.float32(0)
    if len(joined) > 2 * _BLOCKS * size:
        # All that reach the last place, equals too: only they need sorting. Passages of different
        # blocks are different, so at least as many reach this, and few more.
        each = len(joined) // (_BLOCKS * size)
        blocks = joined[: len(joined) // each * each].reshape(each, -1).max(axis=0)
        least = np.partition(blocks, -size)[-size]
    ahead = np.flatnonzero(joined >= least if least > 0 else joined > 0)
    # Row ids break ties, so that the order does not hang on how the rows were gathered.
    rows = scores.row_ids[ahead]
    return rows[np.lexsort((rows, -joined[ahead]))[:size]]


def rank(
    question: Question,
    tokens: TokensOf,
    around: AroundOf,
    rows: NDArray[np.int64],
    meaning: Shares,
    scores: LexicalScores,
    depth: int = DEPTH,
    *,
    language: str | None = None,
    languages: Sequence[str] = (),
) -> Ranking:
    """Rank candidates.

    Args:
        question: What is asked; aligned with the front-runners if its embedder can.
        tokens: Asked for those that are aligned.
        around: Asked for the same.
        rows: The row id of each, under which `scores` knows it.
        meaning: The cosine of each to the question.
        scores: What the lexical index says about the question.
        depth: How many of them come back, at most.
        language: That of the question, where known.
        languages: That of each candidate, where known.
    """
    words, grams = scores.of(rows)
    same = np.zeros(len(rows), np.float32)
    if language is not None and languages:
        same[:] = [own == language for own in languages]
    features = Features(meaning.astype(np.float32), words, grams, same)
    # Row ids break ties, so that the order does not hang on how the candidates were gathered.
    front = np.lexsort((rows, -fuse(features)))[:depth]
    features = features.only(front)
    if question.embedder is not None:
        found = align(question.embedder, question.tokens, *tokens(front))
        features = replace(features, whole=found.whole, window=found.window, around=around(front))
    joined = fuse(features)
    order = np.lexsort((rows[front], -joined))
    return Ranking(front[order], joined[order], features.only(order))


@lru_cache(maxsize=1)
def _weights() -> tuple[Shares, Shares]:
    """The weights without and with vectors of tokens; each sum to 1, that of `same` apart."""
    data = json.loads(_WEIGHTS.read_text(encoding="utf-8"))
    plain, full = data["without_tokens"], data["with_tokens"]
    names = ("meaning", "words", "grams", "same", "whole", "window", "around")
    return (
        np.array([plain[name] for name in names[:4]], np.float32),
        np.array([full[name] for name in names], np.float32),
    )
