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
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .embed import products
from .told import Passages, PassageVectors, Told, read_told
from .traces import features, jaccard, trace

ALIKE = 0.7
"""Least exact Jaccard similarity of near copies' shingles."""

_BANDS = 32  # of 4 hashes each: pairs at 0.7 are met with probability 1 - (1 - 0.7**4)**32 > 0.999
_SKETCHED = 0.5  # least share of equal places: five standard errors under what 0.7 gives
_CENTRES = 0.6  # least cosine of two translations' centres; the lowest of 372 pairs has 0.69
_NAMES = 0.05  # least overlap of their names; the lowest has 0.13
_LENGTHS = 0.7  # most absolute log of their lengths' ratio: twice as long is no translation
_WORDS = 30  # with fewer, meaning tells too little
_FEW = 40  # documents that are sooner compared with all than all with each other
_BLOCK = 32  # documents compared with all others at once, in products of some size

_MIXING = np.uint64(0x9E3779B97F4A7C15)
_ROUGHLY_AT_ONCE = 256
_ROUGHLY = 0.5
"""What the weighted sum may be off by when vectors are kept in half their bytes: five times as much
as a cosine's error of a four-hundredth."""

Sketches = NDArray[np.uint32]


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
    passages = Passages(db, embed)
    _fill_traces(db, passages)
    told = read_told(db)
    groups = _Groups(len(told.files))
    _join_placed(told.stories, groups)
    for one, other in [*_copies(told, passages), *_translations(told, passages)]:
        groups.join(one, other)
    stories = [told.files[groups.first(at)] for at in range(len(told.files))]
    db.executemany(
        "UPDATE cards SET story = ? WHERE version = ?",
        [
            (story, version)
            for story, before, version in zip(stories, told.stories, told.versions, strict=True)
            if story != before
        ],
    )


def _fill_traces(db: sqlite3.Connection, passages: Passages) -> None:
    query = """SELECT version FROM cards JOIN documents USING (version)
        WHERE live AND story = '' AND trace = x''"""
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


def _join_placed(stories: Sequence[str], groups: _Groups) -> None:
    """Those that have kept their story need no comparing among each other."""
    first: dict[str, int] = {}
    for at, story in enumerate(stories):
        if story and (other := first.setdefault(story, at)) != at:
            groups.join(other, at)


def _copies(told: Told, passages: Passages) -> Iterator[tuple[int, int]]:
    for one, other in sorted(_sketched_alike(told)):
        if not np.array_equal(told.figures.of(one), told.figures.of(other)):
            continue
        if (told.sketches[one] == told.sketches[other]).mean() < _SKETCHED:
            continue
        words = (passages.shingles(told.versions[at]) for at in (one, other))
        if jaccard(*words) >= ALIKE:
            yield one, other


def _sketched_alike(told: Told) -> set[tuple[int, int]]:
    """Pairs that share a band of their sketches, one of them to be placed.

    Documents with equal sketches are paired with the first of them only, which speaks for all.
    """
    first: dict[bytes, int] = {}
    pairs: set[tuple[int, int]] = set()
    for at in np.flatnonzero(told.words).tolist():
        other = first.setdefault(told.sketches[at].tobytes(), at)
        if other != at and not (told.stories[at] and told.stories[other]):
            pairs.add((other, at))
    shown = list(first.values())
    fresh = [at for at in shown if not told.stories[at]]
    meet = _few_bands if len(fresh) <= _FEW else _all_bands
    pairs.update(
        (one, other)
        for one, other in meet(told.sketches, shown, fresh)
        if not (told.stories[one] and told.stories[other])
    )
    return pairs


