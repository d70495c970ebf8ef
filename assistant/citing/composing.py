"""Claims into what the reader sees: citations numbered from 1, markers in the text.

A marker stands before the closing full stop: `It was signed [1].` The numbers follow the order of
first use, and every marker in the text has its citation: literal brackets are disarmed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.answers import Citation, Statement
from index import Card

from .claims import Claim
from .doubts import mark
from .evidence import Span
from .markers import literal

_CLOSING = re.compile(r"[ \u00a0\u202f]?[.!?…]+$")


@dataclass(frozen=True, slots=True)
class Composed:
    """The text of an answer with its statements and citations."""

    text: str
    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]


def compose(
    claims: Sequence[Claim],
    source: Callable[[str], str],
    card: Callable[[str], Card | None] = lambda file: None,
    language: str | None = None,
) -> Composed:
    """Number the citations of these claims and write the text.

    Args:
        claims: those that are to be shown.
        source: a file's name to its source text.
        card: a file's name to what it says about itself, where that is known.
        language: of the answer, in which its text says what is doubted; English without one.
    """
    labels: dict[Span, str] = {}
    for claim in claims:
        for span in claim.spans:
            labels.setdefault(span, str(len(labels) + 1))
    said = tuple(
        Statement(claim.text, tuple(labels[span] for span in claim.spans), claim.support)
        for claim in claims
    )
    citations = tuple(
        citation(span, label, source(span.file), card(span.file)) for span, label in labels.items()
    )
    return Composed(render(said, [claim.lead for claim in claims], language), said, citations)


def citation(span: Span, label: str, text: str, card: Card | None = None) -> Citation:
    """Cut a citation out of its source text."""
    return Citation(
        label=label,
        file=span.file,
        start=span.start,
        end=span.end,
        quote=text[span.start : span.end],
        line=text.count("\n", 0, span.start) + 1,
        page=card.page(span.start) if card else None,
        title=card.title if card else "",
        date=card.date if card else None,
    )


def render(
    statements: Sequence[Statement], leads: Sequence[str] = (), language: str | None = None
) -> str:
    """Write statements as running text with their markers, and say which are doubted.

    Args:
        statements: in order.
        leads: what stands before each one; a blank where nothing is given.
        language: of what is said of those that are doubted.
    """
    parts = []
    for i, statement in enumerate(statements):
        parts.append((leads[i] if i < len(leads) else "") or " ")
        parts.append(marked(statement))
        doubted = mark(statement.support, language)
        parts.append(f" {doubted}" if doubted else "")
    return "".join(parts).strip()


def marked(statement: Statement) -> str:
    """One statement with its markers before the closing full stop."""
    text = literal(statement.text)
    if not statement.citations:
        return text
    markers = " " + "".join(f"[{label}]" for label in statement.citations)
    closing = _CLOSING.search(text[-8:])
    if closing is None:
        return text + markers
    cut = len(text) - len(closing.group())
    return text[:cut] + markers + text[cut:]
