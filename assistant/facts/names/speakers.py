"""Who says it: the name beside a verb of saying, *said Lee*, *selon Lee*, *so Lee*.

Whether a word with a capital is a name is mostly open: *May*, *Rock* and *Ross* are ordinary
words. Who stands beside *said* is somebody, whatever the word means otherwise.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from assistant.facts.dates.calendars import is_calendar_word
from assistant.facts.facts import Language
from assistant.facts.tables import table
from assistant.facts.text.letters import lowered, words_of
from assistant.facts.text.spelling import alike
from assistant.facts.text.tongue import function_words
from assistant.facts.text.vocabulary import is_ordinary, openers, same_thing, titles

from .names import DETERMINERS

_NAME = r"(?P<{0}>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){{0,4}})"
_HELPERS = r"(?:(?:a|ha|hat|has|had|avait|aveva|later|also|then) )?(?:aussi |anche |également )?"
_TITLES = tuple(
    "minister ministerin präsident präsidentin sprecher sprecherin chef chefin leiter leiterin"
    " kanzler kanzlerin meister richter".split()
)
"""What German compounds that are no names end in."""
_PEOPLE = frozenset({"May", "April", "June"})
"""Months that people are called."""
_LONGEST = 400
"""Characters of a sentence that is read for this."""


def other_speaker(
    claim: str, quote: str, spoken: Language, tongue: Language
) -> tuple[str, str] | None:
    """The speaker of a claim and another one of its quote, if neither is named by the other side.

    Args:
        claim: a sentence.
        quote: what it is held against.
        spoken: language of the claim.
        tongue: language of the quote.
    """
    ours = speakers(claim, spoken)
    theirs = speakers(quote, tongue) if ours else ()
    for name, plain in ours:
        for other, ordinary in theirs:
            if not (plain and ordinary) and not _is_in(name, quote) and not _is_in(other, claim):
                return name, other
    return None


@lru_cache(maxsize=4096)
def speakers(text: str, language: Language) -> tuple[tuple[str, bool], ...]:
    """The surnames beside verbs of saying, each with whether it is an ordinary word as well."""
    if len(text) > _LONGEST or _cues().isdisjoint(lowered(text)):
        return ()
    found = []
    for match in _pattern().finditer(text):
        group = next(name for name in ("before", "after", "source") if match[name])
        *given, last = match[group].split()
        last = re.sub(r"['’]s?$", "", last)
        word = last.lower()
        if (word in _nobody() and last not in _PEOPLE) or same_thing(last):
            continue
        if is_calendar_word(word, language) and last not in _PEOPLE:
            continue
        if language == "de" and word.endswith(_TITLES):
            continue  # Außenminister
        ordinary = is_ordinary(last, language)
        start = match.start(group)
        if (
            not given
            and ordinary
            and last not in _PEOPLE
            and (_is_noun(text, start, language) or _begins(text, start))
        ):
            continue
        found.append((last, ordinary))
    return tuple(found)


def _is_noun(text: str, start: int, language: Language) -> bool:
    """Does an article stand before?"""
    before = text[max(0, start - 14) : start].split()
    return bool(before) and (before[-1].lower() in DETERMINERS or language == "en" == before[-1])


def _begins(text: str, start: int) -> bool:
    return not text[:start].strip(" \"'“”„«»‘’")


def _is_in(name: str, text: str) -> bool:
    parts = words_of(name)
    return any(
        alike(part, word) or sorted(part.lower()) == sorted(word.lower())  # Baer, misspelt Bear
        for word in words_of(text)
        if word[0].isupper()
        for part in parts
    )


@cache
def _nobody() -> frozenset[str]:
    """Words beside a verb of saying that are nobody's name."""
    return titles().union(openers(), *function_words().values())


@cache
def _cues() -> frozenset[str]:
    """Words of which one is in every text that says who says it."""
    listed = table("names")
    return frozenset((*listed["says"].split(), *listed["sources"].split(), "après", "according"))


@cache
def _pattern() -> re.Pattern[str]:
    says = "|".join(table("names")["says"].split())
    sources = "|".join(table("names")["sources"].split())
    before, after = _NAME.format("before"), _NAME.format("after")
    return re.compile(
        rf"(?<!\w)(?:{before} {_HELPERS}(?:{says})(?!\w)"
        rf"|(?:{says}|(?i:{sources}|d['’]après)) {after}"
        rf"|(?i:according to) {_NAME.format('source')}(?! [a-z]))"
    )
