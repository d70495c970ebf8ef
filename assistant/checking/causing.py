"""Is the cause that a claim gives the cause in its quotes: *because of the floods*?"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.facts.causes import causes, may_tell_a_cause
from assistant.facts.reasons import Reason

from .gist import content
from .meaning import Meaning, meets
from .rules import Sentence

_NEAR = 0.25
"""Cosine from which a word of a cause is met."""


def another_cause(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """A cause of a claim that its quotes do not give: they have another one, or none at all.

    Args:
        claim: a sentence that is otherwise supported.
        quotes: what it is held against.
        meaning: tells how near words are.
    """
    said = causes(*claim)
    if not said:
        return None
    told = any(may_tell_a_cause(*quote) for quote in quotes)
    there = [word for quote in quotes for cause in causes(*quote) for word in cause]
    there = there or [word for quote in quotes for word in content(*quote).words]
    for ours in said:
        if not told or not meets(ours, there, meaning, _NEAR):
            return Reason("missing", " ".join(ours))
    return None
