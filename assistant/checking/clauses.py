"""The clauses of a quote, cut once, and those of them that carry what a claim says.

A sentence of news has several clauses, and a claim is mostly about one. Which words a clause has is
told by meaning, so it holds across languages. A claim's words may stand in clauses that are not
beside each other: *Marta Lindqvist, who joined in May, rejected the plan*.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np

from assistant.facts.direction.opposites import poles
from assistant.facts.facts import Language
from assistant.facts.text.letters import lowered
from assistant.facts.text.spelling import fold, skeleton
from assistant.facts.text.tongue import function_words

from .gist import content, sentences
from .meaning import Meaning, Vectors

_NEAR, _TIE = 0.45, 0.1
"""Cosine from which a clause has a word of a claim, and how near to the best another one is."""
_SPELT, _SLIGHT, _SAME = 0.9, 0.01, 1e-6
"""What a word spelt alike counts; the weight of how near clauses are that have as many words; and
up to where two shares are one."""
_STEM = 5
"""Words that begin with the same letters are forms of one."""
_MOST, _LONGEST = 40, 4_000
"""Clauses of a quote that are read, and its characters."""
_NOT_BEHIND = "".join(
    rf"(?<!\b{word})"
    for word in "even as so now such même après avant alors tandis parce bien afin pour dès depuis"
    " sans puis ainsi anche dopo prima nonostante senza visto dato ohne".split()
)
"""What makes of the next word no joint of two clauses: *even if*."""
_UNGOVERNED = frozenset("um ohne statt anstatt".split())
_ZU = re.compile(r"\bzu \w+e(?:l|r)?n\b|\b\w+zu\w{3,}e(?:l|r)?n\b")


class Part(NamedTuple):
    """A clause, or a piece of one between two signs."""

    text: str
    words: tuple[str, ...]
    """Those with content, lower case."""
    governed: bool
    """It goes on with the clause before, which may deny it: *that …*, *…, zu unterzeichnen*."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """The clauses of a sentence that carry a claim."""

    given: tuple[Part, ...]
    """All clauses of the sentence."""
    core: int
    """The place of the one that has most of the claim."""
    taken: tuple[int, ...]
    """The places of all that have any of it."""
    shares: tuple[float, ...]
    """What share of the claim's words each clause has."""
    share: float
    """What share the sentence has."""

    @property
    def length(self) -> int:
        """Characters of the sentence."""
        return sum(len(part.text) + 1 for part in self.given)

    @property
    def clause(self) -> str:
        """The clause that has most of the claim, alone."""
        return self.given[self.core].text

    @property
    def governing(self) -> str:
        """What governs that clause: *the minister denied that*; often empty."""
        at = self.core
        while at and self.given[at].governed:
            at -= 1
        return " ".join(part.text for part in self.given[at : self.core])

    @property
    def whole(self) -> str:
        """All that has any of the claim, with the clauses that govern it."""
        found = set(self.taken)
        for at in self.taken:
            while at and self.given[at].governed:
                at -= 1
                found.add(at)
        return " ".join(self.given[at].text for at in sorted(found))

    @property
    def others(self) -> list[tuple[str, float]]:
        """The other clauses, each with the share that it has."""
        return [
            (part.text, share)
            for at, (part, share) in enumerate(zip(self.given, self.shares, strict=True))
            if at != self.core
        ]


@lru_cache(maxsize=2048)
def parts(sentence: str, language: Language) -> tuple[Part, ...]:
    """The clauses of a sentence, in their order.

    Args:
        sentence: of a quote.
        language: its language.
    """
    cut = [part for part in _cut()[language].split(sentence[:_LONGEST]) if part and part.strip()]
    empty, begins = function_words()[language], _begins()[language]
    found: list[Part] = []
    for text in cut[:_MOST]:
        low = lowered(text)
        words = tuple(word for word in low if word not in empty and len(word) > 1)
        governed = bool(low) and low[0] in begins
        if not governed and language == "de" and low and low[0] not in _UNGOVERNED:
            governed = bool(_ZU.search(text))
        if words or not found:
            found.append(Part(text.strip(), words, governed))
        else:
            last = found[-1]
            found[-1] = last._replace(text=f"{last.text} {text.strip()}")
    return tuple(found)


