"""The words that a statement of an answer rests on."""

from __future__ import annotations

from assistant import Answer, Statement
from evals.cases import Corpus
from evals.records import Record


def quotes_of(answer: Answer, statement: Statement) -> list[str]:
    """Return the quotes that a statement cites, in its order; unknown labels are left out."""
    by_label = {citation.label: citation.quote for citation in answer.citations}
    return [by_label[label] for label in statement.citations if label in by_label]


def passages_of(record: Record, corpus: Corpus) -> list[str]:
    """Return the text of the passages that the model was given; none where nobody looked."""
    return [corpus.texts[hit.file][hit.start : hit.end] for hit in record.sent or ()]
