"""Who leads a thing: nobody is told to where its document tells of it and of no person at its head.

*Bank of China announced 138 billion* does not say who heads it, however near it comes.
"""

from __future__ import annotations

import re

import numpy as np

from assistant.facts import find
from index import fold

from .asked import Asked, tells_office
from .holding import known
from .lines import NAMED, Page
from .naming import WORD
from .wording import says

_ROLE = 0.4
"""Match below which a line says nothing of a role."""
_PERSON = 1.0
"""What a line has, of the kind asked for, that names a person for certain."""

_COACHED = re.compile(
    r"\b(?:coached by|trained by|entra[iî]née?s? par|allenat[oaie] da(?:l|lla)?\b"
    r"|von [^.;,]{2,60} trainiert\b)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\b(?:she|he|they|it|her|his|their|elles?|ils?|sie|er|es|ihn|lei|lui|loro)\b", re.IGNORECASE
)


def coaches_another(asked: Asked, page: Page, top: int) -> bool:
    """Tell whether a line says by whom somebody else is coached: *second was Ida, coached by Pia*.

    It names two at least, none of them the one asked about, and goes on about nobody.
    """
    line = page.lines[top]
    if asked.office != "coach" or not _COACHED.search(line.text) or _GOES_ON.search(line.text):
        return False
    words = {fold(word) for word in WORD.findall(asked.text)}
    names = [
        fact
        for fact in find(line.text, known(line.passage.hit.language))
        if fact.kind == "name" and fact.unit != "place"
    ]
    ours = any(fold(word) in words for name in names for word in WORD.findall(name.text))
    return len(names) > 1 and not ours


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


def untold_role(asked: Asked, page: Page, top: int) -> str:
    """Find the role that a question asks who has, *the rector*, where but a teaser tells of one.

    Args:
        asked: the question; one for an office is read by :func:`tells_office`.
        page: what was seen of the passages.
        top: the likeliest line.

    Returns:
        As it is written in the question; nothing where the line or one beside it may say it, or
        where nothing around the articles does: a role may be told in many ways.
    """
    match = says("asks_role", known(asked.language)).search(asked.text)
    if asked.kind != "person" or asked.office or not match or match["role"] not in asked.words:
        return ""
    if fold(match["role"]) not in map(fold, WORD.findall(page.around)):
        return ""
    row = asked.words.index(match["role"])
    if row >= len(page.matches):
        return ""
    passage = page.lines[top].passage
    near = [
        n
        for n in range(max(0, top - 1), min(len(page.lines), top + 2))
        if page.lines[n].passage is passage
    ]
    said = float(np.max(page.matches[row, near]))
    return match["role"] if max(said, float(page.carried[row, top])) < _ROLE else ""
