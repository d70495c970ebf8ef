"""What a claim is held against: the quotes as they are read, with their language and day."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from assistant.facts import Language
from assistant.facts.tongue import guess, known, told
from assistant.safe_text import as_read

_LONGEST_QUOTE, _MOST_FIGURES = 20_000, 400
"""Characters of a quote that are read, and figures; a citation is a few sentences."""
_MANY, _GATHERED = 24, 600
"""Quotes above which short ones are read together, and the characters they then have: each quote is
held against the claim by itself, and no answer cites so many."""
_FIGURE = re.compile(r"\d+|(?<!\w)[A-ZÀ-Þ]")
"""What costs time to compare: figures, and words with a capital letter."""


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
    claim_language: Language,
) -> list[Source]:
    """The quotes that say anything, each in its language, else in the likeliest.

    Args:
        quotes: texts.
        languages: of each, where known.
        dates: the day each was written, where known.
        claim_language: taken where nothing tells.
    """
    sources = []
    for i, text in enumerate(quotes):
        if not any(map(str.isalnum, text)):
            continue
        given = languages[i] if languages and i < len(languages) else None
        date = dates[i] if dates and i < len(dates) else None
        text = readable(as_read(text[: 2 * _LONGEST_QUOTE]))
        sources.append(Source(text, known(given, text, claim_language), date))
    return sources if len(sources) <= _MANY else _gathered(sources)


def _gathered(sources: Sequence[Source]) -> list[Source]:
    """The same with short ones of one language and day read as one text."""
    gathered: list[Source] = []
    for source in sources:
        last = gathered[-1] if gathered else None
        if last and last[1:] == source[1:] and len(last.text) + len(source.text) < _GATHERED:
            gathered[-1] = last._replace(text=f"{last.text}\n{source.text}")
        else:
            gathered.append(source)
    return gathered
