"""Does somebody else say it in the quotes: *the minister said* for *the opposition said*?

That is so where the quotes name both, and only the other one as who says anything.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.facts.facts import Language
from assistant.facts.letters import lowered
from assistant.facts.reasons import Reason
from assistant.facts.sayings import Speaker, is_anybody, noun_speakers
from assistant.facts.spelling import alike, fold
from assistant.facts.vocabulary import same_thing

from .gist import content
from .meaning import Meaning, meets
from .rules import Sentence

_FAR = 0.2
"""Cosine below which two nouns are of different speakers."""
_NEAR = 0.5
"""Cosine from which a quote names a speaker."""
_STEM = 5
_LONGEST = 24
"""Words of a claim that is read for this."""


def another_speaker(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """Who says something in a claim, if in its quotes only others say anything.

    Args:
        claim: a sentence that is otherwise supported.
        quotes: what it is held against.
        meaning: tells how near words are.
    """
    if len(lowered(claim.text)) > _LONGEST:
        return None
    said = [one for one in noun_speakers(*claim) if not is_anybody(one)]
    given = [one for text, tongue in quotes for one in noun_speakers(text, tongue)] if said else []
    if not given or any(map(is_anybody, given)):
        return None
    for ours in said:
        named = any(_is_beside(ours, text, tongue, meaning) for text, tongue in quotes)
        if named and not any(_may_be(ours, theirs, meaning) for theirs in given):
            return Reason("other_name", " ".join(ours.words), " ".join(given[0].words))
    return None


def _is_beside(speaker: Speaker, text: str, language: Language, meaning: Meaning) -> bool:
    """Does a quote name a speaker of the claim, but not as one who says anything?"""
    said = noun_speakers(text, language)
    begins = [0, *(one.end for one in said)]
    ends = [*(one.start for one in said), len(text)]
    rest = " ".join(text[a:b] for a, b in zip(begins, ends, strict=True))
    ours = [word.lower() for word in speaker.words]
    return meets(ours, content(rest, language).words, meaning, _NEAR)


def _may_be(one: Speaker, other: Speaker, meaning: Meaning) -> bool:
    """May two speakers be one?"""
    for a in one.words:
        for b in other.words:
            same = fold(a)[:_STEM] == fold(b)[:_STEM] or alike(a, b)
            if same or (same_thing(a) and same_thing(a) == same_thing(b)):
                return True
    ours, theirs = ([word.lower() for word in side.words] for side in (one, other))
    return float(meaning.table(ours, theirs).max()) >= _FAR
