"""Does a quote speak of the same thing as a claim, even in another language?

Figures and names are compared exactly elsewhere; here it is the rest, the gist. What counts is
whether the *claim* is covered by the quote. A quote may say more than the claim, so nothing here
asks whether the quote is covered by the claim.

The measures of `Signals` are weighed by a logistic regression; its weights, what they were fitted
on and what came out are data, in `gist.toml`.
"""

from __future__ import annotations

import math
import re
import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain
from operator import mul
from typing import NamedTuple

import numpy as np

from assistant.facts.direction.opposites import poles
from assistant.facts.facts import Language
from assistant.facts.finding import find
from assistant.facts.names.sayings import credited
from assistant.facts.text.letters import lowered, words_of
from assistant.facts.text.spelling import skeleton
from assistant.facts.text.tongue import function_words

from .meaning import Meaning

_SENTENCE = re.compile(r"(?<=[.!?…»”])[ \n]+|\n+")
_LISTED = re.compile(r"^\W*\d{1,3}[.)]\s+")
"""The number of an item of a list."""
_ONE_NUMBER = re.compile(r"^\W*\d{1,3}(?: \d{3}){1,8}(?!\S*[ \d])|[^\s\w.,;:]")
"""A number with blanks between its thousands, or something like a percentage or a span."""
_ANSWERS = frozenset("yes no oui non ja nein sì si ok okay".split())
_MAX_CHARACTERS, _MAX_CLAIM_WORDS, _MAX_QUOTE_WORDS, _MAX_SENTENCES = 20_000, 120, 600, 40
_SAME_SPELLING = 0.9
"""What a word counts that the quote has in the same spelling, whatever its vector."""
_NEAR, _FAR = 0.45, 0.3
"""Cosines from which a word has a counterpart, and below which it has none."""
_STEM = 5
"""Words that begin with the same letters are forms of one: *investira*, *investissement*."""
_THING = 3
"""Words up to which a text with one word of content may be a thing alone: *the old harbour*."""
_VERBATIM = 0.5
"""Share of a claim's words that the quotes must have too, for the others to stand out."""


class Signals(NamedTuple):
    """How far the quotes cover the claim; every share is between 0 and 1."""

    cosine: float
    """Of the claim to the nearest sentence of the quotes, or to all of them together."""
    cover: float
    """Mean over the claim's content words of the best cosine to a word of the quotes."""
    found: float
    """Share of the claim's words that have a near word in the quotes."""
    foreign: float
    """Share of the claim's words that have no word of the quotes even far around them."""
    weakest: float
    """Mean of the lowest third of those best cosines."""
    spread: float
    """Distinct words of the quotes that were somebody's near word, per word of the claim."""
    spelt: float
    """Share of the claim's words that the quotes have in the same spelling."""
    claim_length: float
    """Logarithm of the number of content words of the claim."""
    quote_length: float
    figures: float
    """How many figures, dates and amounts of the claim were found in the quotes, at most 2."""
    strangers: float
    """How many names of the claim the quotes do not have, at most 2."""


class Content(NamedTuple):
    """The words of a text that carry its meaning, lower case, and how each of them sounds."""

    words: tuple[str, ...]
    sounds: tuple[str, ...]
    distinct: tuple[str, ...]
    """The words, each once, and no more than are compared."""
    heard: Mapping[str, None]
    """The sounds, to look one up: the collector of garbage passes over a `dict` of words."""


@lru_cache(maxsize=2048)
def content(text: str, language: Language) -> Content:
    """The content words of a text, or all its words if none carries content."""
    words = lowered(text[:_MAX_CHARACTERS])
    empty = function_words()[language]
    kept = tuple([word for word in words if word not in empty and len(word) > 1]) or words
    distinct = tuple(dict.fromkeys(kept))[:_MAX_QUOTE_WORDS]
    sounds = tuple(map(skeleton, kept))
    return Content(kept, sounds, distinct, dict.fromkeys(sounds))


