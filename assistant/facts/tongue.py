"""Which of the four languages is this sentence in? Told by its function words.

A sentence that is only figures has no function words and no language: then the caller's guess
counts, or English. Documents are told by `index`, with a real model; this is for one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from .facts import LANGUAGES, Language
from .tables import table

_WORD = re.compile(r"[^\W\d_]+")
_MARKS: tuple[tuple[Language, frozenset[str]], ...] = (
    ("de", frozenset("äöüß")),
    ("fr", frozenset("éçêâîôûëïœ")),
    ("it", frozenset("òì")),
)
_ENOUGH = 4000
"""Characters that are looked at; more would not change the answer."""


@cache
def function_words() -> Mapping[Language, frozenset[str]]:
    """The words without content of each language, lower case."""
    raw = table("function_words")
    return {language: frozenset(raw[language].split()) for language in LANGUAGES}


@cache
def _owners() -> Mapping[str, tuple[Language, ...]]:
    owners: dict[str, tuple[Language, ...]] = {}
    for language, words in function_words().items():
        for word in words:
            owners[word] = (*owners.get(word, ()), language)
    return owners


@lru_cache(maxsize=4096)
def guess(text: str, default: Language = "en") -> Language:
    """The likeliest of the four languages; `default` when nothing tells."""
    scores = dict.fromkeys(LANGUAGES, 0.0)
    owners = _owners()
    sample = text[:_ENOUGH].lower()
    for word in _WORD.findall(sample):
        of = owners.get(word, ())
        for language in of:
            scores[language] += 1 / len(of)
    for language, marks in _MARKS:
        scores[language] += 0.7 * sum(mark in sample for mark in marks)
    best = max(LANGUAGES, key=lambda language: scores[language])
    return best if scores[best] > 0 else default


_OURS: Mapping[str | None, Language] = {language: language for language in LANGUAGES}


def known(language: str | None, text: str, default: Language = "en") -> Language:
    """The language given if it is one of ours, else the likeliest one."""
    if language in _OURS:
        return _OURS[language]
    for ours in LANGUAGES:
        if language and language.lower().startswith(ours):
            return ours
    return guess(text, default)