def _all_bands(
    sketches: Sketches, shown: Sequence[int], _: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Pairs that share a band, found by sorting each band's hashes.

    The hashes of a band are mixed into one number: should two bands ever meet in it, the pair is
    compared and told apart.
    """
    halves = np.ascontiguousarray(sketches[shown]).view(np.uint64)
    for band in range(0, halves.shape[1], halves.shape[1] // _BANDS):
        mixed = halves[:, band] * _MIXING + halves[:, band + 1]
        order = np.argsort(mixed, kind="stable")
        ends = np.flatnonzero(np.diff(mixed[order])) + 1
        begins, ends = np.append(0, ends), np.append(ends, len(order))
        for run in np.flatnonzero(ends - begins > 1).tolist():
            same = order[begins[run] : ends[run]].tolist()
            yield from combinations([shown[place] for place in same], 2)


def _few_bands(
    sketches: Sketches, shown: Sequence[int], fresh: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Pairs of a fresh document and another that share a band, by comparing with all."""
    if not fresh:
        return
    compared = sketches[shown]
    for one in fresh:
        equal = (compared == sketches[one]).reshape(len(shown), _BANDS, -1)
        for place in np.flatnonzero(equal.all(axis=2).any(axis=1)).tolist():
            if shown[place] != one:
                yield min(one, shown[place]), max(one, shown[place])


def _translations(told: Told, passages: Passages) -> Iterator[tuple[int, int]]:
    long = np.flatnonzero((told.words >= _WORDS) & told.centres.any(axis=1))
    placed = np.array([told.stories[at] != "" for at in long.tolist()], bool)
    fresh = long[~placed]
    # Fresh ones first: each is compared with those behind it, so that no pair is met twice.
    order = np.concatenate([fresh, long[placed]])
    if not fresh.size:
        return
    centres, words, languages = (
        told.centres[order],
        np.log(told.words[order]),
        told.languages[order],
    )
    for begin in range(0, len(fresh), _BLOCK):
        end = min(begin + _BLOCK, len(fresh))
        cosines = products(centres[begin:], centres[begin:end]).T
        mine, theirs = np.nonzero(cosines >= _CENTRES)
        mine, theirs = mine + begin, theirs + begin
        likely = (mine < theirs) & (languages[mine] != languages[theirs])
        likely &= np.abs(words[mine] - words[theirs]) <= _LENGTHS
        mine, theirs = mine[likely], order[theirs[likely]]
        for one in np.unique(mine).tolist():
            others = theirs[slice(*np.searchsorted(mine, [one, one + 1]).tolist())]
            yield from _translated(told, int(order[one]), others, passages)


def _translated(
    told: Told, one: int, others: NDArray[np.intp], passages: Passages
) -> Iterator[tuple[int, int]]:
    """Of others, those that are translations of one: roughly, and then exactly."""
    shared = told.names.overlaps(one, others)
    others, shared = others[shared >= _NAMES], shared[shared >= _NAMES]
    for at in range(0, len(others), _ROUGHLY_AT_ONCE):
        part = others[at : at + _ROUGHLY_AT_ONCE]
        rough = _roughly(told, one, part, passages, shared[at : at + _ROUGHLY_AT_ONCE])
        for other in part[rough > -_ROUGHLY].tolist():
            pair = sorted((one, other))
            versions = [told.versions[place] for place in pair]
            mine, theirs = (passages.traces(version) for version in versions)
            vectors = [passages.vectors(version) for version in versions]
            if translation(features(mine, theirs, *vectors)) >= 0.5:
                yield pair[0], pair[1]


def _roughly(
    told: Told,
    one: int,
    others: NDArray[np.intp],
    passages: Passages,
    names: NDArray[np.float64],
) -> NDArray[np.float64]:
    """The weighted sum behind :func:`translation`, of one document with each of others."""
    mine = passages.rough(told.versions[one]).astype(np.float32)
    theirs = [passages.rough(told.versions[at]) for at in others.tolist()]
    sizes = np.array([len(part) for part in theirs])
    starts = np.cumsum(sizes) - sizes
    cosines = products(np.concatenate(theirs).astype(np.float32), mine).T
    met = np.minimum(
        np.maximum.reduceat(cosines, starts, axis=1).mean(axis=0),
        np.add.reduceat(cosines.max(axis=0), starts) / sizes,
    )
    lengths = np.abs(np.log(told.words[one] / told.words[others]))
    found = np.stack(
        [met, names, told.figures.overlaps(one, others), lengths, np.ones(len(others))]
    )
    total: NDArray[np.float64] = np.array(_weights()) @ found
    return total


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
