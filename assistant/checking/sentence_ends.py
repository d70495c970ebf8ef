"""Where the sentence around a figure begins and ends, and where what is said of it does."""

from __future__ import annotations

import re

_NEXT = re.compile(r"[.!?] (?=[A-ZÀ-Þ])")
_STOPS = re.compile(r"[.;!?](?=\s|$)|,(?=\s)")


def begins(text: str, at: int) -> int:
    """Where the sentence of a place begins."""
    # one character more, so that a sentence which begins with its figure is seen to begin
    return max([found.end() for found in _NEXT.finditer(text, 0, at + 1)], default=0)


def ends(text: str, at: int) -> int:
    """Where the sentence of a place ends, its sign left out."""
    found = _NEXT.search(text, at)
    return found.start() if found else len(text)


def parts(text: str, start: int, end: int) -> bool:
    """Does a sentence end between two places?"""
    return _NEXT.search(text, start, end + 1) is not None


def stops(text: str, at: int) -> int:
    """Where the words behind a place stop: at the next comma, or at what ends more than that."""
    found = _STOPS.search(text, at)
    return found.start() if found else len(text)
