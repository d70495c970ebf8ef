"""Does the reader find in the quotes whoever and whatever a statement names?

Names as ALCE's atoms, apart from the figures because the ruler is another one: a name is written
differently in other languages, and which spellings are one name is the product's own knowledge.
Names of the question are excused. Over statements that name something else, and how many those are
is reported. ``name_given`` is the lenient reading: in anything the model was given, cited or not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast, get_args

from assistant import is_named, names_of
from evals.cases import Case, Corpus
from evals.records import Record
from index import Language

from .scores import Metric, Score
from .statements import passages_of, quotes_of

METRICS = (
    Metric("name_recall", "statements whose names are in their quotes"),
    Metric("name_given", "statements whose names the model was given"),
)


def score(case: Case, record: Record, corpus: Corpus) -> Iterator[Score]:
    """Score the names of an answer; nothing for answers that name nothing new."""
    answer = record.answer
    if answer is None or answer.declined or answer.language not in get_args(Language):
        return
    passages = "\n".join(passages_of(record, corpus))
    missing: list[list[str]] = []
    given: list[bool] = []
    for statement in answer.statements:
        names = _new_names(statement.text, cast(Language, answer.language), case.question)
        if names:
            quotes = "\n".join(quotes_of(answer, statement))
            missing.append([name for name in names if not is_named(name, quotes)])
            given.append(all(is_named(name, passages) for name in names))
    if missing:
        strange = ", ".join(name for names in missing for name in names)
        why = f"{len(missing)} statements" + (f"; not in the quotes: {strange}" if strange else "")
        yield Score.share("name_recall", missing.count([]), len(missing), why)
        if record.sent is not None:
            yield Score.share("name_given", sum(given), len(given), why)


def _new_names(text: str, language: Language, question: str) -> list[str]:
    return [name for name in names_of(text, language) if not is_named(name, question)]
