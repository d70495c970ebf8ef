"""Is a part told as the whole, or the whole as the part: *three years, two of them suspended*?

*Two years in prison* and *three years suspended* have only figures and words of the quote. A claim
with the part alone must say what sets the part apart, and one with the whole must not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from assistant.checking import sentence_ends
from assistant.checking.figured import Figures, figured
from assistant.checking.meaning import Meaning
from assistant.checking.summed import parts_of
from assistant.facts import Fact, Language, figures
from assistant.facts.comparing import same
from assistant.facts.reasons import Reason
from assistant.facts.tables import table
from assistant.facts.text.cued import cued
from assistant.facts.text.spelling import skeleton
from assistant.facts.text.vocabulary import same_thing

from .rules import Sentence

_NO_AMOUNT = ("date", "time", "name")
_LONGEST = 160
"""Characters of a claim that is read for this: a longer one says more than one thing."""
_BEFORE = re.compile(r"[ \u00a0](?:[^\W\d_]+[ \u00a0]){0,2}")
"""Between a part and what makes it one: *120 jobs of them*."""
_BEHIND = re.compile(r"[ \u00a0](?:[^\W\d_'’]+['’ \u00a0]){0,2}")
_MET, _SAID = 0.35, 0.6
"""Cosines from which a claim may have a word of the part, and surely has one."""


class Parted(NamedTuple):
    """A whole and the part of it that a text tells more of."""

    whole: Fact
    some: Fact
    words: tuple[str, ...]
    """What is said of the part alone."""
    rest: tuple[str, ...]


@lru_cache(maxsize=2048)
def parted(text: str, language: Language) -> tuple[Parted, ...]:
    """Every whole of a text with a part of it: *450 jobs, 120 of them in Italy*."""
    return tuple(_parted(text, language))


def _parted(text: str, language: Language) -> Iterator[Parted]:
    side = figured(text, language, None)
    yield from _out_of(side)
    for mark in cued("of_them", "part", language).finditer(text):
        amounts = [f for f in figures(text, language) if f.kind not in _NO_AMOUNT and f.value]
        some = _some(text, language, amounts, mark)
        begins = sentence_ends.begins(text, mark.start())
        begin = min(some.start, mark.start()) if some else 0
        before = [f for f in amounts if begins <= f.start and f.end <= begin]
        if some is None or not before:
            continue
        whole = before[-1]
        if not _may_be_part(some, whole):
            continue
        end = sentence_ends.stops(text, max(some.end, mark.end()))
        kind = (some.kind, some.unit)
        words = side.words(max(some.end, mark.end()), end, kind)
        if some.end < mark.start():  # what is counted, not what sets it apart
            words = side.words(mark.end(), end, kind)
        own = tuple([word for word in words if word[0] != "#"])
        rest = side.words(begins, begin, kind)
        rest += side.words(end, sentence_ends.ends(text, end), kind)
        if own:
            yield Parted(whole, _counting(some, whole), own, tuple(rest))


def _out_of(side: Figures) -> Iterator[Parted]:
    """The parts of a whole that a sentence begins with: *of the 120 patients, 64 got the drug*."""
    found = [*parts_of(side)]
    for one in found:
        kind = (one.some.kind, one.some.unit)
        others = [other.some.start for other in found if other.some.start > one.some.start]
        end = min([*others, sentence_ends.ends(side.text, one.some.end)])
        own = tuple([word for word in side.words(one.some.end, end, kind) if word[0] != "#"])
        rest = side.words(0, one.some.start, kind) + side.words(end, len(side.text), kind)
        if own and one.some.start > one.whole.end:
            yield Parted(one.whole, one.some, own, tuple(rest))


def _some(
    text: str, language: Language, amounts: Sequence[Fact], mark: re.Match[str]
) -> Fact | None:
    """The figure that a mark makes a part: right before it, or right behind it."""
    for fact in amounts:
        if fact.end <= mark.start() and _BEFORE.fullmatch(text, fact.end, mark.start()):
            return fact
    for fact in amounts:
        if fact.start >= mark.end() and _BEHIND.fullmatch(text, mark.end(), fact.start):
            return fact
    one = _one(language).match(text, mark.end() + 1)
    return Fact("number", *one.span(), one[0], Decimal(1), precision="word") if one else None


def _may_be_part(some: Fact, whole: Fact) -> bool:
    if some.kind != "number" and (some.kind, some.unit) != (whole.kind, whole.unit):
        return False
    return 0 < (some.value or 0) < (whole.value or 0)


def _counting(some: Fact, whole: Fact) -> Fact:
    """A part that counts what its whole does: two *years* of three years."""
    return some if some.kind != "number" else replace(some, kind=whole.kind, unit=whole.unit)


@lru_cache(maxsize=2048)
def counts(text: str, language: Language) -> bool:
    """Has a claim, not long, a figure and no part of another one?"""
    if len(text) > _LONGEST or cued("of_them", "part", language).search(text):
        return False
    return any(f.kind not in _NO_AMOUNT for f in figures(text, language))


def another_part(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """Say if a claim has the part for the whole, or the whole with what is said of the part.

    Args:
        claim: a sentence that is otherwise supported.
        quotes: what it is held against.
        meaning: tells how near words are.
    """
    said = [fact for fact in figures(*claim) if fact.kind not in _NO_AMOUNT]
    given = [fact for quote in quotes for fact in figures(*quote)]
    for one in [one for quote in quotes for one in parted(*quote)]:
        part, whole = ([f for f in said if same(f, other)] for other in (one.some, one.whole))
        if len(part) + len(whole) != 1:
            continue
        fact = (part or whole)[0]
        if sum([same(fact, other) for other in given]) > 1:
            continue  # the quotes have it once more, of something else
        words = figured(*claim, None).words(0, len(claim.text), (fact.kind, fact.unit))
        words = [word for word in words if word[0] != "#"]
        if part and words and not _tells_part(words, one, meaning):
            return Reason("other", fact.text, one.whole.text)
        if whole and _has_of_part(words, one, meaning):
            return Reason("other", fact.text, one.some.text)
    return None


def _tells_part(words: Sequence[str], one: Parted, meaning: Meaning) -> bool:
    """Has a claim anything of what is said of the part alone?"""
    called = {_sound(word) for word in one.words if _named(word)}
    if called:
        return not called.isdisjoint(map(_sound, words))
    return max(_near(one.words, words, meaning)) >= _MET


def _has_of_part(words: Sequence[str], one: Parted, meaning: Meaning) -> bool:
    """Has a claim a word of the part alone, which nothing else in the quote has?"""
    if not words:
        return False
    here = _near(words, one.words, meaning)
    there = _near(words, one.rest, meaning) if one.rest else [0.0] * len(words)
    return any(a >= _SAID and b < _SAID and a > b for a, b in zip(here, there, strict=True))


def _near(ours: Sequence[str], theirs: Sequence[str], meaning: Meaning) -> list[float]:
    """How near each word is to the nearest of others, 1 for the same word or name."""
    heard = {_sound(word) for word in theirs}
    best = meaning.table(ours, theirs).max(axis=1).tolist()
    return [1.0 if _sound(word) in heard else near for word, near in zip(ours, best, strict=True)]


def _sound(word: str) -> str:
    return _named(word) or same_thing(word) or skeleton(word)


def _named(word: str) -> str:
    return next((name for name, begins in _called() if word.startswith(begins)), "")


@cache
def _called() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What one thing is called in all four languages, as beginnings of words."""
    called = table("of_them")["called"].items()
    return tuple((name, tuple(begins.split())) for name, begins in called)


@cache
def _one(language: Language) -> re.Pattern[str]:
    return re.compile(table("of_them")["one"][language], re.IGNORECASE)
