"""Do the passages answer the question at all?

Plain signs of the likeliest line, of the question's words in it and around it, and of all passages,
joined by logistic weights that were fitted on questions people judged and on questions that were
spoiled on purpose. A sentence that shares the subject of the question is easy to find; an answer
lacks nothing that the question says, and holds what it asks for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from .asked import Asked
from .holding import TYPED
from .lexicon import Matrix
from .lines import FEATURES, NAMED, Page
from .select import Scored, shared
from .weights import Weights

SIGNS = (
    # of the likeliest line
    "score", "margin", "meaning", "meaning_beyond", "passage_score", "carried_words",
    "carried_rare", "worst_word", "beyond_words", "file_phrases", "subject", "first_line",
    "crossing",
    # of the question's words in it
    "covered", "missing", "missing_far", "missing_words", "worst_name", "names_missing",
    "common_words", "worst_common", "silent", "told", "worst_told",
    # of what is asked for
    "held", "maybe_held", "reason_missing", "extreme_missing",
    # of all passages
    "best_passage_score", "words_gap", "mean_meaning", "low_meaning", "spread", "lines", "alone",
    # of how alike the passages are
    "words_mean", "words_spread", "pieces_mean", "pieces_spread",
)  # fmt: skip
"""What is seen of the evidence, in the order of the weights; each is about 0 to 1.

Nothing of the question alone, such as its kind or its language: in the public sets the kinds of
question that nobody answers are those that its makers thought of.
"""

_NO_NAMES = 0.8
"""What is taken for the match of its names where a question has none."""
_NO_COMMON = 0.6
_MISSING = 0.6
"""A name matched less than this is not there."""
_NEAR, _FAR, _WIDTH = 0.62, 0.5, 0.06
"""Matches below which a word begins to count as missing, and over which width it does."""
_LOWEST = 3
_FEW = 6
"""Fewer documents are no crowd; set with the five of ``seeds/`` in view."""


def signs(asked: Asked, page: Page, scored: Sequence[Scored]) -> NDArray[np.float32]:
    """Look at the evidence: one number a sign.

    Raises:
        IndexError: the page has no line.
    """
    top = page.lines.index(scored[0].line)
    values = {
        **_of_line(asked, page, top, scored[0]),
        **_of_words(asked, page, top),
        **_of_question(asked, page, top),
        **_of_passages(page, top),
    }
    return np.array([values[name] for name in SIGNS], np.float32)


def _of_line(asked: Asked, page: Page, top: int, scored: Scored) -> Mapping[str, float]:
    seen = dict(zip(FEATURES, page.seen[top], strict=True))
    return {
        **seen,
        "score": scored.score / 10,
        "margin": scored.chance,
        "crossing": scored.line.passage.hit.language != asked.language,
    }


def _of_words(asked: Asked, page: Page, top: int) -> Mapping[str, float]:
    weight, carried = page.weight, page.carried[:, top]
    named = np.array([word in asked.names for word in asked.words[: len(carried)]])
    names = carried[named] if named.any() else np.array([_NO_NAMES])
    common = page.matches[~named, top] if (~named).any() else np.array([_NO_COMMON])
    share = weight[~named] / (weight[~named].sum() + 1e-6) if (~named).any() else np.ones(1)
    return {
        "covered": carried.mean(),
        "missing": weight @ _lacking(carried, _NEAR),
        "missing_far": weight @ _lacking(carried, _FAR),
        "missing_words": _lacking(carried, _FAR).sum() / 4,
        "worst_name": names.min(),
        "names_missing": (names < _MISSING).sum() / 2,
        "common_words": share @ common,
        "worst_common": (share * (1 - common)).max(),
        "silent": shared(asked, page)[top] == 0,
        "told": page.told[:, top].mean(),
        "worst_told": (weight * (1 - page.told[:, top])).max(),
    }


def _lacking(match: Matrix, enough: float) -> Matrix:
    lacking: Matrix = 1 / (1 + np.exp((match - enough) / _WIDTH))
    return lacking


def _of_question(asked: Asked, page: Page, top: int) -> Mapping[str, float]:
    held = float(page.feature("type")[top])
    typed = asked.kind in TYPED
    return {
        "held": held if typed else 0.5,
        "maybe_held": typed and 0 < held < 1,
        "reason_missing": asked.kind == "cause" and held == 0,
        "extreme_missing": not page.extreme[top],
    }


def _of_passages(page: Page, top: int) -> Mapping[str, float]:
    hits = {line.passage.number: line.passage.hit for line in page.lines}
    files = [line.passage.hit.file for line in page.lines]
    meanings = np.array([hit.meaning for hit in hits.values()])
    words = np.array([hit.words for hit in hits.values()])
    pieces = np.array([hit.grams for hit in hits.values()])
    return {
        "best_passage_score": max(hit.score for hit in hits.values()),
        "words_gap": words.max() - words.mean(),
        "mean_meaning": meanings.mean(),
        "low_meaning": np.sort(meanings)[:_LOWEST].mean(),
        "spread": np.mean(
            [page.told[:, files.index(file)].mean() for file in dict.fromkeys(files)]
        ),
        "lines": np.log1p(files.count(files[top])) / 3,
        "alone": len(set(files)) < _FEW,
        "words_mean": words.mean(),
        "words_spread": words.std(),
        "pieces_mean": pieces.mean(),
        "pieces_spread": pieces.std(),
    }


def said(page: Page) -> float:
    """Share of the question's words, by their weight, that anything found says, names too."""
    best = np.maximum(page.matches.max(axis=1, initial=0), page.told.max(axis=1, initial=0))
    return float(page.weight[best >= NAMED].sum())


def chance(found: NDArray[np.float32], weights: Weights) -> float:
    """Tell the chance that the passages answer the question, 0 to 1."""
    return _squashed(_sum(found, weights.evidence))


def crowded(found: NDArray[np.float32], weights: Weights) -> float:
    """Tell how far all passages are about the very thing the question is about, 0 to 1."""
    if found[SIGNS.index("alone")]:
        return 0.0
    return _squashed(_STEEP * _sum(found, weights.crowd))


def threshold(
    found: NDArray[np.float32], weights: Weights, looked: Callable[[], NDArray[np.float32]]
) -> float:
    """Tell the chance from which on to answer, 0 to 1.

    Where ten passages are all about the man that is asked about, each shares his name and his
    trade, and more is looked at, with weights of its own: the threshold is then where it was, moved
    by what these make of the answer, on the scale of the logit.

    Args:
        found: the signs.
        weights: the fitted ones.
        looked: tells the signs of :mod:`.crowd`; asked only where they count.
    """
    crowd = crowded(found, weights)
    if crowd < _SLIGHT:
        return weights.answered
    among = _sum(np.append(found, looked()), weights.among) - _logit(weights.crowded)
    needed = _sum(found, weights.evidence) - among
    return _squashed((1 - crowd) * _logit(weights.answered) + crowd * needed)


_SLIGHT = 0.2
"""Less of a crowd is none, and nothing more is looked at; set, as what is taken from the sum in the
fit, with the hand-written questions of the second corpus in view."""
_STEEP = 6.0
"""Makes the step from apart to crowded steeper than the logistic fit that places it."""


def _sum(found: NDArray[np.float32], weights: NDArray[np.float32]) -> float:
    return float(found @ weights[:-1] + weights[-1])


def _logit(share: float) -> float:
    return float(np.log(share / (1 - share)))


def _squashed(score: float) -> float:
    return 1.0 / (1.0 + float(np.exp(-np.clip(score, -30, 30))))
