"""What a text says only on a condition: *if the court agrees*, *sous réserve de*, *purché*.

The words are in `conditions.toml`. Of a sentence without such a clause nothing is read.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from assistant.facts.facts import Language
from assistant.facts.tables import table
from assistant.facts.text.cued import cued
from assistant.facts.text.letters import Met, lowered

_ENDS = re.compile(r"[,;:()–]|[.!?](?=\s|$)")
_LONGEST = 2_000


class Conditional(NamedTuple):
    """A sentence that holds on a condition."""

    condition: str
    main: str
    """The rest of the sentence."""


def conditional(text: str, language: Language) -> Conditional | None:
    """Part a sentence that holds on a condition; None if it has none.

    Args:
        text: one sentence.
        language: its language.
    """
    found = cued("conditions", "begins", language).search(text[:_LONGEST])
    if found is None:
        return None
    end = _ENDS.search(text, found.end())
    until = end.start() if end else len(text)
    return Conditional(text[found.start() : until], text[: found.start()] + text[until:])


def may_depend(text: str, language: Language) -> bool:
    """May a text, by any word of it, own that what it says depends on something?"""
    return any(map(_owning().__getitem__, lowered(text)))


@cache
def _owning() -> Met[bool]:
    forms = table("conditions")["owns"]["words"].split()
    whole = frozenset(form[:-1] for form in forms if form.endswith("="))
    begins = tuple(form for form in forms if not form.endswith("="))
    return Met(lambda word: word in whole or word.startswith(begins))
