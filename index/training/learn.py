"""Training: rows are moved until a text lies next to its translation and its teacher's vector.

A text's vector is the sum of its tokens' rows, each times the token's length, scaled to length one.
The loss is InfoNCE in both directions (van den Oord et al. 2018) over a batch of pairs from one
source, plus the cosine distance to the teacher's vector of the English side, for both sides
(Reimers and Gurevych 2020). The gradient is short enough to be written out, so NumPy and SciPy are
all it takes; row-wise Adagrad (Duchi et al. 2011) lets rare rows move as far as frequent ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Settings:
    """The knobs, as chosen on held-out text (docs/model.md says what else was tried)."""

    steps: int = 5_000
    batch: int = 1_024
    rate: float = 0.01
    warm_up: int = 100
    temperature: float = 0.05
    teacher: float = 3.2
    """Weight of the distance to the teacher's vector."""
    dropped: float = 0.2
    """Share of the tokens left out of a text in a batch."""
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Corpus:
    """Texts as rows, pairs of them by source, and the teacher's vectors."""

    surfaces: NDArray[np.int32]
    """The surfaces of all texts, one text after the other."""
    starts: Places
    """Where each text begins in `surfaces`, shape (texts + 1,)."""
    pairs: dict[str, Places]
    """Source to pairs of texts, each of shape (pairs, 2)."""
    weights: dict[str, float]
    taught: Places
    """For each text the teacher's vector, or -1; shape (texts,)."""
    vectors: Matrix
    """The teacher's vectors, rows of unit length."""

    @classmethod
    def of(
        cls,
        pairs: Mapping[str, Sequence[tuple[str, str]]],
        weights: dict[str, float],
        split: Callable[[str], Iterable[int]],
        teacher: dict[str, Matrix],
    ) -> Corpus:
        """Number the texts and split them."""
        numbers: dict[str, int] = {}
        numbered = {
            name: np.array(
                [[numbers.setdefault(t, len(numbers)) for t in pair] for pair in group], np.int64
            )
            for name, group in pairs.items()
            if group
        }
        found = [np.fromiter(split(text), np.int32) for text in numbers]
        taught = {text: place for place, text in enumerate(teacher)}
        return cls(
            surfaces=np.concatenate(found),
            starts=np.cumsum([0, *map(len, found)]),
            pairs={name: _not_empty(group, found) for name, group in numbered.items()},
            weights=weights,
            taught=np.array([taught.get(t, taught.get(t.lower(), -1)) for t in numbers]),
            vectors=np.stack(list(teacher.values())),
        )


def _not_empty(pairs: Places, found: Sequence[NDArray[np.int32]]) -> Places:
    filled = np.array([len(rows) > 0 for rows in found])
    return pairs[filled[pairs].all(axis=1)]


@dataclass(slots=True)
class Table:
    """The rows while they are trained."""

    rows: Matrix
    row_of: NDArray[np.int32]
    """Row of each surface."""
    lengths: NDArray[np.float32]
    """Length of each surface, not trained."""
    squares: Matrix = field(init=False)

    def __post_init__(self) -> None:
        self.start_from(self.rows)

    def start_from(self, rows: Matrix) -> None:
        """Take these rows, and forget how far they have moved."""
        self.rows = rows
        self.squares = np.full(len(rows), 1e-6, np.float32)

    def move(self, used: NDArray[np.integer], gradient: Matrix, rate: float) -> None:
        """Take one Adagrad step on the rows given, each named once."""
        mean = np.einsum("ij,ij->i", gradient, gradient) / np.float32(gradient.shape[1])
        squares = self.squares[used] * np.float32(0.999) + mean
        self.squares[used] = squares
        gradient *= (np.float32(rate) / np.sqrt(squares))[:, None]
        self.rows[used] -= gradient


def learn(
    table: Table,
    corpus: Corpus,
    settings: Settings,
    report: Callable[[int, float, Table], None] = lambda step, loss, table: None,
) -> None:
    """Train a table in place.

    Args:
        table: the rows, each with its first vector.
        corpus: what to learn from.
        settings: the knobs.
        report: told (step, loss, table) after every step.
    """
    draw = np.random.default_rng(settings.seed)
    names = list(corpus.pairs)
    shares = np.array([corpus.weights[name] for name in names])
    for step in range(settings.steps):
        pairs = corpus.pairs[names[draw.choice(len(names), p=shares / shares.sum())]]
        if len(pairs) > settings.batch:
            pairs = pairs[draw.choice(len(pairs), settings.batch, replace=False)]
        rate = settings.rate * min(1.0, step / settings.warm_up) * (1 - step / settings.steps)
        report(step, _step(table, corpus, pairs, settings, rate, draw), table)


