"""What an adapter gives: the source text that every citation of the file counts in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from index.documents import About, Detail, Furniture, SkipReason

LONGEST = 10_000_000
"""Characters of text taken from one file."""

TOO_MUCH = "Unpacked, its contents are larger than any document's. If it is one, save it as text."

_NAMED = 5

# No text has these, and some extractors give them; a lone surrogate cannot be stored.
_NEVER = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a file, and what its format says beside it."""

    text: str
    encoding: str = ""
    """What its bytes were decoded with, for formats that are text."""
    pages: tuple[int, ...] = ()
    """Where each page begins."""
    marks: tuple[Furniture, ...] = ()
    """Parts that the format itself sets apart, such as readers' comments."""
    about: About = About()
    remarks: tuple[str, ...] = ()
    """What was wrong with it, a sentence each; all that could be read was."""


class Unreadable(Exception):
    """Why a file gives no text: a reason of :data:`index.documents.SkipReason`, and a sentence."""

    def __init__(self, reason: SkipReason, detail: str) -> None:
        super().__init__(detail)
        self.reason: SkipReason = reason
        self.detail = detail


@dataclass(slots=True)
class Writer:
    """Puts a source text together piece by piece, so that places are known as they arise."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, text: str) -> tuple[int, int]:
        """Append a piece; return where it begins and ends.

        Raises:
            Unreadable: there is too much text.
        """
        clean = _NEVER.sub("\ufffd", text)
        start = self.length
        self.length += len(clean)
        if self.length > LONGEST:
            raise Unreadable(
                "output-limit",
                f"It holds more than {LONGEST:,} characters of text. Split it into parts.",
            )
        self.pieces.append(clean)
        return start, self.length

    def detail(self, value: str, text: str, origin: str, sure: float) -> Detail:
        """Append a piece that says ``value`` about the document."""
        start, end = self.add(text)
        return Detail(value, start, end, origin, sure)

    def text(self) -> str:
        """All of it.

        Raises:
            Unreadable: there is nothing in it.
        """
        whole = "".join(self.pieces)
        if not whole.strip():
            raise Unreadable("empty", "There is no text in it.")
        return whole


def numbered(noun: str, numbers: Sequence[int]) -> str:
    """Name some of many: ``Line 3``, ``Lines 3 and 5``, ``Lines 3, 5, 8 and 4 more``."""
    told = [str(number) for number in numbers[:_NAMED]]
    more = len(numbers) - len(told)
    last = f"{more:,} more" if more else told.pop()
    return f"{noun}s {', '.join(told)} and {last}" if told else f"{noun} {last}"


def field_detail(value: str | None, sure: float) -> Detail | None:
    """Say what a field of the format says that is not part of the text."""
    clean = " ".join(_NEVER.sub("", value or "").split())[:300]
    return Detail(clean, 0, 0, "metadata", sure) if clean else None
