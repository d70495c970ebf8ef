"""The ChatModel seam: a request with numbered passages in, pieces of text out.

A model sees the same evidence in two forms and takes the one it understands: ``messages`` (the
filled prompts) for language models, ``passages`` for the built-in reader. Whatever comes back is
only ever a *proposal*: markers become exact spans and every statement is checked by the engine.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

from index import Hit

DECLINE = "NOT_IN_DOCUMENTS"
"""A model that finds no answer in the passages replies with this word and nothing else."""


@dataclass(frozen=True, slots=True)
class Message:
    """One turn, as chat endpoints take it."""

    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A hit with the number the model cites it by."""

    number: int
    """Counted from 1."""
    hit: Hit


@dataclass(frozen=True, slots=True)
class Request:
    """All a model may know about one question."""

    question: str
    language: str
    """Language to answer in: ``en``, ``fr``, ``de`` or ``it``."""
    passages: tuple[Passage, ...]
    messages: tuple[Message, ...]
    asked_in: str = ""
    """Language the question is in, ``other`` for none of the four; ``language`` if empty."""
    within: float | None = None
    """Seconds left for this reply, where another one for the same answer shares the deadline."""
    made: int = 0
    """Requests already made for the same answer: they count against the model's budget."""
    once: bool = False
    """Nothing is to be tried again: whoever asks can do without."""

    @property
    def read_in(self) -> str:
        """The language the question is to be read in."""
        return self.asked_in or self.language


@dataclass(frozen=True, slots=True)
class Finish:
    """The last piece of every reply: how it ended and what it cost."""

    complete: bool = True
    """False when the reply was cut: the stream broke, a limit or the deadline was reached."""
    reason: str = ""
    """Why it is incomplete, for the reader."""
    lacking: str = ""
    """Of a reply that declines: what the passages lack, a sentence in the reader's language."""
    prompt_tokens: int = 0
    completion_tokens: int = 0
    requests: int = 0


class ChatModel(Protocol):
    """Writes an answer from numbered passages."""

    name: str
    """Shown with every answer."""

    def reply(self, request: Request) -> Iterator[str | Finish]:
        """Yield pieces of text as they come, then exactly one :class:`Finish`.

        Raises:
            assistant.errors.ModelProblem: the model gave nothing usable.
        """
        ...
