"""Which documents tell one story: copies, near copies, and translations of each other.

A near copy that gives another figure is no twin but another version: both are sources, and where
they differ is for the reader to see. Translations are looked for between languages only; two
articles in one language about one event are two sources. A story is a connected group of twins and
is named by its first file, so that the same documents always make the same stories, in whatever
order they came.
"""

from __future__ import annotations

import json
import math
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from pathlib import Path

import numpy as np

from .embed import Vectors
from .traces import PERMUTATIONS, Trace, features, jaccard, overlap, shingles, trace, unpack

ALIKE = 0.7
"""Least exact Jaccard similarity of near copies' shingles."""

_BANDS = 32  # of 4 hashes each: pairs at 0.7 are met with probability 1 - (1 - 0.7**4)**32 > 0.999
_SKETCHED = 0.5  # least share of equal places: five standard errors under what 0.7 gives
_CENTRES = 0.6  # least cosine of two translations' centres; the lowest of 372 pairs has 0.69
_NAMES = 0.05  # least overlap of their names; the lowest has 0.13
_LENGTHS = 0.7  # most absolute log of their lengths' ratio: twice as long is no translation
_WORDS = 30  # with fewer, meaning tells too little
_FEW = 40  # documents that are sooner compared with all than all with each other
_BLOCK = 256  # documents compared with all others at once

PassageVectors = Callable[[Sequence[str]], Vectors]
"""Texts into vectors of the built-in model, for which the weights were fitted."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A live document as it is compared."""

    version: int
    file: str
    language: str
    trace: Trace
    story: str
    """Empty when it is new, or has lost a twin: to be placed."""


def unplaced(db: sqlite3.Connection) -> bool:
    """Tell whether some live document has not been given its story."""
    query = "SELECT 1 FROM cards JOIN documents USING (version) WHERE live AND story = '' LIMIT 1"
    return db.execute(query).fetchone() is not None


def forget(db: sqlite3.Connection, file: str) -> None:
    """Have the twins of a live document placed anew, before it goes."""
    db.execute(
        "UPDATE cards SET story = '' WHERE story IN (SELECT story FROM cards JOIN documents"
        " USING (version) WHERE live AND file = ? AND story != '')",
        (file,),
    )


def place(db: sqlite3.Connection, embed: PassageVectors) -> None:
    """Give every live document its story; inside the caller's transaction.

    Args:
        db: the catalogue.
        embed: the built-in model.
    """
    if not unplaced(db):
        return
    passages = _Passages(db, embed)
    _fill_traces(db, passages)
    rows = db.execute(
        "SELECT version, file, language, trace, story FROM documents JOIN cards USING (version)"
        " WHERE live ORDER BY file"
    )
    told = [_Told(number, file, lang, unpack(t), story) for number, file, lang, t, story in rows]
    groups = _Groups(len(told))
    _join_placed(told, groups)
    for one, other in [*_copies(told, passages), *_translations(told, passages)]:
        groups.join(one, other)
    db.executemany(
        "UPDATE cards SET story = ? WHERE version = ?",
        [
            (told[groups.first(at)].file, told[at].version)
            for at in range(len(told))
            if told[groups.first(at)].file != told[at].story
        ],
    )


class _Passages:
    """The articles of documents: their passages' texts and vectors, read when they are needed."""

    def __init__(self, db: sqlite3.Connection, embed: PassageVectors) -> None:
        self.db = db
        self.embed = embed
        self.texts = lru_cache(maxsize=2_000)(self._texts)
        self.vectors = lru_cache(maxsize=2_000)(self._vectors)
        self.shingles = lru_cache(maxsize=2_000)(lambda version: shingles(self.article(version)))

    def article(self, version: int) -> str:
        return "\n".join(self.texts(version))

    def _texts(self, version: int) -> tuple[str, ...]:
        query = """SELECT substr(text, start + 1, end - start) FROM chunks JOIN documents
            USING (version) WHERE version = ? AND kind = 'article' ORDER BY start"""
        return tuple(text for (text,) in self.db.execute(query, (version,)))

    def _vectors(self, version: int) -> Vectors:
        return self.embed(self.texts(version))


def _fill_traces(db: sqlite3.Connection, passages: _Passages) -> None:
    query = "SELECT version FROM cards JOIN documents USING (version) WHERE live AND trace = x''"
    for (version,) in db.execute(query).fetchall():
        found = trace(passages.article(version), passages.vectors(version))
        db.execute("UPDATE cards SET trace = ? WHERE version = ?", (found.pack(), version))


class _Groups:
    """Union and find over places; the first of a group stands for it."""

    def __init__(self, size: int) -> None:
        self.parent = list(range(size))

    def first(self, at: int) -> int:
        while self.parent[at] != at:
            self.parent[at] = at = self.parent[self.parent[at]]
        return at

    def join(self, one: int, other: int) -> None:
        one, other = sorted((self.first(one), self.first(other)))
        self.parent[other] = one


