"""Where quotations open and close, in the marks of four languages.

`« … »`, `“ … ”`, `„ … “`, `" … "`, `‹ … ›` and the German `» … «`. Single quotes are left alone:
they are apostrophes far more often.
"""

from __future__ import annotations

from dataclasses import dataclass

_CLOSES = {
    "«": "»", "»": "«", "“": "”", "”": "”", "„": "“”", "‟": "”", "‹": "›", "›": "‹", '"': '"',
}  # fmt: skip


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
    marks = QuotationMarks()
    found = []
    start = -1
    for at, char in enumerate(text):
        was_open = marks.open
        marks.step(char)
        if marks.open and not was_open:
            start = at
        elif was_open and not marks.open:
            found.append(Quotation(start, at + 1 if char != "\n" else at, char != "\n"))
    if marks.open:
        found.append(Quotation(start, len(text), closed=False))
    return tuple(found)


def without_marks(text: str, marks: set[int]) -> str:
    """Take quotation marks out, with the blank that French puts inside them."""
    if not marks:
        return text
    kept = "".join("" if at in marks else char for at, char in enumerate(text))
    return " ".join(kept.split())
