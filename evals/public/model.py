"""The embedding model alone: translations among news sentences, questions among paragraphs, speed.

A sentence finds its translation if no other sentence of that language is nearer; a question finds
its paragraph likewise. Whole passages are embedded, not the product's chunks.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evals.statistics import Interval, bootstrap
from index import Embedder, HashEmbedder, default_embedder
from index.pocket import PocketEmbedder

from .sets import RetrievalSet, read_lines, retrieval_sets

LANGUAGES = ("en", "fr", "de", "it")
_PASSAGE_WORDS = 100


def model_lines(data: Path, peers: Sequence[Embedder] = ()) -> Iterator[str]:
    """The figures of the built-in model, and of others, as lines."""
    sets = [found for found in retrieval_sets(data) if "→mixed" not in found.name]
    sets = [found for found in sets if not found.name.startswith("headline")]
    yield f"{'model':10}{'figure':34}{'%':>6}{'95 % interval':>16}{'n':>7}"
    for embedder in (default_embedder(), *peers):
        yield from _translations(data, embedder)
        for found in sets:
            value = question_share(found, embedder)
            yield _line(embedder.name, f"{found.name} paragraph first", value)
    yield ""
    yield from speed_lines(sets, peers)


def translation_shares(data: Path, embedder: Embedder) -> dict[str, Interval]:
    """For each direction, the share of news sentences whose translation is nearest.

    Stories are drawn together in the interval.
    """
    stories: dict[str, dict[str, list[str]]] = {}
    for row in read_lines(data / "ntrex.jsonl"):
        stories.setdefault(row["doc_id"], {})[row["lang"]] = row["segments"]
    names = sorted(stories)
    where = {
        str(n): name for n, name in enumerate(name for name in names for _ in stories[name]["en"])
    }
    vectors = {
        language: embedder.embed([s for name in names for s in stories[name][language]])
        for language in LANGUAGES
    }
    return {
        f"{one}→{other}": bootstrap(
            {str(n): float(hit) for n, hit in enumerate(_first(vectors[one], vectors[other]))},
            where,
        )
        for one in LANGUAGES
        for other in LANGUAGES
        if one != other
    }


def question_share(found: RetrievalSet, embedder: Embedder) -> Interval:
    """The share of questions whose paragraph is the nearest of all."""
    place = {passage.id: n for n, passage in enumerate(found.passages)}
    passages = embedder.embed([passage.text for passage in found.passages])
    questions = embedder.embed([asked.question for asked in found.asked])
    right = np.array([place[asked.passage] for asked in found.asked])
    hits = _first(questions, passages, right)
    return bootstrap(
        {asked.id: float(hit) for asked, hit in zip(found.asked, hits, strict=True)},
        {asked.id: asked.cluster for asked in found.asked},
    )


def speed_lines(sets: Sequence[RetrievalSet], peers: Sequence[Embedder] = ()) -> Iterator[str]:
    """Processor time: loading, and embedding passages of a hundred words, ours and others'."""
    words = " ".join(passage.text for passage in sets[0].passages).split()
    passages = [
        " ".join(words[at : at + _PASSAGE_WORDS])
        for at in range(0, len(words) - _PASSAGE_WORDS, _PASSAGE_WORDS)
    ]
    before = time.process_time()
    embedder = PocketEmbedder()
    loaded = time.process_time() - before
    yield f"{embedder.name} loads in {loaded:.2f} s of processor time"
    models: tuple[Embedder, ...] = (embedder, HashEmbedder(), *peers)
    for model in models:
        many = passages * 4 if model is embedder else passages
        before = time.process_time()
        model.embed(many)
        spent = time.process_time() - before
        rate = f"{len(many) / spent:,.0f} passages of {_PASSAGE_WORDS} words"
        yield f"{model.name} embeds {rate} a second of processor time"


def _translations(data: Path, embedder: Embedder) -> Iterator[str]:
    shares = translation_shares(data, embedder)
    for direction, value in shares.items():
        yield _line(embedder.name, f"{direction} translation first", value)
    mean = 100 * float(np.mean([value.mean for value in shares.values()]))
    lowest = 100 * min(value.mean for value in shares.values())
    yield f"{embedder.name:10}{f'mean of 12; lowest {lowest:.1f}':34}{mean:6.1f}"


def _first(
    asked: NDArray[np.float32], told: NDArray[np.float32], right: NDArray[np.intp] | None = None
) -> NDArray[np.bool_]:
    """Whether nothing is nearer than what is right: the same place, where it is not given."""
    cosines = asked @ told.T
    right = np.arange(len(asked)) if right is None else right
    own = cosines[np.arange(len(asked)), right]
    first: NDArray[np.bool_] = (cosines > own[:, None]).sum(axis=1) == 0
    return first


def _line(model: str, figure: str, value: Interval) -> str:
    low, high = 100 * value.low, 100 * value.high
    return f"{model:10}{figure:34}{100 * value.mean:6.1f}{low:9.1f}–{high:.1f}{value.n:9}"
