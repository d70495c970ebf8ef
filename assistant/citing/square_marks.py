"""What a reply has cited in square brackets so far: where it does, `(1)` is mostly something else.

At the end of a sentence `(1)` is a marker all the same, where no other bracket carries the sentence
or the same number does: some models go from one shape to another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_ENDED = re.compile(r"[.!?…]\s|\n")


class SquareMarks:
    """Follows a reply, token by token, however its text is cut."""

    def __init__(self) -> None:
        self.any = False
        """The reply cites in square brackets."""
        self._here: set[int] = set()
        self._last = ""

    def cite(self, numbers: Iterable[int]) -> None:
        """A marker in square brackets has come."""
        self.any = True
        self._here.update(numbers)

    def pass_over(self, text: str) -> None:
        """Go on behind text; what ends a sentence ends what carries it."""
        if _ENDED.search(self._last + text):
            self._here.clear()
        self._last = text[-1:]

    def leave_open(self, numbers: Iterable[int]) -> bool:
        """May these stand in round brackets at the end of this sentence?"""
        return not self._here or self._here.issuperset(numbers)
