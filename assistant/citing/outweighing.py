"""What speaks against a place that a statement was found to rest on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.answers import Support
from assistant.checking.gist import content
from assistant.facts import find
from assistant.facts.text.tongue import known

from .evidence import Evidence, Place, Quote, Span

_TELLING = 2
"""Words that are left without the names from which a sentence near to them tells anything: *is
based in* is said of everybody."""
_NEAR = 0.75
"""A place that supports counts against a nearer one that contradicts only if it is this near."""


def outweighs(place: Place, against: Sequence[Place]) -> bool:
    """Is a place about as near as every one that contradicts the statement, or part of it?"""
    return all(
        place.score >= _NEAR * other.score or place.span.overlaps(other.span) for other in against
    )


def of_another(
    text: str,
    number: int,
    span: Span,
    evidence: Evidence,
    check: Callable[[str, Sequence[Quote]], Support],
) -> bool:
    """Is it told of somebody else in the sentence that is nearest but for the names?

    *Arnaud asks for aid* is carried by her name in one sentence only as long as nobody reads the
    one before: *the mayor asks for aid*.

    Args:
        text: a statement.
        number: of the passage.
        span: the place in it that supports the statement.
        evidence: the passages.
        check: asked again, with that sentence beside the place.
    """
    deed = _without_names(text)
    if deed == text or len(content(deed, known(None, text)).words) < _TELLING:
        return False
    nearest, *_ = evidence.places(deed, number)
    if nearest.span.overlaps(span) or nearest.score <= evidence.near(deed, span):
        return False
    start, end = min(span.start, nearest.span.start), max(span.end, nearest.span.end)
    read = evidence.quoted(Span(span.file, start, end))
    return check(text, [read]).verdict != "supported"


def _without_names(text: str) -> str:
    for fact in reversed(find(text, known(None, text))):
        if fact.kind == "name":
            text = text[: fact.start] + text[fact.end :]
    return text
