"""The nouns of scoring: a metric, and one case's score on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from evals.cases import Case, Corpus
from evals.records import Record


@dataclass(frozen=True, slots=True)
class Metric:
    """What is measured, in words a reader of the report understands."""

    name: str
    title: str
    higher_is_better: bool = True
    binary: bool = False
    """True when a case scores 0 or 1, so that the mean is a proportion."""
    unit: str = "%"
    """``%`` for scores between 0 and 1; else what one is a count of."""


@dataclass(frozen=True, slots=True)
class Score:
    """One case, one metric."""

    metric: str
    value: float | None
    """None: not scored, and why is said. Never 0 for want of a score."""
    why: str = ""
    """What was found or missed, so that a report can be checked by eye."""
    total: float = 0.0
    """Of a share: how many characters, nuggets or statements it is a share of, for the micro
    average; 0 for what is no share of a count."""

    @classmethod
    def share(cls, metric: str, hits: float, total: float, why: str = "") -> Score:
        """Score ``hits / total``; not scored where there is nothing to count."""
        if not total:
            return cls(metric, None, why or "nothing to count")
        return cls(metric, hits / total, why, total)


Scorer = Callable[[Case, Record, Corpus], Iterator[Score]]
"""Yields a score for each metric that applies to the case; none for the others."""
