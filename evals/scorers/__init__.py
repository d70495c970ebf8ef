"""One file for each thing that is scored, all of one shape: ``METRICS`` and ``score``."""

from __future__ import annotations

from evals.cases import Case, Corpus
from evals.records import Record

from . import citations, cost, figures, language, names, nuggets, refusal, retrieval
from .outcome import OUTCOMES, Outcome, outcome
from .scores import Metric, Score, Scorer

__all__ = ["METRICS", "OUTCOMES", "Metric", "Outcome", "Score", "outcome", "score_all"]

_ALL = (retrieval, citations, nuggets, refusal, language, figures, names, cost)
_SCORERS: tuple[Scorer, ...] = tuple(module.score for module in _ALL)

METRICS: dict[str, Metric] = {metric.name: metric for part in _ALL for metric in part.METRICS}
"""Every metric by name, in the order of the report."""


def score_all(case: Case, record: Record, corpus: Corpus) -> dict[str, Score]:
    """Return every score that applies to a case, by metric name."""
    return {score.metric: score for scorer in _SCORERS for score in scorer(case, record, corpus)}
