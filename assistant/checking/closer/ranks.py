"""A place among several is not the first: *the second largest*, *one of the largest*, *largest*.

The words are in `ranks.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assistant.checking.meaning import Meaning
from assistant.facts.facts import Language
from assistant.facts.reasons import Reason
from assistant.facts.tables import table
from assistant.facts.text.cued import cued

from .rules import Sentence


def says_first(text: str, language: Language) -> bool:
    """Does a text call something the first of all, and count no places?"""
    first = cued("ranks", "first", language).search(text)
    return first is not None and _place().search(text) is None


def ranks(text: str, language: Language) -> re.Match[str] | None:
    """Does a text give something a place behind the first?"""
    return cued("ranks", "ranked", language).search(text)


def first_for_second(claim: Sentence, quotes: Sequence[Sentence], _: Meaning) -> Reason | None:
    """Say if a claim has as *largest* what its quotes call the second, or one of the largest."""
    own = ranks(*claim)
    bare = claim.text.replace(own[0], " ") if own else claim.text
    found = cued("ranks", "first", claim.language).search(bare)
    for text, tongue in quotes:
        ranked = ranks(text, tongue)
        if (
            found
            and ranked
            and not cued("ranks", "first", tongue).search(text.replace(ranked[0], " "))
        ):
            return Reason("other", found[0], ranked[0])
    return None


@cache
def _place() -> re.Pattern[str]:
    return re.compile(table("ranks")["place"]["any"], re.IGNORECASE)
