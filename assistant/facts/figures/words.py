"""Number words of four languages: `quatre-vingt-dix`, `zweiundneunzig`, `duemilatrecento`.

English and French write a number as several words, German and Italian as one. So there are two
halves here: a table of simple words for each language (`numbers.toml`), and a taking apart of
long words for German and Italian. Putting the words of a run together is `numbers.py`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from typing import Literal

from assistant.facts import tables
from assistant.facts.facts import Language
from assistant.facts.text.letters import Met, has_any, has_digit, word_set, words_of

from .halves import german_share

FURTHER = frozenset("autres altri weitere weiteren more further additional nouveaux".split())
"""Between a figure and its scale word: *100 autres milliards*."""
ELIDED = ("t'", "t’", "T'", "T’")
"""How an Italian number ends that has lost its last letter, as in *trent'anni*."""
Role = Literal["one", "unit", "ordinal", "scale", "vague", "pair", "join"]

_AGES = ("jährig", "jahrig", "tägig", "stündig", "minütig", "monatig", "wöchig", "prozentig",
         "köpfig", "fach", "mal", "stellig", "teilig", "stöckig", "zeilig", "seitig")  # fmt: skip
"""German endings that a number word carries: `sechzehnjährig`, `dreimal`."""

_STARTS = {
    "de": ("ein", "zwei", "zwo", "drei", "vier", "fünf", "sech", "sieb", "acht", "neun", "zehn",
           "elf", "zwölf", "zwanzig", "hundert", "tausend", "erst", "dritt", "anderthalb"),
    "it": ("un", "vent", "trent", "quarant", "cinquant", "sessant", "settant", "ottant",
           "novant", "cent", "due", "tre", "quattr", "cinqu", "sei", "sett", "ott", "nov",
           "diec", "und", "dod", "tred", "quind", "sed", "dici", "mille", "quattord"),
}  # fmt: skip

