"""A close look at a store that may be damaged, and how it is made whole again.

What can be lost is lost in three ways. Chroma: it is made again from the catalogue, embedding
nothing. A vector in the catalogue: its passage alone is embedded again. The catalogue: it is made
again from the documents, with the vectors that can still be read.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import numpy as np

from .catalogue import Catalogue
from .embed import Embedder, Vectors, checked
from .forgetting import KEPT
from .seal import CATALOGUE

_TOLERANCE = 1e-3  # lengths are float32, and a unit vector is never this far from 1


def spread_vectors(catalogue: Catalogue, sample: int) -> list[Vectors]:
    """Fetch vectors of live chunks, evenly spread from the first to the last written."""
    query = """SELECT vector FROM chunks JOIN documents USING (version)
        JOIN vectors USING (text_key) WHERE live AND row >= ? ORDER BY row LIMIT 1"""
    with catalogue.reading() as db:
        last = db.execute("SELECT max(row) FROM chunks").fetchone()[0] or 0
        found = [db.execute(query, (at * last // sample,)).fetchone() for at in range(sample)]
    return [np.frombuffer(row[0], np.float32) for row in found if row]


def unusable_vectors(catalogue: Catalogue) -> list[bytes]:
    """Return the keys of vectors that are not of unit length: zeros, NaN, bytes lost or changed."""
    bad: list[bytes] = []
    with catalogue.reading() as db:
        size = db.execute("SELECT max(length(vector)) FROM vectors").fetchone()[0]
        rows = db.execute("SELECT text_key, vector FROM vectors")
        while block := rows.fetchmany(4_000):
            bad += [key for key, good in zip(*_judged(block, size), strict=True) if not good]
    return bad


def embed_again(catalogue: Catalogue, embedder: Embedder, keys: list[bytes]) -> None:
    """Replace vectors that cannot be used by embedding their passages again."""
    query = """SELECT substr(text, start + 1, end - start) FROM chunks
        JOIN documents USING (version) WHERE text_key = ? LIMIT 1"""
    if not keys:
        return
    with catalogue.transaction() as db:
        found = [(key, db.execute(query, (key,)).fetchone()) for key in keys]
        texts = {key: str(row[0]) for key, row in found if row}
        matrix = checked(embedder.embed(list(texts.values())), len(texts))
        db.executemany("DELETE FROM vectors WHERE text_key = ?", [(key,) for key in keys])
        db.executemany(
            "INSERT INTO vectors VALUES (?, ?)",
            [(k, row.tobytes()) for k, row in zip(texts, matrix, strict=True) if row.any()],
        )


def salvage(path: Path, embedder: Embedder) -> dict[bytes, bytes]:
    """Read what vectors a damaged catalogue still gives, if they are this embedder's."""
    found: list[tuple[bytes, bytes]] = []
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as db:
        try:
            query = "SELECT value FROM meta WHERE key = 'fingerprint'"
            if db.execute(query).fetchone() != (embedder.fingerprint,):
                return {}
            last = int(db.execute("SELECT max(rowid) FROM vectors").fetchone()[0] or 0)
        except sqlite3.DatabaseError:
            return {}
        query = "SELECT text_key, vector FROM vectors WHERE rowid = ?"
        for row in range(1, last + 1):
            try:
                found += db.execute(query, (row,)).fetchall()
            except sqlite3.DatabaseError:
                continue  # this one is lost: its passage will be embedded again
    size = max((len(data) for _, data in found), default=0)
    keys, good = _judged(found, size)
    vectors = dict(found)
    return {key: vectors[key] for key, fine in zip(keys, good, strict=True) if fine}


def _noted(path: Path) -> list[tuple[str, str]]:
    """What a damaged catalogue still tells of files that are not to be read."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as db:
        try:
            found = db.execute("SELECT key, value FROM meta WHERE key = ?", (KEPT,)).fetchall()
            return [(key, value) for key, value in found if isinstance(json.loads(value), list)]
        except (sqlite3.DatabaseError, ValueError, TypeError):
            return []  # its copy is asked, which is not damaged with it


def remake(store: Path, embedder: Embedder) -> None:
    """Put an empty catalogue in the place of a damaged one, with the vectors that can be saved.

    The caller holds the store's lock. The next sync reads every document again.
    """
    path = store / CATALOGUE
    kept, noted = salvage(path, embedder), _noted(path)
    new = path.with_name("catalogue.new")
    new.unlink(missing_ok=True)
    catalogue = Catalogue(new)
    with catalogue.transaction() as db:
        db.executemany("INSERT INTO vectors VALUES (?, ?)", kept.items())
        db.executemany("INSERT INTO meta VALUES (?, ?)", noted)
    catalogue.close()
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    new.replace(path)


def _judged(pairs: Sequence[tuple[bytes, bytes]], size: int) -> tuple[list[bytes], list[bool]]:
    """Return the keys, and for each whether its vector has the right size and unit length."""
    blank = bytes(size)
    data = b"".join(vector if len(vector) == size else blank for _, vector in pairs)
    matrix = np.frombuffer(data, np.float32).reshape(len(pairs), -1)
    lengths = np.linalg.norm(matrix, axis=1) if size else np.zeros(len(pairs))
    # NaN is not near anything.
    return [key for key, _ in pairs], (np.abs(lengths - 1) < _TOLERANCE).tolist()
