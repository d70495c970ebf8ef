"""Do the passages answer the question at all?

Plain signs, joined by logistic weights that were fitted on questions people judged. There are two
sets of weights. Usually a passage stands *apart* from the others, and what counts is whether the
words of the question, its names above all, are found with it. Where every passage is about the
subject of the question (*crowded*: ten articles on one man, say), words found prove little, and
what counts is whose subject it is and what kind of thing is asked. A third set says how crowded it
is, and the two opinions are mixed by it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from .asked import Asked
from .lines import FEATURES, Page
from .select import Scored
from .weights import Weights

SIGNS = (
    # of the likeliest line
    "score", "passage_meaning", "subject", "opening", "crossing",
    # of the question's words in its file
    "covered", "worst_word", "worst_name", "names_missing",
    # of all passages
    "best_meaning", "mean_meaning", "low_meaning", "words_gap", "names_anywhere", "spread",
    "passage_spread", "low_spread",
    # of the question
    "figure", "typed", "extreme", "german", "french",
)  # fmt: skip
"""What is seen of the evidence, in the order of the weights; each is about 0 to 1."""

_NO_NAMES = 0.8
"""What is taken for the match of its names where a question has none."""
_MISSING = 0.6
"""A name matched less than this is not there."""
_TYPED = frozenset({"figure", "share", "money", "date", "person", "place"})


def signs(asked: Asked, page: Page, scored: Sequence[Scored]) -> NDArray[np.float32]:
    """Look at the evidence: one number a sign.

    Raises:
        IndexError: the page has no line.
    """
    top = page.lines.index(scored[0].line)
    values = {
        **_of_line(asked, page, top, scored[0]),
        **_of_words(asked, page, top),
        **_of_passages(page),
        "figure": asked.kind == "figure",
        "typed": asked.kind in _TYPED,
        "extreme": asked.extreme,
        "german": asked.language == "de",
        "french": asked.language == "fr",
    }
    return np.array([values[name] for name in SIGNS], np.float32)


def _of_line(asked: Asked, page: Page, top: int, scored: Scored) -> Mapping[str, float]:
    seen = dict(zip(FEATURES, page.seen[top], strict=True))
    line = scored.line
    hit = line.passage.hit
    return {
        "score": scored.score / 10,
        "passage_meaning": seen["passage_meaning"],
        "subject": seen["subject"],
        "opening": hit.start == 0 and line.start < 60,
        "crossing": hit.language != asked.language,
    }


def _of_words(asked: Asked, page: Page, top: int) -> Mapping[str, float]:
    told = page.told[:, top]
    named = np.array([word in asked.names for word in asked.words[: len(told)]])
    names = told[named] if named.any() else np.array([_NO_NAMES])
    anywhere = page.matches[named].max(axis=1) if named.any() else names
    return {
        "covered": told.mean(),
        "worst_word": (page.weight * (1 - told)).max(),
        "worst_name": names.min(),
        "names_missing": (names < _MISSING).sum() / 2,
        "names_anywhere": anywhere.min(),
    }


def _of_passages(page: Page) -> Mapping[str, float]:
    files = [line.passage.hit.file for line in page.lines]
    numbers = np.array([line.passage.number for line in page.lines])
    hits = {line.passage.number: line.passage.hit for line in page.lines}
    by_file = [page.told[:, files.index(file)].mean() for file in dict.fromkeys(files)]
    by_passage = [page.matches[:, numbers == n].max(axis=1).mean() for n in hits]
    meanings = np.array([hit.meaning for hit in hits.values()])
    words = np.array([hit.words for hit in hits.values()])
    return {
        "best_meaning": page.seen[:, FEATURES.index("meaning")].max(),
        "mean_meaning": meanings.mean(),
        "low_meaning": np.sort(meanings)[:3].mean(),
        "words_gap": words.max() - words.mean(),
        "spread": np.mean(by_file),
        "passage_spread": np.mean(by_passage),
        "low_spread": np.sort(by_passage)[:3].mean(),
    }


def chance(found: NDArray[np.float32], weights: Weights) -> float:
    """Tell the chance that the passages answer the question, 0 to 1."""
    crowd = _squashed(_STEEP * _sum(found, weights.crowd))
    apart, crowded = _sum(found, weights.apart), _sum(found, weights.crowded)
    return _squashed((1 - crowd) * apart + crowd * crowded)


_STEEP = 3.0
"""Makes the step from apart to crowded steeper than the logistic fit that places it."""


def _sum(found: NDArray[np.float32], weights: NDArray[np.float32]) -> float:
    return float(found @ weights[:-1] + weights[-1])


def _squashed(score: float) -> float:
    return 1.0 / (1.0 + float(np.exp(-np.clip(score, -30, 30))))
