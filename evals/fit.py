"""``python -m evals.fit --data DIR``: fit the weights of the ranking, ``index/weights.json``.

For every question the front-runners are gathered with their features; the weights are those under
which a softmax over the scores makes the right passage likeliest (the listwise loss ListNet, Cao
et al. 2007). Families of sets weigh the same however many questions they hold. The figures printed
and recorded are held out: the articles and stories are dealt into five parts, and each part is
ranked with weights fitted on the other four.
"""

from __future__ import annotations

import argparse
import json
import sys
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evals.public.retrieval import DEEP, gain, pool_of
from evals.public.sets import retrieval_sets
from index import IndexFault, default_embedder

from .errors import EvalFault
from .progress import counted, stoppable

NAMES = ("meaning", "words", "grams", "same", "whole", "window", "around")
PLAIN = 4
"""The first four features need no vectors of tokens."""

LEAST = {
    "meaning": 0.0, "words": 0.05, "grams": 0.1, "whole": 0.0, "window": 0.0, "around": 0.0,
}  # fmt: skip
"""The least share of each feature that may not speak against a passage. The sets hardly ask for
figures or part numbers, which words and grams alone tell apart. It costs nothing: nDCG is flat
there, and in one language better."""

_FOLDS = 5
_STEPS = 12
_RIDGE = 1e-5
_ENOUGH = 1300
"""Questions taken from a set, at most, spread evenly over it."""

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Race:
    """The front-runners for one question."""

    name: str
    """The set."""
    family: str
    fold: int
    features: Numbers
    """Shape ``(front-runners, features)``."""
    passages: tuple[str, ...]
    wanted: str