_ITALIAN_ORDER = re.compile(
    r"(?i:second[oa]|prim[oa])"
    r"(?= (?:(?:il|lo|la|gli|i|le|un|una|quant[oi]|cui|di|che|del\w*|[A-ZÀ-Ý]\w+)\b|l['’]))"
)
"""*Secondo il ministro*, *prima di*: no second and no first."""
_ARTICLE = re.compile(
    r"(?:il|la|un|una|al|alla|del|della|nel|nella|sul|sulla|e|suo|sua)[ \u00a0]$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Word:
    """What one word says as part of a number."""

    role: Role
    value: Decimal


@cache
def table(language: Language) -> Mapping[str, Word]:
    """The simple number words of a language, lower case, with their roles."""
    raw = tables.table("numbers")[language]
    words: dict[str, Word] = {}
    roles: tuple[tuple[str, Role], ...] = (
        ("vague", "vague"), ("ordinals", "ordinal"), ("words", "unit"), ("scales", "scale"),
    )  # fmt: skip
    for section, role in roles:
        for value, forms in raw[section].items():
            words.update((form, Word(role, Decimal(value))) for form in forms.split())
    words.update((form, Word("one", Decimal(1))) for form in raw["ones"].split())
    words.update((form, Word("pair", Decimal(2))) for form in raw["pair"].split())
    words.update((form, Word("join", Decimal(0))) for form in raw["joins"].split())
    return words


@cache
def fractions(language: Language) -> Mapping[str, int]:
    """Words for parts: `thirds` is 3, `moitié` is 2."""
    sections: dict[str, str] = tables.table("numbers")[language]["fractions"]
    return {form: int(value) for value, forms in sections.items() for form in forms.split()}


def is_preposition(text: str, start: int) -> bool:
    """Does an Italian *secondo* or *prima* that begins at `start` mean *according to, before*?"""
    before = text[max(0, start - 6) : start]
    return bool(_ITALIAN_ORDER.match(text, start)) and not _ARTICLE.search(before)


@lru_cache(maxsize=4096)
def read(word: str, language: Language) -> Word | None:
    """What a lower-case word says as a number in this language; None if it is no number."""
    known = table(language).get(word)
    if known is not None:
        return known
    if language == "de" and word.startswith(_STARTS["de"]):
        return _german(word)
    if language == "it" and (word.startswith(_STARTS["it"]) or word.endswith("esimo")):
        return _italian(word)
    return None


def are_plain(text: str, language: Language) -> bool:
    """Is there surely no number in a text? Cheaper to ask than to look for one.

    An article is none before a plain word, as most are, unless the text says a part: *un tiers*,
    *an hour and a half*.
    """
    if has_digit(text) or (language == "it" and has_any(text, ELIDED)):
        return False
    written, plain = words_of(text), plain_words(language)
    odd = [i for i, is_plain in enumerate(map(plain.__getitem__, written)) if not is_plain]
    if not odd:
        return True
    articles = _articles(language)
    alone = all(
        written[i] in articles and plain[after] and after not in FURTHER
        for i, after in zip(
            odd, [written[i + 1] if i + 1 < len(written) else "" for i in odd], strict=True
        )
    )
    return alone and _parting(language).isdisjoint(word_set(text))


@cache
def _articles(language: Language) -> frozenset[str]:
    forms = tables.table("numbers")[language]["ones"].split()
    return frozenset((*forms, *map(str.capitalize, forms)))


@cache
def _parting(language: Language) -> frozenset[str]:
    """Words that make an article part of a number: of parts, and *per cent*."""
    more = "demies demis halbes halber halbem mezzi cent percent prozent percento"
    return frozenset((*fractions(language), *more.split()))


@cache
def plain_words(language: Language) -> Met[bool]:
    """Of each token whether surely no number begins with it, as with nearly every word."""

    def is_plain(token: str) -> bool:
        word = read(token.lower(), language)
        return (
            token.isalpha()
            and (word is None or word.role in ("join", "pair"))
            and (language != "de" or len(token) < 10 or german_share(token) is None)
        )

    return Met(is_plain)


def _german(word: str) -> Word | None:
    word = word.replace("ss", "ß") if "dreissig" in word else word
    if word.startswith("anderthalb"):
        return Word("unit", Decimal("1.5"))
    if word == "einmal":  # not even once, once upon a time, gerade einmal
        return None
    for ending in _AGES:
        stem, found, rest = word.partition(ending)
        if found and len(rest) <= 2 and (value := _german_cardinal(stem)):
            return Word("unit", Decimal(value))
    if word.endswith("einhalb") and (value := _german_cardinal(word[:-7])):
        return Word("unit", Decimal(value) + Decimal("0.5"))
    value = _german_cardinal(word)
    if value is not None:
        return Word("unit", Decimal(value))
    for many in ("tausende", "tausenden", "hunderte", "hunderten"):
        if word.endswith(many) and (value := _german_cardinal(word[: -len(many)] + many[:7])):
            return Word("vague", Decimal(value))
    return _german_ordinal(word)


def _german_ordinal(word: str) -> Word | None:
    ordinals = {"erst": 1, "zweit": 2, "dritt": 3, "siebt": 7, "acht": 8}
    for ending in ("e", "en", "er", "es", "em", "ens"):
        stem = word.removesuffix(ending)
        if stem == word:
            continue
        if stem in ordinals:
            return Word("ordinal", Decimal(ordinals[stem]))
        for tail, smallest in (("st", 20), ("t", 4)):
            value = _german_cardinal(stem.removesuffix(tail)) if stem.endswith(tail) else None
            if value is not None and value >= smallest:
                return Word("ordinal", Decimal(value))
    return None


def _german_cardinal(word: str) -> int | None:
    """The value of a whole German number word, at most 999,999; None if it is not one."""
    if not word or len(word) > 80:
        return None
    for mark, size in (("tausend", 1000), ("hundert", 100)):
        head, found, tail = word.partition(mark)
        if found:
            high = _german_cardinal(head) if head else 1
            low = _german_cardinal(tail.removeprefix("und")) if tail else 0
            return None if high is None or low is None else high * size + low
    if word == "ein":
        return 1
    simple = table("de").get(word)
    if simple is not None and simple.role == "unit":
        return int(simple.value)
    ones, found, tens = word.partition("und")
    if ones.startswith("hund") or not found:
        return None
    low, high = _small_german(ones), _small_german(tens)
    return low + high if 0 < low < 10 and high >= 20 and high % 10 == 0 else None


def _small_german(word: str) -> int:
    simple = table("de").get(word)
    if simple is None or simple.role not in ("unit", "one"):
        return 0
    return int(simple.value)


@cache
def _italian_below_100() -> Mapping[str, int]:
    simple = {w: int(x.value) for w, x in table("it").items() if x.role == "unit" and x.value < 100}
    digits = {w: v for w, v in simple.items() if 0 < v < 10} | {"uno": 1, "un": 1}
    joined = {}
    for tens, value in simple.items():
        if value >= 20 and value % 10 == 0:
            for ones, digit in digits.items():
                head = tens[:-1] if digit in (1, 8) else tens  # ventuno, ventotto
                joined[head + ones] = value + digit
    return simple | joined


def _italian(word: str) -> Word | None:
    value = _italian_cardinal(word)
    if value is not None:
        return Word("unit", Decimal(value))
    for ending, role in (("enn", "unit"), ("esim", "ordinal")):
        stem = word[:-1].removesuffix(ending)
        if stem == word[:-1]:
            continue
        for vowel in ("", "a", "e", "i", "o", "te"):  # the last vowel is dropped: ventesimo
            value = _italian_cardinal(stem + vowel)
            if value is not None:
                return Word("unit" if role == "unit" else "ordinal", Decimal(value))
    return None


def _italian_cardinal(word: str) -> int | None:
    """The value of a whole Italian number word, at most 999,999; None if it is not one."""
    if not word or len(word) > 80:
        return None
    small = _italian_below_100().get(word)
    if small is not None:
        return small
    for mark, size in (("mila", 1000), ("mille", 1000), ("cento", 100), ("cent", 100)):
        head, found, tail = word.partition(mark)
        if found:
            high = _italian_cardinal(head) if head else 1
            low = _italian_cardinal(tail) if tail else 0
            if high is not None and low is not None:
                return high * size + low
    return None
