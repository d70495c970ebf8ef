"""Chunks as Chroma takes them: columns of ids, vectors, texts, and what is told of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from .embed import Vectors

if TYPE_CHECKING:
    from .catalogue import Entry


@dataclass(frozen=True, slots=True)
class Rows:
    """Chunks as Chroma takes them."""

    ids: list[str]
    vectors: Vectors
    """Shape ``(rows, dimension)``, unit length."""
    documents: list[str]
    metadatas: list[dict[str, str | int]]

    @classmethod
    def of(cls, entries: Sequence[Entry]) -> Rows:
        """Those of chunks that have a vector."""
        there = [entry for entry in entries if entry.vector.size]
        return cls(
            [entry.id for entry in there],
            np.array([entry.vector for entry in there], np.float32),
            [entry.chunk.text for entry in there],
            [_metadata(entry) for entry in there],
        )

    def some(self, first: int, last: int) -> Rows:
        """Those from one to before another."""
        part = slice(first, last)
        return Rows(self.ids[part], self.vectors[part], self.documents[part], self.metadatas[part])


def _metadata(entry: Entry) -> dict[str, str | int]:
    chunk = entry.chunk
    return {
        "file": chunk.file,
        "start": chunk.start,
        "end": chunk.end,
        "language": chunk.language,
        "title": chunk.title,
        "kind": chunk.kind,
    }
