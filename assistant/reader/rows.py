"""Rows of tables: the names of the columns stand once, above all of them.

``2024 | 15,900`` tells how many visitors there were only under ``Year | Visitors``.
"""

from __future__ import annotations

import re

from .line import Line, cells_of, is_named_row

_NUMBER = re.compile(r"\d")
_RULE = re.compile(r"[\s|:+-]+")
"""Between the names of the columns and the first row."""


def names_above(line: Line) -> str:
    """The names of the columns above a row of a table, as written; nothing for another line."""
    own = cells_of(line.text)
    if len(own) < 2:
        return ""
    above = line.passage.hit.text[: line.start].rstrip("|\t ").split("\n")
    top = ""
    for row in reversed(above[:-1] if len(above) > 1 else []):
        if _RULE.fullmatch(row) and row.strip():
            continue
        if len(cells_of(row)) != len(own):
            break
        top = row
    named = bool(top) and not any(_NUMBER.search(cell) for cell in cells_of(top)[1:])
    return top.strip() if named else ""


def column_of(line: Line, at: int) -> str:
    """The name of the column in which a place of a row stands; nothing where none is told."""
    names = cells_of(names_above(line))
    if not names:
        return ""
    text = line.text.lstrip("|\t ")
    before = text[: at - (len(line.text) - len(text))]
    place = len(re.findall(r"\||\t", before))
    return names[place] if place < len(names) else ""


def label_of(line: Line, at: int) -> str:
    """The name of the column of a place in a row that names each: *Umsatz (Euro): 84*."""
    if not is_named_row(line.text):
        return ""
    return line.text[:at].rpartition("; ")[2].rpartition(":")[0].strip()
