"""From a folder of parallel text to what training needs: vocabulary, first vectors, texts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.wordpiece import WordPiece

from . import questions, sources, start, teacher, vocabulary
from .learn import Corpus, Table
from .plan import Plan
from .sources import Pair

Matrix = NDArray[np.float32]

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


def prepare(data: Path, work: Path, plan: Plan, *, seed: int, threads: int) -> Prepared:
    """Read, choose, encode and number.

    Args:
        data: folder of the parallel text.
        work: folder that keeps the teacher's vectors between runs.
        plan: how much of everything.
        seed: of every draw.
        threads: for the teacher.
    """
    pairs = {source.name: sources.read(source, data) for source in plan.sources}
    everyday = plan.everyday([pair for group in pairs.values() for pair in group])
    pairs["questions"] = _questions(pairs, plan.questions, seed)
    texts = [text for group in pairs.values() for pair in group for text in (pair.left, pair.right)]
    chosen = vocabulary.build(vocabulary.count_words(texts), plan.surfaces, everyday)
    english = teacher.choose_sentences(pairs, plan.passages, seed)
    common = everyday.common(plan.common_words)
    phrases = teacher.choose_words(pairs, common, plan.titles, seed)
    said = teacher.encode(plan.teacher, english, work / "sentences.npz", threads)
    named = teacher.encode(plan.teacher, phrases, work / "words.npz", threads)
    often = named[: plan.common_words]
    turn = _main_directions(np.concatenate([said, often]), plan.dimension)
    said, named = said @ turn, named @ turn
    words = {source.name for source in plan.sources if source.words}
    first = start.first_vectors(
        chosen,
        english=dict(zip(phrases, named - named[: plan.common_words].mean(axis=0), strict=True)),
        dictionaries=[
            (0.3 if n == "wikidict" else 1.0, pairs[n]) for n in ("omw", "cldr_iso", "wikidict")
        ],
        sentences=[p for name, group in pairs.items() if name not in words for p in group],
        everyday=everyday,
        most_rows=plan.rows,
        seed=seed,
    )
    chosen = vocabulary.keep(chosen, first.kept)
    grouped = {name: [(pair.left, pair.right) for pair in group] for name, group in pairs.items()}
    known = {text for group in grouped.values() for pair in group for text in pair}
    grouped["passages"] = [(text, text) for text in english if text not in known]
    weights = {source.name: source.weight for source in plan.sources}
    weights |= {"questions": QUESTION_WEIGHT, "passages": PASSAGE_WEIGHT}
    taught = dict(zip([*phrases, *english], _unit(np.concatenate([named, said])), strict=True))
    split = WordPiece(
        {token: int(surface) for token, surface in zip(chosen.tokens, chosen.spelled, strict=True)}
    )
    table = Table(first.rows, first.row_of, first.lengths)
    corpus = Corpus.of(grouped, weights, split.ids, taught)
    return Prepared(chosen, table, corpus, first.covered)


def _questions(pairs: dict[str, list[Pair]], count: int, seed: int) -> list[Pair]:
    nouns = [
        p for p in pairs["omw"] if " " not in p.left and " " not in p.right and len(p.right) > 3
    ]
    return list(questions.question_pairs(pairs["wikidict"], nouns, count=count, seed=seed))


def _main_directions(vectors: Matrix, dimension: int) -> Matrix:
    """The directions that hold most of the vectors' energy, shape (width, dimension)."""
    _, directions = np.linalg.eigh((vectors.T @ vectors).astype(np.float64))
    return directions[:, ::-1][:, :dimension].astype(np.float32)


def _unit(rows: Matrix) -> Matrix:
    return np.asarray(rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9), np.float32)
