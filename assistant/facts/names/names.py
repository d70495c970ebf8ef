"""Who and what a text names: people, places, organisations.

A capital letter makes a name in three languages, except at the start of a sentence; in German it
makes a noun, and the name is what is no ordinary noun. There is no list of people here: a name is
what the vocabulary of the language does not explain.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from assistant.facts.dates.calendars import is_calendar_word
from assistant.facts.facts import Fact, Language
from assistant.facts.figures.words import read
from assistant.facts.text.letters import Met, large_of, starts_of, words_of
from assistant.facts.text.spelling import fold
from assistant.facts.text.tongue import function_words
from assistant.facts.text.vocabulary import (
    is_any_word,
    is_ordinary,
    openers,
    particles,
    same_thing,
    titles,
)

from .particled import particled
from .states import states

_START = re.compile(r"(?:^|[.!?…:]['\"“”»)]?\s+|[\"“„«‹(\[–—]\s?|(?<!\w)['‘]|\n\s*|^\W+)$")
_GAP = re.compile(r"[ \u00a0]|-|['’]|\.[ \u00a0]?|[ \u00a0](?:[A-ZÀ-Ý]\.[ \u00a0]?){1,2}")
"""Between the parts of a name; an initial may stand there: *Michael E. Mann*."""


_SHORT = re.compile(r"(?<!\w)[A-ZÀ-Þ][^\W\d_]$")
DETERMINERS = frozenset(
    "der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner"
    " dieser diese dieses diesen diesem jeder jede jedes jeden jedem alle allen aller viele vielen"
    " vieler mehrere mehrerer einige einigen sein seine seinen seinem seiner ihr ihre ihren ihrem"
    " ihrer unser unsere unseren welche welcher welches welchen welchem im am zum zur vom beim ins"
    " ans zwei drei vier".split()
)
"""What stands before a German noun and not before a person's name."""


_ARTICLES = frozenset("the le l il i gli un une uno a an aux du".split())
"""Before an ordinary word with a capital: no person follows (an Italian `la` may be one's)."""
_INNER = frozenset(
    "of the de du des la le d di della dei del delle degli dell der and et e".split()
)
_NO_NAME = re.compile(r"[IVX]+(?:e|er|è|ème)|Mrd|Mio|Tsd|Mill|Bio|Nr|Abs|Art")
_BEHIND_E = frozenset("Silva Souza Sousa Costa Castro Melo Mello Cunha Lima Almeida Sá".split())
"""Portuguese surnames that an *e* joins to the one before; elsewhere it is the Italian *and*."""
_STOPS = frozenset('.,;:!?()[]"“”«»…')


class Capital(NamedTuple):
    """A word with a capital letter that may name something."""

    start: int
    end: int
    word: str
    strong: bool
    """Surely a name: nothing else in the language explains the capital letter."""
    acronym: bool
    begins: bool
    """It is the first word of a sentence, where a capital letter says nothing."""

    @property
    def is_short(self) -> bool:
        """Is it of two letters, but for a German ending?"""
        return len(self.word.removesuffix("s")) < 3


class _Cut(NamedTuple):
    """A text cut into its words."""

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]

    def gap(self, first: int, last: int = 0) -> str:
        """What stands between two words, or between one and the next."""
        return self.text[
            self.starts[first] + len(self.words[first]) : self.starts[last or first + 1]
        ]


_BEHIND_TITLE = (" ", "\u00a0", ". ", ".\u00a0")


@lru_cache(maxsize=8192)
def capitals(text: str, language: Language) -> tuple[Capital, ...]:
    """The words of a text that may be names or parts of names, in order."""
    whole = _whole(text, language)
    cut, known, known_titles = (
        _Cut(text, words_of(text), starts_of(text)),
        _known(language),
        titles(),
    )
    found = list(whole)
    for i in large_of(text):
        word, start = cut.words[i], cut.starts[i]
        if len(word) == 1:
            continue
        if whole and any([s.start <= start < s.end for s in whole]):
            continue
        titled = (
            i > 0
            and cut.words[i - 1].lower() in known_titles
            and word.lower() not in known_titles
            and cut.gap(i - 1) in _BEHIND_TITLE
        )
        may_name, acronym, ordinary, is_thing = known[word]
        if not (titled or may_name):
            continue
        begins = _begins(text, start)
        strong = not ordinary
        if ordinary and language != "de" and not begins:
            strong = not _beside_capital(cut, i)
        elif strong and not is_thing:
            strong = not _is_explained(cut, i, language)
        strong = strong or titled
        found.append(Capital(start, start + len(word), word, strong, acronym, begins))
    return tuple(sorted(found, key=lambda capital: capital.start) if whole else found)


