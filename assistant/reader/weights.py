"""The fitted weights of the reader, and where they come from.

``weights.json`` is written by ``python -m evals.reading --fit`` and holds, beside the weights, the
sets they were fitted on and the figures they reach there.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FILE = Path(__file__).parent / "weights.json"


@dataclass(frozen=True, slots=True)
class Weights:
    """Everything that was fitted."""

    line: NDArray[np.float32]
    """One weight a feature of a line, in the order of :data:`.lines.FEATURES`."""
    enough: float
    """Share of the chance at which no further sentence is quoted."""
    room: int
    """Characters quoted at most; the first sentence is quoted whatever its length."""
    evidence: NDArray[np.float32]
    """One weight a sign of :data:`.evidence.SIGNS`, then the constant: the chance of an answer."""
    crowd: NDArray[np.float32]
    """The same for how likely all passages are about the very thing the question is about."""
    among: NDArray[np.float32]
    """The chance of an answer there: one weight a sign, one for each of :data:`.crowd.MORE`, then
    the constant."""
    answered: float
    """Chance of being answered from which on the reader answers, 0 to 1."""
    crowded: float
    """The same of the chance that :attr:`among` tells."""
    lead: Mapping[str, float]
    """By kind of question: how much nearer than the next a fact must be to be given as a short
    answer."""


@lru_cache(maxsize=1)
def shipped() -> Weights:
    """The weights that come with the reader."""
    return parse(FILE.read_text(encoding="utf-8"))


def parse(text: str) -> Weights:
    """Read weights as ``weights.json`` holds them.

    Raises:
        ValueError: the text is not JSON, or a feature has no weight.
        KeyError: a part is missing.
    """
    from .crowd import MORE
    from .evidence import SIGNS
    from .lines import FEATURES

    data = json.loads(text)
    line = data["line"]
    return Weights(
        line=np.array([line[name] for name in FEATURES], np.float32),
        enough=float(data["enough"]),
        room=int(data["room"]),
        evidence=_signed(data["evidence"], SIGNS),
        crowd=_signed(data["crowd"], SIGNS),
        among=_signed(data["among"], (*SIGNS, *MORE)),
        answered=float(data["answered"]),
        crowded=float(data["crowded"]),
        lead=data["lead"],
    )


def _signed(weights: Mapping[str, float], signs: Sequence[str]) -> NDArray[np.float32]:
    """A weight for every sign, 0 where none is given, then the constant.

    Raises:
        ValueError: a weight is given for no sign.
    """
    unknown = set(weights) - {*signs, "constant"}
    if unknown:
        raise ValueError(f"{FILE} has weights for unknown signs: {', '.join(sorted(unknown))}")
    row = [weights.get(name, 0.0) for name in signs]
    return np.array([*row, weights["constant"]], np.float32)
