"""What sets two in relation, and which of them is the first: *A exceeds B*, *A sold it to B*.

A verb says where its two stand (`relations.toml`): *Gamma bought Beta from Alpha* and *Alpha sold
Beta to Gamma* are one relation of the same two. Without grammar: nouns are told by the little words
before them, in German by their capital letter and their article. What is not that plain gives
nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from assistant.facts.facts import Language
from assistant.facts.tables import table
from assistant.facts.text.chunks import chunks
from assistant.facts.text.doing import clauses_of, little_words
from assistant.facts.text.letters import BEGINNING, beginnings
from assistant.facts.text.tongue import function_words

from .compared import comparisons
from .filling import Clause, filled

_LONGEST = 400
"""Characters that are read."""
_SIDES = ("order", "height", "north", "east")
"""Kinds of relation that a little word between two makes."""

_ITSELF = ("place", "word")
"""Kinds of which verbs have a past with *essere*: *è succeduto a*, *si è scusato con*."""


class Relation(NamedTuple):
    """Two that stand in a relation, each as its words with content, as written."""

    kind: str
    first: tuple[str, ...]
    second: tuple[str, ...]
    turned: bool
    """It is told from the side of the second: *bought from*, *behind*."""


class _Form(NamedTuple):
    """A written form: what stands behind its first word, and what it makes of its two."""

    first: str
    is_stem: bool
    next: tuple[str, ...]
    later: str
    kind: str
    way: tuple[str, str]

    def stands(self, low: Sequence[str], at: int) -> bool:
        """Does the form stand at a place of a clause?"""
        word = low[at]
        if not (word.startswith(self.first) if self.is_stem else word == self.first):
            return False
        behind = low[at + 1 : at + 1 + len(self.next)]
        if len(behind) < len(self.next):
            return False
        for said, form in zip(behind, self.next, strict=True):
            if not (said == form[:-1] if form[-1] == "=" else said.startswith(form)):
                return False
        return not self.later or self.later in low[at + 1 :]


@lru_cache(maxsize=4096)
def relations(text: str, language: Language) -> tuple[Relation, ...]:
    """The relations that the clauses of a text plainly tell of."""
    found = [*_compared(text, language)]
    if _cues(language).isdisjoint(beginnings(text)):
        return tuple(found)
    for words in clauses_of(text[:_LONGEST], language):
        found += _told(words, language)
    return tuple(dict.fromkeys(found))


def _compared(text: str, language: Language) -> Iterator[Relation]:
    """What a comparison puts above what: *more women than men*."""
    empty, prep = function_words()[language], little_words(language).prep
    for said in comparisons(text, language):
        first = tuple(word for word in said.before if word.lower() not in empty)
        second: list[str] = []
        for word in said.behind:
            if word.lower() in empty or word.lower() in prep:
                if second:
                    break
            else:
                second.append(word)
        if first and second:
            two = (first, tuple(second))
            yield Relation("more", *(two if said.sign > 0 else two[::-1]), said.sign < 0)


def _told(words: Sequence[str], language: Language) -> Iterator[Relation]:
    low = [word.lower() for word in words]
    for at in range(len(low)):
        if language == "de" and words[at][0].isupper() and at:
            continue
        forms = [form for form in _forms(language).get(low[at][:3], ()) if form.stands(low, at)]
        if forms:
            form = max(forms, key=lambda form: (len(form.next) + bool(form.later), len(form.first)))
            found = _two(words, low, at, form, language)
            if found and found.first and found.second:
                yield found


def _two(
    words: Sequence[str], low: Sequence[str], at: int, form: _Form, language: Language
) -> Relation | None:
    """The two that a form at a place sets in relation."""
    end = at + len(form.next)
    if form.kind in _SIDES:
        return _beside(words, at, end, form, language)
    clause = Clause(tuple(low), chunks(words, (at, end), language), at, end, language)
    found = filled(clause, form.way, itself=form.kind in _ITSELF)
    turned = form.way[0] not in ("subject", "with")
    return Relation(form.kind, found[0].words, found[1].words, turned) if found else None


def _beside(
    words: Sequence[str], at: int, end: int, form: _Form, language: Language
) -> Relation | None:
    """What stands before a little word, all of it, and the noun behind it."""
    empty = function_words()[language]
    before = tuple(word for word in words[:at] if word.lower() not in empty)
    behind = [part for part in chunks(words, (at, end), language) if part.start > end]
    if not before or not behind:
        return None
    two = (before, behind[0].words)
    straight = form.way[0] == "subject"
    return Relation(form.kind, *(two if straight else two[::-1]), not straight)


@cache
def _forms(language: Language) -> dict[str, tuple[_Form, ...]]:
    """The forms of a language by the first three letters of their first words."""
    found: dict[str, tuple[_Form, ...]] = {}
    for form in _listed(language):
        key = form.first[:3]
        found[key] = (*found.get(key, ()), form)
    return found


def _listed(language: Language) -> Iterator[_Form]:
    relations = table("relations")
    for verb in relations["verbs"]:
        first, second = verb["way"].split()
        for form in verb[language].split():
            yield _form(form, verb["kind"], (first, second))
    for kind in _SIDES:
        before, after = relations[kind][language].split(" | ")
        for forms, way in ((before, ("subject", "object")), (after, ("object", "subject"))):
            for form in forms.split():
                yield _form(form, kind, way)


def _form(written: str, kind: str, way: tuple[str, str]) -> _Form:
    head, _, later = written.partition("+")
    first, *rest = head.split("_")
    is_stem = not (first.endswith("=") or rest or later)
    return _Form(first.rstrip("="), is_stem, tuple(rest), later, kind, way)


@cache
def _cues(language: Language) -> frozenset[str]:
    """What a word with which a form can begin begins with."""
    return frozenset(form.first[:BEGINNING] for form in _listed(language))
