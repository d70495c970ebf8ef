"""What may be put in behind a statement: *after years of delay*, *, ce qui a provoqué un scandale*.

The words are in `additions.toml`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from assistant.facts.facts import Language
from assistant.facts.tables import table
from assistant.facts.text.cued import cued
from assistant.facts.text.letters import has_any, has_digit, word_set

_QUOTED = ("«", "»", "“", "”", "„", '"')
_ENDS = re.compile(r"[,;:.!?()]")
_NOUN = re.compile(r"[A-ZÄÖÜ]\w+")
_REACH = 60
"""Characters behind a preposition that are read."""


@lru_cache(maxsize=4096)
def additions(text: str, language: Language) -> tuple[str, ...]:
    """What a sentence says behind such a word, without figures; nothing of one with a quotation."""
    if has_any(text, _QUOTED):
        return ()
    phrase, clause = _patterns(language)
    found = []
    for match in phrase.finditer(text):
        behind = _ENDS.split(text[match.end() : match.end() + _REACH], maxsplit=1)[0]
        noun = _NOUN.search(behind) if language == "de" else None
        found.append(behind[: noun.end()] if noun else behind)
    for match in clause.finditer(text, 1):
        found.append(text[match.start() + 1 :].strip(" ."))
    return tuple(part for part in found if not has_digit(part))


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = table("additions")
    phrase = rf"(?<=\w )(?:{words['phrase'][language]})(?:(?<= d)['’]?|(?!\w))"
    return re.compile(phrase), re.compile(rf"(?:{words['clause'][language]})")


def calls_first(text: str, language: Language) -> re.Match[str] | None:
    """Does a text call something the first of all in some way: *the most expensive*?"""
    found = cued("additions", "most", language).finditer(text)
    return next((m for m in found if m[0].split()[-1].islower()), None)  # der Bürgermeister


def may_call_first(text: str) -> bool:
    """Has a text of any language a word that may say so?"""
    begins, ends = _above()
    return any(word.startswith(begins) or word.endswith(ends) for word in word_set(text))


@cache
def _above() -> tuple[tuple[str, ...], tuple[str, ...]]:
    words = table("additions")["above"]
    return tuple(words["words"].split()), tuple(words["ends"].split())
