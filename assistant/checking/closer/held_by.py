"""Is somebody more in a claim than in its quotes: the director for the deputy director?

Beside the same name the quotes have what makes the office less (*deputy*, *former*, *spokesman*),
and the claim has the office without it.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checking.belonging import one_name
from assistant.checking.meaning import Meaning
from assistant.facts.letters import lowered
from assistant.facts.offices import holders, less_words, lesser
from assistant.facts.reasons import Reason

from .rules import Sentence


def held_by(claim: Sentence, quotes: Sequence[Sentence], _: Meaning) -> Reason | None:
    """Say what makes somebody's office less in the quotes, if a claim leaves it out.

    Args:
        claim: a sentence that is otherwise supported.
        quotes: what it is held against.
    """
    for ours in holders(*claim):
        theirs = [
            (one, tongue)
            for text, tongue in quotes
            for one in lesser(text, tongue)
            if any(one_name(a, b) for a in ours.names for b in one.names)
        ]
        for kind in sorted({kind for one, _ in theirs for kind in one.less}):
            if not less_words(kind, claim.language).of(lowered(claim.text)):
                one, tongue = next(one for one in theirs if kind in one[0].less)
                return Reason("left_out", less_words(kind, tongue).of(lowered(one.beside)))
    return None
