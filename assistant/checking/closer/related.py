"""Two that a claim sets in relation stand the other way round in its quotes.

*Costs exceeded revenue* of *Revenue exceeded costs*, *the museum sold it to the painter*, *lamps
were replaced by sensors*: the relation is read by `facts/deeds/relations`, within and
across languages, and so is its other side (*bought from* for *sold to*).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from assistant.checking.meaning import Meaning
from assistant.facts.deeds.relations import Relation, relations
from assistant.facts.facts import Language
from assistant.facts.names.kinds import members
from assistant.facts.reasons import Reason
from assistant.facts.text.letters import words_of
from assistant.facts.text.spelling import alike
from assistant.facts.text.vocabulary import is_one_word, is_ordinary, same_thing

from .rules import Sentence

_LONGEST = 20
"""Words of a claim that is read for this."""
_ONE, _LEAST, _NEARER = 0.5, 0.3, 0.4
"""How near one of two must be to what stands in its place, how near the other, and by how much
nearer both together are so than as they stand."""
_SAME = 0.9
"""Words this near are one, and tell nothing where both sides have them."""
_GIFT = frozenset("gift trade loan rent".split())
"""Kinds of relation that one deed may be told by."""


def related_otherwise(
    claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning
) -> Reason | None:
    """Say if two that a claim sets in relation have exchanged places in its quotes."""
    ways = _ways(claim, quotes, meaning)
    return Reason("turned_round") if -1 in ways and 1 not in ways else None


def is_converse(claim: Sentence, quote: Sentence, meaning: Meaning) -> bool:
    """Does a claim tell what its quote tells from the other side: *bought from* for *sold to*?"""
    if not relates(*claim) or not relations(*quote):
        return False
    ways = {
        _way(ours, claim.language, theirs, quote.language, meaning)
        for ours in relations(*claim)
        for theirs in relations(*quote)
        if ours.kind == theirs.kind and ours.turned != theirs.turned
    }
    return 1 in ways and -1 not in ways


def relates(text: str, language: Language) -> bool:
    """Does a claim set two in relation, and is it short?"""
    return len(words_of(text)) <= _LONGEST and bool(relations(text, language))


def _ways(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> set[int]:
    given = [(theirs, tongue) for text, tongue in quotes for theirs in relations(text, tongue)]
    return {
        _way(ours, claim.language, theirs, tongue, meaning)
        for ours in relations(*claim)
        for theirs, tongue in given
        if ours.kind == theirs.kind or {ours.kind, theirs.kind} <= _GIFT
    }


def _way(
    ours: Relation, spoken: Language, theirs: Relation, tongue: Language, meaning: Meaning
) -> Literal[-1, 0, 1]:
    """1 if two stand alike, -1 if in exchanged places, 0 if they are others."""

    def near(some: Sequence[str], others: Sequence[str]) -> float:
        return nearness(some, spoken, others, tongue, meaning)

    straight = near(ours.first, theirs.first), near(ours.second, theirs.second)
    crossed = near(ours.first, theirs.second), near(ours.second, theirs.first)
    nearer = sum(crossed) - sum(straight)
    for sign, way in ((-1, crossed), (1, straight)):
        if -sign * nearer >= _NEARER and max(way) >= _ONE and min(way) >= _LEAST:
            return -1 if sign < 0 else 1
    return 0


def nearness(
    some: Sequence[str], spoken: Language, others: Sequence[str], tongue: Language, meaning: Meaning
) -> float:
    """How near the fewer of some words are to the others, on average."""
    kinds = same_kind(some, spoken, others, tongue)
    if kinds is not None:
        return kinds
    table = meaning.table([w.lower() for w in some], [w.lower() for w in others])
    rows = [
        [_one(a, spoken, b, tongue, float(table[i, j])) for j, b in enumerate(others)]
        for i, a in enumerate(some)
    ]
    if len(some) > len(others):
        rows = [list(column) for column in zip(*rows, strict=True)]
    return sum(max(row) for row in rows) / len(rows)


def same_kind(
    some: Sequence[str], spoken: Language, others: Sequence[str], tongue: Language
) -> float | None:
    """1 for words of one member of a closed class, 0 for those of two; None if of no class."""
    ours, theirs = _kinds(some, spoken), _kinds(others, tongue)
    if not {name for name, _ in ours} & {name for name, _ in theirs}:
        return None
    return 1.0 if ours & theirs else 0.0


def _kinds(words: Sequence[str], language: Language) -> frozenset[tuple[str, str]]:
    return frozenset(members(" ".join(words), language))


def _one(one: str, spoken: Language, other: str, tongue: Language, near: float) -> float:
    """How near two words are: names by their sound, others by meaning."""
    if is_one_word(one, other):
        return 1.0
    names = _is_name(one, spoken), _is_name(other, tongue)
    if all(names):
        return float(alike(one, other))
    return 0.0 if any(names) and min(len(one), len(other)) < 3 else near


def _is_name(word: str, language: Language) -> bool:
    return word[0].isupper() and (bool(same_thing(word)) or not is_ordinary(word, language))
