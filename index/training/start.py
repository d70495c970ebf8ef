"""A first vector for every word, before any training, and which words share one.

English words take the teacher's vector. Words of the other languages take the mean of their
translations' vectors: from Wikidata titles and Wiktionary, else from words that stand across from
them in the parallel text (Dice coefficient), else from other forms of their lemma, else from words
that share letters. Forms of one lemma share a row where their first vectors agree. A random
direction per row is added, so that near synonyms can still be told apart. A token's length is that
of smooth inverse frequency, a / (a + p) (Arora et al. 2017).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.wordpiece import words

from .everyday import Everyday, everyday_use
from .sources import Pair
from .vocabulary import Vocabulary

Matrix = NDArray[np.float32]

LANGUAGES = ("en", "fr", "de", "it")
SIF = 1e-3
OWN_DIRECTION = 0.25
"""Length of the random direction beside the meaning's unit length."""
INNER_LENGTH = 0.15


AGREE = 0.3
"""Cosine to its lemma's mean from which a form shares the lemma's row."""


@dataclass(frozen=True, slots=True)
class Start:
    """First vectors."""

    rows: Matrix
    """Shape (rows, dimension); as long as the row's tokens are on average."""
    row_of: NDArray[np.int32]
    """Row of each surface kept, shape (surfaces,)."""
    lengths: NDArray[np.float32]
    """Length of each surface kept, relative to its row's, shape (surfaces,)."""
    kept: NDArray[np.bool_]
    """Which surfaces of the vocabulary have a row; the rest are spelled by pieces."""
    covered: dict[str, int]
    """How many surfaces each step gave a vector."""


class _Filling:
    """Rows being filled, best source first."""

    def __init__(self, vocabulary: Vocabulary, dimension: int) -> None:
        self.place = {surface: row for row, surface in enumerate(vocabulary.surfaces)}
        self.rows = np.zeros((len(self.place), dimension), np.float32)
        self.has = np.zeros(len(self.place), bool)
        self.covered: dict[str, int] = {}

    def fill(self, step: str, sums: Matrix, weights: NDArray[np.float32]) -> None:
        new = (weights > 0) & ~self.has
        self.rows[new] = _unit(sums[new])
        self.has |= new
        self.covered[step] = int(new.sum())


def first_vectors(
    vocabulary: Vocabulary,
    *,
    english: dict[str, Matrix],
    dictionaries: Sequence[tuple[float, Sequence[Pair]]],
    sentences: Sequence[Pair],
    everyday: Everyday,
    most_rows: int,
    seed: int,
) -> Start:
    """Give every word a first vector, until there are `most_rows` of them.

    Args:
        vocabulary: tokens and what they spell, the most used first.
        english: the teacher's vectors of English words and phrases, common part removed.
        dictionaries: (weight, pairs of words with English on the right).
        sentences: pairs of sentences, to align words in.
        everyday: how often words are used, and their lemmas.
        most_rows: how many vectors the model may have.
        seed: of the random directions.
    """
    dimension = len(next(iter(english.values())))
    use = {language: everyday_use(everyday, language, 60_000) for language in LANGUAGES}
    filling = _Filling(vocabulary, dimension)
    _from_dictionaries(filling, english, dictionaries, use)
    _from_sentences(
        filling, [p for p in sentences if p.right_language == "en"], "aligned with English"
    )
    _from_sentences(
        filling, [p for p in sentences if p.right_language != "en"], "aligned with another"
    )
    lemmas = _lemmas(vocabulary.surfaces, use, everyday)
    sums, weights = _means(filling, lemmas)
    known = filling.has.copy()
    filling.fill("lemma", sums[lemmas], weights[lemmas])
    draw = np.random.default_rng(seed)
    _from_letters(filling, vocabulary.surfaces, draw)
    alike = np.einsum("ij,ij->i", filling.rows, _unit(sums[lemmas])) >= AGREE
    # A form that disagrees with its lemma, as `paris` does with `pari`, keeps a row of its own.
    groups = np.where(alike | ~known, lemmas, lemmas.max() + 1 + np.arange(len(lemmas)))
    row_of, kept = _numbered(groups, most_rows)
    rows = np.zeros((row_of[kept].max() + 1, dimension), np.float32)
    lengths = _lengths(vocabulary.surfaces, use)
    np.add.at(rows, row_of[kept], filling.rows[kept] * (1 + 1e-4 - lengths[kept])[:, None])
    own = draw.standard_normal(rows.shape, np.float32) / np.sqrt(dimension)
    rows = _unit(_unit(rows) + OWN_DIRECTION * own)
    # The length lies in the rows, so that one rate of learning moves a common word, whose row is
    # short, further in proportion than a rare one: it has more to unlearn.
    row_of, lengths = row_of[kept], lengths[kept]
    mean = (np.bincount(row_of, weights=lengths) / np.bincount(row_of)).astype(np.float32)
    return Start(rows * mean[:, None], row_of, lengths / mean[row_of], kept, filling.covered)


def _means(filling: _Filling, lemmas: NDArray[np.int64]) -> tuple[Matrix, NDArray[np.float32]]:
    """Sum of the vectors of each lemma's forms that have one, and how many have."""
    sums = np.zeros((int(lemmas.max()) + 1, filling.rows.shape[1]), np.float32)
    np.add.at(sums, lemmas[filling.has], filling.rows[filling.has])
    weights = np.bincount(lemmas[filling.has], minlength=len(sums))
    return sums, weights.astype(np.float32)


def _numbered(groups: NDArray[np.int64], most: int) -> tuple[NDArray[np.int32], NDArray[np.bool_]]:
    """Number the groups in order of their first surface, as long as there are numbers."""
    _, first, group = np.unique(groups, return_index=True, return_inverse=True)
    number = np.argsort(np.argsort(first))
    row_of = number[group].astype(np.int32)
    return row_of, row_of < most


