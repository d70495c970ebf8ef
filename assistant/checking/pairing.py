"""Is each figure of a claim said of the same thing as in its quotes?

Every figure may be found and the claim be false: *from 12 to 10* for *from 10 to 12*, *9 votes to
14* for *14 to 9*, the age of the one for that of the other. Two texts are compared only as far as
their wording shows what belongs together: by the order of a pair, by the noun behind a number
word, and by the words on either side of the joint between two figures of one kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.facts.agreement import Finding
from assistant.facts.comparing import same
from assistant.facts.facts import Fact, Language
from assistant.facts.names import capitals
from assistant.facts.order import Pair, pairs, reversed_pair
from assistant.facts.reasons import Reason
from assistant.facts.spelling import alike, skeleton
from assistant.facts.tongue import function_words
from assistant.facts.vocabulary import same_thing

from .meaning import Meaning

_WORD = re.compile(r"[^\W\d_]+")
_NEXT = re.compile(r"[ \u00a0]([^\W\d_]{3,})(?:[ \u00a0]([^\W\d_]{3,}))?")
_LOSES = re.compile(
    r"\b(?:los[et]|defeat|beaten|perd|batt|inclin|verl[oi]r|unterl|geschlagen|niederlage|persa|perso"
    r"|sconfi|ced[eu]|went down|fell to|trail)",
    re.IGNORECASE,
)
"""A result may be told from the other side then: *lost 2-1*, *verlor 1:2*."""
_SAME_NOUN = 0.6
"""Cosine of two nouns that are one."""
_JOINT = re.compile(
    r"(?P<strong>; | (?:while|whereas|but|tandis que?|alors que?|mais|während|aber|mentre|ma) )"
    r"|(?P<and>,? (?:and|et|und|e|ed) )|(?P<comma>, )"
)
"""Between two figures: where the words of the one end and those of the other begin."""
_EXCHANGED, _LEAST = 0.5, 0.15
"""How much nearer to the words of the other figure both halves together and each of them must be,
in mean cosines."""


@dataclass(frozen=True, slots=True)
class Figures:
    """A text with its language and the facts found in it."""

    text: str
    language: Language
    facts: Sequence[Fact]


def wrongly_paired(
    claim: Figures, quotes: Sequence[Figures], findings: Sequence[Finding], meaning: Meaning
) -> Iterator[Finding]:
    """The figures of a claim that its quotes have, but in another order or of something else.

    Args:
        claim: one sentence.
        quotes: what it is held against.
        findings: what became of each figure of the claim.
        meaning: tells how near words are.
    """
    yield from _miscounted(claim, quotes, findings, meaning)
    if len(claim.facts) < 2:
        return
    said = list(pairs(claim.text, claim.language, claim.facts))
    for quote in quotes:
        given = list(pairs(quote.text, quote.language, quote.facts)) if said else []
        turned = reversed_pair(said, given)
        if turned and not _told_from_the_other_side(turned[0], claim, quote):
            ours, theirs = (
                side.text[slice(*pair.span)]
                for side, pair in zip((claim, quote), turned, strict=True)
            )
            yield Finding(turned[0].first, "conflict", Reason("other", ours, theirs))
        elif len(quotes) == 1:
            yield from _exchanged(claim, quote, meaning)


def _told_from_the_other_side(pair: Pair, claim: Figures, quote: Figures) -> bool:
    """May a result stand the other way round because its sides do, or because one lost?"""
    if pair.kind != "counts":
        return False
    if _LOSES.search(claim.text) or _LOSES.search(quote.text):
        return True
    ours, theirs = (
        [name.word for name in capitals(side.text, side.language) if name.strong]
        for side in (claim, quote)
    )
    places = [
        next((i for i, other in enumerate(theirs) if _one_name(name, other)), None)
        for name in dict.fromkeys(ours)
    ]
    known = [place for place in places if place is not None]
    return known != sorted(known)


def _one_name(one: str, other: str) -> bool:
    known = same_thing(one)
    return known == same_thing(other) if known else alike(one, other)


def _miscounted(
    claim: Figures, quotes: Sequence[Figures], findings: Sequence[Finding], meaning: Meaning
) -> Iterator[Finding]:
    """Number words that were let pass, where the quotes count the same noun differently."""
    passed = [
        f.fact
        for f in findings
        if f.outcome == "ignored" and f.fact.kind == "number" and f.fact.precision == "word"
    ]
    values = {fact.value for fact in claim.facts}
    for fact in passed:
        nouns = _nouns(claim, fact)
        for quote in quotes:
            for other in quote.facts if nouns else ():
                if other.kind != "number" or other.unit or other.value in values:
                    continue
                if other.precision in ("", "word") and _near(nouns, _nouns(quote, other), meaning):
                    yield Finding(fact, "conflict", Reason("other", fact.text, other.text))
                    return


def _nouns(side: Figures, fact: Fact) -> list[str]:
    match = _NEXT.match(side.text, fact.end)
    if match is None or (fact.value or 0) < 2:
        return []
    empty = function_words()[side.language]
    words = [word.lower() for word in match.groups() if word]
    return [word for word in words if word not in empty]


def _near(ours: Sequence[str], theirs: Sequence[str], meaning: Meaning) -> bool:
    if not ours or not theirs:
        return False
    if skeleton(ours[0]) == skeleton(theirs[0]):
        return True
    return bool(meaning.table(ours, theirs).max() >= _SAME_NOUN)


def _exchanged(claim: Figures, quote: Figures, meaning: Meaning) -> Iterator[Finding]:
    """Two figures of one kind that stand in the quote each beside the words of the other."""
    for a, b in _neighbours(claim.facts):
        first = [fact for fact in quote.facts if _kind(fact) == _kind(a) and same(a, fact)]
        second = [fact for fact in quote.facts if _kind(fact) == _kind(b) and same(b, fact)]
        if len(first) != 1 or len(second) != 1 or first == second:
            continue
        ours = _halves(claim, a, b)
        theirs = _halves(quote, first[0], second[0])
        if ours and theirs and _exchange(ours, theirs, meaning):
            yield Finding(a, "conflict", Reason("turned_round"))
            return


def _kind(fact: Fact) -> tuple[str, str]:
    return fact.kind, fact.unit if fact.kind != "date" else fact.precision


def _neighbours(facts: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """Figures of one kind and of different content, next to each other among those of the kind."""
    last: dict[tuple[str, str], Fact] = {}
    for fact in facts:
        if fact.kind == "name" or fact.precision in ("ordinal", "rank", "vague"):
            continue
        before = last.get(_kind(fact))
        if before and (before.value, before.key) != (fact.value, fact.key):
            yield before, fact
        last[_kind(fact)] = fact


def _halves(side: Figures, a: Fact, b: Fact) -> tuple[list[str], list[str]] | None:
    """The words on the side of each of two figures that only that side has."""
    first, second = sorted((a, b), key=lambda fact: fact.start)
    joints = list(_JOINT.finditer(side.text, first.end, second.start))
    if not joints:
        return None
    rank = {"strong": 0, "and": 1, "comma": 2}
    joint = min(joints, key=lambda match: (rank[match.lastgroup or "comma"], match.start()))
    spans = [(fact.start, fact.end) for fact in side.facts if fact.kind != "name"]
    empty = function_words()[side.language]
    halves: tuple[list[str], list[str]] = ([], [])
    for match in _WORD.finditer(side.text):
        word = match[0].lower()
        if len(word) < 3 or word in empty or any(s <= match.start() < e for s, e in spans):
            continue
        halves[match.start() >= joint.end() - 1].append(word)
    left = [w for w in halves[0] if w not in halves[1]]
    right = [w for w in halves[1] if w not in halves[0]]
    if not left or not right:
        return None
    return (left, right) if first is a else (right, left)


def _exchange(
    ours: tuple[list[str], list[str]], theirs: tuple[list[str], list[str]], meaning: Meaning
) -> bool:
    """Is each half of a claim plainly nearer to the other half of the quote than to its own?"""
    gains = [
        _cover(ours[i], theirs[1 - i], meaning) - _cover(ours[i], theirs[i], meaning)
        for i in (0, 1)
    ]
    return min(gains) > _LEAST and sum(gains) > _EXCHANGED


def _cover(ours: Sequence[str], theirs: Sequence[str], meaning: Meaning) -> float:
    heard = {skeleton(word) for word in theirs}
    best = meaning.table(ours, theirs).max(axis=1).tolist()
    sure = [1.0 if skeleton(w) in heard else near for w, near in zip(ours, best, strict=True)]
    return sum(sure) / len(sure)
