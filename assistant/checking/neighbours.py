"""Does a claim speak of the neighbour of what its quotes speak of, in any of the ways told here?"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.facts.facts import Language
from assistant.facts.reasons import Reason

from .kindred import another_kind
from .namesakes import namesake
from .pace import another_rate


def neighbour(
    claim: str, language: Language, quotes: Sequence[tuple[str, Language]]
) -> Reason | None:
    """Another of a closed class, a namesake, or a figure for another time; None where it is none.

    Args:
        claim: one sentence.
        language: the claim's.
        quotes: what it is held against, with their languages.
    """
    return (
        another_kind(claim, language, quotes)
        or namesake(claim, language, quotes)
        or another_rate(claim, language, quotes)
    )
