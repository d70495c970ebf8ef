"""Does the answer say what a right answer says?

``vital`` and ``all`` are TREC's strict shares of vital and of all nuggets, 0 for an answerable
question that was declined. ``wrong_fact`` is 1 when the answer says something that only a misled
reader says. How each kind is recognised: ``matching.py``.
"""

from __future__ import annotations

from collections.abc import Iterator

from evals.cases import Case, Corpus
from evals.records import Record

from .matching import misled, says
from .scores import Metric, Score

METRICS = (
    Metric("vital", "vital nuggets said"),
    Metric("nuggets", "all nuggets said"),
    Metric("wrong_fact", "a misled reader's answer", higher_is_better=False, binary=True),
)


def score(case: Case, record: Record, corpus: Corpus) -> Iterator[Score]:
    """Score what an answer says; see the head of this module."""
    if case.answerable:
        yield from _said(case, record)
    if case.forbidden:
        yield _wrong(case, record)


def found(case: Case, record: Record) -> frozenset[str] | None:
    """Return the nuggets that the answer says; None when there is no answer to judge."""
    if record.answer is None:
        return None
    if record.answer.declined:
        return frozenset()
    text = record.answer.text
    return frozenset(n.id for n in case.nuggets if says(text, n, case.language))


def _said(case: Case, record: Record) -> Iterator[Score]:
    said = found(case, record)
    if said is None:
        yield Score("vital", None, record.detail)
        yield Score("nuggets", None, record.detail)
        return
    missing = [nugget.id for nugget in case.nuggets if nugget.id not in said]
    why = f"missing: {', '.join(missing)}" if missing else ""
    vital = [nugget.id for nugget in case.nuggets if nugget.vital]
    yield Score.share("vital", sum(name in said for name in vital), len(vital), why)
    yield Score.share("nuggets", len(said), len(case.nuggets), why)


def _wrong(case: Case, record: Record) -> Score:
    if record.answer is None:
        return Score("wrong_fact", None, record.detail)
    if record.answer.declined:
        return Score("wrong_fact", 0.0, "declined")
    said = misled(record.answer.text, case)
    return Score("wrong_fact", float(bool(said)), ", ".join(said))
