"""Who each clause of a text is about, if it is somebody named: *Olsen drew it, Dorn built it*.

Without grammar: a name is the subject where no preposition and no other noun stands before it in
its clause; a clause that begins with its verb goes on with the subject before, and a relative one
with the name right before it. What is not that plain has nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from assistant.facts.deeds.deeds import plainly
from assistant.facts.deeds.together import JOINTS, WORD, Name, names_of, spans
from assistant.facts.facts import Language
from assistant.facts.names.offices import Forms
from assistant.facts.tables import table
from assistant.facts.text.doing import little_words
from assistant.facts.text.letters import words_of
from assistant.facts.text.subjects import about
from assistant.facts.text.tongue import function_words
from assistant.facts.text.vocabulary import titles

_LONGEST, _MOST = 1_200, 20
"""Characters of a text, and how many clauses, that are read."""
_SENTENCE = re.compile(r"(?<=[.!?;])[\s]+(?=[A-ZÀ-Þ«“„\"])")
_RELATIVE = {
    "en": frozenset("who which that".split()),
    "fr": frozenset({"qui"}),
    "de": frozenset("der die das".split()),
    "it": frozenset({"che"}),
}
_WHOSE = {
    "en": frozenset({"whose"}),
    "fr": frozenset({"dont"}),
    "de": frozenset("dessen deren".split()),
    "it": frozenset({"cui"}),
}
_AND = frozenset("and but et mais und aber e ed ma".split())
_OF = {
    "en": frozenset({"of"}),
    "fr": frozenset("de d du des".split()),
    "de": frozenset("von vom".split()),
    "it": frozenset("di del della dello dell dei degli delle".split()),
}
_CLOSED = frozenset("\"”“»’'")
_HAS = frozenset("a ont avait avaient eut est était sont ha hanno aveva avevano è era sono".split())
_CLITIC = frozenset("l le la les lo li gli".split())
_OBJECT = frozenset("den dem des einen einem eines".split())
_MOST_BEFORE = 3
"""Words before a name that may say what its bearer is."""


class Act(NamedTuple):
    """A clause, and whom it is about."""

    who: tuple[str, ...]
    """The words of the names of its subject; empty if that is not plain."""
    own: bool
    """Something of theirs is the subject: *Kappa's shares*."""
    others: tuple[str, ...]
    """The other names of the clause."""
    noun: tuple[str, ...]
    """The words of a subject without a name, lower case; empty if that is not plain."""
    words: tuple[str, ...]
    """Its other words with content, lower case."""
    passive: bool
    agents: tuple[str, ...]
    """The names of those by whom it is done."""


@lru_cache(maxsize=4096)
def acts(text: str, language: Language) -> tuple[Act, ...]:
    """The clauses of a text, each with whom it is about."""
    found: list[Act] = []
    for sentence in _SENTENCE.split(text[:_LONGEST]):
        found += islice(_acts(sentence, language), _MOST)
    return tuple(found[:_MOST])


def _acts(sentence: str, language: Language) -> Iterator[Act]:
    names = names_of(sentence, language)
    no_words: tuple[str, ...] = ()
    main = no_words
    last: Name | None = None
    for start, end in spans(sentence, names, language):
        here = [name for name in names if start <= name.start < end]
        text = sentence[start:end]
        first = [word.lower() for word in WORD.findall(text)[:2]] or [""]
        ahead = last if last and not sentence[last.end : start].strip(" ,–—(") else None
        subject = _subject(sentence, start, here, language)
        own, noun, who = False, no_words, no_words
        if first[0] in _WHOSE[language] or (len(first) > 1 and first[1] in _WHOSE[language]):
            who, own = (ahead.words if ahead else ()), True
        elif first[0] in _RELATIVE[language] and _is_relative(first, sentence, start, language):
            who = ahead.words if ahead else ()
        elif subject is not None:
            who, own, noun = subject
            if who and not own:
                main = who
            elif noun:
                main = ()
        else:
            who = main if _goes_on(first, text, language) else ()
            if here and not _is_placed(sentence[start : here[0].start], language):
                who = ()  # ha scritto la signora Neri
            if sentence[:start].rstrip(" ,")[-1:] in _CLOSED:
                who = ()  # what is said behind what somebody says
            if ahead and ahead.words != main and first[0] not in _AND:
                who = ()  # ahead of Berg, caduta nell'ultimo giro
        others = [word for name in here for word in name.words if word not in who]
        words, passive = _told(text, {*who, *others}, language)
        by = _agents(sentence, start, here, language) if passive else ()
        yield Act(who, own, tuple(others), noun, words, passive, by)
        last = here[-1] if here else last


