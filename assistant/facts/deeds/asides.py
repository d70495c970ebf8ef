"""Who is named only beside what a sentence tells: who tells it, and the second of two sides.

*The minister resigned, his spokesman said* tells nothing of the spokesman, and *the euro rose
against the dollar* nothing of the same kind of the dollar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from assistant.facts.facts import Language
from assistant.facts.names.sayings import Speaker, noun_speakers, speaks
from assistant.facts.tables import table
from assistant.facts.text.letters import word_set, words_of
from assistant.facts.text.tongue import function_words

_LONGEST = 1_200
"""Characters that are read."""
_STOP = re.compile(r"[,.;:!?](?!\d)")
_SAID = 40
"""Characters behind a speaker in which the verb stands and what it begins."""
_NOUN = r"[^\W\d_][\w’-]*"


class Aside(NamedTuple):
    """Somebody beside what is told, with the place of all that names them."""

    words: tuple[str, ...]
    """Their words with content, lower case."""
    start: int
    end: int
    tells: bool
    """They say it; else they are the second side."""


@lru_cache(maxsize=2048)
def asides(text: str, language: Language) -> tuple[Aside, ...]:
    """Everybody who is beside what a text tells, in order."""
    return tuple(sorted(set(_asides(text[:_LONGEST], language)), key=lambda one: one.start))


def _asides(text: str, language: Language) -> Iterator[Aside]:
    if not frozenset(table("asides")[language]["cues"].split()).isdisjoint(word_set(text)):
        for match in _against(language).finditer(text):
            yield _aside(match[1], *match.span(), language, tells=False)
    if speaks(text, language) or _may_tell(language).search(text):
        for speaker in noun_speakers(text, language):
            words = tuple(word.lower() for word in speaker.words)
            source = _source(language).search(text, 0, speaker.start)
            if not source and not _only_tells(text, speaker, language):
                continue
            start, end = source.start() if source else speaker.start, speaker.end
            if source and language != "de":  # secondo le istruzioni pubblicate ieri,
                end = next((m.start() for m in [_STOP.search(text, end)] if m), end)
            yield Aside(words, start, end, True)
        for match in _told_by(language).finditer(text):
            yield _aside(match[1], *match.span(), language, tells=True)


def _only_tells(text: str, speaker: Speaker, language: Language) -> bool:
    """Does a speaker end a sentence, or begin one and say that something is so?"""
    behind = text[speaker.end : speaker.end + _SAID]
    return bool(_ends(language).match(behind))


def _aside(who: str, start: int, end: int, language: Language, *, tells: bool) -> Aside:
    empty = function_words()[language]
    names = [word for word in words_of(who) if language != "de" or word[0].isupper()]
    words = tuple(word for word in map(str.lower, names) if word not in empty)
    return Aside(words, start, end, tells)


@cache
def _against(language: Language) -> re.Pattern[str]:
    words = table("asides")[language]
    noun = words["noun"]
    return re.compile(
        rf"(?<!\w)(?:{words['against']}) ?{noun}({_NOUN}(?: {_NOUN})?)", re.IGNORECASE
    )


@cache
def _source(language: Language) -> re.Pattern[str]:
    """What stands before a source, at the end of a text."""
    return re.compile(rf"(?<!\w)(?:{table('sayings')['source'][language]}) ?$", re.IGNORECASE)


def _says(language: Language) -> str:
    """A pattern of the verbs of saying, with what may help them: *has said*."""
    says, more = table("sayings"), table("asides")[language]["more"]
    return rf"{says['helpers'][language]}(?:{says['says'][language]}|{more})"


@cache
def _ends(language: Language) -> re.Pattern[str]:
    """A verb of saying with which a sentence ends, or what it says begins: *said that*."""
    words = table("asides")[language]
    return re.compile(
        rf" ?(?:{_says(language)})(?:[.!?]|$| {words['that']}|, {words['that']})", re.IGNORECASE
    )


@cache
def _may_tell(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{table('asides')[language]['more']})(?!\w)", re.IGNORECASE)


@cache
def _told_by(language: Language) -> re.Pattern[str]:
    """Behind a comma, who tells what stands before it: *, a déclaré son porte-parole*."""
    words = table("asides")[language]
    return re.compile(
        rf", (?:{_says(language)}|{words['tells']}) {words['noun']}({_NOUN}(?: {_NOUN}){{0,3}})"
        rf"(?=[.!?,;]|$)",
        re.IGNORECASE,
    )
