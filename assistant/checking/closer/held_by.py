"""Is somebody more in a claim than in its quotes: the director for the deputy director?

Beside the same name the quotes have what makes the office less (*deputy*, *former*, *spokesman*),
and the claim has the office without it.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checking.gist import content
from assistant.checking.meaning import Meaning
from assistant.checking.named_beside import one_name
from assistant.facts.names.kinds import Member, members
from assistant.facts.names.offices import holders, less_words, lesser, people, titled
from assistant.facts.reasons import Reason
from assistant.facts.text.letters import lowered

from .rules import Sentence

_SHORT, _NEAR = 12, 0.35
"""Words with content of a claim that may put a trade in, and how near a quote has it then."""


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


def another_trade(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """Name the trade that a claim gives to somebody whose trade in the quotes is another or none.

    Args:
        claim: a sentence that is otherwise supported.
        quotes: what it is held against.
        meaning: tells how near words are.
    """
    there = [one for text, tongue in quotes for one in people(text, tongue)]
    said = frozenset[Member]().union(*(members(*quote) for quote in quotes))
    for ours in titled(*claim):
        theirs = [
            one for one in there if any(one_name(a, b) for a in ours.names for b in one.names)
        ]
        given = {member: word for one in theirs for member, word in one.trades.items()}
        for kind in {kind for kind, _ in ours.trades} if theirs else ():
            mine = {member: word for member, word in ours.trades.items() if member[0] == kind}
            other = [word for member, word in given.items() if member[0] == kind]
            word = next(iter(mine.values()))
            if other and given.keys().isdisjoint(mine):
                return Reason("other", word, other[0])
            short = len(content(*claim).words) <= _SHORT
            if short and said.isdisjoint(mine) and not _meets(word, quotes, meaning):
                return Reason("missing", word)
    return None


def _meets(word: str, quotes: Sequence[Sentence], meaning: Meaning) -> bool:
    there = [other for quote in quotes for other in content(*quote).distinct]
    return bool(there) and bool(meaning.table((word.lower(),), there).max() >= _NEAR)
