"""Dates: what day, month or year a text speaks of; decades and centuries are in `eras`.

A date is read with the precision it is written with, and never completed: `23 janvier` is the
key `--01-23` until somebody who knows the date of the article says which January. Relative dates
(`gestern`, `le mois dernier`) have a code (`-1d`, `-1m`) and get an ISO key only when the caller
gives the day the text was written.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from assistant.facts.facts import Fact, Language, Precision
from assistant.facts.text.letters import beginnings, has_digit, words_of
from assistant.facts.text.taken import Taken

from . import eras
from .calendars import YEAR, Calendar, calendar

_NUMERIC = re.compile(
    rf"(?<![\d.,/-])(?:(?P<y>{YEAR})-(?P<m>\d\d?)-(?P<d>\d\d?)"
    rf"|(?P<a>\d\d?)(?P<sep>[./-])[ \u00a0]?(?P<b>\d\d?)(?P=sep)[ \u00a0]?(?P<c>{YEAR}|\d\d))"
    r"(?![\d/-])"
)
_JOINED = re.compile(r"\d[./–-][ \u00a0]?\d")
"""What is in every date of the three kinds below."""
_YEAR_SPAN = re.compile(rf"(?<![\d.,/-])({YEAR})[-–/](\d\d)(?![\d/%-]|[.,]\d|\w)")
_GERMAN_DAY = re.compile(r"(?<![\d.,/-])(\d\d?)\.(\d\d?)\.(?!\d| ?(?:Uhr|\d))")
"""`am 26.12.`: a day and a month, with the full stop of an ordinal behind each."""
_DAY_BEFORE = re.compile(
    r"(?<![\d.,:/$€£-])(?P<d>\d{1,2})(?:st|nd|rd|th|er|\.|°|º)?[ \u00a0]?"
    r"(?:[-–/]|(?:and|or|to|until|et|ou|au|und|oder|bis|e|o|al)(?![^\W\d_])|à|all(?=['’]))"
    r"[ \u00a0]?(?:(?:zum|the|le|il|den|dem)[ \u00a0]|l?['’])?$"
)
_DAY_AFTER = re.compile(
    r"[ \u00a0]?(?:[-–]|to(?= )|and(?= \d+(?:st|nd|rd|th)?[,.;)\n]))[ \u00a0]?(?:the )?"
    r"(?P<d>\d{1,2})(?:st|nd|rd|th)?(?![\d:%\w]|[.,]\d)"
)
"""The other day of `3-5 May`, *6 et 7 septembre*, `May 3-5`."""
_LISTED_REACH = 14
_NIGHT_TO = re.compile(r"Nacht (?:auf|zu|zum) (?:den )?$")
_HALF_WEEKDAY = re.compile(
    r"(?<!\w)(?P<w>Sonn|Mon|Diens|Donners|Frei|Sams)-(?= (?:und|oder|bis|sowie) |, )"
)
"""*Sonn- und Feiertage*"""
_NO_DAY_AFTER = re.compile(
    r"(?:Abb(?:ildung|\.)|Abschnitt|Kap(?:itel|\.)|Tab(?:elle|\.)|Ziff(?:er|\.)|Nr\.|Version) ?$"
)
"""Before two figures that are no day: *Abbildung 1.1.*"""
_ALONE_AFTER = re.compile(
    r"(?:in|last|next|this|since|until|till|by|early|late|mid|from|of|during|before|after|to|"
    r"through|and|or|between|every|each|for)[ -]$",
    re.IGNORECASE,
)


def scan(text: str, language: Language, today: datetime.date | None = None) -> list[Fact]:
    """Every date of the text, in order of kind of pattern, without overlaps.

    Args:
        text: any text.
        language: decides month names and the order of `03/04/2025`.
        today: the day the text was written; resolves relative dates.
    """
    taken = Taken(len(text))
    candidates = _candidates(text, language, today)
    return [fact for fact in candidates if taken.take(fact.start, fact.end)]


def resolve(code: str, today: datetime.date) -> str:
    """The ISO key of a relative date: `-1m` on 2025-01-30 is `2024-12`.

    Raises:
        OverflowError: the date is outside the years 1 to 9999.
    """
    step, unit = int(code[:-1]), code[-1]
    if unit == "d":
        return (today + datetime.timedelta(days=step)).isoformat()
    if unit == "w":
        year, week, _ = (today + datetime.timedelta(weeks=step)).isocalendar()
        return f"{year:04}-W{week:02}"
    if unit == "m":
        years, month = divmod(today.year * 12 + today.month - 1 + step, 12)
        return f"{years:04}-{month + 1:02}"
    return f"{today.year + step:04}"


def parts(key: str) -> tuple[str, str, str]:
    """Year, month and day of an ISO key, each empty where the key does not say."""
    if key.startswith("--"):
        return "", key[2:4], key[5:7]
    year, month, day, *_ = (*key.split("-"), "", "")
    return year, month, day


def _year_spans(text: str) -> Iterator[Fact]:
    """The second year of `1950-53`, written short."""
    for match in _YEAR_SPAN.finditer(text):
        key = match[1][:2] + match[2]
        if key > match[1]:
            yield _fact(match.start(2), match.end(2), text, key, "year")


def _candidates(text: str, language: Language, today: datetime.date | None) -> Iterator[Fact]:
    names = calendar(language)
    if has_digit(text):
        if _JOINED.search(text):
            yield from _numeric(text, language)
            yield from _year_spans(text)
    if not names.begins.isdisjoint(beginnings(text)):
        yield from _named(text, language, names)
    if language == "de":
        yield from _german_days(text)
    yield from eras.scan(text, language)
    if not names.cues.isdisjoint(beginnings(text)) and names.any_relative.search(text):
        for code, pattern in names.relative:
            for match in pattern.finditer(text):
                key = ""
                if today is not None and 2 < today.year < 9998:
                    key = resolve(code, today)
                yield _fact(match.start(), match.end(), text, key, "relative", unit=code)


def _numeric(text: str, language: Language) -> Iterator[Fact]:
    for match in _NUMERIC.finditer(text):
        if match["y"]:
            year, first, second = int(match["y"]), int(match["d"]), int(match["m"])
        else:
            if len(match["c"]) == 2 and match["sep"] != "/" and language == "en":
                continue  # 1.2.25 is a version more often than a date
            year = int(match["c"]) + (2000 if len(match["c"]) == 2 else 0)
            first, second = int(match["a"]), int(match["b"])
        day_first, month_first = _key(year, second, first), _key(year, first, second)
        own, other = day_first, month_first
        if language == "en" and not match["y"]:
            own, other = month_first or day_first, day_first if match["sep"] == "/" else ""
        if match["y"] or language != "en":
            other = ""
            own = own or ("" if match["y"] else month_first)
        if own:
            also = other if other != own else ""
            yield _fact(match.start(), match.end(), text, own, "day", also=also)


def _german_days(text: str) -> Iterator[Fact]:
    """`am 26.12.`, and the first half of *Sonn- und Feiertage*."""
    if "- " in text:
        for match in _HALF_WEEKDAY.finditer(text):
            key = f"W{calendar('de').weekdays[match['w'].lower() + 'tag']}"
            yield _fact(*match.span("w"), text, key, "weekday")
    if has_digit(text) and _JOINED.search(text):
        for match in _GERMAN_DAY.finditer(text):
            if _NO_DAY_AFTER.search(text[max(0, match.start() - 12) : match.start()]):
                continue
            if _key(2000, int(match[2]), int(match[1])):
                key = f"--{int(match[2]):02}-{int(match[1]):02}"
                yield _fact(match.start(), match.end(), text, key, "day")


def _named(text: str, language: Language, names: Calendar) -> Iterator[Fact]:
    for match in names.pattern.finditer(text):
        groups = match.groupdict()
        weekday = groups.get("w")
        name = next((groups[g] for g in ("m1", "m2", "m3", "c") if groups.get(g)), None)
        start, end = match.span()
        if name is None:
            if weekday:
                number = names.weekdays[weekday.lower()[: _stem(weekday, names)]]
                night = language == "de" and _NIGHT_TO.search(text[max(0, start - 16) : start])
                before = f"W{(number + 5) % 7 + 1}" if night else ""
                yield _fact(start, end, text, f"W{number}", "weekday", also=before)
            continue
        month = names.months[name.lower().rstrip(".")]
        day = next((groups[g] for g in ("d1", "d2") if groups.get(g)), None)
        day = "1" if day and day[0].lower() == "p" else day
        year = next((groups[g] for g in ("y1", "y2", "y3") if groups.get(g)), None)
        alone = day is None and year is None and not groups.get("c")
        if alone and not _is_month(text, match, name, language):
            continue
        if day is not None and year is not None:
            key = _key(int(year), month, int(day))
        elif year is not None:
            key = f"{year}-{month:02}"
        else:
            key = f"--{month:02}" + (f"-{int(day):02}" if day else "")
        if key and (day is None or 1 <= int(day) <= 31):
            yield _fact(start, end, text, key, "day" if day else "month")
            if day:
                yield from _listed(text, start, end, key, names)


def _listed(text: str, start: int, end: int, key: str, names: Calendar) -> Iterator[Fact]:
    """The days that share the month of a date: `3-5 May`, `May 3-5`; not `3 May to 12 June`."""
    begin = max(0, start - _LISTED_REACH)
    day = int(key[-2:])
    for match, offset in ((_DAY_BEFORE.search(text[begin:start]), begin),
                          (_DAY_AFTER.match(text[end : end + _LISTED_REACH]), end)):  # fmt: skip
        if match and 0 < int(match["d"]) <= 31 and (int(match["d"]) < day) == (offset == begin):
            at = offset + match.start("d")
            own = words_of(text[at : at + _LISTED_REACH])[:1] if offset == end else ()
            if own and own[0].lower() in names.months:
                continue
            other = f"{key[:-2]}{int(match['d']):02}"
            yield _fact(at, at + len(match["d"]), text, other, "day")


def _stem(weekday: str, names: Calendar) -> int:
    """How much of `Samstagnachmittag` is the day's own name."""
    lowered = weekday.lower()
    return max(len(name) for name in names.weekdays if lowered.startswith(name))


def _is_month(text: str, match: re.Match[str], name: str, language: Language) -> bool:
    """Is a month's name alone really a month, and not `May`, `march`, the god or the planet?"""
    if language == "en" and name in ("May", "March"):
        return _ALONE_AFTER.search(text[max(0, match.start() - 9) : match.start()]) is not None
    if len(name) <= 4 and name.lower() not in (
        "mai",
        "juin",
        "juni",
        "juli",
        "june",
        "july",
        "août",
        "mars",
        "märz",
    ):
        return text[match.end() : match.end() + 1] == "." and name[0].isupper() and language == "en"
    if language == "fr" and name == "Mars":
        return match.start() == 0
    return not (
        language == "de" and name == "August" and text[match.end() : match.end() + 3] == " de"
    )


def _key(year: int, month: int, day: int) -> str:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return ""


def _fact(
    start: int,
    end: int,
    text: str,
    key: str,
    precision: Precision,
    *,
    unit: str = "",
    also: str = "",
) -> Fact:
    return Fact("date", start, end, text[start:end], None, unit, key, precision, "", also)
