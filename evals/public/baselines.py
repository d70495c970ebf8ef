"""Plain rankings to be held against: BM25 over words, and over runs of four characters.

Written apart from the index on purpose: what is measured must not also hold the ruler.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from math import log

import numpy as np
from numpy.typing import NDArray

_K1, _B = 1.2, 0.75


def words(text: str) -> list[str]:
    """Lower-case words without accents."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    return re.findall(r"\w+", "".join(sign for sign in bare if not unicodedata.combining(sign)))


def four_grams(text: str) -> list[str]:
    """Runs of four characters of the words joined by single spaces."""
    joined = f" {' '.join(words(text))} "
    return [joined[place : place + 4] for place in range(max(1, len(joined) - 3))]


class BM25:
    """BM25 with the idf of Lucene, ``log(1 + (N - df + 0.5) / (df + 0.5))``."""

    def __init__(self, texts: Sequence[str], split: Callable[[str], list[str]]) -> None:
        self._split = split
        found = [Counter(split(text)) for text in texts]
        lengths = np.array([sum(counts.values()) for counts in found], float)
        self._norm = _K1 * (1 - _B + _B * lengths / max(float(lengths.mean()), 1.0))
        self._held: dict[str, list[tuple[int, int]]] = {}
        for number, counts in enumerate(found):
            for term, count in counts.items():
                self._held.setdefault(term, []).append((number, count))

    def scores(self, question: str) -> NDArray[np.float64]:
        """The score of every text; higher is better."""
        total = np.zeros(len(self._norm))
        for term in set(self._split(question)):
            held = self._held.get(term, [])
            idf = log(1 + (len(total) - len(held) + 0.5) / (len(held) + 0.5))
            for number, count in held:
                total[number] += idf * count * (_K1 + 1) / (count + self._norm[number])
        return total
