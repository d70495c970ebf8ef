"""Alignment: how well each word of the question is met by some word of the passage.

One vector for a passage blurs what it says; here every token of the question looks for the nearest
token of the passage, in whatever language, and the similarities are averaged by what the question's
tokens weigh. This is the late interaction of ColBERT (Khattab and Zaharia 2020) over the built-in
model's static vectors, so it costs a matrix product and no network. It is too dear for every
passage: the few that meaning and words put in front are aligned.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from .embed import Embedder, Vectors, checked, row_lengths

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
class Question:
    """A question as an embedder sees it."""

    vector: Vectors
    """Shape ``(dimension,)``, of unit length or zero."""
    tokens: Tokens
    """Each once, rising; none where the embedder has no vectors of tokens."""
    embedder: TokenEmbedder | None

    @classmethod
    def of(cls, text: str, embedder: Embedder) -> Question:
        """Embed what is asked.

        Raises:
            EmbedderFailed: what came back is no unit vector.
        """
        return asking(embedder)(text)


def asking(embedder: Embedder) -> Callable[[str], Question]:
    """What makes the question of a text, as :meth:`Question.of` does."""
    if isinstance(embedder, TokenEmbedder):
        return partial(_with_tokens, embedder)
    return partial(_without_tokens, embedder)


def _without_tokens(embedder: Embedder, text: str) -> Question:
    return Question(checked(embedder.embed([text]), 1)[0], np.empty(0, np.intp), None)


def _with_tokens(embedder: TokenEmbedder, text: str) -> Question:
    tokens = embedder.tokens(text)
    vector = checked(embedder.embed_tokens([tokens]), 1)[0]
    return Question(vector, np.array(sorted(set(tokens.tolist())), np.intp), embedder)


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
    asked: Tokens,
    passages: TokenRuns,
    around: TokenRuns,
) -> Alignment:
    """Align a question with the passages that compete for it.

    A token of the question that all of them meet tells nothing, whatever its weight in general; so
    a token weighs ``length * (1 - mean over the passages of its best cosine)``.

    Args:
        embedder: Where the token vectors come from.
        asked: The tokens of the question, each once.
        passages: The tokens that the embedder makes of each, any number.
        around: The tokens of what stands before and after each in its document, where known.
    """
    whole, window = np.zeros((2, len(passages.lengths)), np.float32)
    filled = np.flatnonzero(passages.lengths)
    if not len(asked) or not len(filled):
        return Alignment(whole, window)
    tokens = np.concatenate([passages.tokens, around.tokens])
    lengths = np.concatenate([passages.lengths[filled], around.lengths])
    steps, starts = _steps(*_cosines(embedder, asked, tokens), lengths)
    first, after = starts[: len(filled)], starts[len(filled) :]
    blocks = steps[: after[0]] if len(after) else steps
    nearest = np.maximum.reduceat(blocks, first)
    weights = row_lengths(embedder.token_vectors(asked)) * (1 - nearest.clip(0, 1).mean(axis=0))
    weights /= max(float(weights.sum()), 1e-9)
    if len(around.tokens):
        further = np.flatnonzero(around.lengths)
        beside = np.full((len(after), len(asked)), -np.inf, np.float32)
        beside[further] = np.maximum.reduceat(steps, after[further])
        nearest = np.maximum(nearest, beside[filled])
    whole[filled] = nearest @ weights
    window[filled] = _best_window(blocks, first, weights)
    return Alignment(whole, window)


def _cosines(
    embedder: TokenEmbedder, asked: Tokens, tokens: Tokens
) -> tuple[Vectors, NDArray[np.int32]]:
    """Shape ``(different tokens, tokens asked)``, and which of those each token is."""
    # A table over all tokens there are takes a tenth of the time of sorting those that are found.
    # What stands in it where no token was put is never looked at.
    tokens = tokens.astype(np.intp)
    numbers = np.arange(len(tokens), dtype=np.int32)
    place = np.empty(int(tokens.max()) + 1, np.int32)
    place[tokens] = numbers  # of equal ones one is the last
    distinct = tokens[place.take(tokens) == numbers]
    place[distinct] = numbers[: len(distinct)]
    return embedder.token_cosines(distinct, asked), place.take(tokens)


def _steps(
    cosines: Vectors, tokens: NDArray[np.int32], lengths: NDArray[np.intp]
) -> tuple[Vectors, NDArray[np.intp]]:
    """The best cosines in each step of each text, and where each text's steps begin."""
    number = -(-lengths // _STEP)
    first = np.cumsum(number) - number
    ends = np.cumsum(lengths)
    within = np.arange(int(number.sum())) - np.repeat(first, number)
    begins = np.repeat(ends - lengths, number) + within * _STEP
    # Behind its last token a text has that token again: steps of one length are quicker.
    each = np.minimum(begins + np.arange(_STEP)[:, None], np.repeat(ends - 1, number))
    return cosines.take(tokens.take(each), axis=0).max(axis=0), first


def _best_window(blocks: Vectors, first: NDArray[np.intp], weights: Shares) -> Shares:
    """Highest weighted mean inside one window, of two steps, of each passage."""
    pairs = blocks.copy()
    np.maximum(blocks[:-1], blocks[1:], out=pairs[:-1])
    last = np.append(first[1:], len(blocks)) - 1
    pairs[last] = blocks[last]
    best: Shares = np.maximum.reduceat(pairs @ weights, first)
    return best
