"""Is what the quotes give for each told as all there is: *200 euros* for *200 euros per family*?"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checking.meaning import Meaning
from assistant.facts import Language, figures
from assistant.facts.comparing import same
from assistant.facts.figures.per import each, in_total, may_be_each, of_whom
from assistant.facts.reasons import Reason
from assistant.facts.text.letters import has_digit
from assistant.facts.text.spelling import fold

from .rules import Sentence

_FAR = 0.2
"""Cosine below which two nouns are of different things."""
_STEM = 5


def may_be_all(text: str, language: Language) -> bool:
    """Has a text a figure that it gives as all there is, or not for each?"""
    if not has_digit(text):
        return False
    return not may_be_each(text) or bool(in_total(text, language) or of_whom(text, language))


def left_each(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """For each of what all quotes give a figure that a claim has without, or for another one."""
    total, whom = in_total(*claim), of_whom(*claim)
    plain = bool(total) or not may_be_each(claim.text)
    for fact in figures(*claim):
        if fact.value is None or fact.kind in ("date", "time", "name") or fact.precision:
            continue
        where = [
            (quote, other) for quote in quotes for other in figures(*quote) if same(fact, other)
        ]
        told = [each(*quote, other) for quote, other in where]
        if not where or not all(told):
            continue
        if plain:
            return Reason("other", total, told[0]) if total else Reason("left_out", told[0])
        theirs = [
            of_whom(words, quote.language) for words, (quote, _) in zip(told, where, strict=True)
        ]
        if whom and all(theirs) and all(_differ(whom, other, meaning) for other in theirs):
            return Reason("other", whom, theirs[0])
    return None


def _differ(one: str, other: str, meaning: Meaning) -> bool:
    if fold(one)[:_STEM] == fold(other)[:_STEM]:
        return False
    return float(meaning.table([one], [other]).max()) < _FAR
