"""What an answer costs: passages and tokens sent, and time.

Time differs between two runs of the same thing, so it is shown only when asked for and never
enters a comparison.
"""

from __future__ import annotations

from collections.abc import Iterator

from evals.cases import Case, Corpus
from evals.records import Record

from .scores import Metric, Score

METRICS = (
    Metric("passages", "passages sent", higher_is_better=False, unit="passages"),
    Metric("prompt_tokens", "tokens sent", higher_is_better=False, unit="tokens"),
    Metric("seconds", "time for an answer", higher_is_better=False, unit="s"),
)


def score(case: Case, record: Record, corpus: Corpus) -> Iterator[Score]:
    """Report the cost of an answer; nothing where there is no answer."""
    if record.answer is None:
        return
    usage = record.answer.usage
    yield Score("passages", float(usage.passages))
    yield Score("prompt_tokens", float(usage.prompt_tokens))
    yield Score("seconds", record.seconds)
