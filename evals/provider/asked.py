"""What a persona understands of a prompt: the inverse of how ``prompts`` puts one together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from prompts import load, unfence


@dataclass(frozen=True, slots=True)
class Asked:
    """What a persona understands of a prompt."""

    question: str
    language: str
    """The language to answer in, as the prompt names it: ``German``."""
    passages: dict[int, str]
    system: str = ""
    history: str | None = None
    """What was said before, where the prompt asks for a rewritten question; else ``None``."""
    translating: bool = False
    """The prompt asks for its one passage in another language."""
    judging: bool = False
    """The prompt asks whether statements are said by their quotes: a passage for each."""


def read_prompt(messages: Sequence[dict[str, str]]) -> Asked:
    """Take a prompt apart: the inverse of how ``prompts`` puts it together."""
    said = [str(message.get("content", "")) for message in messages]
    system = next((s for s, m in zip(said, messages, strict=True) if m.get("role") == "system"), "")
    last = said[-1] if said else ""
    if (rewrite := load("rewrite").parse(last)) is not None:
        return Asked(rewrite["question"], "English", {}, system, rewrite["history"])
    if (translate := load("translate").parse(last)) is not None:
        return Asked("", translate["language"], unfence(last), translating=True)
    if (judge := load("judge").parse(last)) is not None:
        return Asked("", judge["language"], unfence(last), judging=True)
    values = load("answer.user").parse(last) or {}
    return Asked(
        question=values.get("question", last),
        language=values.get("language", "English"),
        passages=unfence(last),
        system=system,
    )
