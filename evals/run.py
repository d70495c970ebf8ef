"""Put every case to an assistant and write down what happens."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol, runtime_checkable

from assistant import Answer, AssistantFault, ConfigError, errors
from index import Hit, IndexFault

from .cases import Case, CaseSet, Span
from .records import Header, Record, RecordFile, Trouble

K = 10
"""Hits asked of the search: every retrieval metric looks at ten or fewer."""

# A wrong key, or a server that is gone, is not the questions' doing: the run stops and can be
# continued.
_STOP = (
    ConfigError, errors.ModelAuth, errors.ModelQuota, errors.ModelNotFound, errors.ModelUnreachable,
)  # fmt: skip
# What a faulty assistant may raise. A list, so that Ctrl-C and a full memory still stop the run.
_CRASH = (
    AssistantFault, IndexFault, ArithmeticError, AssertionError, AttributeError, ImportError,
    LookupError, NameError, OSError, RuntimeError, TypeError, ValueError,
)  # fmt: skip


class Subject(Protocol):
    """What is evaluated: anything that searches and answers like ``assistant.Assistant``."""

    def search(self, question: str, k: int = ...) -> list[Hit]:
        """Return at most k hits, best first."""

    def ask(self, question: str, history: Sequence[tuple[str, str]] = ...) -> Answer:
        """Answer a question."""


@runtime_checkable
class Observed(Protocol):
    """A subject whose model is watched, and can be given passages to answer from."""

    sent: tuple[Hit, ...] | None
    """What the model was given for the last question."""
    frozen: tuple[Span, ...]
    """Places to answer from instead of those that are found; empty: those that are found."""


def header_of(cases: CaseSet, model: str) -> Header:
    """Say what a run of this model over these cases is about."""
    return Header(cases.corpus.name, cases.corpus.digest, cases.digest, model, K)


def run(
    cases: Iterable[Case], subject: Subject, file: RecordFile | None = None
) -> dict[str, Record]:
    """Ask every case that the file does not hold yet, or holds as crashed.

    Args:
        cases: what to ask.
        subject: what to ask it of.
        file: where records are kept, and taken from when they are there already.

    Returns:
        The records by case id, in the order of the cases.

    Raises:
        assistant.ConfigError: and its like, when no further case could succeed; what was
            recorded before stays in the file.
    """
    records: dict[str, Record] = {}
    for case in cases:
        known = file.done.get(case.id) if file else None
        if known is None or known.trouble == "crashed":
            known = attempt(case, subject)
            if file:
                file.add(known)
        records[case.id] = known
    return records


def attempt(case: Case, subject: Subject) -> Record:
    """Ask one case; a fault of the assistant becomes part of the record."""
    started = time.perf_counter()
    answer: Answer | None = None
    hits: tuple[Hit, ...] | None = None
    trouble: Trouble = ""
    detail = ""
    if isinstance(subject, Observed):
        subject.frozen = case.frozen
    try:
        answer = subject.ask(case.question, history=case.history)
    except _STOP:
        raise
    except errors.BadReply as fault:
        trouble, detail = "unparsed", f"{type(fault).__name__}: {fault}"
    except _CRASH as fault:
        trouble, detail = "crashed", f"{type(fault).__name__}: {fault}"
    seconds = time.perf_counter() - started
    if answer is not None and not answer.declined and not answer.text.strip():
        trouble, detail, answer = "unparsed", "the answer says nothing and does not decline", None
    sent = None
    if isinstance(subject, Observed):
        subject.frozen = ()
        sent = None if subject.sent is None else tuple(replace(h, text="") for h in subject.sent)
    try:
        # A follow-up is searched for as the assistant understood it.
        asked = answer.asked if answer and answer.asked else case.question
        hits = tuple(subject.search(asked, k=K))
    except _STOP:
        raise
    except _CRASH as fault:
        trouble, detail = trouble or "crashed", detail or f"{type(fault).__name__}: {fault}"
    return Record(case.id, hits, answer, trouble, detail, round(seconds, 4), sent)
