"""Recognise a nugget in an answer, whichever of the four languages says it.

* ``number``: some reading of some figure is exactly the value, or one of the values.
* ``date``: named at least as precisely as it is wanted.
* ``name``: the words of a spelling in a row, each with its capital, if it has one; accents do not
  matter, a genitive -s and elided articles are allowed, and a word of five sounds or more may be
  written for another language (``Poutine``). ``Keller`` is not ``Kellner``, ``weil`` no ``Weil``.
* ``words``: one of the phrases; ``*`` stands for the rest of a word, ``..`` for up to six words.
* ``answer``: yes or no as the first word of a sentence.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from assistant import sounds_alike
from evals.cases import Case, Nugget
from evals.text.values import names_date, numbers, parse_iso

_MARKERS = re.compile(r"\[\d+\]")
_WORD = re.compile(r"[^\W_]+")
_GAP = 6
_YES_NO = {
    "yes": re.compile(r"(?:^|[.!?:\n]\s*)(?:yes|oui|ja|sì|si|doch)\b(?!\w)", re.IGNORECASE),
    "no": re.compile(r"(?:^|[.!?:\n]\s*)(?:no|non|nein)\b", re.IGNORECASE),
}


def says(text: str, nugget: Nugget, language: str) -> bool:
    """Tell whether a text says a nugget.

    Args:
        text: an answer, with or without citation markers.
        nugget: what to look for.
        language: language of the reader.
    """
    text = unicodedata.normalize("NFC", _MARKERS.sub(" ", text).replace("\u2060", ""))
    if nugget.kind == "number":
        return not numbers(text, language).isdisjoint(nugget.values)
    if nugget.kind == "date":
        wanted = parse_iso(nugget.phrases[0])
        return wanted is not None and names_date(wanted, text)
    if nugget.kind == "answer":
        return bool(_YES_NO[nugget.phrases[0]].search(text))
    if nugget.kind == "name":
        return any(_names(text, name) for name in nugget.phrases)
    return any(_pattern(phrase).search(fold(text)) for phrase in nugget.phrases)


def misled(text: str, case: Case) -> list[str]:
    """Return the forbidden nuggets that a text says without saying what would make them right."""
    return [
        nugget.id
        for nugget in case.forbidden
        if says(text, nugget, case.language)
        and not (nugget.unless and says(text, nugget.unless, case.language))
    ]


def fold(text: str) -> str:
    """Return the words of a text in lower case without accents, one space between them."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(_WORD.findall(plain))


def _names(text: str, name: str) -> bool:
    if len(name) <= 3 and name.isupper():
        return re.search(rf"\b{re.escape(name)}\b", text) is not None
    wanted, there = _WORD.findall(name), _WORD.findall(text)
    return any(
        all(map(_is_spelling, wanted, there[at : at + len(wanted)]))
        for at in range(len(there) - len(wanted) + 1)
    )


def _is_spelling(wanted: str, given: str) -> bool:
    if wanted[0].isupper() and not given[0].isupper():
        return False
    # The product's ear for names: a ruler of our own would need a list of all of them.
    return fold(given) == f"{fold(wanted)}es" or sounds_alike(wanted, given)


@lru_cache(maxsize=1024)
def _pattern(phrase: str) -> re.Pattern[str]:
    parts: list[str] = []
    for word in phrase.split():
        if word == "..":
            parts.append(rf"(?:\S+ ){{0,{_GAP}}}")
        else:
            stem = re.escape(fold(word.rstrip("*")))
            parts.append(stem + (r"\S*" if word.endswith("*") else "") + " ")
    body = "".join(parts).rstrip(" ")
    return re.compile(rf"(?<!\S){body}(?!\S)")
