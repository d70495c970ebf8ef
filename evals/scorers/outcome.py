"""How a case ended, in one word: five outcomes that are never added up."""

from __future__ import annotations

from typing import Literal, get_args

from evals.cases import Case
from evals.records import Record

from .matching import misled, says

Outcome = Literal["right", "wrong", "declined", "unparsed", "crashed"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)


def outcome(case: Case, record: Record) -> Outcome:
    """Tell how a case ended.

    Returns:
        ``crashed`` or ``unparsed`` when there is no answer to judge; ``declined`` when the
        assistant said so, rightly or not; ``right`` when the answer says every vital nugget and
        nothing forbidden; else ``wrong``.
    """
    if record.answer is None:
        return record.trouble or "crashed"
    if record.answer.declined:
        return "declined"
    text = record.answer.text
    complete = all(says(text, n, case.language) for n in case.nuggets if n.vital)
    return "right" if case.answerable and complete and not misled(text, case) else "wrong"
