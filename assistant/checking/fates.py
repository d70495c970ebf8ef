"""What became of how many people: *two people died, seven were injured*.

The noun of a second number is often left out; it is that of the number before it. What is said of
each is in the part of the sentence that the number stands in, and there its verb decides, if the
part has one number and tells one fate. Words in `fates.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from assistant.facts import LANGUAGES, Language
from assistant.facts.comparing import same
from assistant.facts.facts import Fact
from assistant.facts.reasons import Reason
from assistant.facts.text.letters import Met, Stems, lowered
from assistant.facts.text.spelling import skeleton
from assistant.facts.text.tongue import function_words

from . import sentence_ends
from .figured import Figures
from .meaning import Meaning

_JOINT = re.compile(
    r"(?:[,;:] |[ \u00a0](?:while|and|et|tandis que?|alors que?|und|während|e|ed|mentre)[ \u00a0])"
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_BEHIND = re.compile(r"[ \u00a0]([^\W\d_]{3,})(?:[ \u00a0]([^\W\d_]{3,}))?")
_SAME_NOUN, _THERE = 0.45, 0.6
"""Cosines from which two nouns may be one, and a word of a claim is in a part of its quote."""


class Fated(NamedTuple):
    """A number of people with what became of them."""

    fact: Fact
    fate: str
    nouns: tuple[str, ...]
    """The word it counts, its own or that of the number before; none where neither has one."""
    more: tuple[str, ...]
    """What else the part of the sentence says, in lower case."""


@lru_cache(maxsize=2048)
def fated(side: Figures) -> tuple[Fated, ...]:
    """The numbers of a text whose part of the sentence tells one fate, and no other number."""
    if not any(map(_fates(side.language).__getitem__, lowered(side.text))):
        return ()
    numbers = [fact for fact in side.facts if _counts(fact)]
    found: list[Fated] = []
    nouns: tuple[str, ...] = ()
    for at, fact in enumerate(numbers):
        nouns = _noun(side, fact) or nouns
        begin, end = _part(side.text, numbers, at)
        alone = not any(begin <= o.start < end for o in numbers if o is not fact)
        if not alone or _words().part_of[side.language].search(side.text, begin, end):
            continue
        outside = (
            *_WORD.finditer(side.text, begin, fact.start),
            *_WORD.finditer(side.text, fact.end, end),
        )
        said = [match[0].lower() for match in outside]
        fates = {fate for word in said for fate in _fates(side.language)[word]}
        if len(fates) == 1:
            more = [word for word in said if not _is_plain(word, side.language)]
            found.append(Fated(fact, min(fates), nouns, tuple(w for w in more if w not in nouns)))
    return tuple(found)


def is_settled(fact: Fact, claim: Figures, quote: Figures, meaning: Meaning) -> bool:
    """Does a quote say the same fate of a number as a claim, and of the same people?

    Args:
        fact: a number of the claim.
        claim: one sentence.
        quote: what it is held against.
        meaning: tells how near words are.
    """
    said = [one for one in fated(claim) if one.fact is fact]
    if not said:
        return False
    ours = said[0]
    for one in fated(quote):
        if one.fate != ours.fate or not same(fact, one.fact):
            continue
        if ours.nouns and not _near(ours.nouns, one.nouns, meaning):
            continue
        if not one.more or all(_near((word,), one.more, meaning, _THERE) for word in ours.more):
            return True
    return False


def another_fate(claim: Figures, quotes: Sequence[Figures]) -> tuple[Fact, Reason] | None:
    """A number that the quotes give for one fate, and a claim for another that has its own.

    *Two were injured* where two died and seven were injured.
    """
    said = fated(claim)
    given = [one for quote in quotes for one in fated(quote)] if said else []
    for ours in said if len(given) > 1 else ():
        here = [one for one in given if same(ours.fact, one.fact)]
        there = [one for one in given if one.fate == ours.fate]
        known = [f for quote in quotes for f in quote.facts if _counts(f) and same(ours.fact, f)]
        if not here or not there or len(here) < len(known):
            continue
        if all(one.fate != ours.fate for one in here):
            return ours.fact, Reason("other", ours.fact.text, there[0].fact.text)
    return None


def _counts(fact: Fact) -> bool:
    return fact.kind == "number" and not fact.unit and fact.precision in ("", "word")


def _part(text: str, numbers: Sequence[Fact], at: int) -> tuple[int, int]:
    """Where the part of a sentence begins and ends that a number stands in.

    Two numbers with no joint between them are in one part.
    """
    fact = numbers[at]
    begin, end = sentence_ends.begins(text, fact.start), sentence_ends.ends(text, fact.end)
    if at and numbers[at - 1].end > begin:
        joints = [*_JOINT.finditer(text, numbers[at - 1].end, fact.start)]
        begin = joints[-1].end() if joints else numbers[at - 1].start
    if at + 1 < len(numbers) and numbers[at + 1].start < end:
        joints = [*_JOINT.finditer(text, fact.end, numbers[at + 1].start)]
        end = joints[-1].start() if joints else numbers[at + 1].end
    return begin, end


def _noun(side: Figures, fact: Fact) -> tuple[str, ...]:
    """The word that a number counts; none where it is left out: *seven were, seven injured*."""
    behind = _BEHIND.match(side.text, fact.end)
    words = [word.lower() for word in behind.groups() if word] if behind else []
    if words and words[0] in _words().others[side.language]:
        del words[0]
    return () if not words or _is_plain(words[0], side.language) else (words[0],)


def _is_plain(word: str, language: Language) -> bool:
    """Is a lower-case word a little one, one of a fate, or one beside that?"""
    words = _words()
    if word in function_words()[language] or word in words.others[language]:
        return True
    return word in words.stay[language] or bool(_fates(language)[word])


def _near(
    ours: Sequence[str], theirs: Sequence[str], meaning: Meaning, near: float = _SAME_NOUN
) -> bool:
    if not ours or not theirs:
        return False
    if {skeleton(word) for word in ours} & {skeleton(word) for word in theirs}:
        return True
    return bool(meaning.table(ours, theirs).max() >= near)


class _Words(NamedTuple):
    """What `fates.toml` says of the words beside a fate, by language."""

    stay: Mapping[Language, frozenset[str]]
    others: Mapping[Language, frozenset[str]]
    part_of: Mapping[Language, re.Pattern[str]]


@cache
def _words() -> _Words:
    beside = _table()["left_out"]
    return _Words(
        {language: frozenset(beside["stay"][language].split()) for language in LANGUAGES},
        {language: frozenset(beside["others"][language].split()) for language in LANGUAGES},
        {
            language: re.compile(rf"(?<!\w)(?:{beside['part_of'][language]})(?!\w)", re.IGNORECASE)
            for language in LANGUAGES
        },
    )


@cache
def _table() -> dict[str, dict[str, dict[Language, str]]]:
    return tomllib.loads((files(__package__) / "fates.toml").read_text(encoding="utf-8"))


@cache
def _fates(language: Language) -> Met[tuple[str, ...]]:
    """What became of somebody by each lower-case word."""
    raw = _table()["fate"]
    whole: dict[str, list[str]] = {}
    stems: Stems[str] = Stems()
    for fate, by_language in raw.items():
        for form in by_language[language].split():
            if form.endswith("="):
                whole.setdefault(form[:-1], []).append(fate)
            else:
                stems.add(form, fate)
    return Met(lambda word: tuple(dict.fromkeys((*whole.get(word, ()), *stems.of(word)))))
