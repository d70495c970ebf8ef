"""Clock times in words: `half past five`, *cinq heures et demie*, *halb sechs*, `noon`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import words
from .facts import Fact, Language

_PATTERNS = {
    "en": re.compile(
        r"(?<!\w)(?:(?:half past|(?:a )?quarter (?P<way>to|past)) (?P<hour>\w+)"
        r"|(?P<noon>noon|midday)|(?P<midnight>midnight))(?![\w-])",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"(?<!\w)(?:(?<=à |s )(?P<hour>\w+) heures? (?:et (?:demie|(?P<past>quart))"
        r"|(?P<to>moins le quart))|(?P<noon>(?<!du )(?<!le )midi)|(?P<midnight>minuit))(?![\w-])",
    ),
    "de": re.compile(
        r"(?<!\w)(?:(?P<before>halb)|(?:[Vv]iertel|(?P<minutes>fünf|zehn|zwanzig)) "
        r"(?P<way>vor|nach)) (?P<hour>\w+)(?! [A-ZÄÖÜ](?!hr\b)|\w)|(?P<midnight>Mitternacht)(?!\w)"
        r"|(?P<noon>(?!))",
    ),
    "it": re.compile(
        r"(?<!\w)(?:(?<=le )(?P<hour>\w+) (?:e (?:mezz[ao]|(?P<past>un quarto))"
        r"|(?P<to>meno un quarto))|(?P<noon>mezzogiorno)|(?P<midnight>mezzanotte))(?![\w-])",
    ),
}
_CUES = {
    "en": ("past", "quarter to", "noon", "midday", "midnight"),
    "fr": ("heure", "midi", "minuit"),
    "de": ("halb ", "iertel ", " vor ", " nach ", "Mitternacht"),
    "it": ("mezz", "quarto"),
}
_MINUTES = {"fünf": 5, "zehn": 10, "zwanzig": 20}


def scan(text: str, language: Language) -> Iterator[Fact]:
    """Every clock time in words as `HH:MM`; noon and midnight may be left out by a translator."""
    if not any(cue in text for cue in _CUES[language]):
        return
    for match in _PATTERNS[language].finditer(text):
        found = match.groupdict()
        if found["noon"] or found["midnight"]:
            key = "12:00" if found["noon"] else "00:00"
            yield Fact("time", *match.span(), match[0], None, "", key, "word")
            continue
        word = words.read(found["hour"].lower(), language)
        hour = int(word.value) if word else int(found["hour"]) if found["hour"].isdecimal() else 0
        if not 1 <= hour <= 12:
            continue
        hour, minute = _read(found, hour)
        key, also = f"{hour % 24:02}:{minute:02}", f"{(hour + 12) % 24:02}:{minute:02}"
        yield Fact("time", *match.span(), match[0], None, "", key, "minute", "", also)


def _read(found: dict[str, str | None], hour: int) -> tuple[int, int]:
    """Hour and minute of a match that names the hour."""
    if found.get("before"):  # halb sechs
        return hour - 1, 30
    to = found.get("to") or found.get("way") in ("to", "vor")
    past = found.get("past") or found.get("way") in ("past", "nach")
    if not (to or past):
        return hour, 30
    minutes = _MINUTES.get(found.get("minutes") or "", 15)
    return (hour - 1, 60 - minutes) if to else (hour, minutes)
