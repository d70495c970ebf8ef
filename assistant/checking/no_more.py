"""Does a claim say *more effective than* where its quotes have *no more …* or *less effective*?

A denied comparison is seen by its form, so this holds across languages and long sentences. The
words are in `no_more.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from assistant.facts.cued import Cued
from assistant.facts.facts import Language
from assistant.facts.polarity import direction
from assistant.facts.reasons import Reason
from assistant.facts.tables import table

from .meaning import Meaning
from .rules import Sentence

_SAME = 0.5
"""Cosine from which two things that are compared are one: *effective, efficace*."""


class _Compared(NamedTuple):
    """How a text compares: what it has as more, as no more and as less than something."""

    more: re.Match[str] | None
    less: re.Match[str] | None
    no_more: bool
    more_beside: bool
    """More than something also where it is not denied."""


def says_more(text: str, language: Language) -> bool:
    """Does a claim say that something is more or less, and deny nothing?"""
    told = _compared(text, language)
    return bool(told.more or told.less) and not direction(text, language).denials


def may_be_no_more(text: str, language: Language) -> bool:
    """Has a quote anything that is less, or no more, and nothing that is more?"""
    told = _compared(text, language)
    return bool(told.less or told.no_more) and not told.more_beside


def no_more(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """Say if a claim has *more than* of what its quotes have as no more, or as less."""
    said = _compared(*claim)
    of = said.more["of"] if said.more and not said.less else None
    for quote in quotes:
        given = _compared(*quote)
        is_less = bool(
            of and given.less and float(meaning.table([of], [given.less["of"]]).max()) >= _SAME
        )
        if given.more_beside or not (is_less or (given.no_more and not given.less)):
            return None
    return Reason("denied")


@lru_cache(maxsize=2048)
def _compared(text: str, language: Language) -> _Compared:
    more, no_more, less = _patterns(language)
    denied = no_more.search(text)
    up = more.search(text)
    rest = more.search(no_more.pattern.sub(" ", text)) if denied else up
    return _Compared(up, less.search(text), denied is not None, rest is not None)


@cache
def _patterns(language: Language) -> tuple[Cued, Cued, Cued]:
    """More than, no more than, less than."""
    words = table("no_more")[language]
    more, less = (frozenset(words[f"{kind}_cues"].split()) for kind in ("more", "less"))
    than = words["than"]
    return (
        _cued(more, words["more"] + than),
        _cued(more, words["denied"] + words["more"] + than),
        _cued(less, words["less"] + than),
    )


def _cued(cues: frozenset[str], pattern: str) -> Cued:
    return Cued(cues, re.compile(rf"(?<!\w){pattern}", re.IGNORECASE))
