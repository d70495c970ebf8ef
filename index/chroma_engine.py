"""Chroma's compiled engine, without Chroma's Python layer.

Importing that layer takes about a second of processor time and 45 MB, which is most of what a
person would wait for a cold answer, or for a small folder to be indexed; the engine below it opens
in milliseconds and reads and writes the same files. It is not a public interface: the methods are
those of :class:`~index.chroma_client.ChromaClient`, the store's tests run over both, and whatever
has changed in another version makes :class:`~index.store.ChromaStore` use the public client
instead. For writing, that is any version but the one we know.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from .chroma_rows import Rows
from .embed import Vectors

_TENANT, _DATABASE = "default_tenant", "default_database"
_HANDLES = 100
"""Index files kept open at a time; we have one collection."""

_WRITTEN_BY = "1.5.9"
"""The version that we write with."""

_NO_EMBEDDER = {"spann": None, "embedding_function": {"type": "legacy"}}
"""What the public client says of a collection whose vectors come from outside."""


class EngineChanged(Exception):
    """This version of Chroma's engine is not the one we know."""


class ChromaEngine:
    """One collection."""

    def __init__(
        self, path: Path, collection: str, settings: Mapping[str, object] | None = None
    ) -> None:
        """Open a collection.

        Args:
            path: Chroma's folder.
            collection: its name.
            settings: of its graph, to make it where there is none; None: it is only read.

        Raises:
            EngineChanged: use the public client.
        """
        self._name = collection
        try:
            import chromadb_rust_bindings as engine

            modes = engine.MigrationMode
            self._engine: Any = engine.Bindings(
                allow_reset=False,
                sqlite_db_config=engine.SqliteDBConfig(
                    hash_type=engine.MigrationHash.MD5,
                    migration_mode=modes.Validate if settings is None else modes.Apply,
                    url=str(path / "chroma.sqlite3"),
                ),
                persist_path=str(path),
                hnsw_cache_size=_HANDLES,
            )
            if settings is None:
                found = self._engine.get_collection(collection, _TENANT, _DATABASE)
            else:
                found = self._made(settings)
            self._id = str(found.id)
        except (ImportError, AttributeError, TypeError) as error:
            raise EngineChanged(str(error)) from error

    def _made(self, settings: Mapping[str, object]) -> Any:
        # To ask the engine itself for its version would import the Python layer.
        if (there := version("chromadb")) != _WRITTEN_BY:
            raise EngineChanged(f"Chroma is {there}")
        wanted = json.dumps({"hnsw": settings, **_NO_EMBEDDER})
        return self._engine.create_collection(
            self._name, wanted, None, None, True, _TENANT, _DATABASE
        )

    def query(self, vector: Vectors, k: int) -> tuple[list[str], list[float]]:
        """Return ids and cosine *distances* of the k nearest, nearest first.

        Raises:
            EngineChanged: use the public client.
        """
        try:
            found = self._engine.query(
                self._id, None, vector[None, :], k, None, None, ["distances"], _TENANT, _DATABASE
            )
            return found.ids[0], found.distances[0]
        except (AttributeError, TypeError) as error:
            raise EngineChanged(str(error)) from error

    def count(self) -> int:
        """How many rows it says it holds."""
        return int(self._engine.count(self._id, _TENANT, _DATABASE))

    def at_a_time(self) -> int:
        """The most rows of one upsert."""
        return int(self._engine.get_max_batch_size())

    def upsert(self, rows: Rows) -> None:
        """Write rows, as many as it takes at a time."""
        self._engine.upsert(
            self._id,
            rows.ids,
            list(rows.vectors),
            rows.metadatas,
            rows.documents,
            None,
            _TENANT,
            _DATABASE,
        )

    def delete(self, ids: Sequence[str]) -> None:
        """Remove rows; ids that are not there do not matter."""
        self._engine.delete(self._id, list(ids), None, None, None, _TENANT, _DATABASE)

    def settings(self) -> Mapping[str, Any]:
        """Those of the graph, by name; empty where there are none."""
        found = self._engine.get_collection(self._name, _TENANT, _DATABASE).configuration
        return found.get("hnsw") or {}

    def set(self, **settings: int) -> None:
        """Change settings of the graph, from the next opening on."""
        self._engine.update_collection(self._id, None, None, json.dumps({"hnsw": settings}))

    def close(self) -> None:
        """Let go of the files."""
        del self._engine
