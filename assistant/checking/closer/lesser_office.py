"""Is an office of a claim less in its quotes, whoever holds it: the mayor for the former mayor?

For those who are named it is :mod:`assistant.checking.closer.held_by`.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checking.meaning import Meaning
from assistant.facts.facts import Language
from assistant.facts.names.kinds import members
from assistant.facts.names.offices import Office, less_words, offices
from assistant.facts.reasons import Reason
from assistant.facts.text.letters import lowered

from .rules import Sentence

_SAME, _ONLY, _STEM = 0.5, 0.3, 5
"""Cosines from which two words are one office, the second where each side has no other; and letters
by which forms of one word are known."""
_LONGEST = 24
"""Words of a claim that is read for this."""


def lesser_office(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """Say what makes an office less in the quotes, if a claim leaves it out.

    Args:
        claim: a sentence that is otherwise supported.
        quotes: what it is held against.
        meaning: tells how near words are.
    """
    if len(lowered(claim.text)) > _LONGEST:
        return None
    given = [(office, *quote) for quote in quotes for office in offices(*quote)]
    ours = [office for office in offices(*claim) if not office.less]
    for office in ours:
        least = _ONLY if len(ours) == len(given) == 1 else _SAME
        same = [
            one for one in given if _is_one(office, claim.language, one[0], one[2], least, meaning)
        ]
        if not same or not all(one.less for one, _, _ in same):
            continue
        for one, text, tongue in same:
            for kind in sorted(one.less):
                if not less_words(kind, claim.language).of(lowered(claim.text)):
                    word = less_words(kind, tongue).of(lowered(text))
                    return Reason("left_out", word or one.word)
    return None


def _is_one(
    ours: Office,
    spoken: Language,
    theirs: Office,
    tongue: Language,
    least: float,
    meaning: Meaning,
) -> bool:
    if ours.word[:_STEM] == theirs.word[:_STEM]:
        return True
    near = float(meaning.table([ours.word], [theirs.word])[0, 0])
    if near >= least:
        return True
    kinds = members(ours.word, spoken).keys() & members(theirs.word, tongue).keys()
    return bool(kinds)
