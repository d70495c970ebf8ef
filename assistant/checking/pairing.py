"""Is each figure of a claim said of the same thing as in its quotes?

Every figure may be found and the claim be false: *from 12 to 10* for *from 10 to 12*, *9 votes to
14* for *14 to 9*, the age of the one for that of the other. Two texts are compared only as far as
their wording shows what belongs together: by the order of a pair, by the noun behind a number
word, and by the words on either side of the joint between two figures of one kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.facts.agreement import Finding
from assistant.facts.comparing import same
from assistant.facts.deeds.results import other_side
from assistant.facts.facts import Fact
from assistant.facts.figures.changes import halves
from assistant.facts.figures.multiples import multiples
from assistant.facts.figures.order import Pair, outside, side_of
from assistant.facts.names.names import capitals
from assistant.facts.reasons import Reason
from assistant.facts.text.spelling import skeleton
from assistant.facts.text.tongue import function_words

from .amounting import is_share
from .belonging import of_another
from .derived import told_backwards
from .fates import another_fate, fated, is_settled
from .figured import Figures
from .meaning import Meaning
from .named_beside import one_name
from .playing import in_another_part
from .summed import parts_of

_NEXT = re.compile(r"[ \u00a0]([^\W\d_]{3,})(?:[ \u00a0]([^\W\d_]{3,}))?")
_LOSES = re.compile(
    r"\b(?:lost?\b|loses?\b|losing|defeat\b|beaten by|perd|inclin|verl[oi]r|unterl|niederlage"
    r"|défaite|sconfitta|persa\b|perso\b|ced[eu]|went down|fell to|trail"
    r"|(?:été|fu|stat[oa]|was|were|been|wurden?) (?:\w+ ){0,6}?(?:batt|defeat|geschlagen|sconfi))",
    re.IGNORECASE,
)
"""A result may be told from the other side then: *lost 2-1*, *verlor 1:2*."""
_REJECTS = re.compile(
    r"reject|refus|respin|bocci|lehn|rejet|repouss|voted? down|defeat",
    re.IGNORECASE,
)
"""Those against may be named first then: *227 to 206 against*, *mit 206 zu 227 abgelehnt*."""
_SAME_NOUN, _MAYBE = 0.6, 0.45
"""Cosines of two nouns that are one, and of two that may be."""
_HALF = Decimal("0.5")
_OF_THE = 12
"""Characters between two figures of one expression."""


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
    yield from _other_multiple(claim, quotes)
    if claim.only_names:
        return
    yield from _miscounted(claim, quotes, findings, meaning)
    fate = another_fate(claim, quotes)
    if fate:
        yield Finding(fate[0], "conflict", fate[1])
    doubted = [*_of_others(claim, quotes, meaning)]
    if len(quotes) == 1:
        doubted += of_another(claim, quotes[0], meaning)
    for finding in doubted:
        if not any(is_settled(finding.fact, claim, quote, meaning) for quote in quotes):
            yield finding
    yield from _other_side_of_day(claim, quotes)
    yield from in_another_part(claim, quotes)
    said = claim.pairs
    bounded = [fact for fact in claim.facts if fact.bound in ("more", "less")]
    for quote in quotes if said or bounded else ():
        given = quote.pairs
        for fact in bounded:
            beyond = outside(fact, given)
            if beyond:
                span = quote.text[slice(*beyond.span)]
                yield Finding(fact, "conflict", Reason("other", fact.text, span))
        turned = _reversed(said, given)
        if turned and not _told_from_the_other_side(turned[0], claim, quote):
            ours, theirs = (
                side.text[slice(*pair.span)]
                for side, pair in zip((claim, quote), turned, strict=True)
            )
            yield Finding(turned[0].first, "conflict", Reason("other", ours, theirs))


def _other_side_of_day(claim: Figures, quotes: Sequence[Figures]) -> Iterator[Finding]:
    """*Before 12 June* against *not until 12 June*, in all quotes that have the day."""
    for fact in claim.facts:
        said = side_of(claim.text, claim.language, fact)
        if not said:
            continue
        given = {
            side_of(quote.text, quote.language, other)
            for quote in quotes
            for other in quote.facts
            if other.kind == fact.kind and same(fact, other)
        }
        if len(given) == 1 and "" not in given and said not in given:
            yield Finding(fact, "conflict", Reason("turned_round"))


def _other_multiple(claim: Figures, quotes: Sequence[Figures]) -> Iterator[Finding]:
    """*Twice as many* against *three times as many*."""
    said = _times(claim)
    given = [_times(quote) for quote in quotes] if said else []
    if said and all(given) and said.isdisjoint(*given):
        fact = Fact("number", 0, len(claim.text), claim.text, min(said))
        ours, theirs = (f"{min(values):f}×" for values in (said, given[0]))
        # *half as many in 2022 as in 2023* is twice as many the other way round
        inverse = all(told_backwards(claim, quote) for quote in quotes)
        yield Finding(fact, "missing" if inverse else "conflict", Reason("other", ours, theirs))


def _times(side: Figures) -> frozenset[Decimal]:
    """How many times as much something became, with *halved* for half of it."""
    times = multiples(side.text, side.language)
    return times | {_HALF} if halves(side.text, side.language) else times


def _reversed(said: Sequence[Pair], given: Sequence[Pair]) -> tuple[Pair, Pair] | None:
    """A pair of the claim and the pair of its quotes that has the same figures the other way."""
    for ours in said:
        same_kind = [theirs for theirs in given if _comparable(ours, theirs)]
        if any(
            _is_same(ours.first, p.first) and _is_same(ours.second, p.second) for p in same_kind
        ):
            continue
        for theirs in same_kind:
            if _is_same(ours.first, theirs.second) and _is_same(ours.second, theirs.first):
                return ours, theirs
    return None


def _is_same(ours: Fact, theirs: Fact) -> bool:
    if ours.value is None or theirs.value is None:
        return same(ours, theirs)
    return ours.value == theirs.value


def _comparable(one: Pair, other: Pair) -> bool:
    kinds = {one.kind, other.kind}
    return kinds == {"change"} or kinds <= {"counts", "vote"}


def _told_from_the_other_side(pair: Pair, claim: Figures, quote: Figures) -> bool:
    """May a result stand the other way round because its sides do, or because one lost?"""
    if pair.kind == "change":
        return False
    if any(_LOSES.search(side.text) or _REJECTS.search(side.text) for side in (claim, quote)):
        return True
    if other_side((claim.text, claim.language), (quote.text, quote.language)):
        return True
    ours, theirs = (
        [name.word for name in capitals(side.text, side.language) if name.strong]
        for side in (claim, quote)
    )
    places = [
        next((i for i, other in enumerate(theirs) if one_name(name, other)), None)
        for name in dict.fromkeys(ours)
    ]
    known = [place for place in places if place is not None]
    return known != sorted(known)


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
        if _share(fact):
            yield from _other_share(fact, claim, quotes)
            continue
        nouns = _nouns(claim, fact)
        for quote in quotes:
            for other in quote.facts if nouns else ():
                if other.kind != "number" or other.unit or other.value in values:
                    continue
                if other.precision in ("", "word") and _near(nouns, _nouns(quote, other), meaning):
                    yield Finding(fact, "conflict", Reason("other", fact.text, other.text))
                    return


def _of_others(claim: Figures, quotes: Sequence[Figures], meaning: Meaning) -> Iterator[Finding]:
    """*300 children* where the quotes count 300 people and 120 children."""
    counting = [fact for fact in claim.facts if _counts(fact)]
    values = {fact.value for fact in claim.facts} if counting else set()
    others = [(q, o) for q in quotes for o in q.facts if _counts(o)] if counting else []
    rivals = [(quote, other) for quote, other in others if other.value not in values]
    for fact in counting if rivals else ():
        nouns = _nouns(claim, fact)[:1]
        same_one = [
            [] if _goes_on(q, o) or _is_part(q, o) else _noun_behind(q, o)
            for q, o in (others if nouns else ())
            if o.value == fact.value
        ]
        if not same_one or any(not n or _near(nouns, n, meaning, _MAYBE) for n in same_one):
            continue
        for quote, other in rivals:
            if _near(nouns, _nouns(quote, other)[:1], meaning, _SAME_NOUN):
                yield Finding(fact, "conflict", Reason("other", fact.text, other.text))
                return


def _is_part(side: Figures, fact: Fact) -> bool:
    """Is it a part of a whole that has the noun: *of the 1,200 patients, 640 received it*?"""
    return any(part.some is fact for part in parts_of(side))


def _noun_behind(side: Figures, fact: Fact) -> list[str]:
    """The noun right behind a number; none where it is left out: *27 were hurt, 120 davon*."""
    match = _NEXT.match(side.text, fact.end)
    nouns = _nouns(side, fact)[:1]
    if any(one.fact is fact for one in fated(side)):
        return nouns  # what became of them tells whether it counts the same
    if match is None or not nouns or match[1].lower() != nouns[0]:
        return []
    return nouns if side.language != "de" or match[1][0].isupper() else []


def _goes_on(side: Figures, fact: Fact) -> bool:
    """Does another figure stand right behind, as in *three of the seven*?"""
    return any(fact.end < other.start < fact.end + _OF_THE for other in side.facts)


def _counts(fact: Fact) -> bool:
    return fact.kind == "number" and not fact.unit and fact.precision in ("", "word")


def _other_share(fact: Fact, claim: Figures, quotes: Sequence[Figures]) -> Iterator[Finding]:
    """*A third* where the quotes have another share that the claim does not account for."""
    ours = {_share(other) for other in claim.facts}
    if any(is_share(fact, quote) for quote in quotes):
        return
    for other in (other for quote in quotes for other in quote.facts):
        if _share(other) and _share(other) not in ours:
            yield Finding(fact, "conflict", Reason("other", fact.text, other.text))
            return


def _share(fact: Fact) -> Decimal:
    """A figure as a share of one, to two places; 0 if it is none."""
    if fact.value is None or not (
        fact.kind == "percent" or (fact.kind == "number" and fact.precision == "word")
    ):
        return Decimal(0)
    share = fact.value / 100 if fact.kind == "percent" else fact.value
    return round(share, 2) if share < 1 else Decimal(0)


def _nouns(side: Figures, fact: Fact) -> list[str]:
    match = _NEXT.match(side.text, fact.end)
    if match is None or (fact.value or 0) < 2:
        return []
    empty = function_words()[side.language]
    words = [word.lower() for word in match.groups() if word]
    return [word for word in words if word not in empty]


def _near(
    ours: Sequence[str], theirs: Sequence[str], meaning: Meaning, near: float = _SAME_NOUN
) -> bool:
    if not ours or not theirs:
        return False
    if skeleton(ours[0]) == skeleton(theirs[0]):
        return True
    return bool(meaning.table(ours, theirs).max() >= near)