@lru_cache(maxsize=2048)
def says_something(text: str, language: Language) -> bool:
    """Does a text state anything: more than yes or no, than one ordinary word?

    A figure alone says that it is there: so is *in 1912* told to who asked when.
    """
    said = _LISTED.sub("", text[:_MAX_CHARACTERS], count=1)
    words = words_of(said)
    empty = function_words()[language]
    told = next((w for w in words if (low := w.lower()) not in empty and low not in _ANSWERS), "")
    if told and (len(words) > 1 or told[0].isupper()):
        more = [w for w in words if w.lower() not in empty and w.lower() not in _ANSWERS]
        if len(more) > 1 or len(words) > _THING or any(map(str.isdigit, said)):
            return True
        return bool(find(said, language))
    if not words and len(said.split()) > 1 and not _ONE_NUMBER.search(said):
        return False  # 12 34 5,6
    figures = any(map(str.isdigit, said))
    return figures and (bool(told) or _ANSWERS.isdisjoint(map(str.lower, words)))


@lru_cache(maxsize=2048)
def compared(text: str, language: Language) -> tuple[str, ...]:
    """Everything of a text whose meaning is asked for: its words, its sentences, and itself."""
    return (*content(text, language).words, *sentences(text), text[:_MAX_CHARACTERS])


def signals(
    claim: str,
    quotes: Sequence[tuple[str, Language]],
    language: Language,
    meaning: Meaning,
    *,
    figures: int,
    strangers: int,
) -> Signals | None:
    """Measure how far quotes cover a claim; None if either has no words."""
    said = content(claim, language)
    words, sounds = said.words, said.sounds
    if len(words) > _MAX_CLAIM_WORDS:
        words, sounds = words[:_MAX_CLAIM_WORDS], sounds[:_MAX_CLAIM_WORDS]
    given = [content(*quote) for quote in quotes]
    there = _distinct(given)
    if not words or not there:
        return None
    heard = _heard(given)
    table = meaning.table(words, there)
    spelt = [sound in heard for sound in sounds]
    best = [
        _SAME_SPELLING if same and cosine < _SAME_SPELLING else cosine
        for cosine, same in zip(np.maximum.reduce(table, axis=1).tolist(), spelt, strict=True)
    ]
    near = {at for at, x in zip(table.argmax(axis=1).tolist(), best, strict=True) if x > _NEAR}
    count = len(words)
    ranked = sorted(best)
    third = max(1, count // 3)
    return Signals(  # by place: twice as fast as by name, and this is done for every pair
        _cosine(claim, quotes, meaning),
        sum(best) / count,
        (count - bisect_right(ranked, _NEAR)) / count,
        bisect_left(ranked, _FAR) / count,
        sum(ranked[:third]) / third,
        len(near) / count,
        sum(spelt) / count,
        math.log(count + 1),
        math.log(len(there) + 1),
        min(2, figures),
        min(2, strangers),
    )


def added(
    claim: str, quotes: Sequence[tuple[str, Language]], language: Language, meaning: Meaning
) -> str:
    """Words of a claim, as it writes them, that its quotes have nothing near; else empty.

    Asked only of a claim that is otherwise in the words of the quotes of its own language:
    *accordo di cooperazione militare segreta* against *accordo di cooperazione*, *réduire* for
    *accroître*. Where a sentence is copied but for a word, that word is what was changed. A
    paraphrase has other words anyway. A quote in another language accounts for a word only by a
    translation of it.
    """
    said = content(claim, language)
    own = [content(*quote) for quote in quotes if quote[1] == language]
    there = _distinct(own)
    words = said.words[:_MAX_CLAIM_WORDS]
    heard = _heard(own)
    spelt = [sound in heard for sound in said.sounds[:_MAX_CLAIM_WORDS]]
    if not there or sum(spelt) < _VERBATIM * len(words):
        return ""
    best = meaning.table(words, there).max(axis=1)
    begins = {word[:_STEM] for word in there}
    strange = [
        word
        for word, near, same in zip(words, best.tolist(), spelt, strict=True)
        if near < _FAR and not same and word[:_STEM] not in begins
    ]
    abroad = [w for q in quotes if q[1] != language for w in content(*q).words][:_MAX_QUOTE_WORDS]
    if strange and abroad:
        near = meaning.table(strange, abroad).max(axis=1).tolist()
        strange = [word for word, cosine in zip(strange, near, strict=True) if cosine < _NEAR]
    if strange:
        sides = frozenset().union(*(poles(part.words, language) for part in own))
        strange = [word for word in strange if sides.isdisjoint(poles((word,), language))]
    if strange and (credits := credited(claim, quotes, language)):
        strange = [word for word in strange if word not in credits]
    return _as_written(strange[:3], claim)


def _as_written(words: Sequence[str], claim: str) -> str:
    """Words as a claim writes them; a comma between two that do not stand together there."""
    told, last = "", -1
    for word in words:
        found = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE).search(claim)
        beside = found and last >= 0 and not claim[last : found.start()].strip(" -‑\u00a0")
        told += (" " if beside else ", ") if told else ""
        told += found.group() if found else word
        last = found.end() if found else -1
    return told


