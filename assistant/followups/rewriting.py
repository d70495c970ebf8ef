"""A follow-up put in full by a language model: taken only where it is plainly that and no more.

What a model writes here is searched for, so it is held to what was asked of it: one line, whole,
in the words of the conversation. Anything else is left, and the rules of :mod:`.carrying` do.
"""

from __future__ import annotations

import re
import time
from collections.abc import Sequence

from assistant.errors import ModelProblem
from assistant.models.seam import DECLINE, ChatModel, Finish, Message, Request
from assistant.models.whole import whole_reply
from index import fold
from prompts import load

from .turns import FollowUp, Turn

SHARE = 0.25
"""Of the deadline that a rewriting may take: the rest is for the answer."""
_LONGEST = 500
"""Characters of a rewritten question."""
_TURNS, _TURN = 6, 500
"""Turns that a model is shown, and characters of each."""
_LABEL = re.compile(
    r"^[*_#>\s]*(?:[\w'’-]+\s+){0,3}(?:questions?|frage|domanda)(?:\s+[\w'’-]+){0,3}[\s*_]*:[\s*_]*",
    re.IGNORECASE,
)
"""*Rewritten question:*, *Umformulierte Frage:*, *Question réécrite :*, *Domanda riscritta:*."""
_MARKS = "\"'“”„‟«»‹›‘’`*_ \u00a0\u202f"
_FIGURE = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 4
"""Letters by which a word is known in whatever form."""
_OWN = 0.5
"""Share of its words that a rewriting must have from the conversation; the rest only ask."""


def rewrite(
    question: str, turns: Sequence[Turn], language: str, model: ChatModel, seconds: float
) -> FollowUp:
    """Let a model put a follow-up in full.

    Args:
        question: what the reader typed.
        turns: the conversation so far, oldest first.
        language: of the question.
        model: asked once.
        seconds: what the model has for the whole answer; a quarter of it is used at most.

    Returns:
        The full question with what it cost; an empty one where the model gave nothing fit.
    """
    lines = "\n".join(f"{turn.role}: {turn.text[:_TURN]}" for turn in turns[-_TURNS:])
    prompt = load("rewrite").fill(history=lines, question=question)
    request = Request(
        question, language, (), (Message("user", prompt),), within=SHARE * seconds, once=True
    )
    started = time.monotonic()
    try:
        said, finish = whole_reply(model, request, 2 * _LONGEST)
    except ModelProblem:
        # The rules do without it; if the answer meets the same problem, the reader is told there.
        said, finish = "", Finish(complete=False, requests=1)
    seconds = time.monotonic() - started
    fit = _fit(said, [question, *(turn.text for turn in turns)]) if finish.complete else ""
    return FollowUp(fit, finish, seconds)


def _fit(said: str, conversation: Sequence[str]) -> str:
    """The question in a reply; empty where there is none, or one about something else."""
    lines = [line for line in said.splitlines() if line.strip()]
    if len(lines) != 1 or DECLINE in said:
        return ""
    text = _LABEL.sub("", lines[0]).strip(_MARKS)
    if not text or len(text) > _LONGEST:
        return ""
    before = fold(" ".join(conversation))
    figures = set(_FIGURE.findall(before))
    if any(figure not in figures for figure in _FIGURE.findall(text)):
        return ""
    known = {word[:_STEM] for word in _WORD.findall(before)}
    words = [word[:_STEM] in known for word in _WORD.findall(fold(text))]
    return text if sum(words) >= _OWN * len(words) else ""