def carriers(
    claim: str, language: Language, quote: str, tongue: Language, meaning: Meaning
) -> list[Carrier]:
    """The clauses of a quote that carry a claim, of each sentence that has as much of it.

    Args:
        claim: a sentence.
        language: its language.
        quote: one sentence or several.
        tongue: the language of the quote.
        meaning: tells how near words are.
    """
    said = content(claim, language).distinct
    words = [word for word in said if not poles((word,), language)] or list(said)
    found = []
    for sentence in sentences(quote):
        given = parts(sentence, tongue)
        if any(part.words for part in given):
            found.append(_carrier(words, given, meaning))
    most = max((one.share for one in found), default=0.0)
    return [one for one in found if one.share >= most - _SAME]


def _carrier(words: Sequence[str], given: tuple[Part, ...], meaning: Meaning) -> Carrier:
    """The fewest clauses that have every word which the sentence has."""
    near = _nearness(words, given, meaning)
    best = near.max(axis=1)
    has = (near >= _NEAR) & (near >= best[:, None] - _TIE)
    left = best >= _NEAR
    taken: list[int] = []
    while left.any():
        gain = has[left].sum(axis=0) + _SLIGHT * near[left].sum(axis=0)
        taken.append(int(gain.argmax()))
        left = left & ~has[:, taken[-1]]
    shares = tuple((near >= _NEAR).mean(axis=0).tolist())
    core = taken[0] if taken else 0
    return Carrier(given, core, tuple(taken), shares, float((best >= _NEAR).mean()))


def _nearness(words: Sequence[str], given: Sequence[Part], meaning: Meaning) -> Vectors:
    """How near each clause comes to each word; one spelt alike is all but the same."""
    there = [word for part in given for word in part.words]
    table = meaning.table(words, there)
    near = np.zeros((len(words), len(given)), np.float32)
    begin = 0
    for at, part in enumerate(given):
        end = begin + len(part.words)
        if end > begin:
            near[:, at] = table[:, begin:end].max(axis=1)
        begin = end
        spelt = {sound for word in part.words for sound in _sounds(word)}
        for row, word in enumerate(words):
            if near[row, at] < _SPELT and not spelt.isdisjoint(_sounds(word)):
                near[row, at] = _SPELT
    return near


@lru_cache(maxsize=16384)
def _sounds(word: str) -> tuple[str, ...]:
    """How a word sounds, and with what it begins if it is long."""
    sound = skeleton(word)
    return (sound, fold(word)[:_STEM]) if len(word) >= _STEM else (sound,)


def without_joint(text: str, language: Language) -> str:
    """A clause without the word that joins it to another: *and she promised*."""
    return _joint()[language].sub("", text, count=1)


@cache
def disputing(language: Language) -> tuple[str, ...]:
    """Beginnings of the verbs by which somebody denies what somebody says."""
    return tuple(_table()["disputing"][language].split())


@cache
def forbidding(language: Language) -> re.Pattern[str]:
    """What has the deed of a clause as forbidden: *interdits à la vente*."""
    return re.compile(rf"(?<!\w){_table()['forbidden'][language]}(?!\w)", re.IGNORECASE)


@cache
def _joint() -> dict[Language, re.Pattern[str]]:
    return {
        language: re.compile(rf"^(?:{'|'.join(words.split())})\b\s*", re.IGNORECASE)
        for language, words in _table()["joining"].items()
    }


@cache
def _cut() -> dict[Language, re.Pattern[str]]:
    signs = r"[,;:.!?–()»«“”\"„]+(?=\s|$)|\s[–—-](?=\s)|[„«“\"(](?=\w)"
    return {
        language: re.compile(
            rf"(?:{signs})|{_NOT_BEHIND}\s(?=(?:{'|'.join(words.split())})\b)", re.IGNORECASE
        )
        for language, words in _table()["joints"].items()
    }


@cache
def _begins() -> dict[Language, frozenset[str]]:
    return {language: frozenset(w.split()) for language, w in _table()["governed"].items()}


@cache
def _table() -> dict[str, dict[Language, str]]:
    return tomllib.loads((files(__package__) / "clauses.toml").read_text(encoding="utf-8"))
