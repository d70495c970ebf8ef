"""A reason that is not called one: it stands beside the sentence that tells what happened.

*The house had been shut in 2016. A fire had destroyed the roof.* Nothing says *because*, and every
reader knows why. Where the first of two sentences tells what the question asks about and the other
one, behind or before it, holds words that reasons are told in, both are read as one.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from .asked import Asked
from .holding import MAYBE, known
from .line import Line
from .lines import FEATURES, NAMED, Page
from .select import shared
from .wording import says

_TELLS, _SAYS = 0.5, 0.25
"""Share of what is no name in the question that must be said to tell what happened, with what was
said before, and by the sentence itself."""
_SHORT = 90
"""Characters of a sentence that only tells who said so."""
_LONGEST = 500
"""Characters of two sentences that are quoted as one."""


def with_reasons(asked: Asked, page: Page) -> Page:
    """Join what happened with the reason that stands beside it, where one is asked for.

    Args:
        asked: the question.
        page: what was seen of the passages.

    Returns:
        The page with such sentences joined to one line that may hold a reason; the same page where
        no reason is asked for.
    """
    if asked.kind != "cause" or not asked.is_strict:
        return page
    around = shared(asked, replace(page, matches=page.carried))
    telling = (shared(asked, page) >= _SAYS) & (around >= _TELLS) & (page.named >= NAMED)
    telling &= page.feature("type") == 0
    lines, seen = list(page.lines), page.seen.copy()
    for place in np.flatnonzero(telling).tolist():
        if joined := _joined(page.lines, place):
            lines[place] = joined
            seen[place, FEATURES.index("type")] = MAYBE
    return replace(page, lines=tuple(lines), seen=seen)


def _joined(lines: tuple[Line, ...], place: int) -> Line | None:
    line = lines[place]
    if _implies(line, line.text):
        return line
    attributed = place + 2 < len(lines) and _only_tells(lines[place + 1])
    for beside in (place + 1, *((place + 2,) if attributed else ()), place - 1):
        if not 0 <= beside < len(lines) or lines[beside].passage is not line.passage:
            continue
        other = lines[beside]
        start, end = min(line.start, other.start), max(line.end, other.end)
        if end - start <= _LONGEST and _implies(other, other.text):
            return Line(line.passage, start, end)
    return None


def _only_tells(line: Line) -> bool:
    """Whether a sentence, such as *Das teilte das Amt mit*, only tells who said so."""
    return len(line.text) <= _SHORT and bool(
        says("told", known(line.passage.hit.language)).match(line.text)
    )


def _implies(line: Line, text: str) -> bool:
    return bool(says("implied", known(line.passage.hit.language)).search(text))
