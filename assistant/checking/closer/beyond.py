"""What sets a thing above or apart from all others must be in the quotes: *only*, *than any other*.

A few words put before a true claim or behind it change little of its gist and much of what it says.
The words are in `beyond.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.checking.meaning import Meaning
from assistant.facts.facts import Language
from assistant.facts.reasons import Reason
from assistant.facts.text.cued import cued
from assistant.facts.text.letters import has_digit

from .rules import Sentence


def sets_above(text: str, language: Language) -> re.Match[str] | None:
    """Does a text set something above or apart from all others?"""
    return cued("beyond", "sets_above", language).search(text)


def says_only_so_much(text: str, language: Language) -> re.Match[str] | None:
    """Does a text call a figure little?"""
    return cued("beyond", "only_so_much", language).search(text) if has_digit(text) else None


def only_so_much(claim: Sentence, quotes: Sequence[Sentence], _: Meaning) -> Reason | None:
    """Say if a claim calls a figure little, and nothing in its quotes does."""
    return _missing(says_only_so_much(*claim), "little", quotes)


def beyond(claim: Sentence, quotes: Sequence[Sentence], _: Meaning) -> Reason | None:
    """Say if a claim sets something above or apart from all others, and its quotes do not."""
    return _missing(sets_above(*claim), "owned", quotes)


def _missing(found: re.Match[str] | None, kind: str, quotes: Sequence[Sentence]) -> Reason | None:
    if found is None or any(cued("beyond", kind, tongue).search(text) for text, tongue in quotes):
        return None
    return Reason("missing", found[0])
