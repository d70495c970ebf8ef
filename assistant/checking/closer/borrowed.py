"""Does a claim give one subject what its quotes say of another in the next sentence?

*The mayor opened the bridge. The minister praised it* has every word of *The mayor praised the
bridge*. So a verb or a figure that one sentence alone has must be said there of the claim's
subject, of a pronoun, or of a noun that goes on about what was named before (*the group*).
Names are looked after in `apart`; here it is any noun, and who is told of by *, who …*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from assistant.checking.meaning import Meaning
from assistant.facts.deeds.deeds import plainly
from assistant.facts.facts import Language
from assistant.facts.names.offices import own_words
from assistant.facts.reasons import Reason
from assistant.facts.text.doing import little_words
from assistant.facts.text.letters import lowered
from assistant.facts.text.spelling import fold
from assistant.facts.text.subjects import Subject, about, subject, tokens
from assistant.facts.text.tongue import function_words

from .apart import goes_on, whole_sentences
from .rules import Sentence

_STEM = 5
_HAS, _LACKS, _NAMES = 0.55, 0.45, 0.75
"""Cosines from which a sentence has a word, below which it has none near it, and from which it
names the subject of a claim in its own language."""
_LONGEST, _MOST = 24, 12
"""Words of a claim, and sentences of its quotes, that are read for this."""
_LONGEST_QUOTE = 5_000
"""Characters of a quote."""
_REACH = 80
"""Characters before *who*, in which its name stands."""
_JOINT = re.compile(r",? (?:and|but|while|et|mais|und|aber|während|e|ma|mentre) |; ")
_WHO = re.compile(r", (?P<who>who|qui|che|die|der|das) (?P<rest>[^,;]+)")
_THEIR = frozenset(
    "his her its their son sa ses leur leurs sein seine ihr ihre suo sua suoi sue loro".split()
)
_OWN = 4
"""Words from the beginning of a sentence among which *her former colleague* stands."""
_WHOSE = re.compile(r"(?P<name>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)*)$")


class Said(NamedTuple):
    """A sentence of a quote, or what it says by the way, with whom it is about."""

    text: str
    language: Language
    words: tuple[str, ...]
    """Lower case."""
    about: Subject | None


def units(quotes: Sequence[Sentence]) -> list[Said]:
    """The sentences of the quotes, what is said by *, who …* apart with its own subject."""
    return [one for text, tongue in quotes for one in _said(text, tongue)][:_MOST]


@lru_cache(maxsize=2048)
def _said(text: str, language: Language) -> tuple[Said, ...]:
    return tuple(_cut(text, language))


def _cut(text: str, language: Language) -> Iterator[Said]:
    for sentence in whole_sentences(text[:_LONGEST_QUOTE], language)[:_MOST]:
        relative = _WHO.search(sentence)
        named = _WHOSE.search(sentence[: relative.start()][-_REACH:]) if relative else None
        whole = language != "de" or (relative and named and " " in named["name"])
        if relative and named and whole:
            main = sentence[: relative.start()] + sentence[relative.end() :]
            yield _unit(main, language)
            apart = _unit(f"{named['name']} {relative['rest']}", language)
            who = tuple(map(str.lower, tokens(named["name"])))
            yield apart._replace(about=Subject(who[-1], who, name=True, begin=0, end=len(who)))
        else:
            yield _unit(sentence, language)


def _unit(text: str, language: Language) -> Said:
    return Said(text, language, tuple(map(str.lower, tokens(text))), subject(text, language))


def says_several(text: str, language: Language) -> bool:
    """Has a quote several sentences, or does it say something of somebody by the way?"""
    if not goes_on(text, language) and not _WHO.search(text):
        return False  # as most quotes: to cut one into sentences takes longer
    return len(_said(text, language)) > 1


def borrowed(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """Name the subject of a claim that has what the quotes say of another one.

    Args:
        claim: a sentence that is otherwise supported.
        quotes: what it is held against.
        meaning: tells how near words are.
    """
    text = _JOINT.split(claim.text, maxsplit=1)[0] if _goes_over(claim) else claim.text
    whom = subject(text, claim.language)
    there = units(quotes)
    if whom is None or not whom.head or len(there) < 2 or len(tokens(text)) > _LONGEST:
        return None
    bars = [_NAMES if one.language == claim.language else _HAS for one in there]
    with_it = [
        _has(whom.head, one, claim.language, meaning) >= bar
        for one, bar in zip(there, bars, strict=True)
    ]
    if not any(with_it):
        return None
    for word, governed in _told_of(text, whom, claim.language):
        held = [_has(word, one, claim.language, meaning) for one in there]
        at = max(range(len(held)), key=held.__getitem__)
        if held[at] < _HAS or any(h >= _LACKS for i, h in enumerate(held) if i != at):
            continue
        if with_it[at]:
            continue
        theirs = _is_of_theirs(there[at]) and not own_words(claim.language).of(lowered(claim.text))
        if not theirs and not _is_of_another(whom, there[at]):
            continue
        if governed or not _speaks_of(there[at], claim, meaning):
            return Reason("apart", " ".join(tokens(text)[whom.begin : whom.end]))
    return None


def _goes_over(claim: Sentence) -> bool:
    """Does a second statement with a subject of its own begin behind a joint?"""
    joint = _JOINT.search(claim.text)
    if joint is None:
        return False
    first = tokens(claim.text[joint.end() :])[:1]
    return bool(first) and first[0].lower() in little_words(claim.language).det


def _told_of(text: str, whom: Subject, language: Language) -> Iterator[tuple[str, bool]]:
    """The verbs and figures of a claim, and what stands behind *after*, which is told as well."""
    words, little = tokens(text), little_words(language)
    empty, after = function_words()[language], about(language).after
    governed = False
    for at in range(whom.end, len(words)):
        low, before = words[at].lower(), words[at - 1].lower()
        if low in after:
            governed = True
        if low in empty or low in little.det:
            continue
        noun = before in little.det or before in little.prep
        if language == "de":
            noun = words[at][0].isupper()
        name = words[at][0].isupper() and language != "de"
        if low[0].isdigit() or governed or not (noun or name):
            yield low, governed


def _has(word: str, unit: Said, language: Language, meaning: Meaning) -> float:
    """How near a sentence comes to a word: 1 if it has it in any form."""
    if word[0].isdigit():
        return float(word in unit.words)
    stem = fold(word)[:_STEM]
    if any(fold(other)[:_STEM] == stem for other in unit.words):
        return 1.0
    deeds = plainly(word, language)
    if deeds and any(not deeds.isdisjoint(plainly(other, unit.language)) for other in unit.words):
        return 1.0
    empty = function_words()[unit.language]
    others = [other for other in unit.words if other not in empty and not other[0].isdigit()]
    return float(meaning.table([word], others).max()) if others else 0.0


def _is_of_another(whom: Subject, unit: Said) -> bool:
    """Is a sentence about something else by a noun of its own?"""
    theirs = unit.about
    if theirs is None or not theirs.head or (whom.name and not theirs.name):
        return False
    words = about(unit.language)
    pronouns = words.pronoun - little_words(unit.language).det
    before = unit.words[: theirs.begin]
    return words.stands_in.isdisjoint(theirs.words) and pronouns.isdisjoint(before)


def _is_of_theirs(unit: Said) -> bool:
    """Is a sentence about one who belongs to somebody named before: *Her sister Anna*?"""
    first = unit.words[:_OWN]
    theirs = next((at for at, word in enumerate(first[:2]) if word in _THEIR), None)
    return theirs is not None and bool(own_words(unit.language).of(first[theirs + 1 :]))


def _speaks_of(unit: Said, claim: Sentence, meaning: Meaning) -> bool:
    """Does a claim speak of what a sentence is about?"""
    empty = function_words()[claim.language]
    words = tuple(low for word in tokens(claim.text) if (low := word.lower()) not in empty)
    said = Said(claim.text, claim.language, words, None)
    head = unit.about.head if unit.about else ""
    return bool(head) and _has(head, said, unit.language, meaning) >= _LACKS
