"""Do the figures, dates and quotations of a statement stand in the quotes it cites?

ALCE's two conditions with a deterministic test of support (Gao et al. 2023, arXiv 2305.14627): a
statement is supported when every figure, date and quotation in it stands in the union of its
quotes; a citation is idle when it supports nothing alone and the others support without it. Over
statements that hold at least one of them, and how many those are is reported. Names are left out:
they are written differently in other languages, and a ruler without a list of them would measure
its own ignorance.

``figure_given`` is the lenient reading: in anything the model was given, cited or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant import Answer, Statement
from evals.cases import Case, Corpus
from evals.records import Record
from evals.values import Day, dates, numbers

from .matching import fold
from .scores import Metric, Score

METRICS = (
    Metric("figure_recall", "statements whose figures are in their quotes"),
    Metric("figure_precision", "citations that carry a figure of theirs"),
    Metric("figure_given", "statements whose figures the model was given"),
)

Atom = Decimal | Day | str
"""A figure, a date, or the words of a quotation."""

_QUOTATION = re.compile(r"[«“„\"]\s*([^«»“”„\"]{12,})\s*[»“”\"]")


def score(case: Case, record: Record, corpus: Corpus) -> Iterator[Score]:
    """Score the figures of an answer; nothing for answers without figures."""
    answer = record.answer
    if answer is None or answer.declined:
        return
    supported: list[bool] = []
    useful: list[bool] = []
    given: list[bool] = []
    passages = [corpus.texts[hit.file][hit.start : hit.end] for hit in record.sent or ()]
    for statement in answer.statements:
        atoms = _atoms(statement.text, answer.language)
        if not atoms:
            continue
        quotes = _quotes(answer, statement)
        supported.append(_supports(quotes, atoms, answer.language))
        useful += [_useful(place, quotes, atoms, answer.language) for place in range(len(quotes))]
        given.append(_supports(passages, atoms, answer.language))
    if supported:
        yield Score(
            "figure_recall", sum(supported) / len(supported), f"{len(supported)} statements"
        )
    if useful:
        yield Score("figure_precision", sum(useful) / len(useful), f"{len(useful)} citations")
    if given and record.sent is not None:
        yield Score("figure_given", sum(given) / len(given), f"{len(given)} statements")


def _atoms(text: str, language: str) -> set[Atom]:
    """Return figures, dates and quotations; an ambiguous figure's readings are separate atoms."""
    quotations = {f"«{fold(words)}»" for words in _QUOTATION.findall(text)}
    return {*numbers(text, language), *dates(text), *quotations}


def _quotes(answer: Answer, statement: Statement) -> list[str]:
    by_label = {citation.label: citation.quote for citation in answer.citations}
    return [by_label[label] for label in statement.citations if label in by_label]


def _supports(quotes: Sequence[str], atoms: set[Atom], language: str) -> bool:
    given = {atom for quote in quotes for atom in _atoms(quote, language)}
    words = [f" {fold(quote)} " for quote in quotes]
    return all(
        any(f" {atom.strip('«»')} " in text for text in words)
        if isinstance(atom, str)
        else atom in given
        for atom in atoms
    )


def _useful(place: int, quotes: Sequence[str], atoms: set[Atom], language: str) -> bool:
    if _supports([quotes[place]], atoms, language):
        return True
    others = [quote for at, quote in enumerate(quotes) if at != place]
    return _supports(quotes, atoms, language) and not _supports(others, atoms, language)
