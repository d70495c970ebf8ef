"""What a ranking needs to know of a passage: its place, its vector, its tokens, and no text.

Reading a text and holding it against its hash takes longer than comparing it with a question, so
only what is shown is read. The tokens are kept by the passage's row: beside it stand the passages
before and after it, which are aligned with it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from .align import TokenEmbedder, TokenRuns, Tokens
from .embed import Vectors, products

_MARKS = 500
"""Values asked for in one go; SQLite limits the variables of a statement."""

# Whether a document is live stands behind its text, which is long to walk past; those that are not
# are few, and have an index.
_PLACE = """SELECT c.row, c.id, c.version, c.start, c.language, v.vector
    FROM chunks c LEFT JOIN vectors v USING (text_key)
    WHERE version NOT IN (SELECT version FROM documents WHERE NOT live) AND c."""
_BESIDE = """SELECT c.row, o.row, t.ids FROM chunks c
    JOIN chunks o ON o.version = c.version AND o.row BETWEEN c.row - 1 AND c.row + 1
    LEFT JOIN tokens t ON t.row = o.row WHERE c.row IN """
_VECTORS_BESIDE = """SELECT c.row, o.row, v.vector FROM chunks c
    JOIN chunks o ON o.version = c.version AND o.row BETWEEN c.row - 1 AND c.row + 1
    LEFT JOIN vectors v ON v.text_key = o.text_key WHERE c.row IN """
_TOLD = """SELECT d.version, file, coalesce(story, '')
    FROM documents d LEFT JOIN cards USING (version) WHERE d.version IN """
_TEXT = """SELECT row, substr(text, start + 1, end - start)
    FROM chunks JOIN documents USING (version) WHERE row IN """


@dataclass(frozen=True, slots=True)
class Candidates:
    """Live passages that compete for a question, by rising row."""

    rows: NDArray[np.int64]
    versions: NDArray[np.int64]
    """Of which document each is a part."""
    starts: NDArray[np.int64]
    languages: Sequence[str]
    meaning: NDArray[np.float32]
    """The cosine of each to the question; 0 where it has no vector."""


class Places(Protocol):
    """Where candidates come from: the memory, or the store's files."""

    def ask(
        self, vector: Vectors, pool: int, allowed: NDArray[np.int64] | None
    ) -> Callable[[], NDArray[np.int64]]:
        """Begin to look for what is near a question.

        Args:
            vector: that of the question, of unit length or zero.
            pool: how many are looked for.
            allowed: the rows that may be found, rising; None for all.

        Returns:
            What gives their rows when it is called.
        """
        ...

    def candidates(
        self, db: sqlite3.Connection, rows: NDArray[np.int64], vector: Vectors
    ) -> Candidates:
        """Say what there is to know of some live passages, given by their rising rows."""
        ...

    def tokens(
        self, db: sqlite3.Connection, candidates: Candidates, front: NDArray[np.intp]
    ) -> tuple[TokenRuns, TokenRuns]:
        """The tokens of some candidates, and of what stands before and after each."""
        ...

    def around(
        self,
        db: sqlite3.Connection,
        candidates: Candidates,
        front: NDArray[np.intp],
        vector: Vectors,
    ) -> NDArray[np.float32]:
        """The cosine of a question to some candidates, each with what stands before and after."""
        ...

    def told(self, db: sqlite3.Connection, versions: Iterable[int]) -> dict[int, tuple[str, str]]:
        """The file of each of some documents, and its story or an empty string, by version."""
        ...


@dataclass(frozen=True, slots=True)
class Place:
    """A live chunk."""

    vector: Vectors
    """Shape ``(dimension,)`` and unit length, or empty: no vector."""
    row: int
    id: str
    version: int
    start: int
    language: str


def read_places(
    db: sqlite3.Connection,
    rows: Sequence[int] = (),
    ids: Sequence[str] = (),
    known: Sequence[Place] = (),
) -> list[Place]:
    """Find live chunks by row number and by id, beside those known; they come by rising row."""
    found = {place.row: place for place in known}
    there = {place.id for place in known}
    for column, keys in (("row", list(rows)), ("id", [name for name in ids if name not in there])):
        for at in range(0, len(keys), _MARKS):
            part = keys[at : at + _MARKS]
            for *named, vector in db.execute(f"{_PLACE}{column} IN {_marks(part)}", part):
                place = Place(np.frombuffer(vector or b"", np.float32), *named)
                found[place.row] = place
    return [found[row] for row in sorted(found)]


