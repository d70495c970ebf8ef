"""Sentences of a reply with the places that carry them, and how much one place may carry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answers import Support

from .doubts import doubt
from .evidence import Span

_REUSE = 3
"""Different statements that one short place may carry."""
_ROOM = 60
"""A longer place may carry one more for every so many characters."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence of the reply with the places it rests on and the verdict on it."""

    text: str
    """Without markers, and without quotation marks around what is no quotation."""
    lead: str
    """What stands before it: a blank, a line end, a bullet."""
    spans: tuple[Span, ...]
    """Empty when nothing carries it."""
    support: Support


@dataclass(frozen=True, slots=True)
class Cited:
    """A reply, traced to its sources."""

    claims: tuple[Claim, ...]
    unknown_markers: int = 0
    """Numbers in the reply that point nowhere."""


def without_worn(claims: Sequence[Claim], language: str | None) -> tuple[Claim, ...]:
    """One place given for many statements supports none of those beyond its room."""
    uses: dict[Span, int] = defaultdict(int)
    result = []
    for claim in claims:
        worn = [s for s in claim.spans if uses[s] >= max(_REUSE, (s.end - s.start) // _ROOM)]
        for span in claim.spans:
            uses[span] += 1
        if worn:
            count = max(uses[span] for span in worn) - 1
            problem = doubt("worn", language, count=count)
            claim = replace(
                claim, spans=(), support=Support("unsupported", (*claim.support.problems, problem))
            )
        result.append(claim)
    return tuple(result)
