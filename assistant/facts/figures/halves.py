"""Halves and quarters behind a whole number: `5 1/2`, *two and a half*, *deux ans et demi*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.facts.facts import Language
from assistant.facts.text.letters import has_any
from assistant.facts.text.tongue import function_words

_FRACTION = re.compile(r"[ \u00a0]?(?:(?P<above>[1-9])/(?P<below>[2-9])(?![\w/])|(?P<one>[½¼¾]))")
_PARTS = {"drittel": 3, "viertel": 4, "fünftel": 5}
_ABOVE = {"zwei": 2, "drei": 3, "vier": 4}
_GERMAN_SHARE = re.compile(r"(zwei|drei|vier)(drittel|viertel|fünftel)(?!n?\b)", re.IGNORECASE)
"""`Zweidrittelmehrheit`"""
_CHARACTERS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_AFTER_NUMBER = {
    "en": re.compile(
        r"[ -]and[ -](?:(?:a|one)|(?P<two>two)|(?P<three>three))[ -]"
        r"(?:(?P<half>half)|(?P<third>thirds?)|(?P<quarter>quarters?))(?!\w)"
    ),
    "fr": re.compile(
        r" et (?:(?P<two>deux )|(?P<three>trois )|un )?"
        r"(?:(?P<half>demie?)|(?P<third>tiers)|(?P<quarter>quarts?))(?!\w)"
    ),
    "de": re.compile(
        r" und (?:ein(?:en?)? |(?P<two>zwei )|(?P<three>drei ))"
        r"(?:(?P<half>halbe?s?)|(?P<third>[Dd]rittel)|(?P<quarter>[Vv]iertel))(?!\w)"
    ),
    "it": re.compile(
        r" e (?:(?P<two>due )|(?P<three>tre )|un )?"
        r"(?:(?P<half>mezz[oa])|(?P<third>terz[oi])|(?P<quarter>quart[oi]))(?!\w)"
    ),
}
_ORDINALS = frozenset(("cinquième", "dixième", "terzo", "quarto", "quinto", "decimo"))
"""French and Italian say a part by an ordinal."""
_FOLLOWING = re.compile(r"[ \u00a0]([^\W\d_]+)")
_NOUN = re.compile(r"[ \u00a0][a-zà-ÿ]{2,14}(?= (?:and|et|e) )")
"""What is counted, between a number and its half."""


_AHEAD: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"(?<![\w-])(?:(?P<more>one and a half)|half an?|a half)"
        r"(?P<scale> (?:m|b|tr)illion)?(?!\w)",
        re.I,
    ),
    "fr": re.compile(r"(?<![\w-])une? demie?[- ](?P<scale>million|milliard)(?!\w)", re.I),
    "de": re.compile(
        r"(?<![\w-])(?:(?:[Ee]in|[Ee]ine[nrms]?) )?[Hh]albe[nrms]?"
        r"(?P<scale> (?:Milli(?:on|arde)|Billion))?"
        r"(?!\w)"
    ),
    "it": re.compile(r"(?<![\w-])mezz[oa](?P<scale> (?:milione|miliardo))?(?!\w)", re.I),
}
_ALONE = re.compile(r"(?<![\w½¼¾])(?<!\d[ \u00a0])[½¼¾]")
_CUES = {
    "en": ("half", "Half"),
    "fr": ("demi", "Demi"),
    "de": ("halbe", "Halbe"),
    "it": ("mezz", "Mezz"),
}


def ahead(text: str, language: Language) -> Iterator[tuple[int, int, Decimal, str]]:
    """Halves that stand before what they are halves of: *half a million, ½ litre, mezzo chilo*.

    Args:
        text: any text.
        language: of the text.

    Yields:
        Where the words begin and end, the share, and the scale word that is its last one, if any.
    """
    if has_any(text, _CUES[language]):
        for match in _AHEAD[language].finditer(text):
            more = "more" in match.groupdict() and match["more"]
            share = Decimal("1.5") if more else Decimal("0.5")
            yield match.start(), match.end(), share, (match["scale"] or "").strip().lower()
    for match in _ALONE.finditer(text) if has_any(text, _CHARACTERS) else ():
        yield match.start(), match.end(), _CHARACTERS[match[0]], ""


def behind_number(text: str, end: int, language: Language) -> tuple[Decimal, int]:
    """What `and a half`, `and two thirds` directly behind a number adds, and where it ends."""
    match = _AFTER_NUMBER[language].match(text, end)
    if match is None:
        return Decimal(0), end
    above = 3 if match["three"] else 2 if match["two"] else 1
    below = 2 if match["half"] else 3 if match["third"] else 4
    return (Decimal(above) / below, match.end()) if above < below else (Decimal(0), end)


def behind_unit(text: str, end: int, language: Language) -> tuple[Decimal, int]:
    """What follows what a number counts, as in *une heure et demie*, and where that ends."""
    noun = _NOUN.match(text, end)
    return behind_number(text, noun.end(), language) if noun else (Decimal(0), end)


def fraction(text: str, end: int) -> tuple[Decimal, int]:
    """The part that figures behind a whole number add, and where they end."""
    match = _FRACTION.match(text, end)
    if match is None:
        return Decimal(0), end
    if match["one"]:
        return _CHARACTERS[match["one"]], match.end()
    above, below = Decimal(match["above"]), Decimal(match["below"])
    return (above / below, match.end()) if above < below else (Decimal(0), end)


def is_part(word: re.Match[str], text: str, language: Language) -> bool:
    """May a word behind a number be a part, and not an ordinal with its noun: *un terzo ponte*?"""
    if word[1].lower() not in _ORDINALS:
        return True
    noun = _FOLLOWING.match(text, word.end())
    return noun is None or noun[1].lower() in function_words()[language]


def german_share(word: str) -> Decimal | None:
    """The part that begins a German compound; None if none does."""
    share = _GERMAN_SHARE.match(word)
    if share is None:
        return None
    return Decimal(_ABOVE[share[1].lower()]) / _PARTS[share[2].lower()]
