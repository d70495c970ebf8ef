"""What the personas say where they are asked to judge: whether statements are in their quotes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from .asked import Asked

_TELLING = re.compile(r"\d+|(?<!\w)[A-ZÀ-ÖØ-Þ]\w+")
"""Figures and names."""


def judge_of(persona: str) -> Callable[[Asked], str | Iterable[str]]:
    """How a persona judges; all but a few believe everything."""
    return _JUDGES.get(persona, _believing)


def _believing(asked: Asked) -> str:
    return "\n".join(f"{number} YES" for number in asked.passages)


def _doubting(asked: Asked) -> str:
    return "\n".join(f"{number} NO the quotes do not say so" for number in asked.passages)


def _literal(asked: Asked) -> str:
    """A fair judge, as far as words go: every figure and name must stand in the quotes."""
    lines = []
    for number, text in asked.passages.items():
        statement, _, quotes = text.partition("\n")
        told = _TELLING.findall(statement.removeprefix("Statement: ")[1:])
        missing = [word for word in told if word not in quotes]
        lines.append(f"{number} NO not in the quotes: {missing[0]}" if missing else f"{number} YES")
    return "\n".join(lines)


def _babbling(asked: Asked) -> Iterator[str]:
    while True:
        yield " And so on."


_JUDGES: dict[str, Callable[[Asked], str | Iterable[str]]] = {
    "faithful": _literal,
    "declining": _doubting,
    "endless": _babbling,
}
