"""*And in yuan?*, *and in miles?*: what was asked, counted in something else.

A currency takes the place of the one currency that the question before names, a unit that of one
that measures the like. Where there is none, it is put behind the question: the verb stays, and the
next follow-up finds it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from assistant.facts import Language
from assistant.facts.figures import currencies
from assistant.facts.figures.measures import NO_UNIT, currency_forms, unit_of, units
from assistant.facts.figures.named_money import currencies_named

_IN = {"en": "in", "fr": "en", "de": "in", "it": "in"}
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_MOST = 3
"""Words of a currency's or a unit's name: *Hong Kong dollars*."""
_SMALL = frozenset("de di d of".split())
"""Words inside such a name: *dollars de Hong Kong*."""
_PEOPLE_TOO = frozenset({"Mark"})
"""Currencies that are first names."""
_BEFORE_IT = re.compile(r"\b(?:de |d['’])\Z", re.IGNORECASE)
_VOWEL = re.compile(r"[aeiouâàéèêëîïôûh]", re.IGNORECASE)


class _Measure(NamedTuple):
    """What a question is to be answered in, and where it says so."""

    start: int
    end: int
    kind: str
    """What it measures: money, a length."""


def in_other_unit(bare: str, before: str, language: Language) -> str:
    """Put the unit that a follow-up asks for into the question before; empty where it brings none.

    Args:
        bare: the follow-up, without *and* and its question mark.
        before: the question before it, in full.
        language: of both.
    """
    lead = re.match(rf"{_IN[language]} ", bare, re.IGNORECASE)
    unit = bare[lead.end() :] if lead else bare
    brought = _measures(unit, language)
    if len(brought) != 1 or (brought[0].start, brought[0].end) != (0, len(unit)):
        return ""
    told = [measure for measure in _measures(before, language) if measure.kind == brought[0].kind]
    if len(told) == 1:
        ahead = before[: told[0].start]
        if language == "fr" and _BEFORE_IT.search(ahead):
            ahead = _BEFORE_IT.sub("d'" if _VOWEL.match(unit) else "de ", ahead)
        return ahead + unit + before[told[0].end :]
    mark = re.search(r"\s*\?\s*\Z", before)
    end = mark.start() if mark else len(before)
    return f"{before[:end]} {_IN[language]} {unit}{before[end:]}"


def names_money(text: str, language: Language) -> bool:
    """Tell whether a text ends in a currency or a unit: *Milliarden Dollar* is nobody's name."""
    found = _measures(text, language)
    return text not in _PEOPLE_TOO and bool(found) and found[-1].end == len(text)


def _measures(text: str, language: Language) -> list[_Measure]:
    """The currencies and units in a text, each as long as it is written."""
    words = list(_WORD.finditer(text))
    found: list[_Measure] = []
    for at in range(len(words)):
        if found and words[at].start() < found[-1].end:
            continue
        for many in range(min(_MOST, len(words) - at), 0, -1):
            start, end = words[at].start(), words[at + many - 1].end()
            edges = {words[at][0].lower(), words[at + many - 1][0].lower()}
            kind = "" if edges & _SMALL else _kind(text[start:end], many, language)
            if kind:
                found.append(_Measure(start, end, kind))
                break
    return found


def _kind(form: str, words: int, language: Language) -> str:
    """What a form measures; empty where it is no name of a currency or a unit, whole."""
    if words > 1:
        full = currencies.behind(form, 0)
        listed = any(pattern.fullmatch(form) for _, pattern in currency_forms())
        return "money" if listed or (full and full[1] == len(form)) else ""
    if f"{language}:{form.lower()}" in NO_UNIT:
        return ""
    if len(form) > 1 and (unit := unit_of(form)):
        return units()[unit].dimension if unit in units() else ""
    return "money" if currencies_named(form, language) else ""