def _distinct(parts: Sequence[Content]) -> Sequence[str]:
    """The words of several texts, each once."""
    if len(parts) == 1:
        return parts[0].distinct
    return list(dict.fromkeys(w for part in parts for w in part.words))[:_MAX_QUOTE_WORDS]


def _heard(parts: Sequence[Content]) -> Mapping[str, None]:
    """The sounds of the words of several texts."""
    if len(parts) == 1:
        return parts[0].heard
    return dict.fromkeys(chain.from_iterable([part.heard for part in parts]))


def nearest(claim: str, parts: Sequence[str], meaning: Meaning) -> str:
    """The part of a quote that comes nearest to a claim in meaning; there is at least one."""
    if len(parts) < 2:
        return parts[0]
    return parts[int(meaning.table([claim[:_MAX_CHARACTERS]], parts)[0].argmax())]


def likelihood(found: Signals) -> float:
    """How likely the quotes cover the claim's gist, 0 to 1, by the fitted weights."""
    weights, bias = _fitted()
    total = bias + sum(map(mul, weights, found))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def thresholds() -> tuple[float, float]:
    """Likelihood from which the gist counts as covered, and below which as another subject."""
    fitted = _raw()["thresholds"]
    return fitted["covered"], fitted["related"]


@lru_cache(maxsize=2048)
def sentences(quote: str) -> tuple[str, ...]:
    """The sentences of a quote, at most as many as are read; itself if it has none."""
    parts = tuple(part for part in _SENTENCE.split(quote[:_MAX_CHARACTERS]) if part.strip())
    return parts[:_MAX_SENTENCES]


def clauses(sentence: str) -> tuple[str, ...]:
    """What semicolons part."""
    return tuple(part for part in sentence.split("; ")[:_MAX_SENTENCES] if part.strip())


def _cosine(claim: str, quotes: Sequence[tuple[str, Language]], meaning: Meaning) -> float:
    near = meaning.table((claim[:_MAX_CHARACTERS],), _parts(*[quote for quote, _ in quotes]))
    return float(near.item() if near.size == 1 else near.max())


@lru_cache(maxsize=2048)
def _parts(*quotes: str) -> tuple[str, ...]:
    """The sentences of all quotes, and where there are several, all of them together."""
    parts = tuple(chain.from_iterable(map(sentences, quotes)))[:_MAX_SENTENCES]
    return (*parts, " ".join(parts)) if len(parts) > 1 else parts or ("",)


@cache
def _raw() -> dict[str, dict[str, float]]:
    text = (files(__package__) / "gist.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _fitted() -> tuple[tuple[float, ...], float]:
    weights = _raw()["weights"]
    return tuple(weights[name] for name in Signals._fields), weights["bias"]