def _unit(rows: Matrix) -> Matrix:
    return np.asarray(rows / (np.linalg.norm(rows, axis=-1, keepdims=True) + 1e-9), np.float32)


def _from_dictionaries(
    filling: _Filling,
    english: dict[str, Matrix],
    dictionaries: Sequence[tuple[float, Sequence[Pair]]],
    use: dict[str, dict[str, float]],
) -> None:
    sums, weights = np.zeros_like(filling.rows), np.zeros(len(filling.has), np.float32)
    spelled = {" ".join(words(text)): vector for text, vector in reversed(english.items())}
    for weight, pairs in dictionaries:
        for pair in pairs:
            row = filling.place.get(" ".join(words(pair.left)))
            vector = spelled.get(" ".join(words(pair.right)))
            if row is not None and vector is not None and pair.right_language == "en":
                sums[row] += weight * vector
                weights[row] += weight
    for text, vector in spelled.items():
        row = filling.place.get(text)
        if row is None:
            continue
        # One spelling in two languages is one token: each meaning by how much its language uses it.
        here = use["en"].get(text, 0.0) + 1e-9
        there = max(use[language].get(text, 0.0) for language in LANGUAGES[1:]) + 1e-9
        other = sums[row] / weights[row] if weights[row] else vector
        sums[row] = (here * vector + there * other) / (here + there)
        weights[row] = 1
    filling.fill("dictionary", sums, weights)


def _from_sentences(filling: _Filling, pairs: Sequence[Pair], step: str, best: int = 3) -> None:
    """Give a row the vectors of the words that most often stand across from it."""
    from scipy import sparse

    left, right = (
        _presence(filling, (p.left for p in pairs)),
        _presence(filling, (p.right for p in pairs)),
    )
    sums, weights = np.zeros_like(filling.rows), np.zeros(len(filling.has), np.float32)
    for here, there in ((left, right), (right, left)):
        many_here, many_there = np.asarray(here.sum(0)).ravel(), np.asarray(there.sum(0)).ravel()
        missing = np.flatnonzero(~filling.has & (many_here >= 2))
        known = np.flatnonzero(filling.has & (many_there >= 2) & (many_there < len(pairs) / 50))
        together = sparse.csr_matrix(here[:, missing].T @ there[:, known])
        for place, row in enumerate(missing):
            span = slice(together.indptr[place], together.indptr[place + 1])
            across = known[together.indices[span]]
            dice = 2 * together.data[span] / (many_here[row] + many_there[across])
            top = np.argsort(-dice, kind="stable")[:best]
            top = top[dice[top] > 0.15]
            sums[row] += (dice[top] ** 2) @ filling.rows[across[top]]
            weights[row] += dice[top].sum()
    filling.fill(step, sums, weights)


def _presence(filling: _Filling, texts: Iterable[str]) -> Any:
    """Which whole words stand in which text: a sparse matrix (texts, rows) of ones."""
    from scipy import sparse

    found = [
        sorted({filling.place[w] for w in words(text) if w in filling.place}) for text in texts
    ]
    ends = np.cumsum([0, *map(len, found)])
    columns = np.fromiter((row for rows in found for row in rows), np.int32, int(ends[-1]))
    ones = np.ones(len(columns), np.float32)
    return sparse.csr_matrix((ones, columns, ends), shape=(len(found), len(filling.has))).tocsc()


def _lemmas(
    surfaces: Sequence[str], use: dict[str, dict[str, float]], everyday: Everyday
) -> NDArray[np.int64]:
    numbers: dict[str, int] = {}
    found = []
    for surface in surfaces:
        frequency, language = max(
            (use[language].get(surface, 0.0), language) for language in LANGUAGES
        )
        key = "row " + surface
        if frequency > 0 and len(surface) >= 3 and surface.isalpha():
            key = "".join(words(everyday.lemma(surface, language))) or surface
        found.append(numbers.setdefault(key, len(numbers)))
    return np.array(found, np.int64)


def _from_letters(filling: _Filling, surfaces: Sequence[str], draw: np.random.Generator) -> None:
    """Give the rest the mean of words that share runs of three to six letters, rare runs first."""
    from sklearn.feature_extraction.text import HashingVectorizer

    grams = HashingVectorizer(
        analyzer="char", ngram_range=(3, 6), n_features=2**17, alternate_sign=False, norm="l2"
    ).transform(["<" + surface.lstrip("#") + ">" for surface in surfaces])
    known, missing = np.flatnonzero(filling.has), np.flatnonzero(~filling.has)
    shared = np.asarray((grams[known] > 0).sum(0)).ravel().astype(np.float32)
    means = (grams[known].T @ filling.rows[known]) / (shared[:, None] + 2)
    likely = grams[missing].multiply(1 / np.sqrt(shared + 1)[None]).tocsr() @ means
    sums = np.zeros_like(filling.rows)
    own = draw.standard_normal((len(missing), sums.shape[1]), np.float32)
    sums[missing] = _unit(np.asarray(likely, np.float32)) + _unit(own)
    filling.fill("letters", sums, np.ones(len(surfaces), np.float32))


def _lengths(surfaces: Sequence[str], use: dict[str, dict[str, float]]) -> NDArray[np.float32]:
    frequency = np.array(
        [max(use[language].get(s, 0.0) for language in LANGUAGES) for s in surfaces]
    )
    lengths = SIF / (SIF + frequency)
    lengths[[s.startswith("##") or s == "[UNK]" for s in surfaces]] = INNER_LENGTH
    return lengths.astype(np.float32)
