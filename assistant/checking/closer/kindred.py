"""Does a claim speak of the neighbour of what its quotes speak of: the mother for the father?

Two words of one closed class are as near each other in meaning as a word and its translation, so
the vectors cannot tell them apart. Where claim and quotes have each a member of a class and none
in common, the claim says another thing. Whose somebody is (*the mayor's son*) must be in the quote.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.checking.meaning import Meaning
from assistant.facts.direction.polarity import direction
from assistant.facts.names.kinds import TOO, excluded, members, of_class
from assistant.facts.reasons import Reason
from assistant.facts.text.letters import lowered

from .related import is_converse
from .rules import Sentence

_NEEDED = ("kin", "post")
"""Classes of which what the claim says must be in the quote."""
_LEFT_OUT = frozenset({"father", "mother"})
"""Members that it need not have: translators write *parents*, or nothing, for *mothers*."""
_COMPARED = frozenset({"age_compared", "weight_compared", "twice_compared"})
"""Classes that say the same with both sides exchanged: *older than he*, *he is younger*."""
_TREND = "outcome_trend"
"""A class that does so of two sides: *rose against*, *fell against*."""
_TURNED = _COMPARED | frozenset(
    "marital memory debt exam filled grown favour postponed suit flowing outcome_offer".split()
    + [_TREND]
)
"""Classes of two of which a denial makes the one the other: *not married*, *never forgot*."""
_THAN = re.compile(r" (?:than|as|que|qu['’]|als|wie|di|del\w{0,4}|rispetto) ?")
_NEAR, _LAST = 0.6, 2
"""Cosine of two words that are taken for one, and how many words of a comparison are compared."""
_OWNED = (
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur|[Ss]on|[Ss]a|[Ll]eur|[Mm]on|[Mm]a"
    r"|[Ss]eine?[nrm]?|[Ii]hre?[nrm]?|[Mm]eine?[nrm]?|[Ss]u[oa]|[Mm]i[oa]|[Ll]oro)[ \u00a0]"
)
"""Before somebody who belongs to one who is not named."""


def another_kind(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """The first word of a claim that its quotes have another word of the same kind for."""
    said = members(*claim)
    given = members(*quotes[0])
    for quote in quotes[1:]:
        given = {**given, **members(*quote), **given}
    for kind, word, other in excluded(said, given):
        if kind not in _TURNED or not _is_same(kind, claim, quotes, meaning):
            return Reason("other", word, other)
    for kind in _NEEDED:
        ours = of_class(kind, said)
        there = of_class(kind, given) | of_class(kind + TOO, given) if ours else {}
        if ours and not ours.keys() & (there.keys() | _LEFT_OUT):
            word = next(iter(ours.values()))
            if not _is_introduced(word, claim.text):
                return Reason("missing", word)
    return None


def _is_same(kind: str, claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> bool:
    """Does a denial make one of two the other, or are the sides of a comparison exchanged?"""
    if any(direction(text, tongue).denials for text, tongue in (claim, *quotes)):
        return True
    if kind == _TREND:
        return any(is_converse(claim, quote, meaning) for quote in quotes)
    if kind not in _COMPARED:
        return False
    ours, theirs = _behind_than(claim.text), [_behind_than(text) for text, _ in quotes]
    if not ours:
        return any(theirs)
    return not any(words and meaning.table(ours, words).max() >= _NEAR for words in theirs)


def _behind_than(text: str) -> list[str]:
    """The last words that something is compared with; none if nothing is."""
    parts = _THAN.split(text)
    return list(lowered(parts[-1])[-_LAST:]) if len(parts) > 1 else []


def _is_introduced(word: str, claim: str) -> bool:
    """Is the owner left to the context, or the name told as well: *his son*, *husband Joel*?"""
    return re.search(rf"{_OWNED}{word}\b|\b{word} [A-ZÀ-Þ]", claim) is not None