def _subject(
    sentence: str, start: int, names: Sequence[Name], language: Language
) -> tuple[tuple[str, ...], bool, tuple[str, ...]] | None:
    """The subject of a clause: names, if something of theirs is it, or the words of a noun."""
    little, empty = little_words(language), function_words()[language]
    for name in names[:1]:
        before = WORD.findall(sentence[start : name.start])
        while before and before[0].lower() in _AND | frozenset(JOINTS[language].split()):
            before = before[1:]
        low = [word.lower() for word in before]
        kind = _stands(low, before, language)
        if kind == "of":
            return name.words, True, ()
        if kind == "subject":
            own = language == "en" and sentence[name.end : name.end + 2] in ("'s", "’s", "s'", "s’")
            return name.words, own, ()
        break
    low = [word.lower() for word in WORD.findall(sentence[start:])]
    at = 1 if low and low[0] in frozenset(JOINTS[language].split()) else 0
    if low[at : at + 1] and low[at] in _CLITIC and low[at + 1 : at + 2] and low[at + 1] in _HAS:
        return None  # l'a vendu
    if at < len(low) and low[at] in little.det - (_OBJECT if language == "de" else frozenset()):
        noun = tuple(word for word in low[at + 1 : at + 4] if word not in empty | little.det)
        return (), False, noun or ("",)
    if at < len(low) and (low[at] in about(language).pronoun or low[at] in little.prep):
        return (), False, ()
    return None


def _stands(low: Sequence[str], written: Sequence[str], language: Language) -> str:
    """How a name stands in its clause by the words before it: `subject`, `of`, or neither."""
    if not low:
        return "subject"
    little = little_words(language)
    timed = low[0] in little.prep and not (low[0] in little.det and language != "it")
    low = low[1:] if timed else low
    if not low:
        return ""
    if 2 < len(low) <= 2 + _MOST_BEFORE and low[0] in little.det and _of_at(low, language):
        return "of"
    if timed:
        return ""  # nothing is told behind a place or a time
    if language in ("fr", "it") and len(low) > 3 and low[-2] in ("de", "d", "di"):
        low = low[:-2]  # le fabricant de puces Novatek
    return "subject" if _tells_what(low, written[-1], language) else ""


def _tells_what(low: Sequence[str], last: str, language: Language) -> bool:
    """Do all words before a name only tell what its bearer is, if they tell anything?"""
    little, empty = little_words(language), function_words()[language]
    if language == "de" and not any(word in little.prep | little.det for word in low):
        return last.islower()  # übernimmt Lind
    dets = [at for at, word in enumerate(low) if word in little.det]
    if len(dets) > 1 or (dets and dets[0] > 0):
        return False
    if any(word in little.prep and word not in little.det for word in low):
        return False
    if language == "de" and dets and low[0] in _OBJECT:
        return False
    rest = [word for word in low if word not in little.det]
    if not rest:
        return True
    if len(rest) > _MOST_BEFORE or any(word in empty for word in rest):
        return False
    return _says_what(rest[-1], last, language) or (bool(dets) and len(rest) == 1)


def _of_at(low: Sequence[str], language: Language) -> bool:
    """Does *of* stand right before the name, with an article at most?"""
    last = low[-1] if low[-1] in _OF[language] else low[-2]
    return last in _OF[language]


def _says_what(word: str, written: str, language: Language) -> bool:
    """May a word before a name say what its bearer is: *company*, *senator*, *Firma*?"""
    if language == "de" and written[0].isupper():
        return True
    return (
        word in titles() or word in about(language).stands_in or bool(_heads(language).of([word]))
    )


@cache
def _heads(language: Language) -> Forms:
    return Forms(table("offices")["head"][language])


def _is_relative(first: Sequence[str], sentence: str, start: int, language: Language) -> bool:
    """Is a clause about the name before it: *who fell*, not *that it fell*?"""
    if len(first) < 2:
        return False
    if language == "de":
        return sentence[:start].rstrip().endswith(",")
    little = little_words(language)
    return first[1] not in little.det | about(language).pronoun


def _is_placed(before: str, language: Language) -> bool:
    """Does a preposition stand before a name, with a word or two between at most?"""
    words = [word.lower() for word in WORD.findall(before)[-_MOST_BEFORE:]]
    return any(word in little_words(language).prep for word in words)


def _goes_on(first: Sequence[str], text: str, language: Language) -> bool:
    """Has a clause no subject of its own, by its first word that is none of its joint?"""
    at = 1 if first[0] in _AND and len(first) > 1 else 0
    words = WORD.findall(text)
    if at >= len(words) or (first[0] not in _AND and first[0] in JOINTS[language].split()):
        return False
    word, little = words[at], little_words(language)
    clitic = word in _CLITIC and at + 1 < len(words) and words[at + 1] in _HAS
    if not clitic and (word[0].isupper() or word.lower() in little.det | little.prep):
        return False
    if language == "en":
        behind = words[at + 1].lower() if at + 1 < len(words) else ""
        if behind in little.det | little.prep | about("en").pronoun and not word.endswith("s"):
            return True
        return word in function_words()["en"] or word.endswith("ed") or bool(plainly(word, "en"))
    return True


def _told(text: str, names: set[str], language: Language) -> tuple[tuple[str, ...], bool]:
    empty, little = function_words()[language], little_words(language)
    words = [word for word in words_of(text) if word not in names]
    low = [word.lower() for word in words]
    passive = not little.passive.isdisjoint(low)
    return tuple(word for word in low if word not in empty and len(word) > 2), passive


def _agents(
    sentence: str, start: int, names: Sequence[Name], language: Language
) -> tuple[str, ...]:
    """The names behind *by*, with what their bearers are between."""
    agent = little_words(language).agent
    found: list[str] = []
    for name in names:
        before = WORD.findall(sentence[start : name.start])[-_MOST_BEFORE:]
        if any(word.lower() in agent for word in before):
            found += name.words
    return tuple(found)
