"""A thumbs-down in the chat becomes a case, with the passages of that question frozen.

Each line of the chat's ``feedback.jsonl`` is an answer with ``verdict``, ``reason``, ``time`` and
the passages that were found for it then. They are written into the case: from then on it is
answered from these, whatever becomes of the search. What a right answer says only a person knows,
so a draft does not run before someone has said it.
"""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant import Answer

from .cases import Corpus
from .drafts import quoted
from .errors import FeedbackFault, QuestionFault

_HEAD = """\
# From {feedback}: answers that readers of {folder} found bad.
# Each case is answered from its `frozen` passages, so that the search cannot hide the fault.
# For each one say what is right: `gold` (names of passages) with `nuggets`, or the `reason` why
# there is no answer. Then take the tag `draft` away. `evals/questions/seeds.facts.yaml` of the
# repository explains the forms. Then run:
#   attesto eval --folder {folder} --questions {place}
corpus: {name}
"""


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in a document as it was."""

    file: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Complaint:
    """An answer that a reader found bad."""

    answer: Answer
    reason: str
    time: str
    passages: tuple[Passage, ...]
    """What the search found for the question at that moment, best first."""


@dataclass(frozen=True, slots=True)
class _Frozen:
    id: str
    complaint: Complaint
    passages: tuple[Passage, ...]
    """Those that still stand in the documents."""


def read_complaints(path: Path) -> list[Complaint]:
    """Read the bad verdicts of a feedback file, the last one of each question.

    Raises:
        FeedbackFault: the file is missing, or a line is not what the chat writes.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except OSError as fault:
        raise FeedbackFault(f"{path} cannot be read: {fault.strerror}.") from fault
    found: dict[tuple[str, str], Complaint] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            data: dict[str, Any] = json.loads(line)
            verdict, reason, time = (str(data.pop(key)) for key in ("verdict", "reason", "time"))
            passages = tuple(Passage(**found) for found in data.pop("passages", ()))
            answer = Answer.from_dict(data)
        except (ValueError, KeyError, TypeError, AttributeError) as fault:
            raise FeedbackFault(
                f"{path}:{number}: not a line of feedback: {fault}. Remove it."
            ) from fault
        if verdict == "bad":
            found[answer.question, answer.language] = Complaint(answer, reason, time, passages)
    return list(found.values())


def draft_complaints(feedback: Path, corpus: Corpus, place: Path) -> Path:
    """Write ``<corpus>.feedback.yaml``, a draft of a case for every bad verdict.

    Args:
        feedback: the chat's ``feedback.jsonl``.
        corpus: the documents.
        place: the folder for the question file; made when it is missing.

    Returns:
        The file.

    Raises:
        FeedbackFault: the feedback cannot be read, or holds no bad verdict.
        QuestionFault: the question file is there already.
    """
    path = place / f"{corpus.name}.feedback.yaml"
    if path.exists():
        raise QuestionFault(f"{path} is there already; move it away to draft again.")
    complaints = read_complaints(feedback)
    if not complaints:
        raise FeedbackFault(f"{feedback} holds no bad verdict: there is nothing to draft.")
    cases = [_freeze(f"told-{n}", told, corpus) for n, told in enumerate(complaints, start=1)]
    place.mkdir(parents=True, exist_ok=True)
    folder, questions = (shlex.quote(str(path)) for path in (corpus.folder, place))
    head = _HEAD.format(feedback=feedback, folder=folder, place=questions, name=corpus.name)
    path.write_text("".join([head, *_passages(cases), *_questions(cases)]), encoding="utf-8")
    return path


def _freeze(name: str, complaint: Complaint, corpus: Corpus) -> _Frozen:
    # A passage is named by its words, so they must stand there once.
    left = [p for p in complaint.passages if corpus.texts.get(p.file, "").count(p.quote) == 1]
    return _Frozen(name, complaint, tuple(left))


def _passages(cases: Sequence[_Frozen]) -> Iterator[str]:
    yield "\npassages:\n"
    for file in sorted({passage.file for case in cases for passage in case.passages}):
        yield f"  {quoted(file)}:\n"
        for case in cases:
            for place, passage in enumerate(case.passages, start=1):
                if passage.file == file:
                    yield f"    {case.id}-{place}: {quoted(passage.quote)}\n"


def _questions(cases: Sequence[_Frozen]) -> Iterator[str]:
    yield "\nquestions:\n"
    for case in cases:
        answer = case.complaint.answer
        names = ", ".join(f"{case.id}-{place}" for place in range(1, len(case.passages) + 1))
        gone = len(case.complaint.passages) - len(case.passages)
        yield f"  # {case.complaint.time}, a reader: {_one_line(case.complaint.reason)}\n"
        yield f"  # The answer was: {_one_line(answer.text)}\n"
        if gone:
            yield f"  # {gone} of its passages stand in the documents no more, or more than once.\n"
        yield (
            f"  - id: {case.id}\n    type: definition\n"
            f"    ask:\n      {answer.language}: {quoted(answer.asked or answer.question)}\n"
            f"    frozen: [{names}]\n    tags: [draft, thumbs-down]\n\n"
        )


def _one_line(text: str) -> str:
    return " ".join(text.split()) or "(nothing)"
