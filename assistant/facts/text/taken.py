"""Which characters of a text belong to a fact already: facts never overlap."""

from __future__ import annotations


class Taken:
    """The characters of a text that are taken; asking costs no more for many facts than for few."""

    def __init__(self, length: int) -> None:
        self._marks = bytearray(length)

    def take(self, start: int, end: int) -> bool:
        """Take a span if all of it is free, and say whether it was."""
        if not self.is_free(start, end):
            return False
        self._marks[start:end] = b"\x01" * (end - start)
        return True

    def is_free(self, start: int, end: int) -> bool:
        """Is no character of a span taken?"""
        return not any(self._marks[start:end])
