"""Alignment: how well each word of the question is met by some word of the passage.

One vector for a passage blurs what it says; here every token of the question looks for the nearest
token of the passage, in whatever language, and the similarities are averaged by what the question's
tokens weigh. This is the late interaction of ColBERT (Khattab and Zaharia 2020) over the built-in
model's static vectors, so it costs a matrix product and no network. It is too dear for every
passage: the few that meaning and words put in front are aligned.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from .embed import Vectors

Tokens = NDArray[np.integer]
"""Tokens of a text that have a vector, in order."""

_STEP = 24
"""Tokens. A window has two steps, about two sentences, and windows overlap by one."""

Shares = NDArray[np.float32]


@runtime_checkable
class TokenEmbedder(Protocol):
    """An embedder with a vector for each token, such as the built-in one."""

    @property
    def token_count(self) -> int:
        """Tokens are whole numbers from 0 to below this."""
        ...

    def tokens(self, text: str) -> Tokens:
        """The tokens of a text that have a vector, in order."""
        ...

    def token_vectors(self, tokens: Tokens) -> Vectors:
        """Shape ``(len(tokens), dimension)``; the length of a row is the token's weight."""
        ...

    def token_cosines(self, tokens: Tokens, asked: Tokens) -> Vectors:
        """Shape ``(len(tokens), len(asked))``: the cosine of the vectors of each two."""
        ...

    def embed_tokens(self, texts: Sequence[Tokens]) -> Vectors:
        """What :meth:`index.Embedder.embed` makes of texts that have these tokens."""
        ...


@dataclass(frozen=True, slots=True)
class TokenRuns:
    """The tokens of several texts, one after the other: one array is quicker than many."""

    tokens: Tokens
    lengths: NDArray[np.intp]
    """How many tokens each text has."""

    @classmethod
    def of(cls, texts: Sequence[Tokens]) -> TokenRuns:
        """Put the tokens of texts into one array."""
        joined = np.concatenate(texts) if texts else np.empty(0, np.uint32)
        return cls(joined, np.array([len(tokens) for tokens in texts], np.intp))


@dataclass(frozen=True, slots=True)
class Alignment:
    """One number a passage: up to 1, higher is better, 0 where there is nothing to align."""

    whole: Shares
    """The weighted mean, over the question's tokens, of the cosine to the nearest token of the
    passage or of what stands around it."""
    window: Shares
    """The same inside the passage's best window: the words asked for stand close together."""


def align(
    embedder: TokenEmbedder,
    question: str,
    passages: TokenRuns,
    around: TokenRuns,
) -> Alignment:
    """Align a question with the passages that compete for it.

    A token of the question that all of them meet tells nothing, whatever its weight in general; so
    a token weighs ``length * (1 - mean over the passages of its best cosine)``.

    Args:
        embedder: Where the token vectors come from.
        question: What is asked, in any language.
        passages: The tokens that the embedder makes of each, any number.
        around: The tokens of what stands before and after each in its document, where known.
    """
    whole, window = np.zeros((2, len(passages.lengths)), np.float32)
    asked = np.array(sorted(set(embedder.tokens(question).tolist())), np.intp)
    filled = np.flatnonzero(passages.lengths)
    if not len(asked) or not len(filled):
        return Alignment(whole, window)
    vectors = embedder.token_vectors(asked)
    cosines = _cosines(embedder, asked, np.concatenate([passages.tokens, around.tokens]))
    inside, outside = cosines[: len(passages.tokens)], cosines[len(passages.tokens) :]
    blocks, first = _steps(inside, passages.lengths[filled])
    nearest = np.maximum.reduceat(blocks, first)
    weights = np.linalg.norm(vectors, axis=1) * (1 - nearest.clip(0, 1).mean(axis=0))
    weights /= max(float(weights.sum()), 1e-9)
    if len(outside):
        further = np.flatnonzero(around.lengths)
        beside = np.full((len(around.lengths), len(asked)), -np.inf, np.float32)
        starts = (np.cumsum(around.lengths) - around.lengths)[further]
        beside[further] = np.maximum.reduceat(outside, starts)
        nearest = np.maximum(nearest, beside[filled])
    whole[filled] = nearest @ weights
    window[filled] = _best_window(blocks, first, weights)
    return Alignment(whole, window)


def _cosines(embedder: TokenEmbedder, asked: Tokens, tokens: Tokens) -> Vectors:
    """Shape ``(tokens found, tokens asked)``; each different token is looked up once."""
    # A table over all tokens there are takes a tenth of the time of sorting those that are found.
    # What stands in it where no token was put is never looked at.
    tokens = tokens.astype(np.intp)
    numbers = np.arange(len(tokens), dtype=np.int32)
    place = np.empty(int(tokens.max()) + 1, np.int32)
    place[tokens] = numbers  # of equal ones one is the last
    distinct = tokens[place[tokens] == numbers]
    place[distinct] = numbers[: len(distinct)]
    found: Vectors = embedder.token_cosines(distinct, asked).take(place.take(tokens), axis=0)
    return found


def _steps(cosines: Vectors, lengths: NDArray[np.intp]) -> tuple[Vectors, NDArray[np.intp]]:
    """The best cosines in each step of each passage, and where each passage's steps begin."""
    steps = -(-lengths // _STEP)
    first = np.cumsum(steps) - steps
    inside = np.arange(int(steps.sum())) - np.repeat(first, steps)
    starts = np.repeat(np.cumsum(lengths) - lengths, steps) + inside * _STEP
    return np.maximum.reduceat(cosines, starts), first


def _best_window(blocks: Vectors, first: NDArray[np.intp], weights: Shares) -> Shares:
    """Highest weighted mean inside one window, of two steps, of each passage."""
    pairs = blocks.copy()
    np.maximum(blocks[:-1], blocks[1:], out=pairs[:-1])
    last = np.append(first[1:], len(blocks)) - 1
    pairs[last] = blocks[last]
    best: Shares = np.maximum.reduceat(pairs @ weights, first)
    return best
