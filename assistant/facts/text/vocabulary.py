"""Which words are ordinary, which are titles, and which names are one name in four languages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from functools import cache, lru_cache

from assistant.facts.facts import LANGUAGES, Language
from assistant.facts.tables import lines, table

from .letters import Met
from .spelling import alike, fold, skeleton
from .tongue import everyday_words, function_words

_STEM = 5
"""Letters by which two forms of one word are known."""
_ENDINGS: Mapping[Language, tuple[str, ...]] = {
    "en": ("s", "es", "ed", "ing", "d", "er"),
    "fr": ("s", "e", "x", "es", "nt", "ent", "r", "ait", "aient"),
    "de": ("s", "es", "n", "en", "e", "er", "in", "innen", "te", "ten", "t", "st", "ern"),
    "it": ("i", "e", "o", "a", "no", "ono", "ano", "re"),
}
"""What inflection adds to a word, or puts in the place of its last vowel."""
_FORMATIONS: Mapping[Language, tuple[str, ...]] = {
    "en": ("ly", "ness", "ment", "tion", "tions", "ings", "ingly", "ably"),
    "fr": ("ment", "tion", "tions", "aient", "issant", "eurs", "euses"),
    "de": ("ung", "ungen", "heit", "keit", "schaft", "tion", "tionen", "tät", "ismus", "barkeit"),
    "it": ("mente", "zione", "zioni", "ando", "endo", "iamo", "issimo", "issime", "issimi"),
}
"""Endings that no name has."""
_PARTICIPLE = re.compile(r"(?<=\w{3})(?:ed|ing|ant|ée?s?|[aiu]t[aoie]|ò|end)$")
_CASES = ("s", "n", "en", "r", "er", "es", "em")
"""What is added to the names of countries: *China's*, *der amerikanischen*."""
_PARTICLES = ("over", "out", "down", "off", "up", "back", "away", "through", "around")
"""What is joined to a verb in an English noun: *turnover, layoff, breakdown, output*."""
_LONGEST_WORD = 60
_SHORTEST_HEAD, _SHORTEST_STEM = 5, 4
_COMPOUND_ENDINGS = ("s", "es", "n", "en", "e")
_WORD = re.compile(r"[^\W\d_]+")


@cache
def titles() -> frozenset[str]:
    """Words beside a name that are none: *Mr, sénateur, Kanzlerin, United*."""
    return frozenset(table("names")["titles"].split())


@cache
def openers() -> frozenset[str]:
    """Words that often open a sentence and are no names: *According, Selon, Laut, Secondo*."""
    return frozenset(table("names")["openers"].split())


def is_participle(word: str) -> bool:
    """Does a lower-case word look like a participle, or an Italian verb of the past?"""
    return _PARTICIPLE.search(word) is not None


@cache
def particles() -> frozenset[str]:
    """Small words inside names: *de, von, van*."""
    return frozenset(table("names")["particles"].split())


@cache
def bodies() -> frozenset[str]:
    """The codes of international bodies that have an acronym: `UN`, `NATO`."""
    rows = (row.partition(":") for row in table("names")["bodies"].splitlines())
    things = frozenset(table("names")["no_bodies"].split())
    return frozenset(code for code, _, _ in rows if code) - things


def is_ordinary(word: str, language: Language) -> bool:
    """Is this word of the language's everyday vocabulary, whatever its capital letter says?"""
    return _ordinary(language)[word]


@cache
def _ordinary(language: Language) -> Met[bool]:
    return Met(lambda word: _is_ordinary(word, language))


def _is_ordinary(word: str, language: Language) -> bool:
    if len(word) > _LONGEST_WORD:
        return False
    word = word.lower()
    listed = everyday_words()[language]
    if language == "fr" and word[:1] == "e" and is_ordinary("é" + word[1:], "fr"):
        return True  # Etat, Elections: capitals often go without their accent
    return word in listed or word in function_words()[language] or is_formed(word, language, listed)


def is_listed(word: str, language: Language) -> bool:
    """Is exactly this form a word of the everyday vocabulary?"""
    word = word.lower()
    return word in everyday_words()[language] or word in function_words()[language]


