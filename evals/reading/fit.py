"""Fits the weights of the built-in reader, ``assistant/reader/weights.json``.

*Lines*: a softmax over the sentences of a question's passages, so that the ones that hold the
answer get the chance (listwise, Cao et al. 2007), by Adam. *Evidence*: one logistic regression with
a ridge, by Newton's method. Each family of sets has its say, whatever its size: see ``SAY``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from assistant.reader.asked import Asked, understand
from assistant.reader.crowd import MORE, more
from assistant.reader.evidence import SIGNS, signs
from assistant.reader.lexicon import Embed, WordVectors
from assistant.reader.lines import FEATURES, Page, page
from assistant.reader.select import ranked
from assistant.reader.weights import Weights

from .nouns import ReadingCase

Numbers = NDArray[np.float64]

ROOM, ENOUGH = 700, 0.92
"""Chosen, with what makes a rival in ``select.py``, for the most answers of XQuAD inside the quotes
at a median of at most 350 characters."""
ANSWERED, CROWDED = 0.058, 0.47
"""Chances from which on to answer, chosen by hand. The first was chosen with the figures of the
hand-written questions over both corpora in view, so those are flattered; the second, with
``_LATER``, by NoMIRACL's balanced accuracy out of fold."""
_LATER = 1.0
"""Taken from the sum that says how crowded it is: an ordinary folder has one subject as well.
Chosen so that few of the hand-written questions of the second corpus are refused for it."""
LEAD = {"money": 0.05, "figure": 0.35, "share": 0.3, "date": 0.05, "person": 0.4,
        "organisation": 0.25, "place": 0.35}  # fmt: skip
"""Set by hand on XQuAD and SQuAD-it: below it, fewer than about nine of ten short answers were
right, of people eight, of places seven (there are hardly any)."""

_RIDGE_LINES, _STEPS, _RATE = 0.001, 300, 0.3
_NEWTON, _RIDGE_EVIDENCE = 20, 0.01
_RIDGE_CROWD, _RIDGE_AMONG = 0.001, 0.23
"""The second is strong, since 720 questions of NoMIRACL have 50 signs: chosen out of fold."""


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


def fit(seen: Sequence[Seen], vectors: WordVectors) -> Weights:
    """Fit everything on these cases."""
    blank = np.zeros(len(SIGNS) + 1, np.float32)
    line = _fit_lines([one for one in seen if one.right.any()])
    unseen = np.zeros(len(blank) + len(MORE), np.float32)
    weights = Weights(line, ENOUGH, ROOM, blank, blank, unseen, ANSWERED, CROWDED, LEAD)
    x = np.array([signs(s.asked, s.page, ranked(s.asked, s.page, weights)) for s in seen])
    x = x.astype(np.float64)
    y = np.array([s.case.answerable for s in seen])
    sets = [s.case.set for s in seen]
    plain = [SIGNS.index(name) for name in SIGNS if name not in _ALIKE]
    evidence = np.zeros(len(blank))
    evidence[[*plain, -1]] = _logistic(x[:, plain], y, _says(sets, y))
    crowd = _fit_crowd(x, y, sets)
    among = _fit_among(x, seen, weights, vectors)
    return replace(
        weights,
        evidence=evidence.astype(np.float32),
        crowd=crowd.astype(np.float32),
        among=among.astype(np.float32),
    )


def _fit_among(x: Numbers, seen: Sequence[Seen], weights: Weights, vectors: WordVectors) -> Numbers:
    """Tell NoMIRACL's questions with an answer from those without, by all that is looked at."""
    rows = [row for row, one in enumerate(seen) if one.case.set.startswith("nomiracl")]
    if not rows:
        return weights.among.astype(np.float64)
    told = [seen[row] for row in rows]
    looked = [more(s.asked, s.page, ranked(s.asked, s.page, weights), vectors) for s in told]
    y = np.array([one.case.answerable for one in told])
    say = np.where(y, 1 / max(1, y.sum()), 1 / max(1, (~y).sum()))
    return _logistic(np.column_stack([x[rows], looked]), y, say, _RIDGE_AMONG)


def _fit_crowd(x: Numbers, y: NDArray[np.bool_], sets: Sequence[str]) -> Numbers:
    """Tell NoMIRACL's questions, each with ten passages about one thing, from ordinary ones."""
    crowded = np.array([name.startswith("nomiracl") for name in sets])
    ordinary = np.array([name.startswith(("xquad", "squad")) for name in sets]) & y
    columns = [SIGNS.index(name) for name in CROWD]
    say = crowded / max(1, crowded.sum()) + ordinary / max(1, ordinary.sum()) + 1e-12
    found = np.zeros(x.shape[1] + 1)
    found[[*columns, -1]] = _logistic(x[:, columns], crowded, say, _RIDGE_CROWD)
    found[-1] -= _LATER
    return found


_ALIKE = ("words_mean", "words_spread", "pieces_mean", "pieces_spread")
"""Signs of nothing but that."""

CROWD = ("spread", "mean_meaning", "low_meaning", "lines", "told", "words_gap", *_ALIKE)
"""Signs that tell how crowded it is."""

SAY = {
    "xquad": 3.0, "squad_it": 1.0, "nomiracl": 6.0, "qald": 20.0,
    "taken away": 0.3, "name swapped": 1.0, "reworded": 3.0, "cut out": 5.0,
}  # fmt: skip
"""What each family of sets weighs, whatever its size: of its answerable and unanswerable questions
alike. The spoiled ones weigh most, since they are what a reader of news would fall into."""


def _says(sets: Sequence[str], y: NDArray[np.bool_]) -> Numbers:
    names = np.array([next(k for k in reversed(SAY) if k in name) for name in sets])
    weight = np.zeros(len(sets))
    for name in dict.fromkeys(names.tolist()):
        for answerable in (True, False):
            rows = (names == name) & (y == answerable)
            if rows.any():
                weight[rows] = SAY[name] / rows.sum()
    return weight


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
    x: Numbers, y: NDArray[np.bool_], say: Numbers, ridge: float = _RIDGE_EVIDENCE
) -> Numbers:
    """Weights over all signs, then the constant; ridge on standardised signs, Newton's method."""
    say = say / say.mean()
    mean, spread = x.mean(axis=0), x.std(axis=0) + 1e-6
    z = np.column_stack([(x - mean) / spread, np.ones(len(x))])
    keep = ridge * len(x) * np.append(np.ones(x.shape[1]), 0)
    w = np.zeros(x.shape[1] + 1)
    for _ in range(_NEWTON):
        p = 1 / (1 + np.exp(-np.clip(z @ w, -30, 30)))
        slope = z.T @ (say * (p - y)) + keep * w
        w -= np.linalg.solve((z * (say * p * (1 - p))[:, None]).T @ z + np.diag(keep + 1e-9), slope)
    return np.append(w[:-1] / spread, w[-1] - (w[:-1] * mean / spread).sum())
