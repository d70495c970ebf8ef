"""Where quotations open and close, in the marks of four languages.

`« … »`, `“ … ”`, `„ … “`, `" … "`, `‹ … ›` and the German `» … «`, with what is quoted inside, even
in the same marks: `« … « … » … »`. Single quotes are left alone: they are apostrophes far more
often.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

_CLOSES = {
    "«": "»", "»": "«", "“": "”", "”": "”", "„": "“”", "‟": "”", "‹": "›", "›": "‹", '"': '"',
}  # fmt: skip
_LINES = re.compile(r"(?<=\n)")
_DIRECTED = frozenset("«“„‟‹")
"""Those that open inside another quotation too; `"`, `”`, `»` and `›` there close."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks: `text[start]` opens it, `text[end - 1]` closes it."""

    start: int
    end: int
    closed: bool = True
    """False when it goes on behind the text: `text[end - 1]` is then no mark."""
    opened: bool = True
    """False when it began before the text: `text[start]` is then no mark."""

    @property
    def inner(self) -> slice:
        """What stands between the marks."""
        return slice(self.start + self.opened, self.end - self.closed)

    @property
    def marks(self) -> set[int]:
        """Places of its marks."""
        return ({self.start} if self.opened else set()) | ({self.end - 1} if self.closed else set())

    def within(self, start: int, end: int) -> Quotation | None:
        """The part of it that lies in `text[start:end]`, counted from `start`."""
        if self.end <= start or self.start >= end:
            return None
        return Quotation(
            max(self.start, start) - start,
            min(self.end, end) - start,
            closed=self.closed and self.end <= end,
            opened=self.opened and self.start >= start,
        )


class QuotationMarks:
    """Follows a text and knows whether a quotation is open. A new line closes what is open."""

    def __init__(self) -> None:
        self._awaited = ""
        self._last = "\n"

    @property
    def open(self) -> bool:
        """A quotation has begun and not ended."""
        return bool(self._awaited)

    def pass_over(self, text: str) -> None:
        """Go on behind `text`."""
        for char in text:
            self.step(char)

    def step(self, char: str) -> None:
        """Go on behind one character."""
        if char == "\n":
            self._awaited = ""
        elif self._awaited:
            if char in self._awaited:
                self._awaited = ""
        elif char in _CLOSES and not (char in '"”' and self._last.isalnum()):
            # `5"` is five inches, and a stray closing mark opens nothing.
            self._awaited = _CLOSES[char]
        self._last = char


def quotations(text: str) -> tuple[Quotation, ...]:
    """All quotations of a text, in order; nested ones belong to the outer one."""
    found: list[Quotation] = []
    start = 0
    for line in _LINES.split(text):
        nested = _nested(line)
        held = _flat(line) if nested is None else nested
        found += [replace(q, start=start + q.start, end=start + q.end) for q in held]
        start += len(line)
    return tuple(found)


def _nested(line: str) -> list[Quotation] | None:
    """The outer quotations of a line; None where a mark in one of them is left without its other.

    What closes stands behind a word or a stop, so `“` behind a blank opens: `„die “große” Stadt“`.
    """
    found = []
    awaited: list[str] = []
    start = 0
    for at, char in enumerate(line):
        before = line[at - 1 : at] if at else " "
        opens = char in _DIRECTED and (not awaited or char not in awaited[-1] or before.isspace())
        if awaited and char in awaited[-1] and not (opens and char == "“"):
            awaited.pop()
            if not awaited:
                found.append(Quotation(start, at + 1))
        elif opens or (not awaited and char in _CLOSES and not (char in '"”' and before.isalnum())):
            start = start if awaited else at
            awaited.append(_CLOSES[char])
    return None if awaited else found


def _flat(line: str) -> list[Quotation]:
    marks = QuotationMarks()
    found = []
    start = -1
    for at, char in enumerate(line):
        was_open = marks.open
        marks.step(char)
        if marks.open and not was_open:
            start = at
        elif was_open and not marks.open:
            found.append(Quotation(start, at + 1 if char != "\n" else at, char != "\n"))
    if marks.open:
        found.append(Quotation(start, len(line), closed=False))
    return found


def without_marks(text: str, marks: set[int]) -> str:
    """Take quotation marks out, with the blank that French puts inside them."""
    if not marks:
        return text
    kept = "".join("" if at in marks else char for at, char in enumerate(text))
    return " ".join(kept.split())
