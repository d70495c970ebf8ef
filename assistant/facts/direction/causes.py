"""What a text gives as the cause of something: *because of the floods*, *wegen der Fluten*."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from assistant.facts.facts import Language
from assistant.facts.tables import table
from assistant.facts.text.letters import lowered
from assistant.facts.text.tongue import function_words

_MOST = 6
"""Words of a cause that are compared."""
_LONGEST = 2_000
"""Characters that are read."""
_CLAUSE_ENDS = re.compile(r"[.,;:!?()«»“”\"]")


@lru_cache(maxsize=4096)
def causes(text: str, language: Language) -> tuple[tuple[str, ...], ...]:
    """The words with content of every cause that a text names with such a word, lower case."""
    return _behind(_pattern(language, "of"), text, language)


@lru_cache(maxsize=4096)
def denied_causes(text: str, language: Language) -> tuple[tuple[str, ...], ...]:
    """The same of what a text names as not the cause: *not because of the fog*."""
    return _behind(_pattern(language, "denied"), text, language)


def _behind(pattern: re.Pattern[str], text: str, language: Language) -> tuple[tuple[str, ...], ...]:
    found = []
    empty = function_words()[language]
    for match in pattern.finditer(text[:_LONGEST]):
        behind = _CLAUSE_ENDS.split(text[match.end() : match.end() + 80], maxsplit=1)[0]
        words = tuple(word for word in lowered(behind) if word not in empty and len(word) > 1)
        if words:
            found.append(words[:_MOST])
    return tuple(found)


@lru_cache(maxsize=4096)
def may_tell_a_cause(text: str, language: Language) -> bool:
    """Has a text any word that may tell of a cause?"""
    return _any(language).search(text[:_LONGEST]) is not None


@cache
def _pattern(language: Language, kind: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{table('causes')[kind][language]})(?:(?<=['’])|(?!\w))", re.IGNORECASE
    )


@cache
def _any(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{table('causes')['all'][language]})(?!\w)", re.IGNORECASE)
