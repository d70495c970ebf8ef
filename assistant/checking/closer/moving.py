"""Does a claim have the one end of a move as the other: *moved to the mill* for *from the mill*?"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checking.meaning import Meaning
from assistant.facts.deeds.moves import moves
from assistant.facts.facts import Language
from assistant.facts.reasons import Reason
from assistant.facts.text.letters import words_of

from .related import nearness
from .rules import Sentence

_LONGEST = 20
"""Words of a claim that is read for this."""
_ONE, _OTHER = 0.55, 0.4
"""How near two ends are that are one, and how near they may be if they are not."""

End = tuple[tuple[str, ...], Language]


def moves_something(text: str, language: Language) -> bool:
    """Does a claim, not long, tell an end of a move?"""
    return len(words_of(text)) <= _LONGEST and bool(moves(text, language))


def wrong_end(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """Say if a claim has a move end where it begins in all quotes, or the other way round."""
    told = [(move, tongue) for text, tongue in quotes for move in moves(text, tongue)]
    whence = [(end, tongue) for move, tongue in told for end in move.whence]
    where_to = [(end, tongue) for move, tongue in told for end in move.where_to]
    for ours in moves(*claim):
        for ends, same, other in (
            (ours.whence, whence, where_to),
            (ours.where_to, where_to, whence),
        ):
            for end in ends:
                if _near((end, claim.language), other, meaning) < _ONE:
                    continue
                if _near((end, claim.language), same, meaning) < _OTHER:
                    return Reason("turned_round")
    return None


def _near(end: End, others: Sequence[End], meaning: Meaning) -> float:
    return max((nearness(*end, *other, meaning) for other in others), default=0.0)
