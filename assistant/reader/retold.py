"""One story in several files: copies and translations are one source, told once.

Which of two translations is quoted depends on who asks: the one in the language of the question.
And a sentence that only goes on from the one before it, *Also …*, is quoted behind that or not.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from assistant.facts import find

from .asked import Asked
from .holding import known
from .line import Line
from .lines import Page
from .wording import says

_ALIKE = 0.55
"""Cosine from which on two sentences of one story tell the same."""


def adding(page: Page, quoted: Sequence[Line]) -> list[Line]:
    """Leave out lines that only say again, in another file of a story, what one before them says.

    So is one left out that begins with *Also* where the sentence before it is not quoted.

    Args:
        page: what was seen of the passages.
        quoted: likeliest first; the first one stays.
    """
    return [
        line
        for place, line in enumerate(quoted)
        if place == 0 or not (_is_retold(page, line, quoted[:place]) or goes_on(line, quoted))
    ]


def goes_on(line: Line, others: Sequence[Line]) -> bool:
    """Tell whether a sentence only adds to another one that is not among the others."""
    if not says("also", known(line.passage.hit.language)).match(line.text):
        return False
    end = len(line.passage.hit.text[: line.start].rstrip())
    return not any(other.passage is line.passage and other.end == end for other in others)


def _is_retold(page: Page, line: Line, others: Sequence[Line]) -> bool:
    """Whether one of the others says the same; with another figure it is another version."""
    hit = line.passage.hit
    return bool(hit.story) and any(
        other.passage.hit.story == hit.story
        and other.passage.hit.file != hit.file
        and _likeness(page, line, other) >= _ALIKE
        and _figures(line) <= _figures(other)
        for other in others
    )


def _likeness(page: Page, line: Line, other: Line) -> float:
    places = [page.lines.index(one) for one in (line, other)]
    return float(page.rows[places[0]] @ page.rows[places[1]])


def _figures(line: Line) -> set[Decimal]:
    facts = find(line.text, known(line.passage.hit.language))
    return {fact.value for fact in facts if fact.value is not None}


def in_its_language(asked: Asked, page: Page, line: Line) -> Line:
    """The same sentence in the language of the question, if its story is told in it as well."""
    hit = line.passage.hit
    if hit.language == asked.language or not hit.story:
        return line
    place = page.lines.index(line)
    held = page.feature("type")
    twins = [
        n
        for n, other in enumerate(page.lines)
        if other.passage.hit.story == hit.story
        and other.passage.hit.language == asked.language
        and held[n] >= held[place]
        and _likeness(page, other, line) >= _ALIKE
    ]
    best = max(twins, key=lambda n: _likeness(page, page.lines[n], line), default=place)
    return page.lines[best]
