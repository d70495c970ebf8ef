"""May what points the other way than a quote be the same in other words?

*No longer exists* is *was abolished*, *was higher in 2019 than today* is *fell since 2019*, and
*delivered late* is *failed to deliver on time*. Words alone do not tell whether such a claim is
right, so it is not supported, and not called a contradiction either.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assistant.facts.direction.conditions import conditional
from assistant.facts.direction.opposites import ending, opposed_in, poles, told_of_times
from assistant.facts.direction.polarity import Direction, direction
from assistant.facts.facts import Fact, Language
from assistant.facts.names.kinds import excluded, members
from assistant.facts.reasons import Reason
from assistant.facts.tables import table
from assistant.facts.text.letters import words_of

from . import sentence_ends
from .closer.excepting import excepts
from .figured import content_of, figured

_LABOUR = "labour_market"
"""The class of `kinds.toml` of which one rises as the other falls."""
_RISE_AND_FALL = 0
"""The first opposition of `polarity.toml`."""
_CLAUSE = re.compile(
    r"[;.!?:] | (?:while|whereas|but|tandis que?|alors que?|mais|während|aber|mentre|ma|and|et|und|"
    r"e|ed) |, "
)

Sentence = tuple[str, Language]


def may_be_reworded(claim: Sentence, quotes: Sequence[Sentence], reasons: Sequence[Reason]) -> bool:
    """May every way in which a claim is turned round be a way of saying the same?

    Args:
        claim: a sentence and its language.
        quotes: what it is held against, each with its language.
        reasons: how the claim points the other way.
    """
    return all(any(_may(claim, quote, reason) for quote in quotes) for reason in reasons)


def _may(claim: Sentence, quote: Sentence, reason: Reason) -> bool:
    if reason.why == "denies":
        if _denies_elsewhere(quote) or excepts(*quote):
            return True
        return _puts_an_end(direction(*quote), direction(*claim))
    if reason.why == "denied":
        return _puts_an_end(direction(*claim), direction(*quote))
    if reason.why in ("undone", "done"):
        refusing, done = (quote, claim) if reason.why == "undone" else (claim, quote)
        if reason.why == "undone" and (_says(claim, "seeks") or _fails_if(quote)):
            return True
        return _in_a_manner(refusing, done)
    return reason.why == "opposite" and (
        _is_of_another_time(claim, quote) or _is_of_the_other(claim, quote)
    )


def _is_of_the_other(claim: Sentence, quote: Sentence) -> bool:
    """Does one fall of which the other thing rises: unemployment, employment?"""
    both = excluded(members(*claim), members(*quote))
    return any(kind == _LABOUR for kind, _, _ in both)


def _puts_an_end(one: Direction, denying: Direction) -> bool:
    """Has one side alone a word that ends something, so that the other one may deny it?"""
    return bool((one.poles & ending()) - denying.poles) and not denying.poles & ending()


def _denies_elsewhere(quote: Sentence) -> bool:
    """Is a quote one sentence of which a part denies something, be it not the nearest part?

    *Two were hurt and nobody was killed* does not contradict *no one died*.
    """
    whole = not sentence_ends.parts(quote[0], 0, len(quote[0].rstrip()) - 1)
    there = direction(*quote)
    return whole and there.denials > there.refused


def _says(sentence: Sentence, what: str) -> bool:
    """Has a sentence such a word, as `reworded.toml` has them?"""
    return _words(what, sentence[1]).search(sentence[0]) is not None


def _fails_if(quote: Sentence) -> bool:
    """Is what was refused or left undone in a quote so on a condition: *if he fails to pay*?"""
    told = conditional(*quote)
    if told is None:
        return False
    return bool(direction(told.condition, quote[1]).undone.deeds)


def _in_a_manner(one: Sentence, other: Sentence) -> bool:
    """Has one side alone how or when something is done, which may be all that was left undone?"""
    manner, without = (_words("manner", language).search(text) for text, language in (one, other))
    return bool(manner) and not without


def _is_of_another_time(claim: Sentence, quote: Sentence) -> bool:
    """Is an opposition perhaps only between two times that the quote tells of?"""
    ours = direction(*claim).poles
    opposed = opposed_in(ours, direction(*quote).poles)
    if not opposed:
        return False
    if all(number in told_of_times() for number in opposed):
        return _words("now", quote[1]).search(quote[0]) is not None
    shared = _shared_dates(claim, quote)
    if not shared:
        return False
    if opposed == [_RISE_AND_FALL] and _words("than", claim[1]).search(claim[0]):
        return True  # was higher in 2019 than today
    return any(not opposed_in(ours, _beside(quote, date)) for date in shared)


def _shared_dates(claim: Sentence, quote: Sentence) -> list[Fact]:
    """The dates of a quote that a claim has, where the quote has another one that it has not."""
    said = {content_of(fact) for fact in figured(*claim, None).facts if fact.kind == "date"}
    given = [fact for fact in figured(*quote, None).facts if fact.kind == "date"]
    shared = [fact for fact in given if content_of(fact) in said]
    return shared if len(given) > 1 else []


def _beside(quote: Sentence, date: Fact) -> frozenset[tuple[int, str]]:
    """The sides of oppositions that the clause of a date takes."""
    text, language = quote
    joints = list(_CLAUSE.finditer(text))
    begin = max([m.end() for m in joints if m.end() <= date.start], default=0)
    end = min([m.start() for m in joints if m.start() >= date.end], default=len(text))
    return poles([word.lower() for word in words_of(text[begin:end])], language)


@cache
def _words(of: str, language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{table('reworded')[of][language]})(?!\w)", re.IGNORECASE)
