"""Which terms stand in which passages: what the lexical index is made of, told by the text alone.

It needs neither a catalogue nor the other passages, so it can be made where a document is read, and
many of them are joined when they are written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from .grams import gram_hashes
from .postings import ROWS, Keys, term_hash
from .terms import passage_terms

_HASH = np.uint64(48)
_GRAM = np.uint64((1 << 48) - 1)
_REMEMBERED = 200_000
"""Terms whose hashes are kept: most words of a text were in the one before."""

Lengths = NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Listing:
    """Of some passages, in the order they were given."""

    words: Keys
    """Hashes of the words, figures and days of one passage after the other, with repeats."""
    word_lengths: Lengths
    """How many each passage has."""
    grams: Keys
    """Hashes of the grams, likewise; each once in a passage, for fused with words its repeats would
    add nothing but size."""
    gram_lengths: Lengths

    def some(self, first: int, last: int) -> Listing:
        """Those of the passages from one to before another."""
        words, grams = (
            slice(int(lengths[:first].sum()), int(lengths[:last].sum()))
            for lengths in (self.word_lengths, self.gram_lengths)
        )
        return Listing(
            self.words[words],
            self.word_lengths[first:last],
            self.grams[grams],
            self.gram_lengths[first:last],
        )


class _Hashes(dict[str, int]):
    def __missing__(self, term: str) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[term] = term_hash(term)
        return found


_hashes = _Hashes()


def listed(texts: Sequence[str], languages: Sequence[str]) -> Listing:
    """Find the terms of some passages.

    Args:
        texts: the passages.
        languages: the language of each; see :func:`index.terms.passage_terms`.
    """
    if len(texts) > ROWS:
        parts = range(0, len(texts), ROWS)
        return joined([listed(texts[at : at + ROWS], languages[at : at + ROWS]) for at in parts])
    found = passage_terms(texts, languages)
    words = np.fromiter(map(_hashes.__getitem__, chain.from_iterable(found)), np.uint64)
    lengths = np.fromiter(map(len, found), np.uint32, len(found))
    grams, rows = gram_hashes(texts)
    # 48 bits of hash leave room for the passage above them.
    keys = np.sort(grams | rows.astype(np.uint64) << _HASH)
    keys = keys[np.append(True, keys[1:] != keys[:-1])[: len(keys)]]
    counts = np.bincount((keys >> _HASH).astype(np.intp), minlength=len(found))
    return Listing(words, lengths, keys & _GRAM, counts.astype(np.uint32))


def joined(parts: Sequence[Listing]) -> Listing:
    """Those of the passages of all parts, one after the other."""
    keys, counts = np.empty(0, np.uint64), np.empty(0, np.uint32)
    return Listing(
        np.concatenate([keys, *(part.words for part in parts)]),
        np.concatenate([counts, *(part.word_lengths for part in parts)]),
        np.concatenate([keys, *(part.grams for part in parts)]),
        np.concatenate([counts, *(part.gram_lengths for part in parts)]),
    )
