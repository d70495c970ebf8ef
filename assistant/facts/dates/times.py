"""Clock times: `5.30pm`, `17h30`, `17.30 Uhr` and `alle 17:30` are one time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.facts.facts import Fact, Language, Precision
from assistant.facts.text.letters import has_digit

_S = r"[ \u00a0\u202f]?"
_COLON = r"(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d)(?::[0-5]\d)?"
_FOUR = r"(?P<h4>[01]\d|2[0-4])(?P<m4>[0-5]\d)(?= (?:UTC|GMT|hours|hrs|heures|Uhr)\b)"
"""The 24 hours as soldiers and pilots write them: `0230 UTC`, `1530 hours`."""
_PATTERNS = {
    "en": re.compile(
        rf"(?<![\d:.$£€])(?:(?P<h1>1[0-2]|0?[1-9])(?:[:.](?P<m1>[0-5]\d))?{_S}(?P<p>[ap]\.?m\b\.?)"
        rf"|{_COLON}|{_FOUR}|(?P<o>1[0-2]|[1-9]) o['’]clock"
        rf"|(?<=at )(?P<h2>[01]?\d|2[0-3])\.(?P<m2>[0-5]\d)"
        rf"(?!\d| ?%| (?:per|[mbt]r?illion)))(?![\d:])",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        rf"(?<![\d:.,])(?:(?P<h1>[01]?\d|2[0-4]){_S}h(?:{_S}(?P<m1>[0-5]\d))?(?!\w)"
        rf"|(?P<h2>[01]?\d|2[0-4])[.:](?P<m2>[0-5]\d){_S}h(?:eures)?(?!\w)"
        rf"|{_COLON}|{_FOUR}|(?<=à )(?P<o>[01]?\d|2[0-4]){_S}heures?(?!s| \d+ ?min)"
        rf"(?:{_S}(?P<m3>[0-5]\d))?"
        rf"|(?P<h5>[01]?\d|2[0-4]){_S}heures?{_S}(?P<m5>[0-5]\d)(?!\d| ?min))"
        rf"(?:(?P<x> (?:du soir|de l['’]après-midi))|(?P<y> du matin))?(?![\d:])",
        re.IGNORECASE,
    ),
    "de": re.compile(
        rf"(?<![\d:.,])(?:(?P<h1>[01]?\d|2[0-4])(?:[:.](?P<m1>[0-5]\d))?{_S}Uhr"
        rf"(?:{_S}(?P<m2>[0-5]\d)(?!\w))?"
        rf"|(?P<h2>[01]?\d|2[0-4])[.:](?P<m3>[0-5]\d){_S}h(?!\w)|{_FOUR}|{_COLON}(?!-))"
        rf"(?:(?P<x> (?:abends|nachmittags|am Abend|am Nachmittag))|(?P<y> (?:morgens|früh)))?"
        rf"(?![\d:])",
        re.IGNORECASE,
    ),
    "it": re.compile(
        rf"(?<![\d:.,])(?:(?<=ore )(?P<h1>[01]?\d|2[0-4])(?:[.,](?P<m1>[0-5]\d))?(?![\d.,]\d)"
        rf"|{_COLON}|{_FOUR}|(?<=le )(?P<h2>[01]?\d|2[0-4])"
        rf"(?:\.| e )(?P<m3>[0-5]\d)(?![\w.,]\d| [a-z]+[oi]\b)"
        rf"|(?<=alle )(?P<o>[01]?\d|2[0-4])(?:[.,](?P<m2>[0-5]\d))?"
        rf"(?!\d| (?!di )\w+[oi] | ?%))"
        rf"(?:(?P<x> (?:di sera|del pomeriggio|della sera))|(?P<y> (?:del|di) mattin[ao]))?"
        rf"(?![\d:])",
        re.IGNORECASE,
    ),
}


_WHOLE_DAY = frozenset({"fr", "de", "it"})
"""Who counts 24 hours wherever minutes are written."""
_HOURS, _MINUTES = ("h1", "h", "h2", "h4", "h5", "o"), ("m1", "m", "m2", "m3", "m4", "m5")
_BEGINS = re.compile(
    r"(?<![\d.,:])(?P<h>[01]?\d|2[0-4])(?:[.:](?P<m>[0-5]\d))?[ \u00a0]?[-–][ \u00a0]?$"
)
_ENDS = re.compile(
    r"[ \u00a0]?[-–][ \u00a0]?(?P<h>[01]?\d|2[0-4])(?:[.:](?P<m>[0-5]\d))?(?![\w%]|[.,:-]\d)"
)
"""The other end of `6.30-10am`, `6:30-10`, said without what makes it a time."""
_LED = re.compile(
    r"\b(?:von|zwischen|from|between|de|entre)[ \u00a0](?P<h>[01]?\d|2[0-4])(?:[.:](?P<m>[0-5]\d))?"
    r"(?:[ \u00a0](?:heures?|h|Uhr))?[ \u00a0](?:bis|auf|und|to|and|until|till|à|et)[ \u00a0]$",
    re.IGNORECASE,
)
"""The same in words, before a time: *von 10 bis 18 Uhr*."""
_REACH, _FAR = 9, 24
_MAY_BE = re.compile(
    rf"\d(?:[:.][0-5]\d|{_S}(?:[ap]\.?m|h|Uhr|o['’]|UTC|GMT)|(?<=[lr]e \d))", re.IGNORECASE
)
"""What every clock time has; it begins with a class, so that all else is passed over."""


def scan(text: str, language: Language) -> Iterator[Fact]:
    """Every clock time of the text as `HH:MM`; `also` is the other half of the day if unsaid."""
    if not has_digit(text) or not _MAY_BE.search(text):
        return
    for match in _PATTERNS[language].finditer(text):
        groups = match.groupdict()
        hour = int(next(groups[g] for g in _HOURS if groups.get(g)))
        minutes = next((groups[g] for g in _MINUTES if groups.get(g)), None)
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
        told = half or later or groups.get("y") or (language in _WHOLE_DAY and minutes)
        open_half = not told and 0 < hour <= 12
        also = f"{(hour + 12) % 24:02}:{minute:02}" if open_half else ""
        key = f"{hour:02}:{minute:02}"
        precision: Precision = "minute" if minutes else "hour"
        yield Fact("time", *match.span(), match[0], None, "", key, precision, "", also)
        yield from _other_end(text, match, minutes is not None, half)


def _other_end(text: str, match: re.Match[str], to_the_minute: bool, half: str) -> Iterator[Fact]:
    """The time at the other end of a span, where it is written as a bare figure."""
    begin = max(0, match.start() - _REACH)
    before = _BEGINS.search(text[begin : match.start()])
    after = _ENDS.match(text, match.end()) if to_the_minute else None
    far = max(0, match.start() - _FAR)
    led = _LED.search(text[far : match.start()])
    for other, offset in ((before, begin), (after, 0), (led, far)):
        if other is None or not (half or to_the_minute or other is led):
            continue
        hour, minute = int(other["h"]) % 24, int(other["m"] or 0)
        also = f"{(hour + 12) % 24:02}:{minute:02}" if 0 < hour <= 12 else ""
        start, end = offset + other.start("h"), offset + other.end("m" if other["m"] else "h")
        key = f"{hour:02}:{minute:02}"
        yield Fact("time", start, end, text[start:end], None, "", key, "minute", "", also)
