"""A document beside the answer: its own text, with every cited place marked at its characters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .strings import Strings
from .views import safe, spoken, tongue

WINDOW = 150_000
"""Characters shown around the first cited place of a long document, on either side."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A cited place: ``[start, end)`` in code points of the source text."""

    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Page:
    """What the panel's head says about a document."""

    file: str
    title: str
    language: str
    date: str | None = None


def source(
    page: Page,
    text: str,
    marks: Sequence[Mark],
    grey: Sequence[tuple[int, int]],
    strings: Strings,
) -> str:
    """Show a document with its marks.

    Args:
        page: what the head says.
        text: the source text, all of it.
        marks: cited places; those outside the text are left out. They may overlap.
        grey: page furniture, as spans apart from each other.
        strings: what the page says, in the reader's language.
    """
    held = [m for m in marks if 0 <= m.start < m.end <= len(text)]
    first = min((mark.start for mark in held), default=0)
    start, end = max(0, first - WINDOW), min(len(text), first + WINDOW)
    tongues = {m.label: tongue(text[m.start : m.end], page.language) for m in held}
    foreign = {label: code for label, code in tongues.items() if code != page.language}
    body = "".join(_pieces(text, start, end, held, grey, foreign))
    return (
        f"{_head(page, text, held, strings)}"
        f"{_hints(text, start, end, grey, strings)}"
        f'<div class="text" tabindex="0" role="document"{spoken(page.language)}>{body}</div>'
    )


def _head(page: Page, text: str, marks: Sequence[Mark], strings: Strings) -> str:
    lines = [strings["line"].format(n=text.count("\n", 0, m.start) + 1) for m in marks[:1]]
    named = strings.get(f"lang_{page.language}", page.language)
    facts = [page.file, page.date or "", named, *lines]
    return (
        f"<h2{spoken(page.language)}>{safe(page.title or page.file)}</h2>"
        f'<p class="place">{" · ".join(safe(fact) for fact in facts if fact)}</p>'
    )


def _hints(
    text: str, start: int, end: int, grey: Sequence[tuple[int, int]], strings: Strings
) -> str:
    hints = [strings["excerpt"]] if end - start < len(text) else []
    hints += [strings["furniture"]] if any(b > start and a < end for a, b in grey) else []
    return "".join(f'<p class="hint">{safe(hint)}</p>' for hint in hints)


def _pieces(
    text: str,
    start: int,
    end: int,
    marks: Sequence[Mark],
    grey: Sequence[tuple[int, int]],
    foreign: Mapping[str, str],
) -> Iterator[str]:
    """Cut the text wherever a mark or furniture begins or ends, so that they may overlap.

    A mark in another language than its document (``foreign``, by label) says so.
    """
    edges = {start, end}
    for span in (*((mark.start, mark.end) for mark in marks), *grey):
        edges.update(edge for edge in span if start < edge < end)
    cuts = sorted(edges)
    begun: set[str] = set()
    for a, b in zip(cuts, cuts[1:], strict=False):
        piece = safe(text[a:b])
        if any(x <= a and b <= y for x, y in grey):
            piece = f'<span class="furniture">{piece}</span>'
        labels = [mark.label for mark in marks if mark.start <= a and b <= mark.end]
        if labels:
            fresh = [label for label in labels if label not in begun]
            begun.update(labels)
            number = "".join(f"<sup>{safe(label)}</sup>" for label in fresh)
            own = spoken(foreign.get(labels[0], "other"))
            piece = f'<mark data-labels="{safe(" ".join(labels))}"{own}>{number}{piece}</mark>'
        yield piece
