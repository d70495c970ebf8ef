"""Is the cause that a claim gives the cause in its quotes: *because of the floods*?"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checking.gist import content
from assistant.checking.meaning import Meaning, meets
from assistant.facts.direction.causes import causes, denied_causes, may_tell_a_cause
from assistant.facts.reasons import Reason

from .rules import Sentence

_HEAD = 2
"""Words of a cause that tell what it is."""
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
    denied = [word for quote in quotes for cause in denied_causes(*quote) for word in cause[:1]]
    for ours in said:
        if denied and not denied_causes(*claim) and _is_denied(ours, denied, quotes, meaning):
            return Reason("other", " ".join(ours), " ".join(denied))
        if not told or not meets(ours, there, meaning, _NEAR):
            return Reason("missing", " ".join(ours))
    return None


def _is_denied(
    ours: Sequence[str], denied: Sequence[str], quotes: Sequence[Sentence], meaning: Meaning
) -> bool:
    """Is a cause nearer to what the quotes tell not to be it than to anything else in them?"""
    if not meets(denied, ours, meaning, _NEAR):
        return False
    rest = [w for quote in quotes for w in content(*quote).distinct if w not in denied]
    near = float(meaning.table(ours[:_HEAD], denied).max())
    return not rest or near > float(meaning.table(ours[:_HEAD], rest).max())