def _step(
    table: Table,
    corpus: Corpus,
    pairs: Places,
    settings: Settings,
    rate: float,
    draw: np.random.Generator,
) -> float:
    from scipy.sparse import csr_matrix

    texts = np.concatenate([pairs[:, 0], pairs[:, 1]])
    surfaces, bags = _tokens(corpus, texts, settings.dropped, draw)
    used, local = np.unique(table.row_of[surfaces], return_inverse=True)
    holds = csr_matrix((table.lengths[surfaces], (bags, local)), shape=(len(texts), len(used)))
    sums = holds @ table.rows[used]
    lengths = np.linalg.norm(sums, axis=1, keepdims=True) + np.float32(1e-9)
    unit = sums / lengths
    loss, towards = _loss(unit, pairs, settings.temperature)
    taught = np.tile(corpus.taught[pairs[:, 1]], 2)
    if (known := np.flatnonzero(taught >= 0)).size:
        towards[known] -= settings.teacher * 2 / len(known) * corpus.vectors[taught[known]]
    # Through the scaling to length one: only what is at right angles to the vector counts.
    towards -= unit * np.einsum("ij,ij->i", towards, unit)[:, None]
    towards /= lengths
    table.move(used, holds.T @ towards, rate)
    return loss


def unit_sums(table: Table, corpus: Corpus, texts: Places) -> Matrix:
    """Return the vectors of some texts, scaled to length one, shape (texts, dimension)."""
    from scipy.sparse import csr_matrix

    surfaces, bags = _tokens(corpus, texts, 0.0, np.random.default_rng())
    places = (bags, table.row_of[surfaces])
    sums = csr_matrix((table.lengths[surfaces], places), (len(texts), len(table.rows))) @ table.rows
    return np.asarray(sums / (np.linalg.norm(sums, axis=1, keepdims=True) + 1e-9), np.float32)


def _tokens(
    corpus: Corpus, texts: Places, dropped: float, draw: np.random.Generator
) -> tuple[Places, Places]:
    """The surfaces of some texts, a share dropped, never all of a text; and whose they are."""
    lengths = corpus.starts[texts + 1] - corpus.starts[texts]
    ends = np.cumsum(lengths)
    places = np.arange(ends[-1]) + np.repeat(corpus.starts[texts] - (ends - lengths), lengths)
    bags = np.repeat(np.arange(len(texts)), lengths)
    kept = draw.random(len(places)) >= dropped
    kept[(ends - lengths)[np.bincount(bags[kept], minlength=len(texts)) == 0]] = True
    return corpus.surfaces[places[kept]], bags[kept]


def _loss(unit: Matrix, pairs: Places, temperature: float) -> tuple[float, Matrix]:
    """InfoNCE both ways and its gradient for each unit vector; equal texts are no negatives."""
    count = len(pairs)
    left, right = unit[:count], unit[count:]
    scores = left @ right.T / np.float32(temperature)
    same = (pairs[:, 0][:, None] == pairs[:, 0]) | (pairs[:, 1][:, None] == pairs[:, 1])
    np.fill_diagonal(same, val=False)
    scores[same] = -1e4
    # No cosine is over 1, so one shift keeps every power in range, for rows and columns alike.
    powers = np.exp(scores - np.float32(1 / temperature))
    by_row = powers / powers.sum(axis=1, keepdims=True)
    by_column = powers / powers.sum(axis=0, keepdims=True)
    diagonal = np.arange(count)
    hits = np.log(by_row[diagonal, diagonal] + 1e-12)
    hits += np.log(by_column[diagonal, diagonal] + 1e-12)
    wrong = by_row
    wrong += by_column
    wrong[diagonal, diagonal] -= 2
    wrong *= np.float32(0.5 / count / temperature)
    return float(-0.5 * hits.mean()), np.concatenate([wrong @ right, wrong.T @ left])
