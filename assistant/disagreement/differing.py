"""In what two sentences of two sources cannot both be so, if they speak of the same thing.

Another figure, date or amount, another name for what one alone is or does, one denies what the
other says (:mod:`.claims`), or each gives another reason (:mod:`.given_reasons`). What is asked
tells of which thing: both must answer with it (:mod:`.answered`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.checking.meaning import Meaning
from assistant.facts import Fact, find
from assistant.facts.comparing import converted, rivals, same
from assistant.facts.text.tongue import known

from .answered import Question, answers_as_well, both_tell, of_two_things
from .claims import deny_each_other, exchanged
from .given_reasons import reasons_apart
from .sides import Side, kinds_apart, named_apart, of_one_subject
from .topic import speak_of_the_same

_KINDS = frozenset({"number", "percent", "points", "money", "unit", "date"})
_VAGUE = frozenset({"vague", "relative", "ordinal", "word", "rank", "weekday"})
_NOUN = re.compile(r"[ \u00a0](?!nell|dell|unter|après|under|above)[^\W\d_]{5,}")
"""A word behind a number that may be what is counted."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What two quotes say that cannot both be so."""

    one: str
    """What the first quote says, word for word."""
    other: str
    """What the second one says."""
    facts: tuple[Fact, Fact] | None = None
    """The two facts or names; None where the sentences as wholes deny each other."""


def differences(one: str, other: str, one_language: str, other_language: str) -> list[Difference]:
    """Find the facts in which two quotes about the same thing differ.

    A difference is reported only where it is plain which fact stands against which: one fact of
    a kind on each side that the other side does not have.
    """
    facts = _facts(one, one_language), _facts(other, other_language)
    alone = [f for f in facts[0] if not any(agree(f, g) for g in facts[1])]
    there = [g for g in facts[1] if not any(agree(f, g) for f in facts[0])]
    found = []
    for fact in alone:
        against = [g for g in there if rivals(fact, g) and fact.unit == g.unit]
        if len(against) == 1 and sum(rivals(f, against[0]) for f in alone) == 1:
            said = _reading(fact, one), _reading(against[0], other)
            found.append(Difference(*said, (fact, against[0])))
    kinds = {difference.facts[0].kind == "date" for difference in found if difference.facts}
    return found if len(kinds) < 2 else []  # another figure for another day


def differing(
    one: Side,
    other: Side,
    meaning: Meaning,
    *,
    cited: bool = False,
    question: Question | None = None,
) -> list[Difference]:
    """Find in what two sentences of two sources cannot both be so: what is told to a reader.

    Args:
        one: a sentence with its document.
        other: that of another source.
        meaning: tells how near texts are.
        cited: an answer rests on both.
        question: what they are to answer both.
    """
    found = differences(one.text, other.text, one.language, other.language)
    if found:
        found = _of_the_same(found, one, other, meaning, cited, question)
    elif names := exchanged(one, other, meaning, question):
        found = [Difference(names[0].text, names[1].text, names)]
    elif deny_each_other(one, other, meaning):
        found = [Difference(" ".join(one.text.split()), " ".join(other.text.split()))]
    elif question and (reasons := reasons_apart(question, one, other, meaning)):
        return [Difference(*reasons)]
    if not found or question is None or _is_answered(question, found[0], one, other, meaning):
        return found
    return []


def _of_the_same(
    found: list[Difference],
    one: Side,
    other: Side,
    meaning: Meaning,
    cited: bool,
    question: Question | None,
) -> list[Difference]:
    """Those of some figures and days that are of the same thing."""
    subject = of_one_subject(one, other)
    same = speak_of_the_same(
        one.text,
        other.text,
        one.language,
        other.language,
        meaning,
        cited=cited,
        one_subject=subject,
    )
    if cited and subject and question and not same:
        same = both_tell(question, one, other, meaning)
    if not same or named_apart(one, other) or kinds_apart(one, other):
        return []
    heads = one.is_head, other.is_head
    return [f for f in found if not any(heads) or f.facts is None or f.facts[0].kind != "date"]


def _is_answered(
    question: Question, found: Difference, one: Side, other: Side, meaning: Meaning
) -> bool:
    """Do both sentences answer the question, and with the same thing?"""
    texts = [(side.whole or side.text, side.language) for side in (one, other)]
    if not both_tell(question, one, other, meaning) and not answers_as_well(
        question, texts[0], texts[1], meaning
    ):
        return False
    if found.facts and found.facts[0].kind == "name":
        return True
    turned = found.facts is None
    return not of_two_things(question, one, other, meaning, turned=turned)


def _facts(quote: str, language: str) -> list[Fact]:
    found = find(quote, known(language, ""))
    return [f for f in found if f.kind in _KINDS and f.precision not in _VAGUE]


def _reading(fact: Fact, quote: str) -> str:
    """A fact as a reader is told it: a bare number with the noun behind it, *12 members*."""
    counted = _NOUN.match(quote, fact.end) if fact.kind == "number" else None
    return quote[fact.start : counted.end()] if counted else fact.text


def agree(one: Fact, other: Fact) -> bool:
    """Tell whether two facts say the same, or the same converted."""
    return same(one, other) or same(other, one) or converted(one, other)
