"""What few sentences say tells more than what all of them say."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .lexicon import Matrix


def rarity(matches: Matrix) -> NDArray[np.float32]:
    """Weights of the question's words, summing to 1: what every sentence matches says little."""
    spread = np.log((matches.shape[1] + 1) / (matches.sum(axis=1) + 0.5))
    weight = np.maximum(spread, 0.05)
    shares: NDArray[np.float32] = (weight / weight.sum()).astype(np.float32)
    return shares


def fresh(weight: Matrix, near: Matrix, own: NDArray[np.int_]) -> NDArray[np.float32]:
    """How well a line matches what its own file does not say everywhere.

    In a document about a bridge every sentence is about the bridge: what the question asks beyond
    that tells which of them answers.
    """
    found = np.zeros(near.shape[1], np.float32)
    for number in np.unique(own):
        rows = own == number
        told = weight * rarity(near[:, rows])
        found[rows] = (told / told.sum()) @ near[:, rows]
    return found
