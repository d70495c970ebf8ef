"""The Embedder seam: texts in, unit vectors out.

Anything with the four members of :class:`Embedder` fits; nothing has to be inherited.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from .errors import EmbedderFailed

Vectors = NDArray[np.float32]

_ALONE = 1 << 18
"""Multiplications up to which OpenBLAS uses one thread."""


class Embedder(Protocol):
    """Turns texts into vectors."""

    @property
    def name(self) -> str:
        """Shown to people and kept in the store, e.g. ``pocket-1``."""
        ...

    @property
    def dimension(self) -> int:
        """Columns of the vectors."""
        ...

    @property
    def fingerprint(self) -> str:
        """Changes whenever the vectors would change: a store made with another one is refused."""
        ...

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Embed texts.

        Returns:
            Array of shape ``(len(texts), dimension)``, float32, rows of unit length.
            A row of zeros says honestly: nothing in this text has a vector.
        """
        ...


def row_lengths(rows: Vectors) -> Vectors:
    """The length of each row."""
    found: Vectors = np.sqrt(np.einsum("ij,ij->i", rows, rows))
    return found


def unit_rows(matrix: Vectors) -> Vectors:
    """Scale every row to length 1; rows of zeros stay zeros."""
    norms = np.linalg.norm(matrix, axis=1, keepdims=True)
    return (matrix / np.where(norms > 0, norms, 1)).astype(np.float32)


def products(rows: Vectors, others: Vectors) -> Vectors:
    """Multiply each of many rows with each of a few: shape ``(rows, others)``.

    In pieces that are too small for BLAS to share out among threads: to wait for a second thread
    takes longer than the whole product.
    """
    found = np.empty((len(rows), len(others)), np.float32)
    piece = max(1, _ALONE // max(1, others.size))
    even = len(rows) // piece * piece
    if even:
        parts = rows[:even].reshape(-1, piece, rows.shape[1])
        np.matmul(parts, others.T, out=found[:even].reshape(-1, piece, len(others)))
    if even < len(rows):
        np.matmul(rows[even:], others.T, out=found[even:])
    return found


def checked(matrix: Vectors, rows: int) -> Vectors:
    """Hold what an embedder gave against its promise, before anything of it is stored.

    Raises:
        EmbedderFailed: another number of rows, or rows that are neither of unit length nor zero.
    """
    found = row_lengths(matrix) if matrix.ndim == 2 else np.empty(0)
    if len(found) != rows:
        raise EmbedderFailed(
            f"The embedder was given {rows} texts and gave an array of shape {matrix.shape}. "
            "Nothing of it was stored; choose another embedder with --embedder."
        )
    if not np.all((np.abs(found - 1) < 1e-3) | (found == 0)):  # NaN is neither
        raise EmbedderFailed(
            "The embedder gave vectors that are not of unit length, or not numbers. Nothing of "
            "them was stored; try again, or choose another embedder with --embedder."
        )
    return matrix


class HashEmbedder:
    """Hashed words and character n-grams: deterministic, tiny, and able to be wrong.

    Texts that share words or pieces of words come near each other, so rankings can be tested
    without a model. The trick is feature hashing (Weinberger et al. 2009).
    """

    def __init__(self, dimension: int = 512) -> None:
        self.name = f"hash-{dimension}"
        self.dimension = dimension
        self.fingerprint = self.name

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Embed texts; see :class:`Embedder`."""
        matrix = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            for feature in _features(text):
                digest = hashlib.blake2b(feature.encode(), digest_size=8).digest()
                value = int.from_bytes(digest, "little")
                matrix[row, value % self.dimension] += 1.0 if value >> 63 else -1.0
        return unit_rows(matrix)


def _features(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKD", text.casefold())
    words = re.findall(r"\w+", "".join(c for c in folded if not unicodedata.combining(c)))
    grams = [f"<{w}>"[i : i + 4] for w in words for i in range(max(1, len(w) - 1))]
    return words + grams
