"""How often, or for how long an amount is: *900 euros a month, deux fois par an, wöchentlich*.

A rate is told where a text says *per*, *a month* behind a figure, *every week*, or has an adverb;
what may mean one, a hint, is any word of the same unit: *Monatsmiete*, *the year*.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from assistant.facts.facts import Language
from assistant.facts.text.letters import beginnings, has_any, lowered, word_set

_UNITS: dict[Language, dict[str, str]] = {
    "en": {"minute": "minute", "hour": "hour", "day": "day", "week": "week", "month": "month",
           "quarter": "quarter", "year": "year annum", "monday": "monday mondays",
           "tuesday": "tuesday tuesdays", "wednesday": "wednesday wednesdays",
           "thursday": "thursday thursdays", "friday": "friday fridays",
           "saturday": "saturday saturdays", "sunday": "sunday sundays"},
    "fr": {"minute": "minute minutes", "hour": "heure heures", "day": "jour jours",
           "week": "semaine semaines", "month": "mois", "quarter": "trimestre trimestres",
           "year": "an ans année années", "monday": "lundi lundis", "tuesday": "mardi mardis",
           "wednesday": "mercredi mercredis", "thursday": "jeudi jeudis",
           "friday": "vendredi vendredis", "saturday": "samedi samedis",
           "sunday": "dimanche dimanches"},
    "de": {"minute": "minute minuten", "hour": "stunde stunden", "day": "tag tage tagen",
           "week": "woche wochen", "month": "monat monate monaten",
           "quarter": "quartal quartale", "year": "jahr jahre jahren jahrs", "monday": "montag",
           "tuesday": "dienstag", "wednesday": "mittwoch", "thursday": "donnerstag",
           "friday": "freitag", "saturday": "samstag sonnabend", "sunday": "sonntag"},
    "it": {"minute": "minuto minuti", "hour": "ora ore", "day": "giorno giorni",
           "week": "settimana settimane", "month": "mese mesi", "quarter": "trimestre trimestri",
           "year": "anno anni", "monday": "lunedì", "tuesday": "martedì",
           "wednesday": "mercoledì", "thursday": "giovedì", "friday": "venerdì",
           "saturday": "sabato", "sunday": "domenica domeniche"},
}  # fmt: skip
_ADVERBS: dict[Language, dict[str, str]] = {
    "en": {"hour": "hourly", "day": "daily", "week": "weekly", "month": "monthly",
           "quarter": "quarterly", "year": "yearly|annually"},
    "fr": {"day": "quotidiennement", "week": "hebdomadaire(?:ment|s)?",
           "quarter": "trimestriel\\w*",
           "month": "mensuel(?:le)?(?:ment|s)?", "year": "annuellement"},
    "de": {"hour": "stündlich\\w*", "day": "täglich", "week": "wöchentlich\\w*",
           "month": "monatlich\\w*", "quarter": "vierteljährlich\\w*",
           "year": "jährlich|alljährlich"},
    "it": {"day": "quotidianamente",
           "week": "(?<!al )(?<!il )(?<!un )(?<!del )settimanal(?:e|i|mente)",
           "quarter": "trimestral\\w+",
           "month": "mensil(?:e|i|mente)", "year": "annualmente"},
}  # fmt: skip
_ADVERBS_BEGIN: dict[Language, frozenset[str]] = {
    "en": frozenset("hour dail week mont quar year annu".split()),
    "fr": frozenset("quot hebd trim mens annu".split()),
    "de": frozenset("stün tägl wöch mona vier jähr allj".split()),
    "it": frozenset("quot sett trim mens annu".split()),
}
_BEHIND_FIGURE = (
    r"(?:\d|\b(?:[mb]illions?|once|twice|times|euros?|francs?|dollars?|pounds|tonnes|tons"
    r"|litres|visitors|people|fois|\w*mal|millionen|milliarden|franken|tonnen|volt[ea]|milion[ei]"
    r"|miliard[oi]|dollari|franchi|litri|tonnellate)|[$€£%])[ \u00a0]"
)
"""What *a month* is behind, where it means each month."""
_LEADS: dict[Language, str] = {
    "en": rf"(?:\b(?:per|each|every) |(?<=\w)/|{_BEHIND_FIGURE}an? |\d [a-z]{{3,15}} an? )",
    "fr": rf"(?:\b(?:par|chaque|tous les|toutes les) |(?<=\w)/|{_BEHIND_FIGURE}(?:l['’]|à l['’]))",
    "de": rf"(?:\b(?:pro|je|jede[nrsm]?) |(?<=\w)/|{_BEHIND_FIGURE}(?:im|am|in der|die) )",
    "it": r"(?:\b(?:ogni|tutti i|tutte le|al|alla) |\ball['’]|(?<=\w)/|"
    rf"{_BEHIND_FIGURE}(?:per |l['’]))",
}
_EACH = r"\b(?:each|every|chaque|jede[nrsm]?|pro|ogni) "
"""What leads to a unit even where a figure stands behind it: *every year 2,000 people*."""
_LEADING: dict[Language, frozenset[str]] = {
    "en": frozenset("per each every a an".split()),
    "fr": frozenset("par chaque les l".split()),
    "de": frozenset("pro je jede jeden jeder jedes jedem im am der die".split()),
    "it": frozenset("ogni i le al alla all per l".split()),
}
"""The last words of what leads to a unit."""
_CUES: dict[Language, tuple[str, ...]] = {
    "en": ("per ", "each ", "every ", "/", " a ", " an ", "ly"),
    "fr": ("par ", "haque ", "tous les ", "toutes les ", "/", "l’", "l'", "ment", "mensuel",
           "hebdo", "trimestriel"),
    "de": ("pro ", "je ", "jede", "lle ", "/", " im ", " am ", " in der ", " die ", "lich"),
    "it": ("per ", "gni ", "tutti i ", "tutte le ", "/", " al ", " alla ", "all", "l’", "l'",
           "mente", "mensil", "settimanal", "trimestral"),
}  # fmt: skip
"""One of them is in every text with a rate."""
_NOT_BEHIND = (
    r"(?![\w-])(?(each)|(?![ \u00a0]\d))"
    r"(?![ \u00a0](?:ago|later|before|after|earlier|old|zuvor|später|alt|fa|dopo"
    r"|d['’]oggi))"
)
_HINTS: dict[str, tuple[str, ...]] = {
    "minute": ("minut",),
    "hour": ("hour", "heur", "horair", "stund", "stünd", "ora", "ore", "orari", "h"),
    "day": ("day", "days", "daily", "everyday", "jour", "quotid", "tage", "tags", "tagen", "tag",
            "täglich", "tägig", "giorn", "night", "nuit", "nacht", "nächt", "nott"),
    "week": ("week", "semain", "hebdo", "woche", "wöch", "settiman"),
    "month": ("month", "mois", "mensu", "monat", "mese", "mesi", "mensil"),
    "quarter": ("quarter", "trimes", "quarta", "viertelj"),
    "year": ("year", "annua", "annu", "ans", "an", "anné", "jahr", "jähr", "anno", "anni", "pa",
             "biennal", "triennal"),
}  # fmt: skip


class Rate(NamedTuple):
    """A rate that a text asserts."""

    unit: str
    words: str


@lru_cache(maxsize=64)
def _pattern(language: Language) -> re.Pattern[str]:
    units = "|".join(
        f"(?P<{name}>{'|'.join(forms.split())})" for name, forms in _UNITS[language].items()
    )
    adverbs = "|".join(f"(?P<{name}_>{forms})" for name, forms in _ADVERBS[language].items())
    return re.compile(
        rf"(?:(?P<each>{_EACH})|{_LEADS[language]})(?:{units}){_NOT_BEHIND}|(?<![\w-])(?:{adverbs})(?!\w)",
        re.IGNORECASE,
    )


def _may_have_rate(text: str, language: Language) -> bool:
    """Has a text a unit or an adverb at all? Far faster to look for than the pattern."""
    by_unit = not _unit_words(language).isdisjoint(word_set(text)) and _is_led(text, language)
    if not by_unit and _ADVERBS_BEGIN[language].isdisjoint(beginnings(text)):
        return False
    return has_any(text, _CUES[language])


def _is_led(text: str, language: Language) -> bool:
    """Does a unit stand behind the last word of what may lead to it, or a stroke?"""
    units, leading, words = _unit_words(language), _LEADING[language], lowered(text)
    return "/" in text or any(
        [words[at - 1] in leading for at, word in enumerate(words) if word in units]
    )


def unit_forms(language: Language) -> dict[str, str]:
    """The words of each unit of time."""
    return _UNITS[language]


@lru_cache(maxsize=64)
def _unit_words(language: Language) -> frozenset[str]:
    return frozenset(word for forms in _UNITS[language].values() for word in forms.split())


@lru_cache(maxsize=8192)
def rates(text: str, language: Language) -> tuple[Rate, ...]:
    """Every rate that a text asserts, in order."""
    if not _may_have_rate(text, language):
        return ()
    return tuple(
        Rate((match.lastgroup or "").rstrip("_"), _told(match[0]))
        for match in _pattern(language).finditer(text)
    )


def _told(words: str) -> str:
    """A rate without the figure before it."""
    return words.strip(" /").split("\u00a0")[-1]


def hints(text: str, unit: str) -> bool:
    """Has a text any word of this unit, alone or in a compound?"""
    begins = _HINTS.get(unit)
    if begins is None:  # a day of the week is held against the other dates
        return True
    return any(
        word in begins or any(begin in word for begin in begins if len(begin) > 3)
        for word in lowered(text)
    )
