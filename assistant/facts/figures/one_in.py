"""Shares in words: *one in five*, *un enfant sur cinq*, *jedes dritte Kind*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from assistant.facts.facts import Fact, Language
from assistant.facts.tables import table

from .words import read

_MOST = 1000
_CUES: dict[Language, tuple[str, ...]] = {
    "en": (" in ", " out of ", "very "),
    "fr": (" sur ",),
    "de": (" von ", "ede"),
    "it": (" su ",),
}
"""One of them is in every text with such a share."""


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    forms, beyond = table("one_in")[language], table("one_in")["beyond"]
    return (
        re.compile(rf"(?<![\w.,-]){forms['of']}(?![\w-]|[.,]\d)(?! ?[%$€£])(?! {beyond})"),
        re.compile(rf"(?<![\w-]){forms['nth']}(?=\w)(?!{beyond})"),
    )


def scan(text: str, language: Language) -> Iterator[Fact]:
    """Every such share as a number below one, found before the figures that it is made of."""
    if not any(cue in text for cue in _CUES[language]):
        return
    of, nth = _patterns(language)
    for match in of.finditer(text):
        above = _value(match["above"], language) if match["above"] else Decimal(1)
        below = _value(match["below"], language)
        if 0 < above < below <= _MOST:
            yield _share(match, above / below)
    for match in nth.finditer(text):
        below = _value(match["below"], language)
        if below > 1:
            yield _share(match, 1 / below)


def _share(match: re.Match[str], share: Decimal) -> Fact:
    said = match[0].rstrip()
    return Fact("number", match.start(), match.start() + len(said), said, share)


def _value(word: str, language: Language) -> Decimal:
    """What a word or a figure counts; nothing if it is no number below ten thousand."""
    if word.isdecimal():
        return Decimal(word)
    lower = word.lower()
    found = read(lower, language)
    return found.value if found and found.role in ("one", "unit", "ordinal") else Decimal(0)
