"""What a document leaves behind to be compared by: its words, figures, names and meaning.

Two ways to tell that documents are one story. *Copies* share their words: 5-word shingles, sketched
by MinHash (A. Broder, On the resemblance and containment of documents, 1997) so that likely pairs
are found without comparing all, then counted exactly. *Translations* share meaning, figures and
names; how much each counts is in ``twins.json``.
"""

from __future__ import annotations

import math
import re
import unicodedata
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .embed import Vectors

Hashes = NDArray[np.uint64]

SHINGLE = 5  # words
PERMUTATIONS = 128
_AT_ONCE = 256  # hashes, so that what is computed of them stays in the cache
_LONGEST = 200_000  # characters compared; a longer text is told by its beginning
_MASK = (1 << 64) - 1
_REMEMBERED = 100_000
"""Words whose hashes are kept: most words of a text were in the one before."""
_WORD = re.compile(r"[^\W_]+")
# These two begin with one class of characters: only then does the engine skip to the next of them.
_FIGURE = re.compile(
    r"\d(?:\d{0,2}(?:[.,'’ \u00a0\u202f]\d{3})+(?!\d)(?:[.,]\d+)?|\d*(?:[.,]\d+)?)"
)
_GROUPING = re.compile(r"[.,'’ \u00a0\u202f](?=\d{3}(?!\d))")
_NAME = re.compile(
    r"[A-ZÀ-ÖØ-Þ](?:(?<![\w’'].)(?!\w{1,3}['’][A-ZÀ-ÖØ-Þ][^\W\d_]{2})|(?<=(?<![\w’'])[ldLD]['’].)"
    r"|(?<=(?<![\w’'])\w\w['’].)|(?<=(?<![\w’'])\w{3}['’].)|(?<=(?<![\w’'])\w{4}['’].)"
    r")[^\W\d_]{2,}"
)
"""A capitalised word at the beginning of a word, or behind an elision: ``dell'Italia``."""


class _Hashes(dict[str, int]):
    """The hash of each word met so far."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[word] = zlib.crc32(word.encode())
        return found


_hashes = _Hashes()


@dataclass(frozen=True, slots=True)
class Trace:
    """What one document is compared by."""

    words: int
    """How many it has, up to the limit."""
    sketch: NDArray[np.uint32]
    """MinHash, shape ``(128,)``: the share of equal places is about the shingles' Jaccard."""
    figures: Hashes
    """Each different figure of at least two digits, hashed; rising."""
    names: Hashes
    """Each different capitalised word, without accents, hashed; rising."""
    centre: Vectors
    """Mean of its passages' vectors, unit length, shape ``(dimension,)``; empty without any."""

    def pack(self) -> bytes:
        """The trace as bytes; :func:`unpack` gives it back."""
        sizes = np.array([self.words, len(self.figures), len(self.names)], np.uint64)
        parts = (sizes, self.figures, self.names)
        return (
            b"".join(part.tobytes() for part in parts)
            + self.sketch.tobytes()
            + self.centre.tobytes()
        )


def unpack(data: bytes) -> Trace:
    """Read a trace from :meth:`Trace.pack`."""
    words, figures, names = (int(size) for size in np.frombuffer(data, np.uint64, 3))
    at = 24
    parts: list[Any] = []
    for kind, count in (
        (np.uint64, figures), (np.uint64, names), (np.uint32, PERMUTATIONS), (np.float32, -1),
    ):  # fmt: skip
        part = np.frombuffer(data, kind, count, at)
        parts.append(part)
        at += part.nbytes
    return Trace(words, parts[2], parts[0], parts[1], parts[3])


def trace(text: str, vectors: Vectors) -> Trace:
    """Make a document's trace.

    Args:
        text: its article, without furniture.
        vectors: those of its passages, shape ``(passages, dimension)``.
    """
    text = text[:_LONGEST]
    words = _WORD.findall(text.casefold())
    centre = vectors.mean(axis=0) if len(vectors) else np.empty(0, np.float32)
    length = float(np.linalg.norm(centre)) if len(vectors) else 0.0
    return Trace(
        words=len(words),
        sketch=sketch(_shingled(words)),
        figures=_hashed(figures(text)),
        names=_hashed(names(text)),
        centre=(centre / length if length else centre[:0]).astype(np.float32),
    )


