"""Month and weekday names of four languages, and the patterns that find dates with them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from assistant.facts.facts import Language
from assistant.facts.tables import table
from assistant.facts.text.letters import BEGINNING

YEAR = r"(?:1[0-9]|20)\d\d"
_SEP = r"[ \u00a0]"
_LONG_MONTHS = ("Januar", "Februar", "März", "April", "August(?!in)", "September", "Oktober",
                "November", "Dezember")  # fmt: skip
"""German months that compounds begin with, *Novemberausgabe*; not *Juni*, as in *Junioren*."""


_YEAR_CUES = frozenset(
    "in since until by from of during before after between and to en depuis avant après entre et"
    " jusqu à de dès fin début seit jahr jahre jahres bis ab vor nach zwischen und von ende anfang"
    " anno nel nell dal dall del dell al fino entro dopo prima tra e summer spring autumn winter"
    " sommer frühjahr herbst été automne printemps hiver estate autunno inverno primavera".split()
)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The names of a language's days and months, and the patterns made of them."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    pattern: re.Pattern[str]
    begins: frozenset[str]
    """How the words begin without which the pattern matches nothing."""
    relative: tuple[tuple[str, re.Pattern[str]], ...]
    any_relative: re.Pattern[str]
    cues: frozenset[str]
    """How the words begin without which no relative date matches."""


def month_name(month: int, language: Language) -> str:
    """The full name of a month, 1 to 12."""
    return str(table("calendar")[language]["months"][month - 1].split()[0])


def weekday_name(weekday: int, language: Language) -> str:
    """The full name of a day of the week, 1 (Monday) to 7."""
    return str(table("calendar")[language]["weekdays"][weekday - 1].split()[0])


@cache
def _calendar_words(language: Language) -> frozenset[str]:
    known = calendar(language)
    return frozenset((*known.months, *known.weekdays))


def is_calendar_word(word: str, language: Language) -> bool:
    """Is this lower-case word the name of a month or of a day of the week?"""
    words = _calendar_words(language)
    return word in words or word.rstrip("s") in words


@cache
def calendar(language: Language) -> Calendar:
    """The calendar of a language."""
    raw = table("calendar")[language]
    months = {f.lower(): i for i, forms in enumerate(raw["months"], 1) for f in forms.split()}
    weekdays = {f.lower(): i for i, forms in enumerate(raw["weekdays"], 1) for f in forms.split()}
    weekdays |= {name.lower(): i for i, name in enumerate(_english_weekdays(), 1)}
    relative = tuple(
        (code, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE))
        for code, pattern in raw["relative"].items()
    )
    every = "|".join(raw["relative"].values())
    any_relative = re.compile(rf"(?<!\w)(?:{every})", re.IGNORECASE)
    pattern = _month_pattern(language, raw["months"], raw["weekdays"])
    begins = frozenset(name[:BEGINNING] for name in (*months, *weekdays, "sonnabend"))
    cues = frozenset(word[:BEGINNING] for word in raw["cues"].split())
    return Calendar(months, weekdays, pattern, begins, relative, any_relative, cues)


@cache
def _english_weekdays() -> tuple[str, ...]:
    """They stand in names that nobody translates: `Sunday Telegraph`, `Black Friday`."""
    return tuple(str(forms).split()[0] for forms in table("calendar")["en"]["weekdays"])


def _month_pattern(language: Language, months: list[str], weekdays: list[str]) -> re.Pattern[str]:
    forms = sorted({f for line in months for f in line.split()}, key=len, reverse=True)
    name = "|".join(forms)
    days = "|".join(line.split()[0] for line in weekdays)
    if language == "de":
        days += "|Sonnabend"
    english = "|".join(_english_weekdays())
    year, s = rf"(?!\d{{4}}\d){YEAR}(?!\d|[.,]\d)", _SEP
    if language == "en":
        ordinal = r"(?:st|nd|rd|th)?"
        body = (
            rf"(?P<d1>\d{{1,2}}){ordinal}{s}(?:of{s})?(?P<m1>{name})\b(?:\.(?={s}\d))?(?:,?{s}(?P<y1>{year}))?"
            rf"|(?P<m2>{name})\b(?:\.(?={s}\d))?{s}(?:the{s})?(?P<d2>\d{{1,2}}){ordinal}(?![\d%]|[.,:]\d)"
            rf"(?:,?{s}(?P<y2>{year}))?"
            rf"|(?P<m3>{name})\b(?:\.(?={s}\d))?(?:,?{s}(?:of{s})?(?P<y3>{year}))?|(?P<w>{days})s?"
        )
        return re.compile(rf"(?<!\w)(?:{body})(?!\w)")
    first = {"fr": "|premier(?= )", "de": "", "it": "|primo(?= )"}[language]
    day = r"\d{1,2}" + first
    of = rf"(?:di{s})?" if language == "it" else ""
    mark = {"fr": r"(?:er|\.)?", "de": r"\.?", "it": "[°º.]?"}[language]
    body = (
        rf"(?P<d1>{day}){mark}{s}?{of}(?<=\D)(?P<m1>{name})\b(?:\.(?={s}\d))?(?:{s}(?P<y1>{year}))?"
        rf"|(?P<m3>{name})\b(?:\.(?={s}\d))?(?:{s}(?:del?{s})?(?P<y3>{year}))?"
    )
    if language == "de":
        hours = "morgens?|vormittags?|mittags?|nachmittags?|abends?|nachts?"
        body += rf"|(?P<w>(?:{days})(?:s|e|{hours}|s?[a-zäöüß]{{4,}})?"
        body += rf"|(?:{days.lower()})(?:s|{hours})|(?:{english})s?)"
        body += rf"|(?P<c>{'|'.join(_LONG_MONTHS)})s?[a-zäöüß]{{4,}}"
        return re.compile(rf"(?<!\w)(?:{body})(?!\w)")
    body += rf"|(?P<w>(?:{days})s?|(?-i:(?:{english})s?))"
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)", re.IGNORECASE)


def is_year(text: str, start: int, end: int) -> bool:
    """Four bare digits are a year if they can be one and the words before allow it."""
    digits = text[start:end]
    if (
        len(digits) != 4
        or not (digits.isascii() and digits.isdigit())
        or not 1000 <= int(digits) <= 2100
    ):
        return False
    if int(digits) >= 1800:
        return True
    before = text[max(0, start - 16) : start].lower().replace("’", " ").replace("'", " ").split()
    return bool(before) and before[-1] in _YEAR_CUES
