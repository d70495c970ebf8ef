"""A question about several things: the best line for each, where no one line tells of all.

*What do the terminals of Welmouth and Karsund cost?* is answered by two sentences, from two
documents as like as not, and by neither alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from .asked import FIGURES, Asked, tells_office
from .lines import FEATURES, NAMED, Page
from .select import MOST, Scored, shared

_ALIKE = 4.0
"""What a line's likeness to the likeliest adds to its score: what is set side by side is told in
like words, and the name of a thing says nothing of which line about it is meant."""
_FAR = 7.0
"""How far behind the likeliest line, likeness added, one may be that tells of another thing."""
_SAID = 0.3
"""Share of what is no name that a line must say where it is chosen for its fact."""


def one_each(asked: Asked, page: Page, scored: Sequence[Scored]) -> list[Scored]:
    """The likeliest line for each thing that the question sets side by side, likeliest first.

    A line is of a thing that it names, or that was named before it, if it names none of the
    others. Where a figure, a date, a person's name or the like is asked for, it holds one.

    Returns:
        None where the question is of one thing, where one of them is told of nowhere, or where
        the likeliest line names all.
    """
    parts = [_rows(asked, part) for part in asked.parts]
    seen = len(page.matches)
    if not 2 <= len(parts) <= MOST or any(rows.max() >= seen for rows in parts):
        return []
    itself = np.array([page.matches[rows].min(axis=0) >= NAMED for rows in parts])
    told = np.array([page.carried[rows].min(axis=0) >= NAMED for rows in parts])
    places = {line: place for place, line in enumerate(page.lines)}
    rows, first = page.rows, places[scored[0].line]
    if itself[:, first].all():
        return []
    score = {held.line: held.score for held in scored}
    worth = np.array([score[line] for line in page.lines]) + _ALIKE * (rows @ rows[first])
    holds = _may_answer(asked, page, worth >= worth[first] - _FAR)
    others = itself.sum(axis=0)
    found: list[Scored] = []
    for own, carried in zip(itself, told, strict=True):
        fits = holds & (own | (carried & (others == 0)))
        may = [held for held in scored if fits[places[held.line]]]
        if not may:
            return []
        found.append(max(may, key=lambda held: worth[places[held.line]]))
    distinct = sorted(dict.fromkeys(found), key=lambda held: -held.score)
    return distinct if len(distinct) > 1 else []


def _may_answer(asked: Asked, page: Page, near: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which lines hold what is asked for and say some of the rest; without a kind, those near."""
    if not (asked.kind in FIGURES or asked.wants_a_name or asked.office):
        return near
    holds = (page.feature("type") > 0) & (shared(asked, page) >= _SAID)
    if asked.office:
        holds = page.feature("type") > 0
        holds &= np.array([tells_office(line.text, asked.office) for line in page.lines])
    return holds


def _rows(asked: Asked, part: Sequence[str]) -> NDArray[np.intp]:
    return np.array([asked.words.index(word) for word in part], np.intp)


def together(page: Page, held: Sequence[Scored]) -> Page:
    """The page as if the first of the lines said what all of them say and name."""
    places = [page.lines.index(line.line) for line in held]
    first = places[0]
    tables = {name: getattr(page, name).copy() for name in ("matches", "carried", "told")}
    for table in tables.values():
        table[:, first] = table[:, places].max(axis=1)
    seen = page.seen.copy()
    seen[first, FEATURES.index("file_phrases")] = 1.0  # each is named by the line that is for it
    return replace(page, seen=seen, **tables)
