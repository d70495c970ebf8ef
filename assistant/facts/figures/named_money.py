"""Currencies that a text speaks of, with or without a figure: *how many Canadian dollars*."""

from __future__ import annotations

import re

from assistant.facts.facts import Language

from . import currencies
from .measures import currency_forms, unit_of

_CAPITALISED = re.compile(r"[^\W\d_](?=[a-zß-öø-ÿ])(?<![a-zß-öø-ÿ])")
_BEGINS = re.compile(r"(?<![^\W\d_])[^\W\d_]")


def currencies_named(text: str, language: Language) -> frozenset[str]:
    """Find the codes of the currencies that a text names.

    *Canadian dollars* are CAD, *crowns* each currency of that name. They are known by the
    same lists by which amounts are read.
    """
    codes: set[str] = set()
    rest = text
    for word in _BEGINS.finditer(text):
        if full := currencies.behind(text, word.start()):
            codes.update(full[0].split("/"))
            rest = rest[: word.start()] + " " * (full[1] - word.start()) + rest[full[1] :]
    for code, form in currency_forms():
        if re.search(rf"(?<!\w)(?:{form.pattern})(?!\w)", rest):
            codes.add(code)
    for word in _BEGINS.finditer(rest):
        if language != "de" and _CAPITALISED.match(rest, word.start()):
            continue  # *France* is no franc
        if noun := currencies.noun_behind(rest, word.start(), language):
            codes.update(noun[0].split("/"))
    return frozenset(codes)


def is_only_money(word: str, language: Language) -> bool:
    """Tell whether a word names money and nothing else: *crowns* does, *pounds* may be a weight."""
    return not unit_of(word) and bool(currencies_named(word, language))
