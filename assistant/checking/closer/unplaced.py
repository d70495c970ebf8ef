"""A country or a part of the world that only a claim names: *in Europe*, *Schweizer*.

A name that no quote has is weak evidence alone, since translators leave names out of long
sentences (`naming`); in a short one, and beside a superlative, a place says how far it goes.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from assistant.checking.gist import content
from assistant.checking.meaning import Meaning
from assistant.facts import figures
from assistant.facts.facts import Language
from assistant.facts.names.names import Capital, capitals, code_of
from assistant.facts.names.states import states
from assistant.facts.reasons import Reason
from assistant.facts.text.cued import cued
from assistant.facts.text.letters import words_of
from assistant.facts.text.spelling import alike
from assistant.facts.text.vocabulary import same_thing

from .rules import Sentence

_LONGEST = 9
"""Content words of a claim of which every place is asked for."""
_SHORTEST = 4
"""Letters of a name; shorter ones are acronyms that each language has its own for."""
_NEAR = 0.45
"""Cosine from which a word of a quote may be the place or who lives there."""


@lru_cache(maxsize=2048)
def places(text: str, language: Language) -> tuple[Capital, ...]:
    """The known places of a claim that is short or calls something the first of all."""
    short = len(content(text, language).words) <= _LONGEST
    if not short and cued("ranks", "first", language).search(text) is None:
        return ()
    money = [fact for fact in figures(text, language) if fact.kind == "money"]
    return tuple(
        name
        for name in capitals(text, language)
        if name.strong
        and not any(fact.start <= name.start < fact.end for fact in money)
        and not name.acronym
        and len(name.word) >= _SHORTEST
        and name.word.isalpha()
        and code_of(name.word)
    )


def unplaced(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """Name the first place of a claim that its quotes do not have in any form."""
    words = [word for text, _ in quotes for word in words_of(text) if len(word) > 1]
    codes = {same_thing(word) for word in words}
    codes.update(state.code for text, _ in quotes for state in states(text))
    for name in places(*claim):
        if code_of(name.word) in codes or any(alike(name.word, word) for word in words):
            continue
        low = [word.lower() for word in words]
        if not low or meaning.table([name.word.lower()], low).max() < _NEAR:
            return Reason("missing_name", name.word)
    return None
