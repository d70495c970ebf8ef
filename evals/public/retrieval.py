"""How well the right passage is found in the public sets, by pair of languages.

A passage is cut into the product's own chunks, and ranks where its best chunk ranks. Beside the
product stand its parts alone, other models where they are given, and two plain baselines.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import partial
from math import log2

from evals.progress import counted
from evals.statistics import Interval, bootstrap
from index import Document, Embedder, HashEmbedder, Pool

from .baselines import BM25, four_grams, words
from .sets import Asked, Passage, RetrievalSet

DEEP = 10
"""A passage behind this rank counts nothing."""

Ranker = Callable[[Asked], list[str]]
"""Ids of passages, best first."""


@dataclass(frozen=True, slots=True)
class Found:
    """How one ranker does on one set."""

    ranker: str
    name: str
    family: str
    ndcg: Interval
    hit1: Interval
    recall5: Interval
    milliseconds: float
    """Processor time a question."""


def pool_of(passages: Sequence[Passage], embedder: Embedder) -> Pool:
    """Passages as documents to search; `file` is the passage's id."""
    documents = [Document(p.id, p.text, "", "utf-8", p.language, "") for p in passages]
    return Pool.of(documents, embedder)


def rankers(
    found: RetrievalSet, embedder: Embedder, peers: Sequence[Embedder] = ()
) -> Iterator[tuple[str, Ranker]]:
    """The product, its parts, the baselines and other models, each over the passages of a set."""
    pool = pool_of(found.passages, embedder)
    yield "product", lambda asked: _product(pool, asked)
    yield "meaning", lambda asked: _by(pool, pool.meaning(asked.question).tolist())
    hashing = pool_of(found.passages, HashEmbedder())
    yield "hashing", lambda asked: _by(hashing, hashing.meaning(asked.question).tolist())
    for peer in peers:
        yield peer.name, partial(_nearest, pool_of(found.passages, peer))
    texts = [passage.text for passage in found.passages]
    for name, split in (("BM25 words", words), ("BM25 4-grams", four_grams)):
        plain = BM25(texts, split)
        yield name, lambda asked, plain=plain: _plain(plain, found.passages, asked)  # type: ignore[misc]


def measure(
    found: RetrievalSet, embedder: Embedder, every: int = 1, peers: Sequence[Embedder] = ()
) -> Iterator[Found]:
    """Measure all rankers on a set.

    Args:
        found: The set.
        embedder: What turns texts into vectors.
        every: Take every so-manieth question, to be quicker.
        peers: Other models, whose cosine alone is measured beside it.
    """
    asked = found.asked[::every]
    clusters = {item.id: item.cluster for item in asked}
    for name, ranker in rankers(found, embedder, peers):
        counting = counted(asked, f"questions of {found.name} ranked by {name}", len(asked))
        before = time.process_time()
        ranks = {item.id: _rank(ranker(item), {item.passage, *item.also}) for item in counting}
        spent = time.process_time() - before
        yield Found(
            name,
            found.name,
            found.family,
            bootstrap({k: gain(rank) for k, rank in ranks.items()}, clusters),
            bootstrap({k: float(r == 1) for k, r in ranks.items()}, clusters),
            bootstrap({k: float(r <= 5) for k, r in ranks.items()}, clusters),
            1000 * spent / max(1, len(asked)),
        )


def gain(rank: int) -> float:
    """nDCG@10 where one passage is right: its rank decides alone."""
    return 1 / log2(rank + 1) if rank <= DEEP else 0.0


def table(rows: Sequence[Found]) -> Iterator[str]:
    """The figures as lines of text, with a mean for each family of sets.

    After each figure its 95 % interval; last the processor time a question, in milliseconds.
    """
    heads = "".join(f"{name:>19}" for name in ("nDCG@10", "hit@1", "recall@5"))
    yield f"{'set':18}{'ranked by':14}{heads}{'ms':>8}{'n':>7}"
    for row in rows:
        cells = "".join(f"{value.shown():>19}" for value in (row.ndcg, row.hit1, row.recall5))
        yield f"{row.name:18}{row.ranker:14}{cells}{row.milliseconds:8.1f}{row.ndcg.n:7}"
    yield ""
    names = list(dict.fromkeys(row.ranker for row in rows))
    yield f"{'mean nDCG@10 of':18}" + "".join(f"{name:>14}" for name in names)
    for family in dict.fromkeys(row.family for row in rows):
        means = [
            [row.ndcg.mean for row in rows if row.family == family and row.ranker == name]
            for name in names
        ]
        yield f"{family:18}" + "".join(f"{sum(m) / len(m):14.3f}" for m in means)


def _product(pool: Pool, asked: Asked) -> list[str]:
    ranking = pool.rank(asked.question, asked.language)
    return list(dict.fromkeys(pool.chunks[place].file for place in ranking.places))


def _nearest(pool: Pool, asked: Asked) -> list[str]:
    return _by(pool, pool.meaning(asked.question).tolist())


def _by(pool: Pool, scores: Sequence[float]) -> list[str]:
    order = sorted(range(len(scores)), key=lambda place: -scores[place])
    return list(dict.fromkeys(pool.chunks[place].file for place in order))


def _plain(plain: BM25, passages: Sequence[Passage], asked: Asked) -> list[str]:
    scores = plain.scores(asked.question)
    return [passages[place].id for place in (-scores).argsort(kind="stable") if scores[place] > 0]


def _rank(ids: Sequence[str], wanted: Set[str]) -> int:
    """The rank of the first that is wanted: one is enough."""
    return next((place for place, name in enumerate(ids, start=1) if name in wanted), DEEP + 1)