def _join_placed(told: Sequence[_Told], groups: _Groups) -> None:
    """Those that have kept their story need no comparing among each other."""
    stories: dict[str, int] = {}
    for at, one in enumerate(told):
        if one.story:
            groups.join(stories.setdefault(one.story, at), at)


def _copies(told: Sequence[_Told], passages: _Passages) -> Iterator[tuple[int, int]]:
    for one, other in sorted(_sketched_alike(told)):
        mine, theirs = told[one].trace, told[other].trace
        if not np.array_equal(mine.figures, theirs.figures):
            continue
        if (mine.sketch == theirs.sketch).mean() < _SKETCHED:
            continue
        words = (passages.shingles(told[at].version) for at in (one, other))
        if jaccard(*words) >= ALIKE:
            yield one, other


def _sketched_alike(told: Sequence[_Told]) -> set[tuple[int, int]]:
    """Pairs that share a band of their sketches, one of them to be placed.

    Documents with equal sketches are paired with the first of them only, which speaks for all.
    """
    first: dict[bytes, int] = {}
    pairs: set[tuple[int, int]] = set()
    for at, one in enumerate(told):
        if one.trace.words:
            other = first.setdefault(one.trace.sketch.tobytes(), at)
            if other != at and not (one.story and told[other].story):
                pairs.add((other, at))
    shown = list(first.values())
    fresh = [at for at in shown if not told[at].story]
    meet = _few_bands if len(fresh) <= _FEW else _all_bands
    pairs.update(
        (one, other)
        for one, other in meet(told, shown, fresh)
        if not (told[one].story and told[other].story)
    )
    return pairs


def _all_bands(
    told: Sequence[_Told], shown: Sequence[int], _: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Pairs that share a band, by a table for each band."""
    width = PERMUTATIONS // _BANDS
    for band in range(0, PERMUTATIONS, width):
        same: dict[bytes, list[int]] = {}
        for at in shown:
            same.setdefault(told[at].trace.sketch[band : band + width].tobytes(), []).append(at)
        for places in same.values():
            yield from combinations(places, 2)


def _few_bands(
    told: Sequence[_Told], shown: Sequence[int], fresh: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Pairs of a fresh document and another that share a band, by comparing with all."""
    if not fresh:
        return
    sketches = np.stack([told[at].trace.sketch for at in shown])
    for one in fresh:
        equal = (sketches == told[one].trace.sketch).reshape(len(shown), _BANDS, -1)
        for place in np.flatnonzero(equal.all(axis=2).any(axis=1)).tolist():
            if shown[place] != one:
                yield min(one, shown[place]), max(one, shown[place])


def _translations(told: Sequence[_Told], passages: _Passages) -> Iterator[tuple[int, int]]:
    long = [
        at for at, one in enumerate(told) if one.trace.words >= _WORDS and one.trace.centre.size
    ]
    fresh = [at for at in long if not told[at].story]
    # Fresh ones first: each is compared with those behind it, so that no pair is met twice.
    order = fresh + [at for at in long if told[at].story]
    if not fresh:
        return
    centres = np.stack([told[at].trace.centre for at in order])
    words = np.log([told[at].trace.words for at in order])
    _, languages = np.unique([told[at].language for at in order], return_inverse=True)
    for begin in range(0, len(fresh), _BLOCK):
        end = min(begin + _BLOCK, len(fresh))
        mine, theirs = np.nonzero(centres[begin:end] @ centres[begin:].T >= _CENTRES)
        mine, theirs = mine + begin, theirs + begin
        likely = (mine < theirs) & (languages[mine] != languages[theirs])
        likely &= np.abs(words[mine] - words[theirs]) <= _LENGTHS
        for one, other in zip(mine[likely].tolist(), theirs[likely].tolist(), strict=True):
            one, other = sorted((order[one], order[other]))
            if _translated(told[one], told[other], passages):
                yield one, other


def _translated(one: _Told, other: _Told, passages: _Passages) -> bool:
    if overlap(one.trace.names, other.trace.names) < _NAMES:
        return False
    found = features(
        one.trace, other.trace, passages.vectors(one.version), passages.vectors(other.version)
    )
    return translation(found) >= 0.5


def translation(found: Sequence[float]) -> float:
    """How likely two documents are translations of one story, 0 to 1.

    Args:
        found: their :func:`index.traces.features`.
    """
    weights = _weights()
    total = sum(weight * value for weight, value in zip(weights, (*found, 1.0), strict=True))
    return 1 / (1 + math.exp(-total))


@lru_cache(maxsize=1)
def _weights() -> tuple[float, ...]:
    path = Path(__file__).parent / "twins.json"
    return tuple(json.loads(path.read_text(encoding="utf-8"))["weights"])
