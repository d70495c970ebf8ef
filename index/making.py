"""What is made of texts before anything of them is written: vectors, and tokens."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from .align import TokenEmbedder, Tokens
from .catalogue import Catalogue
from .embed import Embedder, Vectors, checked
from .work import Work

_NONE = np.empty(0, np.float32)


@dataclass(frozen=True, slots=True)
class Made:
    """Of some documents."""

    tokens: Mapping[bytes, Tokens]
    """By the key of the text; empty where the embedder has no vectors of tokens."""
    vectors: Mapping[bytes, Vectors]
    """Likewise; an empty array for a text without one."""
    fresh: frozenset[bytes]
    """The keys of those that no vector was kept for."""

    def keep(self, db: sqlite3.Connection) -> None:
        """Write the new vectors, inside the caller's transaction."""
        rows = [(key, self.vectors[key].tobytes()) for key in sorted(self.fresh)]
        db.executemany(
            "INSERT OR REPLACE INTO vectors VALUES (?, ?)", [row for row in rows if row[1]]
        )


def make(works: Sequence[Work], embedder: Embedder, catalogue: Catalogue) -> Made:
    """Embed the texts of documents that no vector is kept for.

    Raises:
        EmbedderFailed: the embedder gave nothing usable.
    """
    texts = {
        key: part.text for work in works for key, part in zip(work.keys, work.chunks, strict=True)
    }
    fresh = sorted(catalogue.without_vector(texts))
    if works and all(work.meaning for work in works):
        return _made_before(works, frozenset(fresh))
    tokens: dict[bytes, Tokens] = {}
    if isinstance(embedder, TokenEmbedder):
        tokens = {key: embedder.tokens(text) for key, text in texts.items()}
        matrix = embedder.embed_tokens([tokens[key] for key in fresh])
    elif fresh:
        matrix = embedder.embed([texts[key] for key in fresh])
    else:
        matrix = np.empty((0, 1), np.float32)
    rows = zip(fresh, checked(matrix, len(fresh)), strict=True)
    vectors = {key: row if row.any() else _NONE for key, row in rows}
    kept = [key for key in texts if key not in vectors]
    vectors.update(zip(kept, catalogue.vectors(kept), strict=True))
    return Made(tokens, vectors, frozenset(fresh))


def _made_before(works: Sequence[Work], fresh: frozenset[bytes]) -> Made:
    """The built-in model was at hand where the documents were read."""
    tokens: dict[bytes, Tokens] = {}
    vectors: dict[bytes, Vectors] = {}
    for work in works:
        if work.meaning:
            tokens.update(zip(work.keys, work.meaning.tokens, strict=True))
            rows = zip(work.keys, work.meaning.vectors, strict=True)
            vectors.update((key, row if row.any() else _NONE) for key, row in rows)
    return Made(tokens, vectors, fresh)
