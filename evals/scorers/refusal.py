"""Does the assistant say "not in the documents" when, and only when, that is so?

Both errors are always reported together: refusing everything makes the first one vanish.
"""

from __future__ import annotations

from collections.abc import Iterator

from evals.cases import Case, Corpus
from evals.records import Record

from .scores import Metric, Score

METRICS = (
    Metric("false_answer", "unanswerable, yet answered", higher_is_better=False, binary=True),
    Metric("false_refusal", "answerable, yet declined", higher_is_better=False, binary=True),
)


def score(case: Case, record: Record, corpus: Corpus) -> Iterator[Score]:
    """Score the decision to answer; see the head of this module."""
    name = "false_refusal" if case.answerable else "false_answer"
    if record.answer is None:
        yield Score(name, None, record.detail)
    elif case.answerable:
        yield Score(name, float(record.declined))
    else:
        yield Score(name, float(not record.declined), case.reason or "")
