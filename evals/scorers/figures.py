"""Do the figures and dates of a statement stand in the quotes it cites?

ALCE's two conditions with a deterministic test of support (Gao et al. 2023, arXiv 2305.14627): a
statement is supported when every figure and date in it stands in the union of its quotes; a
citation is idle when it supports nothing alone and the others support without it. Over statements
that hold at least one figure or date, and how many those are is reported.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant import Answer, Statement
from evals.cases import Case, Corpus
from evals.records import Record
from evals.values import Day, dates, numbers

from .scores import Metric, Score

METRICS = (
    Metric("figure_recall", "statements whose figures are in their quotes"),
    Metric("figure_precision", "citations that carry a figure of theirs"),
)


def score(case: Case, record: Record, corpus: Corpus) -> Iterator[Score]:
    """Score the figures of an answer; nothing for answers without figures."""
    answer = record.answer
    if answer is None or answer.declined:
        return
    supported: list[bool] = []
    useful: list[bool] = []
    for statement in answer.statements:
        atoms = _atoms(statement.text, answer.language)
        if not atoms:
            continue
        quotes = _quotes(answer, statement)
        supported.append(_supports(quotes, atoms, answer.language))
        useful += [_useful(place, quotes, atoms, answer.language) for place in range(len(quotes))]
    if supported:
        yield Score(
            "figure_recall", sum(supported) / len(supported), f"{len(supported)} statements"
        )
    if useful:
        yield Score("figure_precision", sum(useful) / len(useful), f"{len(useful)} citations")


def _atoms(text: str, language: str) -> set[Decimal | Day]:
    """Return figures and dates; the readings of an ambiguous figure are separate atoms."""
    return {*numbers(text, language), *dates(text)}


def _quotes(answer: Answer, statement: Statement) -> list[str]:
    by_label = {citation.label: citation.quote for citation in answer.citations}
    return [by_label[label] for label in statement.citations if label in by_label]


def _supports(quotes: Sequence[str], atoms: set[Decimal | Day], language: str) -> bool:
    given = {atom for quote in quotes for atom in _atoms(quote, language)}
    return atoms <= given


def _useful(place: int, quotes: Sequence[str], atoms: set[Decimal | Day], language: str) -> bool:
    if _supports([quotes[place]], atoms, language):
        return True
    others = [quote for at, quote in enumerate(quotes) if at != place]
    return _supports(quotes, atoms, language) and not _supports(others, atoms, language)