def races(data: Path) -> Iterator[Race]:
    """Gather the front-runners of every question of the sets."""
    embedder = default_embedder()
    for found in retrieval_sets(data):
        pool = pool_of(found.passages, embedder)
        chosen = found.asked[:: 1 + len(found.asked) // _ENOUGH]
        for asked in counted(chosen, f"questions of {found.name} ranked", len(chosen)):
            ranking = pool.rank(asked.question, asked.language)
            passages = tuple(pool.chunks[place].file for place in ranking.places)
            fold = zlib.crc32(asked.cluster.encode()) % _FOLDS
            matrix = ranking.features.matrix().astype(np.float64)
            yield Race(found.name, found.family, fold, matrix, passages, asked.passage)


def fit(given: Sequence[Race], columns: int) -> Numbers:
    """Weights of the first features; those that speak for a passage sum to 1.

    None but that of `same` falls below its least share: it is held there, and the rest fitted anew.
    """
    rows = _Rows(given, columns)
    held: dict[int, float] = {}
    total = 0.0
    while True:
        weights = rows.minimise(held)
        total = total or float(weights.clip(0).sum())
        short = {
            column: weights[column] - LEAST[name] * total
            for column, name in enumerate(NAMES[:columns])
            if name in LEAST and column not in held
        }
        column = min(short, key=short.__getitem__, default=-1)
        if column < 0 or short[column] >= 0:
            return weights / float(weights[[name in LEAST for name in NAMES[:columns]]].sum())
        held[column] = LEAST[NAMES[column]] * total


class _Rows:
    """All races in one matrix, and the loss over it."""

    def __init__(self, given: Sequence[Race], columns: int) -> None:
        usable = [race for race in given if race.wanted in race.passages]
        held = Counter(race.family for race in usable)
        self.share = np.array([1 / (len(held) * held[race.family]) for race in usable])
        self.sizes = np.array([len(race.passages) for race in usable])
        self.starts = np.cumsum(self.sizes) - self.sizes
        self.rows = np.concatenate([race.features[:, :columns] for race in usable])
        self.right = np.concatenate([[p == race.wanted for p in race.passages] for race in usable])

    def minimise(self, held: Mapping[int, float]) -> Numbers:
        """Newton's method on the loss, some weights held where they are told."""
        weights = np.zeros(self.rows.shape[1])
        weights[list(held)] = list(held.values())
        free = [column for column in range(len(weights)) if column not in held]
        for _ in range(_STEPS):
            slope, curvature = self._slope(weights)
            curvature = curvature[np.ix_(free, free)] + _RIDGE * np.eye(len(free))
            weights[free] -= np.linalg.solve(curvature, slope[free])
        return weights

    def _slope(self, weights: Numbers) -> tuple[Numbers, Numbers]:
        """Gradient and curvature of ``-log(softmax mass on chunks of the right passage)``.

        The curvature leaves out the part that comes from a passage having several chunks: without
        it Newton's steps are a little short, and always downhill.
        """
        rows = self.rows
        scores = rows @ weights
        scores = np.exp(scores - np.repeat(np.maximum.reduceat(scores, self.starts), self.sizes))
        everyone, right = self._normed(scores), self._normed(scores * self.right)
        share = np.repeat(self.share, self.sizes)
        slope = ((everyone - right) * share) @ rows + _RIDGE * weights
        means = np.add.reduceat(everyone[:, None] * rows, self.starts)
        spread = (rows * (everyone * share)[:, None]).T @ rows
        return slope, spread - (means * self.share[:, None]).T @ means

    def _normed(self, mass: Numbers) -> Numbers:
        """Each race's masses over their sum."""
        sums = np.maximum(np.add.reduceat(mass, self.starts), 1e-300)
        normed: Numbers = mass / np.repeat(sums, self.sizes)
        return normed


def ndcg(race: Race, weights: Numbers) -> float:
    """nDCG@10 of the right passage, ranked where its best chunk ranks."""
    order = np.argsort(-(race.features[:, : len(weights)] @ weights), kind="stable")
    ids = list(dict.fromkeys(race.passages[place] for place in order))
    rank = ids.index(race.wanted) + 1 if race.wanted in ids else DEEP + 1
    return gain(rank)


def held_out(given: Sequence[Race], columns: int) -> dict[str, float]:
    """Mean nDCG@10 by set, each question ranked by weights that never saw its article."""
    values: dict[str, list[float]] = {}
    for fold in range(_FOLDS):
        weights = fit([race for race in given if race.fold != fold], columns)
        for race in given:
            if race.fold == fold:
                values.setdefault(race.name, []).append(ndcg(race, weights))
    return {name: float(np.mean(found)) for name, found in values.items()}


def families(given: Sequence[Race], figures: Mapping[str, float]) -> dict[str, float]:
    """The mean over the sets of each family."""
    sets = {race.name: race.family for race in given}
    return {
        family: round(float(np.mean([figures[n] for n, f in sets.items() if f == family])), 3)
        for family in dict.fromkeys(sets.values())
    }


def main(argv: Sequence[str] | None = None) -> int:
    """Fit, print, and write the weights."""
    parser = argparse.ArgumentParser(
        prog="python -m evals.fit",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("--data", type=Path, required=True, help="folder with the sets: see docs/finding.md")
    add("--out", type=Path, default=Path("index/weights.json"), help="where the weights go")
    given = parser.parse_args(argv)
    try:
        found = list(races(given.data))
    except (EvalFault, IndexFault) as fault:
        sys.stderr.write(f"{fault}\n")
        return 1
    record: dict[str, object] = {
        "embedder": default_embedder().fingerprint,
        "questions": len(found),
    }
    for kind, columns in (("without_tokens", PLAIN), ("with_tokens", len(NAMES))):
        if any(race.features.shape[1] < columns for race in found):
            sys.stderr.write("The embedder has no vectors of tokens: nothing was written.\n")
            return 1
        weights = fit(found, columns)
        figures = held_out(found, columns)
        record[kind] = {n: round(float(w), 4) for n, w in zip(NAMES, weights, strict=False)}
        record[f"held_out_ndcg10_{kind}"] = families(found, figures)
        for name, value in figures.items():
            sys.stdout.write(f"{kind:15} {name:20} {value:.3f}\n")
    given.out.write_text(json.dumps(record, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    sys.stdout.write(given.out.read_text(encoding="utf-8"))
    return 0


if __name__ == "__main__":
    raise SystemExit(stoppable(main))
