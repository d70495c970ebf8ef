"""Who leads a thing: nobody is told to where its document tells of it and of no person at its head.

*Bank of China announced 138 billion* does not say who heads it, however near it comes.
"""

from __future__ import annotations

from .asked import Asked, tells_office
from .lines import NAMED, Page

_PERSON = 1.0
"""What a line has, of the kind asked for, that names a person for certain."""


def untold_leader(asked: Asked, page: Page, top: int) -> bool:
    """Tell whether the likeliest line's document leaves open who leads the thing asked about.

    Args:
        asked: the question.
        page: what was seen of the passages.
        top: the likeliest line.
    """
    held = page.feature("type")
    rows = [row for row, word in enumerate(asked.words[: len(page.matches)]) if asked.is_name(word)]
    if asked.office != "lead" or not rows or held[top] >= _PERSON:
        return False
    named = page.matches[rows].min(axis=0)
    if named[top] < NAMED:
        return False
    file = page.lines[top].passage.hit.file
    return not any(
        held[i] > 0 and named[i] >= NAMED and tells_office(line.text, asked.office)
        for i, line in enumerate(page.lines)
        if line.passage.hit.file == file
    )
