"""Which of the four languages single words speak for, by how often they are in each.

`frequent.txt` beside this gives words, beginnings and ends of words with a level for each language:
a digit, 0 for less than one word in ten million, up to `i`, 18, for one in a hundred; so the
difference of two levels is the logarithm of a likelihood. `index.training.frequent` counts them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from .documents import LANGUAGES

_FILE = Path(__file__).parent / "frequent.txt"
_MOST = 10
"""Levels by which one word can speak for a language at most: a few must agree."""
_PIECE = 0.5
"""A piece of an unknown word says so much less than a word."""
_SIZES = (4, 3)


def levels(words: Sequence[str], names: Sequence[bool]) -> dict[str, float]:
    """Add up what words say for each language; only the differences mean something.

    Args:
        words: in lower case.
        names: for each whether it may be a name, which people write in any language: it counts
            half.
    """
    totals: dict[str, float] = dict.fromkeys(LANGUAGES, 0.0)
    for word, name in zip(words, names, strict=True):
        for language, level in zip(LANGUAGES, _of(word), strict=True):
            totals[language] += level / 2 if name else level
    return totals


@lru_cache(maxsize=20_000)
def _of(word: str) -> tuple[float, ...]:
    table = _table()
    if told := table.get(word):
        return _bounded(told)
    pieces = [
        found
        for form in ("{}-", "-{}")
        if (found := next((table[p] for p in _pieces(word, form) if p in table), None))
    ]
    sums = [_PIECE * sum(levels) for levels in zip(*pieces, strict=True)]
    return _bounded(sums) if sums else (0.0,) * len(LANGUAGES)


def _pieces(word: str, form: str) -> list[str]:
    cut = (word[:size] if form.endswith("-") else word[-size:] for size in _SIZES)
    return [form.format(piece) for piece in cut if len(word) > len(piece)]


def _bounded(told: Iterable[float]) -> tuple[float, ...]:
    four = tuple(told)
    top = max(four)
    return tuple(max(0.0, level - top + _MOST) for level in four)


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[int, ...]]:
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    kinds = {}  # few different rows: each is kept once
    table = {}
    for line in lines:
        name, _, row = line.partition(" ")
        if row not in kinds:
            kinds[row] = tuple(int(digit, 36) for digit in row)
        table[name] = kinds[row]
    return table
