"""Does a sentence tell of what was or of what is to come, for all that its forms show?

Without grammar, by the forms of `tenses.toml`: *has opened*, *will open*, and what tells of a time
to come without one, a present with its day (*opens next month*) and a headline (*Taxes to rise*).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from assistant.facts.facts import Language
from assistant.facts.tables import table

from .letters import words_of

_LONGEST = 20
"""Words of a sentence that is read: a longer one tells of several times."""


@lru_cache(maxsize=2048)
def tells_past(text: str, language: Language) -> bool:
    """Has a text a past form, be it only in what somebody has said?"""
    return _has("past", text, language)


@lru_cache(maxsize=2048)
def only_past(text: str, language: Language) -> bool:
    """Has a claim a past form other than that it is said, and none of what is to come?"""
    if _has("future", text, language):
        return False
    told = _pattern("beside", language).sub(" ", text)
    return _has("past", told, language) or (language == "en" and _has("alike", told, language))


@lru_cache(maxsize=2048)
def only_to_come(sentence: str, language: Language) -> bool:
    """Is a short sentence in a form of what is to come, and says nothing of the past?"""
    if len(words_of(sentence)) > _LONGEST or not _is_to_come(sentence, language):
        return False
    return not _has("past", _pattern("beside", language).sub(" ", sentence), language)


@lru_cache(maxsize=2048)
def may_come(text: str, language: Language) -> bool:
    """Has a text anything by which something may be to come: a future, a day, a plan?"""
    return _is_to_come(text, language) or _has("ahead", text, language)


def _is_to_come(sentence: str, language: Language) -> bool:
    if _has("future", sentence, language) or _has("next", sentence, language):
        return True
    return language == "en" and _has("headline", sentence, language)


def _has(kind: str, text: str, language: Language) -> bool:
    return _pattern(kind, language).search(text) is not None


@cache
def _pattern(kind: str, language: Language) -> re.Pattern[str]:
    return re.compile(table("tenses")[kind][language], re.IGNORECASE)