def _whole(text: str, language: Language) -> list[Capital]:
    """Countries of several words, and names that begin with a particle."""
    whole = [
        Capital(s.start, s.end, text[s.start : s.end], True, False, False) for s in states(text)
    ]
    for name in particled(text, language):
        if not any(s.start < name.end and name.start < s.end for s in whole):
            whole.append(Capital(name.start, name.end, name.word, True, False, False))
    return whole


def scan(text: str, language: Language) -> list[Fact]:
    """The names of a text as facts; `key` is a code for places known in four languages."""
    groups: list[list[Capital]] = []
    for capital in capitals(text, language):
        if groups and _joined(text, groups[-1][-1], capital):
            groups[-1].append(capital)
        else:
            groups.append([capital])
    facts = []
    for group in groups:
        while len(group) > 1 and _only_opens(group[0], language):
            group = group[1:]
        while group and language == "de" and not group[0].strong:
            group = group[1:]
        while group and language == "de" and not group[-1].strong:
            group = group[:-1]
        if not group or not (len(group) > 1 or group[0].strong):
            continue
        start, end = group[0].start, group[-1].end
        name = text[start:end]
        code = code_of(group[0].word) if len(group) == 1 else ""
        key = code or fold(name)
        facts.append(Fact("name", start, end, name, None, "place" if code else "", key))
    return facts


def _only_opens(first: Capital, language: Language) -> bool:
    """Is it a small word, or one that only begins the sentence: *Selon von der Leyen*?"""
    word = first.word.lower()
    return word in function_words()[language] or (first.begins and word in openers())


def with_short_name(name: str, text: str) -> str:
    """A name of a text with one of two letters that stands before it: *Xi Jinping*."""
    at = text.find(f" {name}")
    while at >= 0:
        end = at + 1 + len(name)
        found = _SHORT.search(text, max(0, at - 2), at) if not _goes_on(text, end) else None
        if found:
            short = found[0].lower()
            known = short in titles() or any(short in w for w in function_words().values())
            return name if known else text[found.start() : end]
        at = text.find(f" {name}", at + 1)
    return name


def _goes_on(text: str, end: int) -> bool:
    """Does a word go on at this place?"""
    return text[end : end + 1].isalnum() or text[end : end + 1] == "_"


def code_of(name: str) -> str:
    """The code of the country, city or body of a name of one word or several; empty if unknown."""
    return same_thing(name) if name.isalpha() else next((s.code for s in states(name)), "")


def _begins(text: str, start: int) -> bool:
    """Does a sentence begin at this place?"""
    if start > 1 and text[start - 1] == " " and text[start - 2].isalnum():
        return False
    return _START.search(text[max(0, start - 4) : start]) is not None


class _Known(NamedTuple):
    """What a word with a capital letter is by itself."""

    may_name: bool
    acronym: bool
    ordinary: bool
    is_thing: bool


@cache
def _known(language: Language) -> Met[_Known]:
    def known(word: str) -> _Known:
        acronym, is_thing = word.isupper(), bool(same_thing(word))
        ordinary = not acronym and not is_thing and is_ordinary(word, language)
        return _Known(_may_name(word, language), acronym, ordinary, is_thing)

    return Met(known)


def _may_name(word: str, language: Language) -> bool:
    lowered = word.lower()
    if lowered in titles() or is_calendar_word(lowered, language) or read(lowered, language):
        return False
    if len(word) < 3 and not word.isupper() and is_any_word(word):
        return False  # *Il*, *Er*; *Xi* is no word of any of the languages
    return not _NO_NAME.fullmatch(word)


def _beside_capital(cut: _Cut, i: int) -> bool:
    """Does an ordinary word with a capital stand in a phrase, or behind an article?

    As in `Supreme Court`, `House of Representatives`, `the Treasury`.
    """
    words = cut.words
    if i and words[i - 1].lower() in _ARTICLES:
        return True
    for step in (-1, 1):
        j = i + step
        while 0 <= j < len(words) and words[j] in _INNER and abs(j - i) < 3:
            j += step
        if 0 <= j < len(words) and words[j][0].isupper():
            gap = cut.gap(*sorted((i, j)))
            if _STOPS.isdisjoint(gap) and words[j].lower() not in titles():
                return True
    return False


def _is_explained(cut: _Cut, i: int, language: Language) -> bool:
    """Is there another reason for the capital: a German noun, an English phrase left as it is?"""
    if language == "de" and i and cut.words[i - 1].lower() in DETERMINERS:
        return cut.gap(i - 1) == " "
    return is_ordinary(cut.words[i], "en") and _beside_capital(cut, i)


def _joined(text: str, one: Capital, other: Capital) -> bool:
    gap = text[one.end : other.start]
    if _GAP.fullmatch(gap):
        return True
    inner = gap.strip()
    if inner == "e" and other.word not in _BEHIND_E:
        return False  # Luca Bianchi e Ada Neri
    return (
        len(gap) < 9 and gap[:1] == " " and inner.lower() in particles() and inner == inner.lower()
    )
