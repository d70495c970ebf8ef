"""The nouns of a conversation: a question, what was said before it, and a follow-up in full."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.errors import BadQuestion, EmptyQuestion, LongQuestion
from assistant.models.seam import Finish

LONGEST = 4_000
"""Characters of a question. Beyond that it is a document: put it into the folder instead."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier turn of a conversation."""

    role: Literal["user", "assistant"]
    text: str


History = Sequence[Turn | tuple[str, str] | dict[str, str]]
"""A conversation in the shapes people have it, oldest first."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question as it is searched for."""

    text: str
    cost: Finish = Finish()
    """What a model's rewriting of it cost."""
    seconds: float = 0.0
    """How long that took: the answer has so much less."""
    carried: tuple[str, ...] = ()
    """Names that rules put behind a question which may well be about something else."""


def as_turns(history: History) -> tuple[Turn, ...]:
    """Take a history; what other roles than the two say is left out.

    Args:
        history: turns, ``(role, text)`` pairs, or ``{"role": …, "content": …}``.

    Raises:
        BadQuestion: it is no list of these.
    """
    if isinstance(history, str | bytes | Mapping) or not isinstance(history, Sequence):
        raise _malformed(history)
    turns = [_turn(item) for item in history]
    return tuple(turn for turn in turns if turn)


def check_question(question: str) -> None:
    """Refuse what cannot be asked.

    Raises:
        EmptyQuestion: there is nothing in it.
        LongQuestion: it has more characters than a question has.
    """
    if not question.strip():
        raise EmptyQuestion("The question is empty. Ask something about the documents.")
    if len(question) > LONGEST:
        raise LongQuestion(
            f"The question has {len(question):,} characters; at most {LONGEST:,} can be asked. "
            "Ask a shorter one, or put the text into the folder."
        )


def _turn(item: object) -> Turn | None:
    role: object
    text: object
    if isinstance(item, Turn):
        role, text = item.role, item.text
    elif isinstance(item, Mapping) and "role" in item:
        role, text = item["role"], item.get("content")
    elif isinstance(item, list | tuple) and len(item) == 2:
        role, text = item
    else:
        raise _malformed(item)
    if role != "user" and role != "assistant":
        return None
    if text is None:  # as where a model called a tool
        return None
    if not isinstance(text, str):
        raise _malformed(item)
    return Turn("user" if role == "user" else "assistant", text) if text.strip() else None


def _malformed(what: object) -> BadQuestion:
    return BadQuestion(
        f"The history cannot be read: {str(what)[:80]!r} is no list of (role, text) pairs or of "
        '{"role": …, "content": …}. Give the earlier turns so, oldest first, or none.'
    )
