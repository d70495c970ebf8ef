"""Chroma's compiled engine, opened for reading without Chroma's Python layer.

Importing that layer takes about a second, which is most of what a person would wait for a cold
answer; the engine below it opens in milliseconds and reads the same files. It is not a public
interface, so it is used for one thing only, asking for neighbours, and whatever about it has
changed in another version makes :class:`~index.store.ChromaStore` use the public client instead.
The store's tests run over both.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .embed import Vectors

_TENANT, _DATABASE = "default_tenant", "default_database"
_HANDLES = 100
"""Index files kept open at a time; we have one collection."""


class EngineChanged(Exception):
    """This version of Chroma's engine is not the one we know."""


class ChromaEngine:
    """One collection, for reading."""

    def __init__(self, path: Path, collection: str) -> None:
        """Open a collection.

        Raises:
            EngineChanged: use the public client.
        """
        try:
            import chromadb_rust_bindings as engine

            database = engine.SqliteDBConfig(
                hash_type=engine.MigrationHash.MD5,
                migration_mode=engine.MigrationMode.Validate,
                url=str(path / "chroma.sqlite3"),
            )
            self._engine: Any = engine.Bindings(
                allow_reset=False,
                sqlite_db_config=database,
                persist_path=str(path),
                hnsw_cache_size=_HANDLES,
            )
            self._id = str(self._engine.get_collection(collection, _TENANT, _DATABASE).id)
        except (ImportError, AttributeError, TypeError) as error:
            raise EngineChanged(str(error)) from error

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
