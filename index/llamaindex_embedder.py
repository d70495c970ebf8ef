"""Any LlamaIndex ``BaseEmbedding`` as an embedder of ours.

LlamaIndex itself is not imported: whoever has such an object has done so.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np

from .embed import Vectors, unit_rows
from .errors import EmbedderFailed


class LlamaIndexEmbedder:
    """Wraps a ``BaseEmbedding``; see :class:`Embedder`."""

    def __init__(self, model: Any) -> None:
        """Nothing is embedded yet.

        Args:
            model: A ``llama_index.core.embeddings.BaseEmbedding``.
        """
        self._model = model
        self.name = str(model.model_name)

    @cached_property
    def dimension(self) -> int:
        """Length of the vectors: found with one short text, then known."""
        return int(self._ask(["dimension"]).shape[1])

    @cached_property
    def fingerprint(self) -> str:
        """The class, the model's name and the dimension."""
        return f"llamaindex:{type(self._model).__name__}:{self.name}:{self.dimension}"

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Embed texts; see :class:`Embedder`. A blank text has no vector: its row is zeros.

        Raises:
            EmbedderFailed: the model failed, or its vectors cannot be used.
        """
        told = [row for row, text in enumerate(texts) if text.strip()]
        matrix = np.zeros((len(texts), self.dimension), dtype=np.float32)
        if told:
            vectors = self._ask([texts[row] for row in told])
            if vectors.shape[1] != self.dimension:
                raise self._failed(
                    f"gave vectors of {vectors.shape[1]} numbers, after {self.dimension} before"
                )
            matrix[told] = vectors
        return matrix

    def _ask(self, texts: list[str]) -> Vectors:
        try:
            vectors = self._model.get_text_embedding_batch(texts)
            matrix = np.asarray(vectors, dtype=np.float32)
        except Exception as fault:
            # Behind this object may be any library, and so any exception.
            raise self._failed(f"failed ({type(fault).__name__}: {fault})") from fault
        if matrix.ndim != 2 or matrix.shape[0] != len(texts):
            raise self._failed(f"gave {matrix.shape} numbers for {len(texts)} texts")
        lengths = np.linalg.norm(matrix, axis=1)
        if not np.all(np.isfinite(lengths)) or not np.all(lengths > 0):
            raise self._failed("gave a vector without a direction (not a number, or all zeros)")
        return unit_rows(matrix)

    def _failed(self, what: str) -> EmbedderFailed:
        return EmbedderFailed(f"The embedding model {self.name} {what}. Nothing was stored.")
