"""Clock times: `5.30pm`, `17h30`, `17.30 Uhr` and `alle 17:30` are one time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .facts import Fact, Language, Precision

_S = r"[ \u00a0\u202f]?"
_COLON = r"(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d)(?::[0-5]\d)?"
_PATTERNS = {
    "en": re.compile(
        rf"(?<![\d:.$£€])(?:(?P<h1>1[0-2]|0?[1-9])(?:[:.](?P<m1>[0-5]\d))?{_S}(?P<p>[ap]\.?m\b\.?)"
        rf"|{_COLON}|(?P<o>1[0-2]|[1-9]) o['’]clock|(?<=at )(?P<h2>[01]?\d|2[0-3])\.(?P<m2>[0-5]\d)"
        rf"(?!\d| ?%| (?:per|[mbt]r?illion)))(?![\d:])",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        rf"(?<![\d:.,])(?:(?P<h1>[01]?\d|2[0-4]){_S}h(?:{_S}(?P<m1>[0-5]\d))?(?!\w)"
        rf"|{_COLON}|(?<=à )(?P<o>[01]?\d|2[0-4]){_S}heures?(?:{_S}(?P<m2>[0-5]\d))?)"
        rf"(?P<x> (?:du soir|de l['’]après-midi))?(?![\d:])",
        re.IGNORECASE,
    ),
    "de": re.compile(
        rf"(?<![\d:.,])(?:(?P<h1>[01]?\d|2[0-4])(?:[:.](?P<m1>[0-5]\d))?{_S}Uhr(?:{_S}(?P<m2>[0-5]\d)(?!\w))?"
        rf"|{_COLON}(?!-))(?P<x> (?:abends|nachmittags|am Abend|am Nachmittag))?(?![\d:])",
        re.IGNORECASE,
    ),
    "it": re.compile(
        rf"(?<![\d:.,])(?:(?<=ore )(?P<h1>[01]?\d|2[0-4])(?:[.,](?P<m1>[0-5]\d))?(?![\d.,]\d)"
        rf"|{_COLON}"
        rf"|(?<=alle )(?P<o>[01]?\d|2[0-4])(?:[.,](?P<m2>[0-5]\d))?"
        rf"(?!\d| (?!di )\w+[oi] | ?%))"
        rf"(?P<x> (?:di sera|del pomeriggio|della sera))?(?![\d:])",
        re.IGNORECASE,
    ),
}


def scan(text: str, language: Language) -> Iterator[Fact]:
    """Every clock time of the text as `HH:MM`; `also` is the other half of the day if unsaid."""
    if not any(map(str.isdigit, text)):
        return
    for match in _PATTERNS[language].finditer(text):
        groups = match.groupdict()
        hour = int(groups["h1"] or groups["h"] or groups.get("o") or groups.get("h2") or 0)
        minutes = groups["m1"] or groups["m"] or groups.get("m2")
        if groups["h"] and len(groups["m"] or "") == 1:
            continue
        half = (groups.get("p") or "").lower()
        later = half.startswith("p") or groups.get("x") is not None
        if later and hour < 12:
            hour += 12
        elif half.startswith("a") and hour == 12:
            hour = 0
        hour %= 24
        minute = int(minutes or 0)
        open_half = not half and not later and 0 < hour <= 12
        also = f"{(hour + 12) % 24:02}:{minute:02}" if open_half else ""
        key = f"{hour:02}:{minute:02}"
        precision: Precision = "minute" if minutes else "hour"
        yield Fact(
            "time",
            *match.span(),
            match[0],
            None,
            "",
            key,
            precision,
            "",
            also,
        )