def cosines(places: Sequence[Place], vector: Vectors) -> NDArray[np.float32]:
    """The cosine of each place to a unit vector; 0 where it has none."""
    found = np.zeros(len(places), np.float32)
    some = [number for number, place in enumerate(places) if place.vector.size]
    if some:
        matrix = np.stack([places[number].vector for number in some])
        found[some] = products(matrix, vector[None, :])[:, 0]
    return found


def cosines_around(
    own: Vectors, before: Vectors, after: Vectors, vector: Vectors
) -> NDArray[np.float32]:
    """The cosine of a unit vector to the sum of three, row by row.

    Args:
        own: shape ``(passages, dimension)``.
        before: the vectors of what stands before each, zero where nothing does.
        after: likewise.
        vector: that of the question, of unit length or zero.
    """
    sums = own + before + after
    lengths = np.sqrt(np.einsum("ij,ij->i", sums, sums))
    found: NDArray[np.float32] = products(sums, vector[None])[:, 0] / np.maximum(lengths, 1e-9)
    return found


def read_around(
    db: sqlite3.Connection, rows: Sequence[int], vector: Vectors
) -> NDArray[np.float32]:
    """The cosine of a unit vector to chunks, each with those before and after in its document."""
    three = np.zeros((3, len(rows), len(vector)), np.float32)
    number = {row: at for at, row in enumerate(rows)}
    for at in range(0, len(rows), _MARKS):
        part = rows[at : at + _MARKS]
        for row, other, data in db.execute(_VECTORS_BESIDE + _marks(part), part):
            if data:
                three[other - row, number[row]] = np.frombuffer(data, np.float32)
    return cosines_around(three[0], three[-1], three[1], vector)


def read_told(db: sqlite3.Connection, versions: Iterable[int]) -> dict[int, tuple[str, str]]:
    """The file of each of some documents, and the story it tells or an empty string, by version."""
    listed = sorted(set(versions))
    found: dict[int, tuple[str, str]] = {}
    for at in range(0, len(listed), _MARKS):
        part = listed[at : at + _MARKS]
        for version, file, story in db.execute(_TOLD + _marks(part), part):
            found[version] = (file, story)
    return found


def read_tokens(
    db: sqlite3.Connection, rows: Sequence[int], embedder: TokenEmbedder
) -> tuple[TokenRuns, TokenRuns]:
    """The tokens of chunks, and of those before and after each in its document.

    Where none are kept, in a store of an older format, they are made from the text.
    """
    kept: dict[int, bytes | None] = {}
    beside: dict[int, list[int]] = {}
    for at in range(0, len(rows), _MARKS):
        part = rows[at : at + _MARKS]
        for row, other, ids in db.execute(_BESIDE + _marks(part), part):
            kept[other] = ids
            if other != row:
                beside.setdefault(row, []).append(other)
    tokens: dict[int, Tokens] = {
        row: _unpacked(ids, embedder) for row, ids in kept.items() if ids is not None
    }
    tokens.update(make_tokens(db, [row for row in kept if row not in tokens], embedder))
    nothing = np.empty(0, np.uint32)
    near = [[tokens[other] for other in sorted(beside.get(row, ()))] for row in rows]
    return (
        TokenRuns.of([tokens.get(row, nothing) for row in rows]),
        TokenRuns.of([np.concatenate(part) if part else nothing for part in near]),
    )


def _unpacked(ids: bytes, embedder: TokenEmbedder) -> Tokens:
    tokens = np.frombuffer(ids[: len(ids) // 4 * 4], "<u4")
    if len(ids) % 4 or tokens.max(initial=0) >= embedder.token_count:
        raise malformed_tokens()
    return tokens


def malformed_tokens() -> sqlite3.DatabaseError:
    """Reaches the reader as damage of the catalogue, like what SQLite itself finds."""
    return sqlite3.DatabaseError("malformed tokens of a passage")


def make_tokens(
    db: sqlite3.Connection, rows: Sequence[int], embedder: TokenEmbedder
) -> dict[int, Tokens]:
    """The tokens of chunks for which none are kept, made from their texts, by row."""
    tokens: dict[int, Tokens] = {}
    for at in range(0, len(rows), _MARKS):
        part = rows[at : at + _MARKS]
        for row, text in db.execute(_TEXT + _marks(part), part):
            tokens[row] = embedder.tokens(text)
    return tokens


def write_tokens(db: sqlite3.Connection, tokens: Iterable[tuple[int, Tokens]]) -> None:
    """Keep the tokens of chunks, by the row of each, inside the caller's transaction."""
    db.executemany(
        "INSERT INTO tokens VALUES (?, ?)",
        [(row, ids.astype("<u4").tobytes()) for row, ids in tokens],
    )


def _marks(values: Sequence[object]) -> str:
    return f"({','.join('?' * len(values))})"
