"""Offices of ministers that a claim and its quotes share, each made one word for all languages.

The vectors put no German compound near two words: *Innenminister*, *ministre de l'Intérieur*. Where
both sides name the same office, whose it is need not be found by meaning any more, and *minister*
alone is left for that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assistant.facts.facts import Language
from assistant.facts.names.kinds import Member, members
from assistant.facts.tables import table

_CLASS = "portfolio"
"""The closed class of the offices of ministers."""

Sentence = tuple[str, Language]


def bare_offices(claim: Sentence, quotes: Sequence[Sentence]) -> tuple[str, list[Sentence]]:
    """A claim and its quotes without the fields of the ministers whom they share.

    Args:
        claim: a sentence and its language.
        quotes: what it is held against; none in the claim's language needs this.
    """
    text, language = claim
    if not _cue().search(text) or all(tongue == language for _, tongue in quotes):
        return text, [*quotes]
    said = _offices(claim)
    given = [_offices(quote) for quote in quotes] if said else []
    shared = {member for member in said if any(member in one for one in given)}
    if not shared:
        return text, [*quotes]
    bare = [
        (_bare(*quote, [words for member, words in one.items() if member in shared]), quote[1])
        for quote, one in zip(quotes, given, strict=True)
    ]
    return _bare(text, language, [said[member] for member in shared]), bare


def _offices(sentence: Sentence) -> dict[Member, str]:
    """The offices of a text, each with its words as written."""
    return {one: words for one, words in members(*sentence).items() if one[0] == _CLASS}


def _bare(text: str, language: Language, offices: Sequence[str]) -> str:
    for words in offices:
        written = r"\W+".join(re.escape(word) for word in words.split())
        text = re.sub(rf"(?<!\w){written}(?!\w)", table("offices")["minister"][language], text)
    return text


@cache
def _cue() -> re.Pattern[str]:
    """What is in a word for any of them."""
    return re.compile(table("offices")["minister"]["cue"], re.IGNORECASE)
