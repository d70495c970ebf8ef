"""Do the figures, dates and quotations of a statement stand in the quotes it cites?

ALCE's two conditions with a deterministic test of support (Gao et al. 2023, arXiv 2305.14627): a
statement is supported when every figure, date and quotation in it stands in the union of its
quotes; a citation is idle when it supports nothing alone and the others support without it. Over
statements that hold at least one of them, and how many those are is reported. Names have a ruler of
their own: ``names.py``.

``figure_given`` is the lenient reading: in anything the model was given, cited or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from evals.cases import Case, Corpus
from evals.records import Record
from evals.text.values import Day, dates, figures, numbers

from .matching import fold
from .scores import Metric, Score
from .statements import passages_of, quotes_of

METRICS = (
    Metric("figure_recall", "statements whose figures are in their quotes"),
    Metric("figure_precision", "citations that carry a figure of theirs"),
    Metric("figure_given", "statements whose figures the model was given"),
)

Atom = frozenset[Decimal] | Day | str
"""The readings of a figure, of which one will do; a date; or the words of a quotation."""

_QUOTATION = re.compile(r"[«“„\"]\s*([^«»“”„\"]{12,})\s*[»“”\"]")


def score(case: Case, record: Record, corpus: Corpus) -> Iterator[Score]:
    """Score the figures of an answer; nothing for answers without figures."""
    answer = record.answer
    if answer is None or answer.declined:
        return
    supported: list[bool] = []
    useful: list[bool] = []
    given: list[bool] = []
    passages = passages_of(record, corpus)
    for statement in answer.statements:
        atoms = _atoms(statement.text, answer.language)
        if not atoms:
            continue
        quotes = quotes_of(answer, statement)
        supported.append(_supports(quotes, atoms, answer.language))
        useful += [_useful(place, quotes, atoms, answer.language) for place in range(len(quotes))]
        given.append(_supports(passages, atoms, answer.language))
    if supported:
        count = len(supported)
        yield Score.share("figure_recall", sum(supported), count, f"{count} statements")
    if useful:
        count = len(useful)
        yield Score.share("figure_precision", sum(useful), count, f"{count} citations")
    if given and record.sent is not None:
        yield Score.share("figure_given", sum(given), len(given), f"{len(given)} statements")


def _atoms(text: str, language: str) -> set[Atom]:
    return {*figures(text, language), *dates(text), *map(fold, _QUOTATION.findall(text))}


def _supports(quotes: Sequence[str], atoms: set[Atom], language: str) -> bool:
    values = {value for quote in quotes for value in numbers(quote, language)}
    days = {day for quote in quotes for day in dates(quote)}
    words = [f" {fold(quote)} " for quote in quotes]
    for atom in atoms:
        if isinstance(atom, str):
            there = any(f" {atom} " in text for text in words)
        else:
            there = not atom.isdisjoint(values) if isinstance(atom, frozenset) else atom in days
        if not there:
            return False
    return True


def _useful(place: int, quotes: Sequence[str], atoms: set[Atom], language: str) -> bool:
    if _supports([quotes[place]], atoms, language):
        return True
    others = [quote for at, quote in enumerate(quotes) if at != place]
    return _supports(quotes, atoms, language) and not _supports(others, atoms, language)
