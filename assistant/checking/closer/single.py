"""One, both or several of a thing for another number: *One bridge* for *Zwei Brücken*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.checking.meaning import Meaning
from assistant.facts import Fact, figures
from assistant.facts.facts import Language
from assistant.facts.figures.words import read
from assistant.facts.reasons import Reason
from assistant.facts.text.letters import has_any, lowered, word_set
from assistant.facts.text.tongue import function_words

from .rules import Sentence

_ONE: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"(?<![\w-])(?<!no )one ([a-z]{3,})(?: ([a-z]{3,}))?(?!\w)", re.IGNORECASE),
    "fr": re.compile(r"(?<![\w-])une? ([^\W\d_]{3,})(?: ([^\W\d_]{3,}))?", re.IGNORECASE),
    "de": re.compile(
        r"(?<![\w-])eine?[nm]? (?:([a-zäöüß]{3,}) )?((?-i:[A-ZÄÖÜ])[^\W\d_]{2,})", re.IGNORECASE
    ),
    "it": re.compile(r"(?<![\w-])un[ao]? ([^\W\d_]{3,})(?: ([^\W\d_]{3,}))?", re.IGNORECASE),
}
_A = re.compile(r"(?<![\w-])an? ([a-z]{3,})(?: ([a-z]{3,}))?", re.IGNORECASE)
_BOTH: dict[Language, frozenset[str]] = {
    "en": frozenset({"both"}), "fr": frozenset(),
    "de": frozenset("beide beiden beider".split()),
    "it": frozenset("entrambi entrambe ambedue".split()),
}  # fmt: skip
_NO_ONE = frozenset("day time another side hand person who thing more less year".split())
"""Behind *one* where it counts nothing."""
_FURTHER = (
    "other", "autre", "altr", "ander", "weiter", "zweite", "second", "deuxième", "second", "each",
    "chaque", "jede", "ogni",
)  # fmt: skip
_BEHIND = re.compile(r"[ \u00a0]([^\W\d_]{3,})(?:[ \u00a0]([^\W\d_]{3,}))?")
_NEAR, _MOST = 0.6, 12
"""Cosine from which two nouns are one, and up to how many are counted in words."""


@lru_cache(maxsize=4096)
def counts_few(text: str, language: Language) -> tuple[tuple[Fact, tuple[str, ...]], ...]:
    """The number words of a text from two to twelve, each with what it counts."""
    found = []
    for fact in figures(text, language):
        if fact.kind != "number" or fact.precision != "word" or fact.unit or fact.bound:
            continue
        nouns = _content(_BEHIND.match(text, fact.end), language)
        if nouns and fact.value is not None and 2 <= fact.value <= _MOST:
            found.append((fact, nouns))
    return tuple(found)


def only_one(text: str, language: Language) -> tuple[tuple[str, ...], ...]:
    """What an English text has one of, said so."""
    if language != "en" or "one" not in word_set(text):
        return ()
    return _ones(text, _ONE["en"], language)


def one_for_several(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """Say if a claim has one of what all its quotes count two or more of."""
    several = [few for quote in quotes for few in counts_few(*quote)]
    for ours in only_one(*claim):
        for fact, nouns in several:
            if not _near(ours, nouns, meaning):
                continue
            singles = [one for quote in quotes for one in _singles(quote)]
            if not any(_near(ours, one, meaning) for one in singles):
                return Reason("other", f"one {ours[0]}", fact.text)
    return None


def several_for_one(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """Say if a claim counts two or more of what its quotes have one of, and no number besides."""
    if any(_may_be_several(quote) for quote in quotes):
        return None
    singles = [one for quote in quotes for one in _singles(quote)]
    words = [word for quote in quotes for word in _words(quote)]
    for fact, nouns in counts_few(*claim):
        near = [one for one in singles if _near(nouns, one, meaning)]
        alike = [word for word in words if _near(nouns, (word,), meaning)]
        if len(near) == 1 and len(alike) == 1:
            return Reason("other", fact.text, "1")
    return None


def another_than_both(
    claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning
) -> Reason | None:
    """Say if a claim has *both* of what its quotes count three or more of, or the reverse."""
    ours, theirs = counts_few(*claim), [few for quote in quotes for few in counts_few(*quote)]
    if any(fact.value == 2 for fact, _ in (*ours, *theirs)):
        return None
    pairs = [both_of(*quote) for quote in quotes]
    for here, counted, both in ((claim, theirs, both_of(*claim)), (None, ours, "".join(pairs))):
        if not both or (here is None and both_of(*claim)) or (here and any(pairs)):
            continue
        words = _words(here) if here else [word for quote in quotes for word in _words(quote)]
        for fact, nouns in counted:
            if words and _near(words, nouns, meaning):
                return Reason("other", *((both, fact.text) if here else (fact.text, both)))
    return None


def both_of(text: str, language: Language) -> str:
    """The word for both of two that a text has; empty if none."""
    return next((word for word in lowered(text) if word in _BOTH[language]), "")


def _singles(text: Sentence) -> tuple[tuple[str, ...], ...]:
    found = _ones(text.text, _ONE[text.language], text.language)
    return found + (_ones(text.text, _A, "en") if text.language == "en" else ())


def _ones(text: str, pattern: re.Pattern[str], language: Language) -> tuple[tuple[str, ...], ...]:
    told = [_content(match, language) for match in pattern.finditer(text)]
    return tuple([nouns for nouns in told if nouns and nouns[0] not in _NO_ONE])


def _content(match: re.Match[str] | None, language: Language) -> tuple[str, ...]:
    """The words behind a number up to the first little one."""
    found: list[str] = []
    for word in match.groups() if match else ():
        if word is None:
            continue
        if word.lower() in function_words()[language]:
            break
        found.append(word.lower())
    return tuple(found)


def _may_be_several(text: Sentence) -> bool:
    """Has a text a number of two or more, a word for two, or for another one?"""
    if any(fact.value and fact.value >= 2 for fact in figures(*text)):
        return True
    found = [read(word, text.language) for word in word_set(text.text)]
    pairs = any(word is not None and word.role == "pair" for word in found)
    return pairs or has_any(text.text.lower(), _FURTHER)


def _words(text: Sentence) -> list[str]:
    empty = function_words()[text.language]
    return [word for word in lowered(text.text) if word not in empty and len(word) > 2]


def _near(ours: Sequence[str], theirs: Sequence[str], meaning: Meaning) -> bool:
    return bool(meaning.table(ours, theirs).max() >= _NEAR)