def shingles(text: str) -> Hashes:
    """Hash every run of five words; a shorter text is one run. Rising, each once."""
    return _shingled(_WORD.findall(text[:_LONGEST].casefold()))


def _shingled(words: Sequence[str]) -> Hashes:
    if not words:
        return np.empty(0, np.uint64)
    hashes = np.fromiter(map(_hashes.__getitem__, words), np.uint64, len(words))
    width = min(SHINGLE, len(hashes))
    mixed = np.zeros(len(hashes) - width + 1, np.uint64)
    for at in range(width):
        mixed = mixed * np.uint64(0x9E3779B97F4A7C15) + hashes[at : at + len(mixed)]
    mixed.sort()
    each: Hashes = mixed[np.append(True, mixed[1:] != mixed[:-1])]
    return each


def sketch(hashes: Hashes) -> NDArray[np.uint32]:
    """MinHash of a set: for each of 128 hash functions, the least value; all ones when empty."""
    least = np.full(PERMUTATIONS, np.iinfo(np.uint64).max, np.uint64)
    for at in range(0, len(hashes), _AT_ONCE):
        block = hashes[at : at + _AT_ONCE, None] * _FACTORS
        block += _OFFSETS
        np.minimum(least, block.min(axis=0), out=least)
    return (least >> np.uint64(32)).astype(np.uint32)


def jaccard(one: Hashes, other: Hashes) -> float:
    """Share of two sets' members that are in both, 0 to 1; 0 when both are empty."""
    shared = len(np.intersect1d(one, other, assume_unique=True))
    return shared / max(1, len(one) + len(other) - shared)


def overlap(one: Hashes, other: Hashes) -> float:
    """Share of the smaller set's members that are in the other, 0 to 1; 0 when one is empty."""
    return len(np.intersect1d(one, other, assume_unique=True)) / max(1, min(len(one), len(other)))


def features(one: Trace, other: Trace, mine: Vectors, theirs: Vectors) -> tuple[float, ...]:
    """What speaks for two documents in different languages being one story.

    Args:
        one: a trace.
        other: another.
        mine: the first one's passage vectors, shape ``(passages, dimension)``.
        theirs: the second one's.

    Returns:
        How well each passage is met by one of the other document (mean of the best cosines, of the
        side where it is lower), overlap of names, overlap of figures, and how far the lengths
        differ (absolute natural log of their ratio).
    """
    cosines = mine @ theirs.T
    met = min(float(cosines.max(axis=1).mean()), float(cosines.max(axis=0).mean()))
    return (
        met,
        overlap(one.names, other.names),
        overlap(one.figures, other.figures),
        abs(math.log(max(1, one.words) / max(1, other.words))),
    )


def figures(text: str) -> set[str]:
    """Figures of at least two digits, without grouping signs and with a decimal point."""
    found = (_GROUPING.sub("", m.group()).replace(",", ".") for m in _FIGURE.finditer(text))
    return {figure for figure in found if len(figure.replace(".", "")) > 1}


def names(text: str) -> set[str]:
    """Capitalised words, folded: names in every language, and in German every noun."""
    return set(map(_folded, set(_NAME.findall(text))))


@lru_cache(maxsize=_REMEMBERED)
def _folded(word: str) -> str:
    return unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().lower()


def _hashed(words: set[str]) -> Hashes:
    found = np.fromiter(map(_hashes.__getitem__, words), np.uint64, len(words))
    found.sort()
    return found


def _splitmix(count: int, state: int) -> Hashes:
    """Numbers without a pattern, the same everywhere (S. Vigna, SplitMix64)."""
    found = []
    for _ in range(count):
        state = (state + 0x9E3779B97F4A7C15) & _MASK
        mixed = state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _MASK
        found.append(mixed ^ (mixed >> 31))
    return np.array(found, np.uint64)


_FACTORS = _splitmix(PERMUTATIONS, 1) | np.uint64(1)
_OFFSETS = _splitmix(PERMUTATIONS, 2)
