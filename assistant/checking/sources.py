"""What a claim is held against: the quotes as they are read, with their language and day."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, chain, islice
from typing import NamedTuple, TypeVar

import numpy as np

from assistant.facts import Language
from assistant.facts.text.spelling import fold
from assistant.facts.text.tongue import guess, known, told
from assistant.facts.text.written import written_out
from assistant.safe_text import as_read

from .gist import clauses, nearest, sentences
from .meaning import Meaning

_LONGEST_QUOTE, _MOST_FIGURES = 20_000, 400
"""Characters of a quote that are read, and figures; a citation is a few sentences."""
_MANY, _NEAREST = 24, 12
"""Quotes of which each is held against the claim by itself, and how many are of more: no answer
cites so many, and the more are read together, the more they seem to say."""
_AS_LONG = 1.6
"""A quote up to so many times as long as the claim is read whole for the way it points."""
_KEPT = 1024
"""Texts that are kept as they are read."""
_STEM = 5
"""Letters by which two forms of one word are known."""
_TOKEN = re.compile(r"\d+|[^\W\d_]{3,}")
"""A figure, or a word that may be more than a little one."""
_FIGURE = re.compile(r"\d+|(?<!\w)[A-ZÀ-Þ]")
"""What costs time to compare: figures, and words with a capital letter."""


class _Quote(NamedTuple):
    """A quote as it is given; the language and the day if they are."""

    text: str
    language: Language | None
    date: datetime.date | None


class Source(NamedTuple):
    """A quote, with the language and the day it was written in."""

    text: str
    language: Language
    date: datetime.date | None


def readable(text: str) -> str:
    """The part of a quote that is read: it ends early only where it is all figures."""
    if len(text) <= _MOST_FIGURES:
        return text
    text = text[:_LONGEST_QUOTE]
    last = next(islice(_FIGURE.finditer(text), _MOST_FIGURES, None), None)
    return text[: last.start()] if last else text


@lru_cache(maxsize=_KEPT)
def _as_written_out(text: str) -> str:
    """A text as it is read: what nobody sees left out, short forms in full."""
    return written_out(as_read(text))


def is_cut(text: str) -> bool:
    """Is a quote longer than what is read of it?"""
    text = as_read(text[: 2 * _LONGEST_QUOTE])
    return len(readable(text)) < len(text)


def languages_beside(
    claim: str,
    quotes: Sequence[str],
    languages: Sequence[str | None] | None,
    reader: str | None,
) -> tuple[Language, ...]:
    """The languages that a claim may be in where its own words leave that open.

    That of its first quote, which it may copy, before that of the answer.

    Args:
        claim: whose language the first quote is in if nothing else tells.
        quotes: texts.
        languages: of each, where known.
        reader: the language of the answer, where known.
    """
    found = []
    if quotes:
        given = languages[0] if languages else None
        found.append(
            told(given) or guess(quotes[0][:_LONGEST_QUOTE], guess(claim[:_LONGEST_QUOTE]))
        )
    return (*found, known(reader, "")) if reader else tuple(found)


def read_sources(
    quotes: Sequence[str],
    languages: Sequence[str | None] | None,
    dates: Sequence[datetime.date | None] | None,
    claim: str,
    spoken: Language,
    meaning: Meaning,
) -> list[Source]:
    """The quotes that say anything, each in its language, else in the likeliest.

    Args:
        quotes: texts.
        languages: of each, where known.
        dates: the day each was written, where known.
        claim: what they are held against; of very many quotes the nearest to it are read.
        spoken: its language, taken where nothing tells that of a quote.
        meaning: tells how near they are.
    """
    said = [
        _Quote(_as_written_out(text[: 2 * _LONGEST_QUOTE]), told(_at(languages, i)), _at(dates, i))
        for i, text in enumerate(quotes)
        if any(map(str.isalnum, text))
    ]
    sources = []
    for text, language, date in said if len(said) <= _MANY else _nearest(said, claim, meaning):
        text = readable(text)
        sources.append(Source(text, known(language, text, spoken), date))
    return sources


def nearest_part(claim: str, quote: str, meaning: Meaning) -> str:
    """The sentence of a quote that is nearest to a claim, or the clause if that is long."""
    for cut in (sentences, clauses):
        if len(quote) > _AS_LONG * len(claim):
            quote = nearest(claim, cut(quote), meaning)
    return quote


_Given = TypeVar("_Given")


def _at(given: Sequence[_Given | None] | None, place: int) -> _Given | None:
    """What is given for a place; None where nothing is."""
    return given[place] if given and place < len(given) else None


def _nearest(said: Sequence[_Quote], claim: str, meaning: Meaning) -> list[_Quote]:
    """The quotes that share most with a claim, in their order.

    Shared are words and figures, and what their nearest sentence means. Equal ones are read once;
    those without a figure or a longer word cannot say what a claim does.
    """
    tokens = {quote: _tokens(quote.text) for quote in said}
    said = [quote for quote, found in tokens.items() if found] or said[:1]
    if len(said) <= _MANY:
        return [*said]
    asked = _tokens(claim)
    parts = [sentences(quote.text) or (quote.text,) for quote in said]
    cosines = meaning.table((claim,), [*chain.from_iterable(parts)])[0]
    begins = [0, *accumulate(map(len, parts[:-1]))]
    near = np.maximum.reduceat(cosines, begins).tolist()
    ranks = [
        cosine + len(asked & tokens[quote]) / max(1, len(asked))
        for cosine, quote in zip(near, said, strict=True)
    ]
    chosen = sorted(range(len(said)), key=ranks.__getitem__, reverse=True)[:_NEAREST]
    return [said[at] for at in sorted(chosen)]


def _tokens(text: str) -> frozenset[str]:
    """The figures of a text and its words, as far as forms of one word have them in common."""
    return frozenset([fold(token)[:_STEM] for token in _TOKEN.findall(text)])
