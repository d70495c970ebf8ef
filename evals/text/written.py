"""Numbers from 13 to 99 as they are written out in the four languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

_EN_TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_EN_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_EN_UNITS = "one two three four five six seven eight nine"
_DE_TEENS = "dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"
_DE_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"
_DE_UNITS = "ein zwei drei vier fünf sechs sieben acht neun"
_FR_TEENS = "onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf"
_FR_TENS = "vingt trente quarante cinquante soixante"
_FR_UNITS = "un deux trois quatre cinq six sept huit neuf"
_IT_TEENS = "tredici quattordici quindici sedici diciassette diciotto diciannove"
_IT_TENS = "venti trenta quaranta cinquanta sessanta settanta ottanta novanta"
_IT_UNITS = "uno due tre quattro cinque sei sette otto nove"


def to_digits(text: str) -> str:
    """Write in digits what is written out: ``eighty-one``, ``quatre-vingt-onze``, ``ottantuno``."""
    return _ANY.sub(lambda match: str(_VALUES[_key(match.group())]), text)


def _forms() -> Iterator[tuple[str, int]]:
    yield from _english_and_german()
    yield from _french()
    yield from _italian()


def _english_and_german() -> Iterator[tuple[str, int]]:
    for teens in (_EN_TEENS, _DE_TEENS):
        yield from ((word, value) for value, word in enumerate(teens.split(), start=13))
    for place, word in enumerate(_EN_TENS.split(), start=2):
        yield word, 10 * place
        yield from ((f"{word}-{u}", 10 * place + n) for n, u in enumerate(_EN_UNITS.split(), 1))
    for place, word in enumerate(_DE_TENS.split(), start=2):
        yield word, 10 * place
        yield from ((f"{u}und{word}", 10 * place + n) for n, u in enumerate(_DE_UNITS.split(), 1))


def _french() -> Iterator[tuple[str, int]]:
    units, teens = _FR_UNITS.split(), _FR_TEENS.split()
    yield from ((word, value) for value, word in enumerate(teens[2:], start=13))
    for place, word in enumerate(_FR_TENS.split(), start=2):
        yield word, 10 * place
        yield f"{word}-et-un", 10 * place + 1
        yield from ((f"{word}-{u}", 10 * place + n) for n, u in enumerate(units[1:], 2))
    yield from (("soixante-dix", 70), ("soixante-et-onze", 71), ("quatre-vingts", 80))
    yield from ((f"soixante-{t}", 70 + n) for n, t in enumerate(teens[1:], 2))
    yield from ((f"quatre-vingt-{u}", 80 + n) for n, u in enumerate(units, 1))
    yield "quatre-vingt-dix", 90
    yield from ((f"quatre-vingt-{t}", 90 + n) for n, t in enumerate(teens, 1))


def _italian() -> Iterator[tuple[str, int]]:
    yield from ((word, value) for value, word in enumerate(_IT_TEENS.split(), start=13))
    for place, word in enumerate(_IT_TENS.split(), start=2):
        yield word, 10 * place
        for n, unit in enumerate(_IT_UNITS.split(), start=1):
            # ventuno and ventotto lose a vowel; ventitré takes an accent
            stem = word[:-1] if n in (1, 8) else word
            yield stem + ("tré" if n == 3 else unit), 10 * place + n


def _key(word: str) -> str:
    return re.sub(r"[\s-]+", "-", word.casefold())


_FORMS = {**dict(_forms()), "dreissig": 30}
_VALUES = {_key(form): value for form, value in _FORMS.items()}
_ANY = re.compile(
    r"(?<![^\W\d_])(?:"
    + "|".join(form.replace("-", r"[\s-]+") for form in sorted(_FORMS, key=len, reverse=True))
    + r")(?![^\W\d_])",
    re.IGNORECASE,
)
