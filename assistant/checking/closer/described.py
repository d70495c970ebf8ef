"""A short claim says what somebody or something is or has, and no word of its quotes says so.

*The drug is safe and effective* against *The drug was approved in March*: the gist of so short a
sentence is its subject, and a general description fits any. So the words behind *is* or *has* are
looked for one by one, by the same beginning or sound, by a closed class, or by a cosine. What has
a figure is compared by that, and what an adverb adds is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from assistant.checking.gist import content
from assistant.checking.meaning import Meaning
from assistant.facts import Language, figures
from assistant.facts.deeds.deeds import said
from assistant.facts.direction.opposites import Pole, poles
from assistant.facts.direction.polarity import direction
from assistant.facts.direction.reversals import denies_the_other
from assistant.facts.names.kinds import members
from assistant.facts.reasons import Reason
from assistant.facts.tables import table
from assistant.facts.text.letters import word_set, words_of
from assistant.facts.text.spelling import skeleton
from assistant.facts.text.tongue import function_words

from .rules import Sentence

_LONGEST = 8
"""Content words of a claim up to which what it describes is looked for."""
_JOINED = re.compile(r"[,;:\"“”„«»].")
"""A claim of several clauses is no plain description."""
_BEGINS = 5
"""Words with the same first letters are forms of one."""
_NEAR = 0.4
"""Cosine from which a word of a quote may say the same."""
_SUBJECTS = 3
"""Content words of the subject of a plain description, at most."""
_SUBJECT = 0.6
"""Cosine from which a word of a quote is the subject of the claim, and no description of it."""


@cache
def _words(kind: str, language: Language | None = None) -> frozenset[str]:
    return frozenset(table("described")[kind][language or "words"].split())


def describes(claim: str, language: Language) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The words of a short claim for its subject, and those that say what it is or has."""
    words = words_of(claim)
    known = word_set(claim)
    if known.isdisjoint(_words("is", language)) and known.isdisjoint(_words("has", language)):
        return None
    if len(content(claim, language).words) > _LONGEST or _JOINED.search(claim):
        return None
    if figures(claim, language):
        return None
    if not known.isdisjoint(_words("compared", language)) or direction(claim, language).denials:
        return None
    if language == "de" and words[-1].islower() and known.isdisjoint(_words("is", language)):
        return None  # hat eine Krippe versprochen
    at = _copula([word.lower() for word in words], language)
    empty = function_words()[language]
    subject = tuple(w.lower() for w in words[:at] if w.lower() not in empty and len(w) > 1)
    other = _words("little") | {word for word, _ in said(words[at + 1 :], language)}
    told = tuple(
        word.lower()
        for word in words[at + 1 :]
        if len(word) > 1 and word.lower() not in empty and word.lower() not in other
        if language == "de" or word.islower()  # names are compared as names
    )
    return (subject, told) if subject and told and len(subject) <= _SUBJECTS else None


def _copula(words: Sequence[str], language: Language, *, behind: bool = False) -> int:
    """The place of the word before a description; 0 without one.

    Args:
        words: of a sentence, lower case.
        language: the sentence's.
        behind: a passive or a past tense, *was opened*, is none.
    """
    for at, word in enumerate(words[:-1]):
        if word in _words("is", language):
            if behind and any(
                w.endswith(tuple(_words("done", language))) for w in words[at + 1 : at + 3]
            ):
                continue
            return at
        if word in _words("has", language) and words[at + 1] in _words("dealt", language):
            return at
    return 0


def undescribed(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """The words of a description of which the quotes have not half."""
    found = describes(*claim)
    if found is None:
        return None
    if any(q.language != claim.language and _may_describe(q) for q in quotes):
        return None
    given = [direction(*quote) for quote in quotes]
    if denies_the_other(direction(*claim), given):
        return None  # not closed
    subject, told = found
    if told[-1].endswith(tuple(_words("done", claim.language))) and any(
        len(figures(*q)) > 1 for q in quotes
    ):
        return None  # was halved: from 80 to 40
    there = _beside(subject, quotes, meaning)
    begins = {word[:_BEGINS] for word in there}
    heard = {skeleton(word) for word in there}
    kinds = {member for quote in quotes for member in members(*quote)}
    strange = [w for w in told if w[:_BEGINS] not in begins and skeleton(w) not in heard]
    sides = frozenset[Pole]().union(*(one.poles for one in given))
    strange = [
        word
        for word in strange
        if kinds.isdisjoint(members(word, claim.language))
        and sides.isdisjoint(poles((word,), claim.language))
    ]
    if there and 2 * len(strange) > len(told):
        near = meaning.table(strange, there).max(axis=1).tolist()
        strange = [word for word, best in zip(strange, near, strict=True) if best < _NEAR]
    abroad = all(tongue != claim.language for _, tongue in quotes)
    bar = len(told) - 1 if abroad else len(told) / 2
    return Reason("missing", ", ".join(strange[:3])) if len(strange) > bar else None


@lru_cache(maxsize=2048)
def _may_describe(quote: Sentence) -> bool:
    """Does a quote say what something is or has? Then a translator may have chosen any word."""
    return _copula([w.lower() for w in words_of(quote.text)], quote.language, behind=True) > 0


def _beside(
    subject: Sequence[str], quotes: Sequence[Sentence], meaning: Meaning
) -> tuple[str, ...]:
    """The content words of the quotes without those for the subject of the claim."""
    words = tuple(dict.fromkeys(w for quote in quotes for w in content(*quote).distinct))
    near = meaning.table(words, subject).max(axis=1).tolist() if words else []
    return tuple([word for word, best in zip(words, near, strict=True) if best < _SUBJECT])
