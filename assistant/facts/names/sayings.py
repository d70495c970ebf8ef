"""Who says it, where a noun tells: *the unions fear …*, *selon l'opposition*, *laut Familie*.

`speakers` reads names beside verbs of saying; here a speaker is a noun with its article that begins
a sentence or a clause before such a verb, or what stands behind *according to*.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from assistant.facts.facts import Language
from assistant.facts.tables import table
from assistant.facts.text.cued import beginnings_of
from assistant.facts.text.letters import Met, lowered, words_of
from assistant.facts.text.tongue import function_words

_LONGEST = 2_000
"""Characters that are read."""
_MOST = 4
"""Words of a source, or behind a verb, that may name the speaker."""
_GERMAN = re.compile(
    r"(?:[a-zäöüß-]+ )*[A-ZÄÖÜ][\w-]+(?: (?:(?:der|des|von) )?(?:[a-zäöüß]+en )?[A-ZÄÖÜ][\w-]+)*"
)
"""A German source, without the verb behind it: *laut der Gewerkschaft schuldet die Firma*."""
_STEM = 6
"""Letters by which two speakers are one: *ministry*, *ministry's*."""
_SAID = 15
"""Characters that may follow a speaker who ends a sentence: *, the maker said.*"""
_ENDED = re.compile(r"[.!?…][»”\"]?\s+(?=\W?[A-ZÀ-Ý])|;|\n")
_CREDITS = frozenset("according selon laut zufolge secondo stando angaben".split())
_PASSIVE = r"(?:was|were|is|are|been|est|sont|été|fut|wird|wurden?|è|stat[oaie]|fu|viene|venne)\b"
"""Of whom something is said: *the ministry was criticised*."""


class Speaker(NamedTuple):
    """One who says something."""

    words: tuple[str, ...]
    """The words with content, as written."""
    start: int
    end: int


@lru_cache(maxsize=4096)
def noun_speakers(text: str, language: Language) -> tuple[Speaker, ...]:
    """Everyone to whom a text gives words or an opinion, in order."""
    if not any(map(_cues(language).__getitem__, lowered(text))):
        return ()
    found = []
    for match in _pattern(language).finditer(text[:_LONGEST]):
        group = match.lastgroup or ""
        whom = _GERMAN.match(match[group]) if group == "source" and language == "de" else None
        words = _content(whom[0] if whom else match[group], language)
        if group == "source":
            words = words[:_MOST]
        if words:
            start, end = match.span(group)
            found.append(Speaker(words, start, start + whom.end() if whom else end))
    return tuple(found)


def speaks(text: str, language: Language) -> bool:
    """Tell whether a text has a verb of saying, or gives its source, whoever that is."""
    if not any(map(_cues(language).__getitem__, lowered(text))):
        return False
    return bool(_says(language).search(text[:_LONGEST]))


def credited(
    claim: str, quotes: Sequence[tuple[str, Language]], language: Language
) -> frozenset[str]:
    """The words by which a claim gives its speaker, where its quote has the same speaker.

    *According to the ministry* is in *the ministry said*, so its words need no counterpart. The
    quote must be the only one, and one sentence that the speaker begins or ends.
    """
    words = _CREDITS & {*lowered(claim)}
    if not words or len(quotes) != 1 or quotes[0][1] != language:
        return frozenset()
    quote = quotes[0][0].strip()
    if _ENDED.search(quote):
        return frozenset()  # what the speaker says may be in another sentence than the claim
    ours = {word.lower()[:_STEM] for one in noun_speakers(claim, language) for word in one.words}
    for one in noun_speakers(quote, language):
        whole = one.start == 0 or len(quote) - one.end <= _SAID
        if whole and ours & {word.lower()[:_STEM] for word in one.words}:
            return words
    return frozenset()


def is_anybody(speaker: Speaker) -> bool:
    """May it be whoever speaks: officials, a study, the police? Not *the opposition leader*."""
    anybody = table("sayings")["anybody"]
    stems, alone = tuple(anybody["stems"].split()), tuple(anybody["alone"].split())
    words = [word.lower() for word in speaker.words]
    return any(word.startswith(stems) for word in words) or all(
        word.startswith(alone) for word in words
    )


def _content(text: str, language: Language) -> tuple[str, ...]:
    empty = function_words()[language]
    return tuple(word for word in words_of(text) if word.lower() not in empty and len(word) > 1)


@cache
def _cues(language: Language) -> Met[bool]:
    """Of each word whether it may be one of saying, or of what stands before a source."""
    words = table("sayings")
    begins = (*beginnings_of(words["says"][language]), *words["source_cues"][language].split())
    return Met(lambda word: word.startswith(begins))


@cache
def _says(language: Language) -> re.Pattern[str]:
    words = table("sayings")
    says, source = words["says"][language], words["source"][language]
    return re.compile(rf"(?<!\w)(?:(?:{says})(?!\w)|(?:{source}))", re.IGNORECASE)


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    words = table("sayings")
    says, helpers, source = (words[part][language] for part in ("says", "helpers", "source"))
    begins = r"(?:^|(?<=[.;:!?,«“”\"»] )|(?<=[«“\"„])|(?<= (?:and|but|und) )|(?<= (?:et|ma|da) ))"
    return re.compile(
        rf"{begins}(?P<who>(?i:{words['articles'][language]})(?:(?!{_PASSIVE})[\w’'&-]+ ){{1,3}}?)"
        rf"{helpers}(?:{says})(?!\w)|(?i:(?<!\w)(?:{source}) ?)(?P<source>[^.;:,«“\"]{{2,40}})"
    )
