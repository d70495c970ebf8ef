"""A figure that the quotes have in another part: the difference for the whole, the old for the new.

*The harbour cost 12 million* has its 12 million in *84 million, 12 million more than planned*, and
*fell to 7.9* its 7.9 in *from 7.9 to 6.4*. A figure counts as found where one of the quotes has it
in the same part or in a part that wording leaves open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.facts.agreement import Finding
from assistant.facts.facts import Fact
from assistant.facts.figures.parts import Part, compares, opposed, part
from assistant.facts.reasons import Reason

from .figured import Figures

_DIFFERENCES = frozenset({"more", "less"})
_BEHIND = 24
"""Characters behind a figure that are told with it: *12 million more than planned*."""


def in_another_part(claim: Figures, quotes: Sequence[Figures]) -> Iterator[Finding]:
    """The figures of a claim that its quotes have only in another part.

    Args:
        claim: one sentence.
        quotes: what it is held against.
    """
    for fact in claim.facts:
        if fact.value is None or fact.kind in ("name", "date", "time") or fact.precision:
            continue
        where = [
            (quote, quote.facts[i])
            for quote in quotes
            for i in quote.stated.same(fact)
            if quote.facts[i].value is not None
        ]
        if where and all(_differ(claim, fact, *place) for place in where):
            quote, other = where[0]
            yield Finding(
                fact, "conflict", Reason("other", _told(claim, fact), _told(quote, other))
            )
            return


def _differ(claim: Figures, fact: Fact, quote: Figures, other: Fact) -> bool:
    ours = part(claim.text, fact, claim.language)
    theirs = part(quote.text, other, quote.language)
    if ours == theirs:
        return False
    if opposed(ours, theirs):
        return True
    if ours in _DIFFERENCES and theirs in ("", "to", "from"):
        return _is_beside_difference(quote, other) or not compares(quote.text)
    if theirs in _DIFFERENCES and ours in ("", "to", "from"):
        return _is_beside_difference(claim, fact) or not compares(claim.text)
    return False


def _is_beside_difference(side: Figures, fact: Fact) -> bool:
    """Is another figure of a text the difference, so that this one is none?"""
    return any(
        part(side.text, other, side.language) in _DIFFERENCES
        for other in side.facts
        if other is not fact and other.value != fact.value
    )


def _told(side: Figures, fact: Fact) -> str:
    """A figure with the words that show its part."""
    playing: Part = part(side.text, fact, side.language)
    if playing in _DIFFERENCES:
        behind = side.text[fact.end : fact.end + _BEHIND].split()[:3]
        return " ".join((fact.text, *behind)).rstrip(".,;:!?")
    if playing:
        before = side.text[: fact.start].split()[-1:]
        return " ".join((*before, fact.text))
    return fact.text
