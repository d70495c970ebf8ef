"""Running heads and feet: what stands at the top or bottom of page after page.

A line is one when the same words stand there on several pages, or the same but for a number that
counts with the pages. Any other number tells pages apart: *Room 17*, then *Room 12*, is text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

_LINES = 3
"""At most so many at the top of a page, and so many at the bottom."""
_LONGEST = 150  # characters: a paragraph that comes again is no running head
_PAGES = 3  # fewer pages tell nothing
_SHARE = 0.1  # of the pages: heads may change from chapter to chapter

_NUMBER = re.compile(r"\d{1,5}")

_Shape = tuple[str, int]
"""The words of a line, with ``#`` for what counts the pages, and the count on page 0."""


def running(pages: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """Tell how many lines of each page are running heads, and how many are running feet.

    Args:
        pages: the lines of each page.

    Returns:
        For each page, the number of lines at its top and at its bottom.
    """
    tops: Counter[_Shape] = Counter()
    feet: Counter[_Shape] = Counter()
    for number, lines in enumerate(pages):
        tops.update({shape for line in lines[:_LINES] for shape in _shapes(line, number)})
        feet.update({shape for line in lines[-_LINES:] for shape in _shapes(line, number)})
    least = max(_PAGES, _SHARE * len(pages))
    found: list[tuple[int, int]] = []
    for number, lines in enumerate(pages):
        top = _run(lines[:_LINES], number, tops, least)
        foot = _run(lines[top:][: -_LINES - 1 : -1], number, feet, least)
        found.append((top, foot))
    return found


def _run(lines: Sequence[str], page: int, seen: Counter[_Shape], least: float) -> int:
    """Count the lines from the edge of a page that are running ones."""
    run = 0
    for at, line in enumerate(lines, start=1):
        if any(seen[shape] >= least for shape in _shapes(line, page)):
            run = at
        elif line.strip():
            break
    return run


def _shapes(line: str, page: int) -> Iterator[_Shape]:
    if len(line) > _LONGEST:
        return
    words = " ".join(line.split())
    if re.search(r"[^\W\d]", words):
        yield words, 0
    for number in _NUMBER.finditer(words):
        yield f"{words[: number.start()]}#{words[number.end() :]}", int(number.group()) - page
