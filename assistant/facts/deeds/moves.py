"""Whence and where to, in a clause with a verb that moves something: *moved from Riga to Bonn*.

The verbs and the little words are in `moves.toml`. A noun that stands behind neither is no end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from assistant.facts.facts import Language
from assistant.facts.names.offices import Forms
from assistant.facts.tables import table
from assistant.facts.text.chunks import Chunk, chunks
from assistant.facts.text.doing import clauses_of
from assistant.facts.text.letters import lowered

_LONGEST = 600
"""Characters that are read."""
_NEAR_VERB = 4
"""Words up to a French noun behind *de* that may be whence: *de* joins nouns as well."""


class Move(NamedTuple):
    """The ends of a move, each as the words of the nouns that may be it."""

    whence: tuple[tuple[str, ...], ...]
    where_to: tuple[tuple[str, ...], ...]


class _Verbs(NamedTuple):
    go: Forms
    enter: Forms
    leave: Forms

    def any_of(self, words: Sequence[str]) -> bool:
        """Is there a verb of any kind among some words?"""
        return bool(self.go.of(words) or self.enter.of(words) or self.leave.of(words))


@lru_cache(maxsize=4096)
def moves(text: str, language: Language) -> tuple[Move, ...]:
    """The moves that the clauses of a text tell, with at least one of their ends."""
    if not _verbs(language).any_of(lowered(text)):
        return ()
    return tuple(_moves(text[:_LONGEST], language))


def _moves(text: str, language: Language) -> Iterator[Move]:
    verbs = _verbs(language)
    for words in clauses_of(text, language):
        low = [word.lower() for word in words]
        at = next((i for i, word in enumerate(low) if i and verbs.any_of([word])), 0)
        if not at or (language == "de" and words[at][0].isupper()):
            continue
        nouns = chunks(words, (at, at), language)
        if language != "de":
            nouns = [noun for noun in nouns if noun.start > at]
        move = _ends(low, at, nouns, language)
        if move.whence or move.where_to:
            yield move


def _ends(low: Sequence[str], at: int, nouns: Sequence[Chunk], language: Language) -> Move:
    verbs, words = _verbs(language), table("moves")[language]
    verb, out = low[at], words.get("out", "").split()
    whence, where_to = (frozenset(words[end].split()) for end in ("from", "to"))
    before = [noun for noun in nouns if noun.prep in whence]
    if language == "fr":
        before = [
            noun
            for noun in before
            if noun.start - at <= _NEAR_VERB or low[max(0, noun.start - 2)] in out
        ]
    after = [noun for noun in nouns if noun.prep in where_to]
    free = [noun for noun in nouns if not noun.prep and noun.start > at][:1]
    if verbs.enter.of([verb]):
        after = free
    elif verbs.leave.of([verb]):
        before = free
    return Move(*(tuple(noun.words for noun in some) for some in (before, after)))


@cache
def _verbs(language: Language) -> _Verbs:
    words = table("moves")[language]
    return _Verbs(*(Forms(words[kind]) for kind in _Verbs._fields))
