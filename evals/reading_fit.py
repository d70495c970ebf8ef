"""Fits the weights of the built-in reader, ``assistant/reader/weights.json``.

*Lines*: a softmax over the sentences of a question's passages, so that the ones that hold the
answer get the chance (listwise, Cao et al. 2007), by Adam. *Evidence*: logistic regressions with a
small ridge by Newton's method. Every set gets one say, whatever its size: see ``SAY``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from assistant.reader.asked import Asked, understand
from assistant.reader.evidence import SIGNS, signs
from assistant.reader.lines import FEATURES, Embed, Page, WordVectors, page
from assistant.reader.select import ranked
from assistant.reader.weights import Weights

from .reading_cases import ReadingCase

Numbers = NDArray[np.float64]

APART = ("score", "crossing", "worst_name", "passage_meaning", "figure", "names_missing",
         "best_meaning", "worst_word", "covered")  # fmt: skip
CROWDED = ("score", "german", "french", "figure", "extreme", "mean_meaning", "opening", "subject",
           "names_anywhere", "typed", "words_gap", "passage_meaning")  # fmt: skip
CROWD = ("spread", "passage_spread", "low_spread", "low_meaning", "mean_meaning")
"""Signs with a weight, chosen by adding what lowered the loss most on the halves not fitted on."""

ROOM, ENOUGH = 430, 0.94
LEAD = {"money": 0.05, "figure": 0.15, "share": 0.1, "date": 0.05, "person": 0.25,
        "organisation": 0.25, "place": 0.3}  # fmt: skip
"""Set by hand on XQuAD: below it, fewer than about nine of ten short answers were right (for
people and places eight)."""

_RIDGE_LINES, _STEPS, _RATE = 0.001, 300, 0.3
_NEWTON = 15


@dataclass(frozen=True, slots=True)
class Seen:
    """A case with what the reader sees of it."""

    case: ReadingCase
    asked: Asked
    page: Page
    right: NDArray[np.bool_]
    """Which lines hold the whole of an answer."""


def look(cases: Iterable[ReadingCase], embed: Embed) -> list[Seen]:
    """See every case as the reader does; cases without passages are left out."""
    vectors = WordVectors(embed)
    seen = []
    for case in cases:
        asked = understand(case.question, case.language)
        found = page(asked, case.passages, embed, vectors)
        if found.lines:
            seen.append(Seen(case, asked, found, _right(case, found)))
    return seen


def _right(case: ReadingCase, found: Page) -> NDArray[np.bool_]:
    def holds(file: str, start: int, end: int) -> bool:
        return any(g.file == file and start <= g.start and g.end <= end for g in case.gold)

    hits = [(line, line.passage.hit) for line in found.lines]
    return np.array(
        [holds(hit.file, hit.start + line.start, hit.start + line.end) for line, hit in hits]
    )


def half(case: ReadingCase) -> int:
    """Tell which half a case belongs to, 0 or 1; a cluster is never torn."""
    return hashlib.md5(case.cluster.encode(), usedforsecurity=False).digest()[0] % 2


def fit(seen: Sequence[Seen]) -> Weights:
    """Fit everything on these cases."""
    blank = np.zeros(len(SIGNS) + 1, np.float32)
    line = _fit_lines([one for one in seen if one.right.any()])
    weights = Weights(line, ENOUGH, ROOM, blank, blank, blank, 0.5, LEAD)
    x = np.array([signs(s.asked, s.page, ranked(s.page, weights)) for s in seen], np.float64)
    y = np.array([s.case.answerable for s in seen])
    sets = [s.case.set for s in seen]
    crowded_sets = np.array([name.startswith("nomiracl") for name in sets])
    ordinary = np.array(
        [name.startswith(("xquad", "squad")) and a for name, a in zip(sets, y, strict=True)]
    )
    crowd = _logistic(x, crowded_sets, _shares(crowded_sets) + _shares(ordinary), CROWD, 0.01)
    mixed = 1 / (1 + np.exp(-3 * (x @ crowd[:-1] + crowd[-1] + _SOONER)))
    apart = _logistic(x, y, _says(sets, y, SAY_APART) * (1 - mixed), APART, 0.01)
    crowded = _logistic(x, y, _says(sets, y, SAY_CROWDED) * np.clip(mixed, 0.1, 1), CROWDED, 0.1)
    crowd[-1] += _SOONER
    as_row = [np.asarray(row, np.float32) for row in (apart, crowded, crowd)]
    return replace(weights, apart=as_row[0], crowded=as_row[1], crowd=as_row[2])


_SOONER = 0.2
"""Added to the sum that says how crowded it is."""

Say = Callable[[str], tuple[float, float]]
"""A set to the weight of all its answerable and of all its unanswerable questions."""


def SAY_APART(name: str) -> tuple[float, float]:
    """Weights of the sets where passages stand apart."""
    if name.startswith("nomiracl"):
        return 0.3, 0.3
    if name.startswith("qald"):
        return 0.0, 10.0
    if "taken away" in name:
        return 0.0, 0.05
    if "name swapped" in name:
        return 0.0, 0.3
    return (2.0, 0.0) if name.startswith("squad") else (9.0, 0.0)


def SAY_CROWDED(name: str) -> tuple[float, float]:
    """Weights of the sets where all passages are about the subject."""
    if name.startswith("nomiracl"):
        return 2.0, 2.0
    return (0.0, 0.1) if name.startswith("qald") else (0.05, 0.0)


def _says(sets: Sequence[str], y: NDArray[np.bool_], say: Say) -> Numbers:
    names = np.array(sets)
    weight = np.zeros(len(sets))
    for name in dict.fromkeys(sets):
        for answerable, share in zip((True, False), say(name), strict=True):
            rows = (names == name) & (y == answerable)
            if rows.any():
                weight[rows] = share / rows.sum()
    return weight


def _shares(rows: NDArray[np.bool_]) -> Numbers:
    shares: Numbers = rows / max(1, rows.sum())
    return shares


def _fit_lines(seen: Sequence[Seen]) -> NDArray[np.float32]:
    x = np.concatenate([one.page.seen for one in seen]).astype(np.float64)
    right = np.concatenate([one.right for one in seen])
    sizes = [len(one.right) for one in seen]
    starts = np.cumsum([0, *sizes[:-1]]).astype(np.intp)
    weight, mean, square = np.zeros((3, len(FEATURES)))
    for step in range(_STEPS):
        slope = x.T @ (
            _within(x @ weight, starts, sizes) - _within(x @ weight, starts, sizes, right)
        )
        slope = slope / len(seen) + _RIDGE_LINES * weight
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        weight = weight - _RATE / (1 + step / 100) * mean / (np.sqrt(square) + 1e-8)
    return weight.astype(np.float32)


def _within(
    scores: Numbers,
    starts: NDArray[np.intp],
    sizes: Sequence[int],
    only: NDArray[np.bool_] | None = None,
) -> Numbers:
    """Softmax within each question, over all lines or over the right ones."""
    powers = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
    if only is not None:
        powers = powers * only
    within: Numbers = powers / np.repeat(np.add.reduceat(powers, starts), sizes)
    return within


def _logistic(
    x: Numbers, y: NDArray[np.bool_], say: Numbers, names: Sequence[str], ridge: float
) -> Numbers:
    """Weights over all signs, 0 for those without a name here, then the constant."""
    columns = [SIGNS.index(name) for name in names]
    some, say = x[:, columns], (say + 1e-9) / (say + 1e-9).mean()
    mean, spread = some.mean(axis=0), some.std(axis=0) + 1e-6
    z = np.column_stack([(some - mean) / spread, np.ones(len(x))])
    keep = ridge * len(x) * np.append(np.ones(len(columns)), 0)
    w = np.zeros(len(columns) + 1)
    for _ in range(_NEWTON):
        p = 1 / (1 + np.exp(-np.clip(z @ w, -30, 30)))
        slope = z.T @ (say * (p - y)) + keep * w
        w -= np.linalg.solve((z * (say * p * (1 - p))[:, None]).T @ z + np.diag(keep + 1e-9), slope)
    found = np.zeros(len(SIGNS) + 1)
    found[columns] = w[:-1] / spread
    found[-1] = w[-1] - (w[:-1] * mean / spread).sum()
    return found
