"""Does the search find the documents, and the places in them, that answer?

For answerable questions. By file: the ranking is cut to the first hit in each file, gain is binary,
``nDCG = sum(1 / log2(rank + 1)) over relevant ranks, divided by the same for the ideal ranking``.
By place: a gold span is found when one hit covers at least half of it; its characters are covered
by the union of the hits. Where alternatives answer, the best one counts. What the model was given
is measured in the same way as what was found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import log2

from evals.cases import Case, Corpus, Span
from evals.records import Record
from index import Hit

from .ranges import covered, overlap
from .scores import Metric, Score

METRICS = (
    Metric("hit@1", "first document is right", binary=True),
    Metric("recall@5", "right documents in the first 5"),
    Metric("recall@10", "right documents in the first 10"),
    Metric("mrr@10", "reciprocal rank of the first right document"),
    Metric("ndcg@10", "nDCG@10 by document"),
    Metric("passage@5", "right passages in the first 5 hits"),
    Metric("coverage@5", "gold characters in the first 5 hits"),
    Metric("coverage_sent", "gold characters in what the model was given"),
    Metric("own_language", "right in two languages: the reader's own comes first", binary=True),
)


def score(case: Case, record: Record, corpus: Corpus) -> Iterator[Score]:
    """Score the search of an answerable case; see the head of this module."""
    if not case.answerable:
        return
    if record.hits is None:
        yield from (Score(metric.name, None, record.detail) for metric in METRICS[:-2])
        return
    files = list(dict.fromkeys(hit.file for hit in record.hits))
    ranks = [rank for rank, file in enumerate(files[:10], 1) if file in case.gold_files]
    why = f"ranks {ranks}" if ranks else "no right document in the first 10"
    yield Score("hit@1", float(1 in ranks), why)
    yield Score("recall@5", _recall(case, files[:5]), why)
    yield Score("recall@10", _recall(case, files[:10]), why)
    yield Score("mrr@10", 1 / ranks[0] if ranks else 0.0, why)
    yield Score("ndcg@10", ndcg(ranks, len(case.gold_files)), why)
    top = record.hits[:5]
    yield _best("passage@5", (_found(spans, top) for spans in case.gold))
    yield _best("coverage@5", (_covered(spans, top) for spans in case.gold))
    if record.sent is not None:
        yield _best("coverage_sent", (_covered(spans, record.sent) for spans in case.gold))
    yield from _own_language(case, [file for file in files if file in case.gold_files], corpus)


def ndcg(ranks: Sequence[int], relevant: int, k: int = 10) -> float:
    """Return nDCG@k with binary gains.

    Args:
        ranks: ranks of the relevant items that were found, counted from 1.
        relevant: how many relevant items there are.
        k: ranks beyond it count nothing.
    """
    ideal = sum(1 / log2(rank + 1) for rank in range(1, min(k, relevant) + 1))
    return sum(1 / log2(rank + 1) for rank in ranks if rank <= k) / ideal if ideal else 0.0


def _own_language(case: Case, right: Sequence[str], corpus: Corpus) -> Iterator[Score]:
    """Where documents in the reader's language and in another one answer, and one was found."""
    tongues = {corpus.languages[file] for file in case.gold_files}
    if right and case.language in tongues and len(tongues) > 1:
        first = corpus.languages[right[0]]
        yield Score("own_language", float(first == case.language), f"first comes {first}")


def _recall(case: Case, files: Sequence[str]) -> float:
    best = 0.0
    for spans in case.gold:
        wanted = {span.file for span in spans}
        best = max(best, len(wanted.intersection(files)) / len(wanted))
    return best


def _best(metric: str, found: Iterable[tuple[int, int]]) -> Score:
    """Score the alternative of which the largest share was found."""
    return Score.share(metric, *max(found, key=lambda counts: counts[0] / counts[1]))


def _found(spans: Sequence[Span], hits: Sequence[Hit]) -> tuple[int, int]:
    found = sum(
        any(
            hit.file == span.file
            and 2 * overlap((hit.start, hit.end), (span.start, span.end)) >= span.end - span.start
            for hit in hits
        )
        for span in spans
    )
    return found, len(spans)


def coverage(spans: Sequence[Span], hits: Sequence[Hit]) -> float:
    """Return the share of the characters of some spans that the union of some hits holds."""
    inside, total = _covered(spans, hits)
    return inside / total


def _covered(spans: Sequence[Span], hits: Sequence[Hit]) -> tuple[int, int]:
    total = sum(span.end - span.start for span in spans)
    inside = sum(
        covered(
            (span.start, span.end), [(hit.start, hit.end) for hit in hits if hit.file == span.file]
        )
        for span in spans
    )
    return inside, total
