"""How often, or for how long an amount is: *900 euros a month, deux fois par an, wöchentlich*.

A rate is told where a text says *per*, *a month* behind a figure, *every week*, or has an adverb;
what may mean one, a hint, is any word of the same unit: *Monatsmiete*, *the year*.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from .facts import Language
from .letters import beginnings, lowered

_UNITS: dict[Language, dict[str, str]] = {
    "en": {"minute": "minute", "hour": "hour", "day": "day", "week": "week", "month": "month",
           "quarter": "quarter", "year": "year|annum", "monday": "Mondays?", "tuesday": "Tuesdays?",
           "wednesday": "Wednesdays?", "thursday": "Thursdays?", "friday": "Fridays?",
           "saturday": "Saturdays?", "sunday": "Sundays?"},
    "fr": {"minute": "minutes?", "hour": "heures?", "day": "jours?", "week": "semaines?",
           "month": "mois", "quarter": "trimestres?", "year": "ans?|années?", "monday": "lundis?",
           "tuesday": "mardis?", "wednesday": "mercredis?", "thursday": "jeudis?",
           "friday": "vendredis?", "saturday": "samedis?", "sunday": "dimanches?"},
    "de": {"minute": "Minuten?", "hour": "Stunden?", "day": "Tage?n?", "week": "Wochen?",
           "month": "Monate?n?", "quarter": "Quartale?", "year": "Jahre?n?|Jahrs",
           "monday": "Montag", "tuesday": "Dienstag", "wednesday": "Mittwoch",
           "thursday": "Donnerstag",
           "friday": "Freitag", "saturday": "Samstag|Sonnabend", "sunday": "Sonntag"},
    "it": {"minute": "minut[oi]", "hour": "or[ae]", "day": "giorn[oi]", "week": "settiman[ae]",
           "month": "mes[ei]", "quarter": "trimestr[ei]", "year": "ann[oi]", "monday": "lunedì",
           "tuesday": "martedì", "wednesday": "mercoledì", "thursday": "giovedì",
           "friday": "venerdì", "saturday": "sabato", "sunday": "domenic(?:a|he)"},
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
_BEHIND_FIGURE = (
    r"(?:\d|\b(?:[mb]illions?|once|twice|times|euros?|francs?|dollars?|pounds|tonnes|tons"
    r"|litres|visitors|people|fois|\w*mal|millionen|milliarden|franken|tonnen|volt[ea]|milion[ei]"
    r"|miliard[oi]|dollari|franchi|litri|tonnellate)|[$€£%])[ \u00a0]"
)
"""What *a month* is behind, where it means each month."""
_LEADS: dict[Language, str] = {
    "en": rf"(?:\b(?:per|each|every) |(?<=\w)/|{_BEHIND_FIGURE}an? )",
    "fr": rf"(?:\b(?:par|chaque|tous les|toutes les) |(?<=\w)/|{_BEHIND_FIGURE}(?:l['’]|à l['’]))",
    "de": rf"(?:\b(?:pro|je|jede[nrsm]?) |(?<=\w)/|{_BEHIND_FIGURE}(?:im|am|in der|die) )",
    "it": r"(?:\b(?:ogni|tutti i|tutte le|al|alla) |\ball['’]|(?<=\w)/|"
    rf"{_BEHIND_FIGURE}(?:per |l['’]))",
}
_CUES: dict[Language, tuple[str, ...]] = {
    "en": ("per ", "each ", "every ", "/", " a ", " an ", "ly"),
    "fr": ("par ", "haque ", "tous les ", "toutes les ", "/", "l’", "l'", "ment", "mensuel",
           "hebdo", "trimestriel"),
    "de": ("pro ", "je ", "jede", "lle ", "/", " im ", " am ", " in der ", " die ", "lich"),
    "it": ("per ", "gni ", "tutti i ", "tutte le ", "/", " al ", " alla ", "all", "l’", "l'",
           "mente", "mensil", "settimanal", "trimestral"),
}  # fmt: skip
_BEGIN: dict[Language, frozenset[str]] = {
    "en": frozenset("minu hour day week mont quar year annu mond tues wedn thur frid satu sund"
                    " dail".split()),
    "fr": frozenset("minu heur jour sema mois trim an ans anné lund mard merc jeud vend same dima"
                    " quot hebd mens annu".split()),
    "de": frozenset("minu stun tag tage tagn woch mona quar jahr mont dien mitt donn frei sams"
                    " sonn stün tägl wöch vier jähr allj".split()),
    "it": frozenset("minu ora ore gior sett mese mesi trim anno anni lune mart merc giov vene"
                    " saba dome quot annu mens".split()),
}  # fmt: skip
"""One of the cues is in every text with a rate, and a word that begins so: faster to look for than
the pattern."""
_NOT_BEHIND = (
    r"(?![\w-])(?![ \u00a0](?:\d|ago|later|before|after|earlier|old|zuvor|später|alt|fa|dopo"
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
    units = "|".join(f"(?P<{name}>{forms})" for name, forms in _UNITS[language].items())
    adverbs = "|".join(f"(?P<{name}_>{forms})" for name, forms in _ADVERBS[language].items())
    return re.compile(
        rf"{_LEADS[language]}(?:{units}){_NOT_BEHIND}|(?<![\w-])(?:{adverbs})(?!\w)", re.IGNORECASE
    )


@lru_cache(maxsize=8192)
def rates(text: str, language: Language) -> tuple[Rate, ...]:
    """Every rate that a text asserts, in order."""
    if _BEGIN[language].isdisjoint(beginnings(text)):
        return ()
    if not any([cue in text for cue in _CUES[language]]):
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
