"""What a question gives for the source of an answer: *according to the union, how many jobs?*.

Those words are taken out of the question, which is then read without them; :mod:`.crediting` tells
which lines that source says.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass

from assistant.facts import Language
from assistant.facts.text.vocabulary import is_ordinary, same_thing

from .naming import WORD, names_of
from .wording import says

_MOST = 7
"""Words of a source."""
_GERMAN = re.compile(
    r"(?:[a-zäöüß-]{1,30}+ ){0,4}[A-ZÄÖÜ][\w-]{0,60}+"
    r"(?: (?:(?:der|des|von) )?(?:[a-zäöüß]{1,30}e[nrs] )?[A-ZÄÖÜ][\w-]{0,60}+){0,4}"
)
"""A German source ends with its nouns: *laut der Gewerkschaft schuldet die Firma*."""
_HANDLE = re.compile(r"[a-z_]{1,30}\d{1,8}\b")
"""What somebody who comments is called: *gianni58*."""
_BREAK = re.compile(r"[,;:?!()«»“”„]|\.(?=\s|$)")
_APPOSED = re.compile(r"[^,;:?!()]{2,60}, (?:[A-ZÀ-Þ][\w'’.-]{1,30}+ ?){2,4}(?=,)")
"""*The secretary of the union, Odile Tressan,*"""
_COMMAS = re.compile(r",(?:\s{0,2},)+|,(?=\s{0,2}\?)")


@dataclass(frozen=True, slots=True)
class Source:
    """Who is to say it."""

    text: str = ""
    """As written: *the treasurer*; nothing where it is all the same who says it."""
    words: tuple[str, ...] = ()
    """The names in it; without one its words with content."""
    nouns: tuple[str, ...] = ()
    """What is beside its names: *the firm Nordwind* may be called the firm."""
    are_names: bool = False


def parted(question: str, language: Language, asking: Set[str]) -> tuple[Source, str]:
    """Take what a question gives for its source out of it.

    Args:
        question: as the reader typed it.
        language: its language, one of the four.
        asking: the words that only ask, in lower case.

    Returns:
        The source, and the question without it. Whatever speaks of the texts themselves, *according
        to the article*, is taken out as well and is no source.
    """
    match = says("credits", language).search(question)
    if not match:
        return Source(), question
    who, end = match["before"], match.end()
    if not who:
        who = _named_behind(question[end:], language, asking)
        end += len(who)
    words = [word for word in WORD.findall(who) if word.lower() not in asking]
    rest = _tidy(f"{question[: match.start()]} {question[end:]}")
    if not words or not WORD.search(rest):
        return Source(), question
    names = [word for word in names_of(f"– {who}", words, language) if not word[0].isdigit()]
    if language == "de" and not names:
        names = [word for word in words if word[0].isupper()]
    plain = [word for word in names if is_ordinary(word, language) and not same_thing(word)]
    names = [word for word in names if word not in plain]
    if not names and any(says("texts").fullmatch(word) for word in words):
        return Source(), rest
    nouns = [word for word in words if word not in names] if names else []
    return Source(who.strip(), tuple(names or words), tuple(nouns), bool(names)), rest


def _named_behind(text: str, language: str, asking: Set[str]) -> str:
    """The words that name the source, at the beginning of a text."""
    named = _APPOSED.match(text)
    if named:
        return named[0]
    stop = _BREAK.search(text)
    text = text[: stop.start()] if stop else text
    if (handle := _HANDLE.match(text)) or (language == "de" and (handle := _GERMAN.match(text))):
        return handle[0]
    end = 0
    for place, word in enumerate(WORD.finditer(text)):
        told = word.group().lower()
        if place == _MOST or (told in asking and not says("joins").fullmatch(told)):
            break
        if not says("joins").fullmatch(told):
            end = word.end()
    return text[:end]


def _tidy(question: str) -> str:
    text = " ".join(question.split()).lstrip(" ,")
    text = re.sub(r"\s+([,?.!])", r"\1", text)
    text = _COMMAS.sub(lambda found: "," if found[0].count(",") > 1 else "", text)
    return text[:1].upper() + text[1:]
