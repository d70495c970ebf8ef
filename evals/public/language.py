"""Is the language of a question told, whole and from two to four of its words?

Words are taken from the front, where questions ask, and from the end, where they are about
something: people type both. *Wrong* is another of the four languages or none of them; *untold* is
left to the words of the folder and to the reader's own language.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from index import LANGUAGES, detect_question

_CUTS: tuple[tuple[str, int], ...] = (
    ("whole", 0), ("first", 4), ("first", 3), ("first", 2), ("last", 4), ("last", 3), ("last", 2),
)  # fmt: skip


def languages_told(data: Path, every: int) -> Iterator[str]:
    """Yield a table: by cut, how many questions are told wrong or not at all.

    Raises:
        FileNotFoundError: there is no ``qald.jsonl``.
    """
    lines = (data / "qald.jsonl").read_text(encoding="utf-8").splitlines()[::every]
    asked = [
        (language, question)
        for line in lines
        for language, question in json.loads(line)["question"].items()
        if language in LANGUAGES and question
    ]
    yield f"{len(asked):,} questions"
    yield f"{'words':<10}{'wrong':>7}{'untold':>8}   wrong by language: {' '.join(LANGUAGES)}"
    for end, many in _CUTS:
        told = [(own, detect_question(_cut(question, end, many), "")) for own, question in asked]
        wrong = [own for own, found in told if found not in ("", own)]
        untold = sum(not found for _, found in told)
        by_language = " ".join(f"{wrong.count(language):>3}" for language in LANGUAGES)
        name = end if end == "whole" else f"{end} {many}"
        yield f"{name:<10}{len(wrong):>7}{untold:>8}   {by_language}"


def _cut(question: str, end: str, many: int) -> str:
    words = question.rstrip(" ?!.").split()
    if end == "whole":
        return question
    return " ".join(words[:many] if end == "first" else words[-many:])
