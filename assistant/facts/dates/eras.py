"""Seasons of years, decades, centuries: `1480s`, *anni Ottanta*, *19. und 20. Jahrhundert*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.facts.facts import Fact, Language, Precision
from assistant.facts.text.letters import BEGINNING, beginnings, has_any, has_digit

from .calendars import YEAR

_DECADE = {
    "en": re.compile(
        rf"(?<!\w)(?:(?P<y>{YEAR})['’]?s|['’]?(?P<s>\d0)['’]?s"
        r"|(?P<w>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))(?!\w)"
    ),
    "fr": re.compile(
        r"(?i:années)[ \u00a0](?:(?P<y>(?:1\d|20)\d0)(?!\d)|['’]?(?P<s>\d0)(?!\d)"
        r"|(?P<w>quatre[- ]vingt[- ]dix|quatre[- ]vingts?|soixante[- ]dix|[a-zé]+))"
    ),
    "de": re.compile(
        rf"(?<!\w)(?:(?P<y>{YEAR})-?er[ns]?|['’]?(?P<s>\d0)-?er[ns]?)(?:[ -]?Jahren?)?(?!\w)"
        r"|(?<!\w)(?P<w>\w{3,6}zig|dreißig)er[ -]Jahren?(?!\w)"
    ),
    "it": re.compile(
        r"(?i:anni)(?:[ \u00a0]|(?=['’‘]))"
        r"(?:(?P<y>(?:1\d|20)\d0)(?!\d)|['’‘]?(?P<s>\d0)(?!\d)|(?P<w>\w+))"
    ),
}
_DECADE_CUES = {
    "en": ("ties",),
    "fr": ("nnées", "NNÉES"),
    "de": ("ziger", "ßiger"),
    "it": ("nni", "NNI"),
}
_CENTURY_CUES = ("centur", "siècle", "Jahrhundert", "secol")
"""Without one of them, or a figure in English and German, the patterns match nothing."""
_SECOND_DECADE = re.compile(r" (?:et|ou|e|o) ?['’‘]?(?P<s>(?:1\d|20)?\d0)(?!\d)")
_ITS_CENTURY = re.compile(
    r" (?:of the|du|des|de[l]?) (?:(?P<n>\d\d)(?:th|e|ème|\.)?|(?P<r>[IVX]{1,5}) ?(?:e|ème)?)"
    r" (?:century|siècle|Jahrhunderts|secolo)(?!\w)|(?= de(?:l |ll['’])(?P<w>\w+cento)(?!\w))"
)
"""Behind a decade, as in *80er Jahre des 19. Jahrhunderts*, *anni Ottanta dell’Ottocento*."""
_ITALIAN_CENTURY = re.compile(
    r"(?<!\w)(?:(?:[Ii]l|[Nn]el|[Dd]el|[Dd]al|[Aa]l|[Ss]ul|[Pp]rimo|[Tt]ardo|[Mm]età|[Ff]ine) "
    r"|(?:[Nn]ell|[Dd]ell|[Dd]all|[Aa]ll|[Ll])['’])"
    r"(?P<w>(?:Due|Tre|Quattro|Cinque|Sei|Sette|Otto|Nove)cento)(?!\w)"
)
_HUNDREDS = ("Due", "Tre", "Quattro", "Cinque", "Sei", "Sette", "Otto", "Nove")
_DECADE_WORDS = {
    "vingt": 2, "trente": 3, "quarante": 4, "cinquante": 5, "soixante": 6, "soixante-dix": 7,
    "quatre-vingt": 8, "quatre-vingts": 8, "quatre-vingt-dix": 9,
    "venti": 2, "trenta": 3, "quaranta": 4, "cinquanta": 5, "sessanta": 6, "settanta": 7,
    "ottanta": 8, "novanta": 9,
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7,
    "eighties": 8, "nineties": 9,
    "zwanzig": 2, "dreißig": 3, "vierzig": 4, "fünfzig": 5, "sechzig": 6, "siebzig": 7,
    "achtzig": 8, "neunzig": 9,
}  # fmt: skip
_ROMAN = r"(?P<r>[IVX]{1,5})"
_CENTURY = re.compile(
    rf"(?<!\w)(?:(?:(?P<n>\d{{1,2}})(?:st|nd|rd|th|e|è|ème|º|°|\.)?"
    rf"|{_ROMAN}(?: ?(?:e|è|ème)|er|th|°|º|\.)?)"
    r"[ \u00a0-](?:century|centuries|siècles?|Jahrhunderts?|secol[oi])"
    r"|secol[oi][ \u00a0](?P<r2>[IVX]{1,5})(?:(?: e |[-–])(?P<r3>[IVX]{1,5}))?)(?!\w)"
)
_LISTED = re.compile(
    r"(?<!\w)(?:(?P<n>\d{1,2})(?:st|nd|rd|th|e|è|ème|º|°|\.)|(?P<r>[IVX]{1,5})(?:e|è|ème|er)?)"
    r"[ \u00a0]?(?:[-–]|(?:and|or|to|et|ou|au|à|und|oder|bis|e|o|ed|al)[ \u00a0])[ \u00a0]?"
    r"(?:[a-zà-ÿ]+[ '’]){0,3}$"
)
"""Before a century, another one that shares its noun."""
_REACH = 40
"""Characters before a century in which another one may stand."""


_SEASONS = {
    "spring": 1, "printemps": 1, "frühjahr": 1, "frühling": 1, "primavera": 1,
    "summer": 2, "été": 2, "sommer": 2, "estate": 2,
    "autumn": 3, "fall": 3, "automne": 3, "herbst": 3, "autunno": 3,
    "winter": 4, "hiver": 4, "inverno": 4,
}  # fmt: skip
_SEASONS_BEGIN = frozenset(season[:BEGINNING] for season in _SEASONS)
_TENS = re.compile(r"0(?:['’]?s|-?er)")
"""What is in every decade in figures of the two languages that write it so."""
_SEASON = re.compile(
    rf"(?<!\w)(?P<s>{'|'.join(_SEASONS)})(?: (?:of|de|del|des Jahres)| dell['’]anno)?"
    rf"[ \u00a0](?P<y>{YEAR})(?!\d|[.,]\d|['’]?s)",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"(?<!\w)(?P<s>{'|'.join(_SEASONS)})s?(?!\w)(?! (?:of |de |del |des Jahres )?\d)",
    re.IGNORECASE,
)
_MONTHS = {"S1": (3, 4, 5, 6), "S2": (6, 7, 8, 9), "S3": (9, 10, 11, 12), "S4": (12, 1, 2, 3)}


def months_of(season: str) -> tuple[int, ...]:
    """The months that may belong to a season: `S1` is spring, March to June."""
    return _MONTHS[season]


def _seasons(text: str) -> Iterator[Fact]:
    for match in _SEASON.finditer(text):
        key = f"{match['y']}-S{_SEASONS[match['s'].lower()]}"
        yield _fact(match.start(), match.end(), text, key, "season")


def seasons_alone(text: str) -> Iterator[Fact]:
    """Every season of which the year is not told; the key of any winter is `--S4`."""
    if not _SEASONS_BEGIN.isdisjoint(beginnings(text)):
        for match in _ALONE.finditer(text):
            key = f"--S{_SEASONS[match['s'].lower()]}"
            yield _fact(match.start(), match.end(), text, key, "season")


def scan(text: str, language: Language) -> Iterator[Fact]:
    """Every season of a year, century and decade of the text."""
    if has_digit(text) and not _SEASONS_BEGIN.isdisjoint(beginnings(text)):
        yield from _seasons(text)
    if has_any(text, _CENTURY_CUES):
        yield from _centuries(text)
    if language == "it" and "cento" in text:
        for match in _ITALIAN_CENTURY.finditer(text):
            yield _fact(*match.span("w"), text, f"c{_hundreds(match['w'])}", "century")
    in_figures = language in ("en", "de") and has_digit(text) and _TENS.search(text)
    if in_figures or has_any(text, _DECADE_CUES[language]):
        yield from _decades(text, language)


def _decades(text: str, language: Language) -> Iterator[Fact]:
    for match in _DECADE[language].finditer(text):
        groups = match.groupdict()
        if groups["y"]:
            key = groups["y"][:3] + "x"
            if groups["y"][3] != "0":
                continue
        elif groups["s"]:
            key = _century_before(text, match.end(), groups["s"]) + groups["s"][0] + "x"
        else:
            digit = _DECADE_WORDS.get((groups["w"] or "").lower().replace(" ", "-"))
            if digit is None:
                continue
            key = f"{_century_before(text, match.end(), '')}{digit}x"
        yield _fact(match.start(), match.end(), text, key, "decade")
        second = _SECOND_DECADE.match(text, match.end()) if language in ("fr", "it") else None
        if second:
            written = second["s"]
            key = f"{written[:-1] if len(written) == 4 else '19' + written[0]}x"
            yield _fact(second.start("s"), second.end(), text, key, "decade")


def _centuries(text: str) -> Iterator[Fact]:
    for match in _CENTURY.finditer(text):
        numeral = match["r"] or match["r2"]
        number = roman(numeral) if numeral else int(match["n"])
        end = match.end("r2") if match["r3"] else match.end()
        yield _fact(match.start(), end, text, f"c{number}", "century")
        if match["r3"]:
            yield _fact(*match.span("r3"), text, f"c{roman(match['r3'])}", "century")
        yield from _listed(text, match.start())


def _century_before(text: str, end: int, digits: str) -> str:
    """The hundreds of a decade's years: 18 before *des 19. Jahrhunderts*, else of our time."""
    match = _ITS_CENTURY.match(text, end)
    if match is None:
        return "20" if digits == "00" else "19"
    if match["w"]:
        return str(_hundreds(match["w"]) - 1) if match["w"][:-5] in _HUNDREDS else "19"
    return str((roman(match["r"]) if match["r"] else int(match["n"])) - 1)


def _hundreds(word: str) -> int:
    """The number of a century with an Italian name of its own: 20 for *Novecento*."""
    return 13 + _HUNDREDS.index(word[:-5])


def roman(numeral: str) -> int:
    """What a Roman numeral of ones, fives and tens counts."""
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in numeral]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


def _listed(text: str, end: int) -> Iterator[Fact]:
    """The first century of `the 19th and early 20th centuries`."""
    begin = max(0, end - _REACH)
    match = _LISTED.search(text[begin:end])
    if match:
        number = roman(match["r"]) if match["r"] else int(match["n"])
        group = "r" if match["r"] else "n"
        yield _fact(
            begin + match.start(group), begin + match.end(group), text, f"c{number}", "century"
        )


def _fact(start: int, end: int, text: str, key: str, precision: Precision) -> Fact:
    return Fact("date", start, end, text[start:end], None, "", key, precision)
