"""Evening out: half-way whitening of the vectors, between the two halves of the training.

The teacher's vectors, and so the trained ones, lie mostly along a few directions, in which all
texts are alike; what tells one text from another is left with little room. Whitening makes all
directions equally long (Su et al. 2021); going half of the way, so that the square root of a
direction's spread stays, was better on held-out text than all of it. It is a linear map, so it is
applied to the rows themselves and costs nothing when the model is used.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from .learn import Corpus, Table, unit_sums

Matrix = NDArray[np.float32]

HALF_WAY = 0.5
FLOOR = 0.1
"""Added to each direction's spread, in means of it: directions of mere noise are not blown up."""
TEXTS = 80_000


def spread(table: Table, corpus: Corpus, seed: int) -> Corpus:
    """Even out the rows in place, and return the corpus with the teacher's vectors alike.

    Args:
        table: trained rows.
        corpus: the texts, drawn from as in training, by which the spread is measured.
        seed: of the draw.
    """
    draw = np.random.default_rng(seed)
    total = sum(corpus.weights[name] for name in corpus.pairs)
    drawn = []
    for name, pairs in corpus.pairs.items():
        some = min(len(pairs), int(TEXTS / 2 * corpus.weights[name] / total))
        drawn.append(pairs[draw.choice(len(pairs), some, replace=False)].ravel())
    texts = unit_sums(table, corpus, np.concatenate(drawn))
    spreads, directions = np.linalg.eigh((texts.T @ texts / len(texts)).astype(np.float64))
    shrink = (spreads + FLOOR * spreads.mean()) ** (-HALF_WAY / 2)
    turn = ((directions * shrink) @ directions.T).astype(np.float32)
    length = np.linalg.norm(table.rows, axis=1).mean()
    rows = table.rows @ turn
    table.start_from(rows * (length / np.linalg.norm(rows, axis=1).mean()))
    taught = corpus.vectors @ turn
    return replace(corpus, vectors=taught / (np.linalg.norm(taught, axis=1, keepdims=True) + 1e-9))
