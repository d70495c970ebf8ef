"""Who fills the places of a verb: its subject, who gets it, from whom it is, what replaces what."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from assistant.facts.facts import Language
from assistant.facts.tables import table
from assistant.facts.text.chunks import Chunk
from assistant.facts.text.doing import little_words

_DATIVES = frozenset("dem einem seinem ihrem".split()), frozenset("der einer".split())
"""German articles of who gets something, the surest first; behind the subject."""


class Clause(NamedTuple):
    """A clause with a verb: its words in lower case, its nouns, and where the verb stands."""

    low: tuple[str, ...]
    nouns: list[Chunk]
    start: int
    end: int
    language: Language

    def behind(self, preps: frozenset[str]) -> Chunk | None:
        """The first noun that one of these little words governs; behind the verb but in German."""
        after = -1 if self.language == "de" else self.start
        return next((n for n in self.nouns if n.prep in preps and n.start > after), None)

    def named(self, role: str) -> Chunk | None:
        """The noun behind the little words of a role: *to*, *from*."""
        return self.behind(_words(self.language).get(role, frozenset()))

    def is_passive(self) -> bool:
        """Is the verb in the passive?"""
        passive, verb = little_words(self.language).passive, self.low[self.start]
        if self.language == "de":
            return not passive.isdisjoint(self.low) and not verb.endswith("en")
        if self.language == "en" and verb.endswith("ing"):
            return False
        return not passive.isdisjoint(self.low[max(0, self.start - 3) : self.start])

    def subject(self) -> tuple[Chunk | None, list[Chunk]]:
        """Who does it, and the other nouns that no preposition governs."""
        free = [noun for noun in self.nouns if not noun.prep]
        if self.language == "de":
            little = little_words("de")
            others = little.object | little.dative
            first = next((noun for noun in free if noun.det not in others), None)
            return first, [noun for noun in free if noun is not first]
        before = [noun for noun in free if noun.start < self.start and self._is_noun(noun)]
        return (before[-1] if before else None), [n for n in free if n.start > self.end]

    def _is_noun(self, noun: Chunk) -> bool:
        """Is it one, and no participle: *a présenté*?"""
        return bool(noun.det) or noun.words[0][0].isupper() or self.language == "en"


def filled(
    clause: Clause, way: tuple[str, str], *, itself: bool = False
) -> tuple[Chunk, Chunk] | None:
    """The two nouns in the places that a verb has; None where it is not plain.

    Args:
        clause: with the verb.
        way: the places of the first and of the second: `subject`, `object`, `to`, `from`, `with`,
            or another role with words of its own.
        itself: the verb forms its past like a passive: *è succeduto a*.
    """
    if way == ("with", "object"):
        return _replacing(clause)
    subject, others = clause.subject()
    agent = clause.behind(little_words(clause.language).agent)
    passive = clause.is_passive() and not (itself and not agent)
    if passive:
        subject, others = agent, [subject] if subject else []

    def fill(role: str) -> Chunk | None:
        if role == "subject":
            return subject
        if role == "object":
            return others[0] if len(others) == 1 else None if others else clause.named("to")
        if role == "to":
            return clause.named("to") or _receiver(clause, others, passive=passive)
        return _giver(clause, others) if role == "from" else clause.named(role)

    one, other = map(fill, way)
    return (one, other) if one and other and one is not other else None


def _replacing(clause: Clause) -> tuple[Chunk, Chunk] | None:
    """The new one and the old one: *replace the old by the new*, *the new replaces the old*."""
    new = clause.named("with")
    if new:
        old = [noun for noun in clause.nouns if not noun.prep and noun.start < new.start]
        return (new, old[-1]) if old else None
    if clause.is_passive():
        return None
    subject, others = clause.subject()
    return (subject, others[0]) if subject and len(others) == 1 else None


def _receiver(clause: Clause, others: Sequence[Chunk], *, passive: bool) -> Chunk | None:
    """Who gets it: by the German dative, or the first of two behind an English verb."""
    if clause.language == "de":
        for datives in _DATIVES:
            given = [noun for noun in others if noun.det in datives]
            if given:
                return given[0]
        return others[0] if len(others) > 1 and others[0].det == "den" else None
    if clause.language != "en" or passive or not others:
        return None
    return others[0] if len(others) > 1 or len(others[0].words) > 1 else None


def _giver(clause: Clause, others: Sequence[Chunk]) -> Chunk | None:
    """From whom it is: behind *from*, or the German dative of *kaufte ihm ab*."""
    named = clause.named("from")
    if not named and len(others) > 1 and others[-1].det in _words(clause.language)["from"]:
        return others[-1]  # le terrain du club
    if named or clause.language != "de" or "ab" not in clause.low:
        return named
    return _receiver(clause, others, passive=False)


@cache
def _words(language: Language) -> dict[str, frozenset[str]]:
    words = table("relations")["words"][language]
    return {role: frozenset(listed.split()) for role, listed in words.items()}
