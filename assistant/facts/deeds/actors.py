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
from assistant.facts.deeds.named_clauses import (
    WORD,
    Name,
    clause_words,
    names_of,
    shared_words,
    spans,
)
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
_CLOSED = frozenset("\"”“»’'")
"""Closing quotation marks."""
_APPOSED = 2
"""Clauses from a name to the next one that does it too: *Anna Keller, 34, and Peter Brandt*."""
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


class _Clause(NamedTuple):
    """A place in a sentence where a clause stands."""

    sentence: str
    start: int
    end: int
    names: Sequence[Name]
    ahead: tuple[str, ...]
    """The words of a name that stands right before it."""
    language: Language

    @property
    def text(self) -> str:
        return self.sentence[self.start : self.end]

    def before(self, name: Name) -> list[str]:
        """The words between its beginning and one of its names, as written."""
        return WORD.findall(self.sentence[self.start : name.start])


class _Subject(NamedTuple):
    """Whom or what a clause is about: names, or something of theirs, or the words of a noun."""

    who: tuple[str, ...] = ()
    own: bool = False
    noun: tuple[str, ...] = ()


def _acts(sentence: str, language: Language) -> Iterator[Act]:
    names = names_of(sentence, language)
    main: tuple[str, ...] = ()
    last: Name | None = None
    bare, left = main, 0
    for start, end in spans(sentence, names, language):
        here = [name for name in names if start <= name.start < end]
        is_ahead = last is not None and not sentence[last.end : start].strip(" ,–—(")
        ahead = last.words if last and is_ahead else ()
        clause = _Clause(sentence, start, end, here, ahead, language)
        subject = _pointing_back(clause)
        if subject is None:
            subject = _subject(clause)
            if subject and subject.who and left > 0 and _first(clause)[0] in shared_words("also"):
                subject = subject._replace(who=(*bare, *subject.who))
            if subject and subject.who and not subject.own:
                main = subject.who
            elif subject and subject.noun:
                main = ()
        if subject is None:
            subject = _Subject(main if _is_of_main(clause, main) else ())
        others = [word for name in here for word in name.words if word not in subject.who]
        words, passive = _told(clause.text, {*subject.who, *others}, language)
        agents = _agents(clause) if passive else ()
        yield Act(subject.who, subject.own, tuple(others), subject.noun, words, passive, agents)
        last = here[-1] if here else last
        left -= 1
        if here and not words:
            bare, left = subject.who, _APPOSED


def _pointing_back(clause: _Clause) -> _Subject | None:
    """The name right before a relative clause, empty where none is; None if a clause is no such."""
    first, words = _first(clause), clause_words(clause.language)
    if not words.whose.isdisjoint(first):
        return _Subject(clause.ahead, own=True)
    if first[0] in words.relative and _is_relative(first, clause):
        return _Subject(clause.ahead)
    return None


def _first(clause: _Clause) -> list[str]:
    """The first two words of a clause, lower case, at least one."""
    return [word.lower() for word in WORD.findall(clause.text)[:2]] or [""]


def _is_of_main(clause: _Clause, main: tuple[str, ...]) -> bool:
    """Is a clause without a subject about the one of the clause before it?"""
    first = _first(clause)
    if not _goes_on(first, clause.text, clause.language):
        return False
    if clause.names and not _is_placed(clause.before(clause.names[0]), clause.language):
        return False  # ha scritto la signora Neri
    if clause.sentence[: clause.start].rstrip(" ,")[-1:] in _CLOSED:
        return False  # what is said behind what somebody says
    # ahead of Berg, caduta nell'ultimo giro
    return not clause.ahead or clause.ahead == main or first[0] in shared_words("and")


def _subject(clause: _Clause) -> _Subject | None:
    """The subject that a clause has itself: empty if it is a pronoun, None if there is none."""
    language, sentence = clause.language, clause.sentence
    little, words = little_words(language), clause_words(language)
    if clause.names:
        name = clause.names[0]
        before = clause.before(name)
        while before and before[0].lower() in shared_words("and") | words.joint:
            before = before[1:]
        kind = _stands([word.lower() for word in before], before, language)
        if kind == "of":
            return _Subject(name.words, own=True)
        if kind == "subject":
            own = language == "en" and sentence[name.end : name.end + 2] in ("'s", "’s", "s'", "s’")
            return _Subject(name.words, own)
    low = [word.lower() for word in WORD.findall(sentence[clause.start :])]
    if low and low[0] in words.joint:
        low = low[1:]
    if not low or (low[0] in shared_words("clitic") and low[1:2] and low[1] in shared_words("has")):
        return None  # l'a vendu
    if low[0] in little.det - words.object:
        empty = function_words()[language] | little.det
        return _Subject(noun=tuple(word for word in low[1:4] if word not in empty) or ("",))
    if low[0] in about(language).pronoun or low[0] in little.prep:
        return _Subject()
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
    noun = 2 < len(low) <= 2 + _MOST_BEFORE and low[0] in little.det
    if noun and not clause_words(language).of.isdisjoint(low[-2:]):
        return "of"  # the resignation of the
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
    if language == "de" and dets and low[0] in clause_words(language).object:
        return False
    rest = [word for word in low if word not in little.det]
    if not rest:
        return True
    if len(rest) > _MOST_BEFORE or any(word in empty for word in rest):
        return False
    return _says_what(rest[-1], last, language) or (bool(dets) and len(rest) == 1)


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


def _is_relative(first: Sequence[str], clause: _Clause) -> bool:
    """Is a clause about the name before it: *who fell*, not *that it fell*?"""
    if len(first) < 2:
        return False
    if clause.language == "de":
        return clause.sentence[: clause.start].rstrip().endswith(",")
    return first[1] not in little_words(clause.language).det | about(clause.language).pronoun


def _is_placed(before: Sequence[str], language: Language) -> bool:
    """Does a preposition stand before a name, with a word or two between at most?"""
    return any(word.lower() in little_words(language).prep for word in before[-_MOST_BEFORE:])


def _goes_on(first: Sequence[str], text: str, language: Language) -> bool:
    """Has a clause no subject of its own, by its first word that is none of its joint?"""
    joint = first[0] in shared_words("and")
    at = 1 if joint and len(first) > 1 else 0
    words = WORD.findall(text)
    if at >= len(words) or (not joint and first[0] in clause_words(language).joint):
        return False
    word, little = words[at], little_words(language)
    behind = words[at + 1] if at + 1 < len(words) else ""
    clitic = word in shared_words("clitic") and behind in shared_words("has")
    if not clitic and (word[0].isupper() or word.lower() in little.det | little.prep):
        return False
    if language == "en":
        object_behind = behind.lower() in little.det | little.prep | about("en").pronoun
        if object_behind and not word.endswith("s"):
            return True
        return word in function_words()["en"] or word.endswith("ed") or bool(plainly(word, "en"))
    return True


def _told(text: str, names: set[str], language: Language) -> tuple[tuple[str, ...], bool]:
    """The words with content of a clause, lower case and without names, and is it passive?"""
    empty, little = function_words()[language], little_words(language)
    words = [word for word in words_of(text) if word not in names]
    low = [word.lower() for word in words]
    passive = not little.passive.isdisjoint(low)
    return tuple(word for word in low if word not in empty and len(word) > 2), passive


def _agents(clause: _Clause) -> tuple[str, ...]:
    """The names behind *by*, with what their bearers are between."""
    agent = little_words(clause.language).agent
    found: list[str] = []
    for name in clause.names:
        if any(word.lower() in agent for word in clause.before(name)[-_MOST_BEFORE:]):
            found += name.words
    return tuple(found)
