"""What a claim is held against: the quotes as they are read, with their language and day."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple, TypeVar

from assistant.facts import Language
from assistant.facts.tongue import guess, known, told
from assistant.safe_text import as_read

_LONGEST_QUOTE, _MOST_FIGURES = 20_000, 400
"""Characters of a quote that are read, and figures; a citation is a few sentences."""
_MANY, _GATHERED = 24, 1_200
"""Quotes above which short ones are read together, and the characters they then have: each quote is
held against the claim by itself, and no answer cites so many."""
_TELLING = 16
"""Characters of a quote whose words may tell its language."""
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
    said = [
        _Quote(text[: 2 * _LONGEST_QUOTE], told(_at(languages, i)), _at(dates, i))
        for i, text in enumerate(quotes)
        if any(map(str.isalnum, text))
    ]
    said = said if len(said) <= _MANY else _gathered(said, claim_language)
    sources = []
    for text, language, date in said:
        text = readable(as_read(text))
        sources.append(Source(text, known(language, text, claim_language), date))
    return sources


_Given = TypeVar("_Given")


def _at(given: Sequence[_Given | None] | None, place: int) -> _Given | None:
    """What is given for a place; None where nothing is."""
    return given[place] if given and place < len(given) else None


def _gathered(said: Sequence[_Quote], spoken: Language) -> list[_Quote]:
    """Equal quotes once, and if they are still many, short ones read as one text.

    Only those of one language and day. Of very short ones that is guessed of the text they make.
    """
    said = [*dict.fromkeys(said)]
    if len(said) <= _MANY:
        return said
    whole: list[_Quote] = []
    parts: dict[tuple[Language | None, datetime.date | None], list[str]] = {}
    sizes: dict[tuple[Language | None, datetime.date | None], int] = {}
    for text, given, date in said:
        language = given or (guess(text, spoken) if len(text) >= _TELLING else None)
        kind = language, date
        of_one_kind = parts.setdefault(kind, [])
        sizes[kind] = sizes.get(kind, 0) + len(text)
        if sizes[kind] > _GATHERED:
            whole.append(_Quote("\n".join(of_one_kind), language, date))
            of_one_kind.clear()
            sizes[kind] = len(text)
        of_one_kind.append(text)
    whole += [_Quote("\n".join(texts), *kind) for kind, texts in parts.items() if texts]
    return [quote for quote in whole if quote.text]