def is_formed(word: str, language: Language, listed: Set[str]) -> bool:
    """Is this lower-case word an inflection, a formation or a compound of listed words?"""
    if word.endswith(_FORMATIONS[language]):
        return True
    for ending in _ENDINGS[language]:
        if not word.endswith(ending):
            continue
        stem = word[: -len(ending)]
        if len(stem) > 2 and (stem in listed or stem + "e" in listed):
            return True
        if language == "it" and len(stem) > 3:
            if any([stem + vowel in listed for vowel in "aeio"]):
                return True
    if language == "en":
        return _has_particle(word, listed)
    return language == "de" and _ends_in_listed(word, listed)


def _ends_in_listed(word: str, listed: Set[str]) -> bool:
    """Is the last part of a German compound listed, inflected or not?"""
    last = len(word) - _SHORTEST_HEAD + 1
    for ending in ("", *_COMPOUND_ENDINGS):
        if word.endswith(ending):
            stem = word[: len(word) - len(ending)]
            for start in range(3, min(last, len(stem) - _SHORTEST_STEM + 1)):
                if stem[start:] in listed:
                    return True
    return False


def _has_particle(word: str, listed: Set[str]) -> bool:
    """Is it a listed word with a particle behind it or before it: *turnover*, *outcome*?"""
    word = word.removesuffix("s") if len(word) > _SHORTEST_HEAD else word
    if not word.endswith(_PARTICLES) and not word.startswith(_PARTICLES):
        return False
    empty = function_words()["en"]
    for particle in _PARTICLES:
        stem = word.removesuffix(particle)
        if stem != word and len(stem) > 2 and stem in listed and stem not in empty:
            return True
        stem = word.removeprefix(particle)
        if stem != word and len(stem) > 3 and stem in listed:
            return True
    return False


@lru_cache(maxsize=16384)
def is_any_word(word: str) -> bool:
    """Is it an ordinary word of one of the languages, or a German compound that begins with one?"""
    if any(is_ordinary(word, language) for language in LANGUAGES):
        return True
    german, word = everyday_words()["de"], word.lower()
    return any(
        word[:end] in german or word[:end].removesuffix("s") in german
        for end in range(4, min(len(word) - 2, _LONGEST_WORD))
    )


@lru_cache(maxsize=16384)
def same_thing(word: str) -> str:
    """The code of the country, city or body that a word names; empty if none is known."""
    sound, known = skeleton(word), _things()
    if sound in known:
        return known[sound]
    if sound.endswith(("a", "i")) and sound[:-1] + "o" in known:
        return known[sound[:-1] + "o"]  # americana, americani
    if not sound.endswith(_CASES):
        return ""
    stems = (sound.removesuffix(end) for end in _CASES)
    return next((known[s] for s in stems if s in known and (len(s) > 3 or word[:-1].isupper())), "")


@cache
def country_names(code: str) -> tuple[str, ...]:
    """What a country is called in the languages, in the order of `LANGUAGES`; none if unknown.

    Args:
        code: of two letters, `DK`.
    """
    rows = (row.split("\t") for row in lines("places"))
    return next((tuple(names) for key, *names in rows if key == code), ())


@cache
def _things() -> Mapping[str, str]:
    """Skeleton of each word of a name to the code of the thing, where it is the only one."""
    things: dict[str, str] = {}
    for row in lines("places"):
        code, *names = row.split("\t")
        for name in names:
            words = _WORD.findall(name)
            if len(words) == 1:
                things[skeleton(words[0])] = code
    listed = "\n".join(table("names")[part] for part in ("places", "persons", "bodies"))
    for line in listed.splitlines():
        code, _, known = line.partition(":")
        for name in known.split():
            for word in _WORD.findall(name):
                if len(word) > 3 or word.isupper():
                    things.setdefault(skeleton(word), code)
    return things


def is_one_word(one: str, other: str) -> bool:
    """Tell whether two words are forms of one, in any two languages, or name one place or body."""
    a, b = fold(one), fold(other)
    if a == b or (min(len(a), len(b)) >= _STEM and a[:_STEM] == b[:_STEM]):
        return True
    code = same_thing(one)
    return code == same_thing(other) if code else len(a) > _STEM and alike(one, other)
