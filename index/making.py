"""What is made of texts before anything of them is written: tokens, vectors, traces."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from .align import TokenEmbedder, Tokens
from .catalogue import Catalogue
from .defaults import default_embedder
from .embed import Embedder, Vectors, checked
from .traces import trace
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
    """The keys of those that had to be embedded."""
    built_in: bool
    """The vectors are of the built-in model, which traces are made with."""

    def keep(self, db: sqlite3.Connection) -> None:
        """Write the new vectors, inside the caller's transaction."""
        rows = [(key, self.vectors[key].tobytes()) for key in sorted(self.fresh)]
        db.executemany(
            "INSERT OR REPLACE INTO vectors VALUES (?, ?)", [row for row in rows if row[1]]
        )

    def trace(self, work: Work) -> bytes:
        """What a document is compared by; empty where that has to wait for the built-in model."""
        if not self.built_in:
            return b""
        article = [
            (part.text, self.vectors[key])
            for part, key in zip(work.chunks, work.keys, strict=True)
            if part.kind == "article"
        ]
        size = max((vector.size for _, vector in article), default=0)
        rows = np.zeros((len(article), size), np.float32)
        for row, (_, vector) in zip(rows, article, strict=True):
            row[: vector.size] = vector
        return trace("\n".join(text for text, _ in article), rows).pack()


def make(works: Sequence[Work], embedder: Embedder, catalogue: Catalogue) -> Made:
    """Embed the texts of documents that no vector is kept for.

    Raises:
        EmbedderFailed: the embedder gave nothing usable.
    """
    texts = {
        key: part.text for work in works for key, part in zip(work.keys, work.chunks, strict=True)
    }
    fresh = sorted(catalogue.without_vector(texts))
    tokens: dict[bytes, Tokens] = {}
    built_in = False
    if isinstance(embedder, TokenEmbedder):
        tokens = {key: embedder.tokens(text) for key, text in texts.items()}
        matrix = embedder.embed_tokens([tokens[key] for key in fresh])
        built_in = embedder.fingerprint == default_embedder().fingerprint
    elif fresh:
        matrix = embedder.embed([texts[key] for key in fresh])
    else:
        matrix = np.empty((0, 1), np.float32)
    rows = zip(fresh, checked(matrix, len(fresh)), strict=True)
    vectors = {key: row if row.any() else _NONE for key, row in rows}
    kept = [key for key in texts if key not in vectors]
    vectors.update(zip(kept, catalogue.vectors(kept), strict=True))
    return Made(tokens, vectors, frozenset(fresh), built_in)
