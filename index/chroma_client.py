"""Chroma's public client, for whatever its engine alone is not asked for."""

from __future__ import annotations

import os
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from .chroma_rows import Rows
from .embed import Vectors


class ChromaClient:
    """One collection; see :class:`index.chroma_engine.ChromaEngine`."""

    def __init__(self, path: Path, collection: str, settings: Mapping[str, object]) -> None:
        """Open a collection, making it where there is none; whatever Chroma raises is raised.

        Args:
            path: Chroma's folder.
            collection: its name.
            settings: of the graph of a collection that is made.
        """
        # Set in the environment, not in Settings: a plain client opened on the same folder in
        # this process must have equal settings, or Chroma refuses it.
        os.environ.setdefault("ANONYMIZED_TELEMETRY", "False")
        import chromadb

        try:
            self._client: Any = chromadb.PersistentClient(str(path))
        except BaseException:
            # Chroma keeps what it failed to start, and would give it to the next who asks.
            from chromadb.api.client import SharedSystemClient

            SharedSystemClient._identifier_to_system.pop(str(path), None)
            raise
        # No embedding function: Chroma's default would download a model.
        self._collection: Any = self._client.get_or_create_collection(
            collection, configuration={"hnsw": dict(settings)}, embedding_function=None
        )

    def query(self, vector: Vectors, k: int) -> tuple[list[str], list[float]]:
        """Return ids and cosine *distances* of the k nearest, nearest first."""
        found = self._collection.query(
            query_embeddings=vector[None, :], n_results=k, include=["distances"]
        )
        return found["ids"][0], found["distances"][0]

    def count(self) -> int:
        """How many rows it says it holds."""
        return int(self._collection.count())

    def at_a_time(self) -> int:
        """The most rows of one upsert."""
        return int(self._client.get_max_batch_size())

    def upsert(self, rows: Rows) -> None:
        """Write rows, as many as it takes at a time."""
        self._collection.upsert(
            ids=rows.ids,
            embeddings=rows.vectors,
            documents=rows.documents,
            metadatas=rows.metadatas,
        )

    def delete(self, ids: Sequence[str]) -> None:
        """Remove rows; ids that are not there do not matter."""
        self._collection.delete(ids=list(ids))

    def settings(self) -> Mapping[str, Any]:
        """Those of the graph, by name; empty where there are none."""
        return self._collection.configuration_json.get("hnsw") or {}

    def set(self, **settings: int) -> None:
        """Change settings of the graph, from the next opening on."""
        with warnings.catch_warnings():  # it warns of what it wrote itself: no embedder
            warnings.simplefilter("ignore", DeprecationWarning)
            self._collection.modify(configuration={"hnsw": settings})

    def close(self) -> None:
        """Let go of the files, so that another one may open the same folder."""
        self._client.close()
