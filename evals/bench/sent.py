"""How many tokens have to be sent until the model holds what answers: ours beside the plain way.

Over our own questions: our passages against LlamaIndex's ``CitationQueryEngine``, which sends its
retriever's nodes cut into chunks of 512 tokens. Both take the same embedder. For each number of
passages, coverage is the share of the gold's characters that were sent; tokens are compared at the
least number of passages that covers what our default covers.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.cases import Case, CaseSet, Span
from evals.questions.loader import load_cases
from evals.scorers.retrieval import coverage
from index import FolderIndex, Hit, count, default_embedder

from . import plain

DEFAULT = 8
"""Passages that the assistant sends."""
_MOST = 20

Gold = tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent for all questions, with k passages each."""

    k: int
    tokens: float
    """Mean of a question."""
    coverage: float
    """Mean share of the gold's characters."""


def measure_sent() -> tuple[Sent, Sent | None]:
    """Return what we send by default, and what the plain way has to send for the same coverage.

    The second is None when twenty nodes do not cover as much.
    """
    ours: list[list[Hit]] = []
    theirs: list[list[Hit]] = []
    cases = [load_cases(name) for name in ("seeds", "town")]
    for corpus in cases:
        with tempfile.TemporaryDirectory() as scratch:
            ours += _ours(corpus, Path(scratch))
            theirs += _theirs(corpus, Path(scratch))
    gold = [case.gold for corpus in cases for case in corpus.cases if _asks(case)]
    best = _sent(DEFAULT, ours, gold)
    for k in range(1, _MOST + 1):
        if (plainly := _sent(k, theirs, gold)).coverage >= best.coverage:
            return best, plainly
    return best, None


def _asks(case: Case) -> bool:
    return bool(case.gold) and not case.history


def _sent(k: int, found: Sequence[Sequence[Hit]], gold: Sequence[Gold]) -> Sent:
    tokens = sum(count(hit.text) for hits in found for hit in hits[:k])
    shares = [
        max(coverage(spans, hits[:k]) for spans in alternatives)
        for hits, alternatives in zip(found, gold, strict=True)
    ]
    return Sent(k, tokens / len(found), sum(shares) / len(shares))


def _ours(corpus: CaseSet, scratch: Path) -> list[list[Hit]]:
    index = FolderIndex.open(corpus.corpus.folder, scratch / "ours", default_embedder())
    index.sync()
    found = [index.search(case.question, _MOST) for case in corpus.cases if _asks(case)]
    index.close()
    return found


def _theirs(corpus: CaseSet, scratch: Path) -> list[list[Hit]]:
    store = str(scratch / "plain")
    plain.build(str(corpus.corpus.folder), store, chunk_size=512)
    retriever = plain.retriever(store, _MOST)
    return [
        [_hit(node, corpus) for node in retriever.retrieve(case.question)]
        for case in corpus.cases
        if _asks(case)
    ]


def _hit(node: Any, corpus: CaseSet) -> Hit:
    text: str = node.text
    name = Path(node.metadata["file_path"]).relative_to(corpus.corpus.folder).as_posix()
    start = corpus.corpus.texts.get(name, "").find(text)
    return Hit(name, start, start + len(text), text, 0.0)
