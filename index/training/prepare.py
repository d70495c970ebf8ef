"""From a folder of parallel text to what training needs: vocabulary, first vectors, texts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.wordpiece import WordPiece

from . import questions, sources, start, teacher, vocabulary
from .learn import Corpus, Table
from .sources import Pair

Matrix = NDArray[np.float32]

SURFACES = 125_000
"""Words and pieces that stand to be chosen; forms of a lemma share a row."""
COMMON_WORDS = 30_000
TITLES = 60_000
QUESTIONS = 60_000
QUESTION_WEIGHT = 0.06
PASSAGE_WEIGHT = 0.04


@dataclass(frozen=True, slots=True)
class Prepared:
    """All that the training needs."""

    vocabulary: vocabulary.Vocabulary
    table: Table
    corpus: Corpus
    covered: dict[str, int]
    """How many words each step of `start` gave a first vector."""


def prepare(
    data: Path, work: Path, *, rows: int, dimension: int, seed: int, threads: int
) -> Prepared:
    """Read, choose, encode and number.

    Args:
        data: folder of the parallel text.
        work: folder that keeps the teacher's vectors between runs.
        rows: how many vectors the model may have.
        dimension: of the vectors.
        seed: of every draw.
        threads: for the teacher.
    """
    from wordfreq import top_n_list

    pairs = {source.name: sources.read(source, data) for source in sources.SOURCES}
    pairs["questions"] = _questions(pairs, seed)
    texts = [text for group in pairs.values() for pair in group for text in (pair.left, pair.right)]
    chosen = vocabulary.build(vocabulary.count_words(texts), SURFACES)
    english = teacher.choose_sentences(pairs, seed)
    phrases = teacher.choose_words(pairs, top_n_list("en", COMMON_WORDS), TITLES, seed)
    said = teacher.encode(english, work / "sentences.npz", threads)
    named = teacher.encode(phrases, work / "words.npz", threads)
    turn = _main_directions(np.concatenate([said, named[:COMMON_WORDS]]), dimension)
    said, named = said @ turn, named @ turn
    words = {source.name for source in sources.SOURCES if source.words}
    first = start.first_vectors(
        chosen,
        english=dict(zip(phrases, named - named[:COMMON_WORDS].mean(axis=0), strict=True)),
        dictionaries=[
            (0.3 if n == "wikidict" else 1.0, pairs[n]) for n in ("omw", "cldr_iso", "wikidict")
        ],
        sentences=[p for name, group in pairs.items() if name not in words for p in group],
        most_rows=rows,
        seed=seed,
    )
    chosen = vocabulary.keep(chosen, first.kept)
    grouped = {name: [(pair.left, pair.right) for pair in group] for name, group in pairs.items()}
    known = {text for group in grouped.values() for pair in group for text in pair}
    grouped["passages"] = [(text, text) for text in english if text not in known]
    weights = {source.name: source.weight for source in sources.SOURCES}
    weights |= {"questions": QUESTION_WEIGHT, "passages": PASSAGE_WEIGHT}
    taught = dict(zip([*phrases, *english], _unit(np.concatenate([named, said])), strict=True))
    split = WordPiece(
        {token: int(surface) for token, surface in zip(chosen.tokens, chosen.spelled, strict=True)}
    )
    table = Table(first.rows, first.row_of, first.lengths)
    corpus = Corpus.of(grouped, weights, split.ids, taught)
    return Prepared(chosen, table, corpus, first.covered)


def _questions(pairs: dict[str, list[Pair]], seed: int) -> list[Pair]:
    nouns = [
        p for p in pairs["omw"] if " " not in p.left and " " not in p.right and len(p.right) > 3
    ]
    return list(questions.question_pairs(pairs["wikidict"], nouns, count=QUESTIONS, seed=seed))


def _main_directions(vectors: Matrix, dimension: int) -> Matrix:
    """The directions that hold most of the vectors' energy, shape (384, dimension)."""
    _, directions = np.linalg.eigh((vectors.T @ vectors).astype(np.float64))
    return directions[:, ::-1][:, :dimension].astype(np.float32)


def _unit(rows: Matrix) -> Matrix:
    return np.asarray(rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9), np.float32)
