"""What somebody is who is named, and who belongs to whom: *deputy director Ines Maurer*.

The words are in `offices.toml`. They are looked for right beside a name, before it or behind a
comma.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from assistant.facts.facts import Language
from assistant.facts.tables import table
from assistant.facts.text.doing import little_words
from assistant.facts.text.letters import Met, word_set, words_of

from .kinds import Member, members
from .names import Capital, capitals

_BREAK = re.compile(r"[.;:!?()«»\"“”„–—](?!\d)")
_BEFORE, _BEHIND = 60, 60
"""Characters before and behind a name that are read."""
_WORDS = 7
"""Words before it, or behind its comma."""
_END = re.compile(r"[,.;:!?]")
_COMMA = re.compile(r"(?: [a-zäöü]{2,4})?, ")
"""Behind a name, and the part of a German verb that may stand there: *kündigte Kern an, der*."""
_RUN = re.compile(r" |-")
_LESS_BEGIN = re.compile(r"^(?:vice|vize|ex|alt|sous|sotto|co)-?(?=\w{4})")
_UNSURE = frozenset("one then late past previous vieux passato già allora co alt".split())
"""What makes an office less beside a name only: *one director*."""
_AROUND = 2
"""Words before an office, and in French and Italian behind it, among which that stands."""


TRADES = frozenset("office court trial bargain lease pitch book ward trade_of".split())
"""Closed classes of what somebody is."""


class Named(NamedTuple):
    """Somebody who is named with an office or with what makes it less."""

    names: tuple[str, ...]
    """The words of the name."""
    beside: str
    """What stands beside it, as written."""
    office: bool
    less: frozenset[str]
    """What makes the holder less than that: `deputy`, `former`."""
    trades: Mapping[Member, str]
    """What stands beside it of the closed classes of trades, each with its word."""


class Office(NamedTuple):
    """An office that a text speaks of, held by whomever."""

    word: str
    """Its word, lower case, without what makes it less."""
    less: frozenset[str]
    """What makes it less: `deputy`, `former`."""


class Forms:
    """Words, some of them told by their beginning.

    Args:
        forms: beginnings of words, and whole ones, which end in `=`.
    """

    def __init__(self, forms: str) -> None:
        words = forms.split()
        whole = frozenset(word[:-1] for word in words if word.endswith("="))
        begins = tuple(word for word in words if not word.endswith("="))
        self._met = Met(lambda word: word in whole or word.startswith(begins))

    def of(self, words: Iterable[str]) -> str:
        """The first of some words, lower case, that is one of these; else empty."""
        for word in words:
            if self._met[word]:
                return word
        return ""


def holders(text: str, language: Language) -> tuple[Named, ...]:
    """Those whom a text names with an office beside their name."""
    if not _heads(language).of(word_set(text)):
        return ()
    return tuple(one for one in _named(text, language) if one.office)


@lru_cache(maxsize=2048)
def lesser(text: str, language: Language) -> tuple[Named, ...]:
    """Those beside whose name a text has what makes an office less."""
    if not _less(language).of(word_set(text)):
        return ()
    return tuple(one for one in _named(text, language) if one.less)


@lru_cache(maxsize=2048)
def titled(text: str, language: Language) -> tuple[Named, ...]:
    """Those whom a text names with a trade or an office of a closed class beside their name."""
    if not any(kind in TRADES for kind, _ in members(text, language)):
        return ()
    return tuple(one for one in _named(text, language) if one.trades)


@lru_cache(maxsize=2048)
def people(text: str, language: Language) -> tuple[Named, ...]:
    """All whom a text names."""
    return tuple(_named(text, language))


def _named(text: str, language: Language) -> Iterator[Named]:
    for run in _runs(text, language):
        beside = _window(text, language, run[0].start, run[-1].end)
        words = [word.lower() for word in words_of(beside)]
        less = frozenset[str]()
        if _less(language).of(words):
            less = frozenset(kind for kind in less_kinds() if less_words(kind, language).of(words))
        office = bool(_heads(language).of(words))
        trades = {
            member: word
            for member, word in members(beside, language).items()
            if member[0] in TRADES
        }
        yield Named(tuple(name.word for name in run), beside, office, less, trades)


def _runs(text: str, language: Language) -> Iterator[list[Capital]]:
    """The names of a text, each as its words in a row, offices left out."""
    run: list[Capital] = []
    for name in capitals(text, language):
        low = name.word.lower()
        beside = run and _RUN.fullmatch(text, run[-1].end, name.start)
        if not (name.strong or beside) or _heads(language).of([low]) or _less(language).of([low]):
            continue
        if run and not beside:
            yield run
            run = []
        run.append(name)
    if run:
        yield run


def _window(text: str, language: Language, start: int, end: int) -> str:
    """What stands beside a name: before it in its clause, or in commas behind it.

    Nothing does that only belongs to the name: *a spokesman for Tennessee*.
    """
    parts = _BREAK.split(text[max(0, start - _BEFORE) : start])[-1].rstrip().split(",")
    if len(parts) > 1 and not parts[-1]:
        return " ".join(parts[-2].split()[-_WORDS:])
    near, behind = parts[-1].split()[-_WORDS:], ""
    if near and near[-1].lower() in little_words(language).prep:
        return ""
    if comma := _COMMA.match(text, end):
        behind = _END.split(text[comma.end() : comma.end() + _BEHIND], maxsplit=1)[0]
    return " ".join([*near, *behind.split()[:_WORDS]])


@cache
def less_kinds() -> tuple[str, ...]:
    """The kinds of what makes an office less: `deputy`, `former`, `spokes`."""
    return tuple(table("offices")["less"])


@cache
def less_words(kind: str, language: Language) -> Forms:
    """The words of a kind that make the holder of an office less."""
    return Forms(table("offices")["less"][kind][language])


@cache
def _less(language: Language) -> Forms:
    """The words of all kinds: few texts have any."""
    return Forms(" ".join(forms[language] for forms in table("offices")["less"].values()))


@cache
def _heads(language: Language) -> Forms:
    return Forms(table("offices")["head"][language])


@cache
def own_words(language: Language) -> Forms:
    """Those who belong to somebody: *son*, *Sprecher*."""
    return Forms(" ".join(forms[language] for forms in table("offices")["own"].values()))


@lru_cache(maxsize=2048)
def own_kinds(words: tuple[str, ...], language: Language) -> frozenset[str]:
    """What some words, lower case, say that somebody is to another one: `spokes`, `lawyer`."""
    return frozenset(kind for kind in table("offices")["own"] if _own(kind, language).of(words))


@cache
def _own(kind: str, language: Language) -> Forms:
    return Forms(table("offices")["own"][kind][language])


@lru_cache(maxsize=2048)
def offices(text: str, language: Language) -> tuple[Office, ...]:
    """The offices of which a text speaks."""
    heads, less = _heads(language), _less(language)
    words = [word.lower() for word in words_of(text)]
    found = []
    for at, word in enumerate(words):
        bare = _LESS_BEGIN.sub("", word)
        if not (heads.of([word]) or (bare != word and heads.of([bare]))):
            continue
        near = words[max(0, at - _AROUND) : at + 1]
        if language in ("fr", "it"):
            near = [*near, *words[at + 1 : at + 1 + _AROUND]]
        near = [one for one in near if one not in _UNSURE]
        kinds = frozenset[str]()
        if less.of(near) or bare != word:
            kinds = frozenset(k for k in less_kinds() if less_words(k, language).of(near))
            if bare != word:
                kinds |= {"former" if word.startswith(("ex", "alt")) else "deputy"}
        found.append(Office(bare, kinds))
    return tuple(found)


@lru_cache(maxsize=2048)
def lesser_offices(text: str, language: Language) -> bool:
    """Has a text an office with what makes it less?"""
    return any(office.less for office in offices(text, language))
