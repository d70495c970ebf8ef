"""Does a claim say *more effective than* where its quotes have *no more …* or *less effective*?

A denied comparison is seen by its form, so this holds across languages and long sentences. The
words are in `no_more.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from assistant.checking.meaning import Meaning
from assistant.facts.direction.polarity import direction
from assistant.facts.facts import Language
from assistant.facts.reasons import Reason
from assistant.facts.tables import table
from assistant.facts.text.cued import Cued

from .rules import Sentence

_SAME = 0.5
"""Cosine from which two things that are compared are one: *effective, efficace*."""


class _Denied(NamedTuple):
    """What a quote has as no more and as less than something."""

    less: re.Match[str] | None
    no_more: bool
    more_beside: bool
    """More than something where it is not denied."""


def says_more(text: str, language: Language) -> bool:
    """Does a claim say that something is more or less, and deny nothing?"""
    more, _, less = _patterns(language)
    found = more.search(text) or less.search(text)
    return bool(found) and not direction(text, language).denials


def may_be_no_more(text: str, language: Language) -> bool:
    """Has a quote anything that is less, or no more, and nothing that is more?"""
    given = _denied(text, language)
    return bool(given.less or given.no_more) and not given.more_beside


def no_more(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """Say if a claim has *more than* of what its quotes have as no more, or as less."""
    more, _, less = _patterns(claim.language)
    said = more.search(claim.text) if not less.search(claim.text) else None
    of = said["of"] if said else None
    for quote in quotes:
        given = _denied(*quote)
        is_less = bool(
            of and given.less and float(meaning.table([of], [given.less["of"]]).max()) >= _SAME
        )
        if given.more_beside or not (is_less or (given.no_more and not given.less)):
            return None
    return Reason("denied")


@lru_cache(maxsize=2048)
def _denied(text: str, language: Language) -> _Denied:
    more, no_more, less = _patterns(language)
    denied = no_more.search(text) is not None
    rest = no_more.pattern.sub(" ", text) if denied else text
    return _Denied(less.search(text), denied, more.search(rest) is not None)


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
