"""Does a claim have the doer and the done-to of its quotes exchanged: *the firm sued the workers*?

Names are told apart in `facts/deeds/roles`; here it is any two nouns around a verb that
both sides have, active or passive, within and across languages.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checking.meaning import Meaning
from assistant.facts.deeds.deeds import carried
from assistant.facts.deeds.roles import is_mutual
from assistant.facts.facts import Language
from assistant.facts.reasons import Reason
from assistant.facts.text.doing import Deed, deeds_done
from assistant.facts.text.letters import words_of
from assistant.facts.text.vocabulary import is_one_word

from .related import same_kind
from .rules import Sentence

_IS = ("remain", "becom", "becam", "stay", "bleib", "blieb", "geblieb", "rest", "deven", "devien",
       "rimar", "rimas", "diven", "nenn", "genannt", "call", "appel", "chiam", "heiß", "equal",
       "gleich", "replac", "ersetz", "remplac", "sostitu", "resembl", "ähnel")  # fmt: skip
_LONGEST = 16
"""Words of a claim that is read for this."""
_VERB = 0.3
"""Cosine from which two verbs may be one."""
_NEARER, _ONE, _LEAST, _PLAINLY = 0.45, 0.5, 0.25, 1.0
"""How much nearer both nouns together must be in exchanged places, how near one of
them, how near the other;
and by how much if the verb does not show that it is the same deed."""


def sides_exchanged(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """Say if somebody does in a claim what is done to them in the quotes.

    Args:
        claim: a sentence that is otherwise supported.
        quotes: what it is held against.
        meaning: tells how near words are.
    """
    given = [(deed, tongue) for text, tongue in quotes for deed in deeds_done(text, tongue)]
    for ours in deeds_done(*claim):
        if any(map(_tells_nothing, ours.verbs)):
            continue
        ways = [_way(ours, claim.language, *theirs, len(given) == 1, meaning) for theirs in given]
        if any(way < 0 for way in ways) and not any(way > 0 for way in ways):
            return Reason("turned_round")
    return None


def _way(
    ours: Deed, spoken: Language, theirs: Deed, tongue: Language, only: bool, meaning: Meaning
) -> int:
    """1 if two tell the same deed of the same two, -1 if exchanged, 0 if it is another deed."""

    def near(some: Sequence[str], others: Sequence[str]) -> float:
        kinds = same_kind(some, spoken, others, tongue)
        return _near(some, others, meaning) if kinds is None else kinds

    straight = near(ours.doer, theirs.doer) + near(ours.done_to, theirs.done_to)
    crossed = [near(ours.doer, theirs.done_to), near(ours.done_to, theirs.doer)]
    nearer = sum(crossed) - straight
    if nearer < _NEARER or max(crossed) < _ONE:
        return 1 if nearer <= -_NEARER else 0
    if min(crossed) < (_ONE if spoken == tongue else _LEAST):
        return 0
    if _near(ours.verbs, theirs.verbs, meaning) >= _VERB:
        return -1
    if not carried(ours.verbs, spoken).isdisjoint(carried(theirs.verbs, tongue)):
        return -1
    return -1 if only and spoken != tongue and nearer >= _PLAINLY else 0


def _tells_nothing(verb: str) -> bool:
    """Is a verb as true the other way round: *met*, *remains*?"""
    return is_mutual(verb) or verb.startswith(_IS)


def _near(ours: Sequence[str], theirs: Sequence[str], meaning: Meaning) -> float:
    """How near the nearest of some words are; 1 for the same one."""
    if any(is_one_word(a, b) for a in ours for b in theirs):
        return 1.0
    return float(meaning.table(ours, theirs).max())


def does(text: str, language: Language) -> bool:
    """Does a text plainly say that somebody does something to somebody?"""
    return bool(deeds_done(text, language))


def plainly_does(text: str, language: Language) -> bool:
    """The same of a claim: is it short and says so?"""
    return len(words_of(text)) <= _LONGEST and does(text, language)
