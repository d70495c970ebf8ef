"""The nouns of a conversation: a question, what was said before it, and a follow-up in full."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from assistant.errors import BadQuestion, EmptyQuestion, LongQuestion
from assistant.models.seam import Finish

LONGEST = 4_000
"""Characters of a question. Beyond that it is a document: put it into the folder instead."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier turn of a conversation."""

    role: Literal["user", "assistant"]
    text: str


History = Sequence[Any] | None
"""A conversation in the shapes people have it, oldest first, or none; see :func:`as_turns`."""
_ROLES: dict[str, Literal["user", "assistant"]] = {
    "user": "user", "human": "user", "assistant": "assistant", "ai": "assistant",
}  # fmt: skip
"""Who speaks, by the names that others give them."""
_NOBODY = frozenset("system developer tool function".split())
"""Roles whose words are no part of what was asked and answered."""


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
        history: each item a turn, a ``(role, text)`` pair, a chat message (``{"role": …,
            "content": …}`` or an object with these, as OpenAI, LlamaIndex and gradio have them),
            or a pair of a question and its answer, of which either may be None. None is no history.

    Raises:
        BadQuestion: it is no list of these.
    """
    if history is None:
        return ()
    if isinstance(history, str | bytes | Mapping) or not isinstance(history, Sequence):
        raise _malformed(history)
    by_role = any(_names_role(item) for item in history)
    said = [turn for item in history for turn in _turns(item, by_role)]
    return tuple(turn for turn in said if turn.text.strip())


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


def _turns(item: object, by_role: bool) -> list[Turn]:
    """What an item of a history says: a turn, or the two of a question and its answer."""
    if isinstance(item, Turn):
        return _said(item.role, item.text, item)
    if isinstance(item, Mapping) and "role" in item:
        return _said(item["role"], item.get("content"), item)
    if isinstance(item, list | tuple) and len(item) == 2:
        first, second = item
        if by_role:
            return _said(first, second, item)
        return [*_said("user", first, item), *_said("assistant", second, item)]
    if hasattr(item, "role") and hasattr(item, "content"):
        return _said(item.role, item.content, item)
    raise _malformed(item)


def _names_role(item: object) -> bool:
    """Is it a pair that begins with who speaks? Then no pair beside it begins with a question."""
    if not isinstance(item, list | tuple) or len(item) != 2:
        return False
    return isinstance(item[0], str) and _role(item[0]) in (*_ROLES, *_NOBODY)


def _said(role: object, content: object, item: object) -> list[Turn]:
    speaker = _ROLES.get(_role(role))
    if not speaker or content is None:  # no text: as where a model called a tool
        return []
    parts = content if isinstance(content, list | tuple) else [content]
    told = [part.get("text", "") if isinstance(part, Mapping) else part for part in parts]
    texts = [text for text in told if isinstance(text, str)]
    if len(texts) < len(told):
        raise _malformed(item)
    return [Turn(speaker, "\n".join(filter(None, texts)))]


def _role(role: object) -> str:
    return str(getattr(role, "value", role)).lower()


def _malformed(what: object) -> BadQuestion:
    return BadQuestion(
        f"The history cannot be read: {str(what)[:80]!r} is no list of (role, text) or (question, "
        'answer) pairs or of {"role": …, "content": …}. Give the earlier turns so, oldest first, '
        "or none."
    )
