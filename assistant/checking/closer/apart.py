"""Does what a claim says of somebody stand beside that somebody in the quotes?

Two sentences together hold the words of claims that neither makes: *Ostberg opened the harbour.
Brandt refused to attend* has every word of *Ostberg refused to attend*. So the sentence that
carries a part of the claim must name whom the part is about, or lead back to them: by a pronoun
(*She refused*), or by the noun that an earlier sentence of the same quote gave them (*the
harbour of Turku … The harbour cost*).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from assistant.checking.gist import content
from assistant.checking.meaning import Meaning
from assistant.checking.naming import unnamed
from assistant.checking.parting import has_own_subject, parts
from assistant.facts.facts import Language
from assistant.facts.names.names import DETERMINERS, Capital, capitals
from assistant.facts.reasons import Reason
from assistant.facts.text.spelling import fold
from index import sentences

from .rules import Sentence

_GOES_ON = re.compile(r"[.!?…][^\w\s]{0,3}\s|\n")
"""What every quote of several sentences has before its end."""
_PRONOUNS: dict[Language, frozenset[str]] = {
    "en": frozenset("he she it they his her its their him them who both this these".split()),
    "fr": frozenset("il elle ils elles son sa ses leur leurs lui eux celui celle ce ces".split()),
    "de": frozenset("er sie es ihr ihre ihren ihrem ihrer sein seine seinen seinem seiner ihm ihn"
                    " ihnen dieser diese dieses beide deren dessen".split()),
    "it": frozenset("egli ella lui lei esso essa essi esse loro suo sua suoi sue questo questa"
                    " questi queste entrambi che".split()),
}  # fmt: skip
_DROPS_PRONOUNS = frozenset("ha hanno è sono aveva avevano era erano fu furono non si".split())
"""What begins an Italian sentence whose subject is in the one before."""
_TITLE = re.compile(
    r"(?<!\w)(?:M|Mr|Mrs|Ms|Mme|Mlle|Dr|Prof|Det|Sgt|Lt|Col|Gen|Gov|Sen|Rep|Rev|Hon|St|Ste|Sig|Dott"
    r"|Avv|Ing|Hr|Fr)\.\s*$"
)
"""No sentence ends there, in whatever language it is."""
_WORD = re.compile(r"[^\W_]+")
_STEM = 5
_MOST_UNITS, _LONGEST = 12, 5_000
"""Sentences, and characters of one quote, that are read for this."""
_SAME = 0.9
"""What a word counts that a sentence has in the same spelling."""
_NEAR, _FEWEST_SHARED = 0.45, 2
"""Cosine from which a sentence has a word, and how many words of a claim that only the sentence
with the name has show that the claim is made of both sentences."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """One sentence of a quote."""

    text: str
    language: Language
    quote: int
    words: tuple[str, ...]
    stems: frozenset[str]


def goes_on(text: str, language: Language) -> bool:
    """Has a quote several sentences?"""
    return _GOES_ON.search(text.strip()) is not None


def apart(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """What the claim says something of that the quotes say of something else, as a reason."""
    text, language = claim
    units = _units(quotes)
    if len(units) < 2 or not _is_one(text, language):
        return None
    about: tuple[Capital, ...] = ()
    for part in parts(text, language):
        names = tuple(name for name in capitals(part, language) if name.strong)
        if not names and has_own_subject(part, language):
            about = ()
        about = names or about
        at = _carrier(part, language, names, units, meaning)
        another = _names_another(units[at], text, language, meaning)
        said = _left_alone(part, language, about, units, at, another, meaning)
        if said:
            return Reason("apart", said)
    return None


def _units(quotes: Sequence[Sentence]) -> list[_Unit]:
    found: list[_Unit] = []
    for number, quote in enumerate(quotes):
        found += [replace(unit, quote=number) if number else unit for unit in _units_of(*quote)]
    return found[:_MOST_UNITS]


@lru_cache(maxsize=1024)
def _units_of(quote: str, language: Language) -> tuple[_Unit, ...]:
    """The sentences of a quote, which is taken for the first one."""
    found = []
    for text in whole_sentences(quote[:_LONGEST], language)[:_MOST_UNITS]:
        words = content(text, language).words
        stems = frozenset([fold(word)[:_STEM] for word in _WORD.findall(text)])
        found.append(_Unit(text, language, 0, words, stems))
    return tuple(found)


@lru_cache(maxsize=1024)
def _is_one(claim: str, language: Language) -> bool:
    """Is a claim one sentence?"""
    return len(sentences(claim, language)) <= 1


def whole_sentences(quote: str, language: Language) -> list[str]:
    """The sentences, one that seems to end with *Dr.* with what follows it."""
    whole: list[str] = []
    begun = 0
    for start, end in sentences(quote, language):
        if whole and _TITLE.search(whole[-1]):
            whole[-1] = quote[begun:end]
        else:
            begun = start
            whole.append(quote[start:end])
    return whole


def _carrier(
    part: str,
    language: Language,
    names: Sequence[Capital],
    units: Sequence[_Unit],
    meaning: Meaning,
) -> int:
    """The place of the sentence that holds most of what a part says, its names left out."""
    figures = [word for word in _WORD.findall(part) if word[0].isdigit()]
    scores = [
        sum(figure in unit.stems for figure in figures) + sum(cosines)
        for unit, cosines in zip(units, _held(part, language, names, units, meaning), strict=True)
    ]
    return int(np.argmax(scores))


def _held(
    part: str,
    language: Language,
    names: Sequence[Capital],
    units: Sequence[_Unit],
    meaning: Meaning,
) -> list[list[float]]:
    """How near each sentence comes to each word of a part but its names."""
    named = {name.word.lower() for name in names}
    words = [word for word in content(part, language).words if word not in named]
    held = []
    for unit in units:
        if not words or not unit.words:
            held.append([0.0] * len(words))
            continue
        best = meaning.table(words, unit.words).max(axis=1)
        same = np.array([fold(word)[:_STEM] in unit.stems for word in words])
        held.append(np.where(same, np.maximum(best, _SAME), best).tolist())
    return held


def _is_of_both(
    part: str,
    language: Language,
    missing: Sequence[Capital],
    units: Sequence[_Unit],
    at: int,
    meaning: Meaning,
) -> bool:
    """Has a sentence of the same quote, with the name, words of a part that this one has not?

    Then a claim says in one sentence what its quote says in two, unless the second is of a subject
    that the claim does not name: *The Aurora is a ferry. The harbour cost 84 million euros*.
    """
    here = units[at]
    subject = next((word for word in here.words if _is_noun(word, here)), "")
    ours = content(part, language).words
    near = meaning.table([subject], ours)[0].max() if subject and ours else 0.0
    if near < _NEAR and fold(subject)[:_STEM] not in {fold(word)[:_STEM] for word in ours}:
        return False
    held = _held(part, language, missing, units, meaning)
    for unit, cosines in zip(units, held, strict=True):
        if unit.quote != units[at].quote or unnamed(missing, unit.text, unit.language, meaning):
            continue
        own = [a for a, b in zip(cosines, held[at], strict=True) if a >= _NEAR > b]
        if len(own) >= _FEWEST_SHARED:
            return True
    return False


def _left_alone(
    part: str, language: Language, about: Sequence[Capital], units: Sequence[_Unit], at: int,
    another: bool, meaning: Meaning,
) -> str:  # fmt: skip
    """Whom or what the part is about, if the sentence at this place speaks of another one."""
    unit = units[at]
    others = " ".join(other.text for i, other in enumerate(units) if i != at)
    absent = unnamed(about, unit.text, unit.language, meaning)
    nowhere = unnamed(absent, others, language, meaning)
    missing = [name for name in absent if name not in nowhere]
    if _begins_with_pronoun(part, language) and _opens_with(about, unit, meaning):
        return ""  # he may be any of those named before
    if missing and (len(absent) == len(about) or (another and about[0] in missing)):
        joined = not another and _is_of_both(part, language, about, units, at, meaning)
        if not joined and not _leads_back(part, missing, units, at, meaning):
            return " ".join(name.word for name in missing)
    head = next(iter(content(part, language).words), "")
    if about or language != unit.language or not head:
        return ""
    stem = fold(head)[:_STEM]
    figures = {word for word in _WORD.findall(part) if word[0].isdigit()} - unit.stems
    holding = [unit, *(u for u in units if figures & u.stems)]
    named = any(stem in u.stems for u in units)
    return head if named and not all(stem in u.stems or _has_pronoun(u) for u in holding) else ""


def _is_noun(word: str, unit: _Unit) -> bool:
    """May a word be the subject of its sentence? In German it has a capital letter."""
    if unit.language != "de":
        return True
    first, *more = _WORD.findall(unit.text)[:2]
    if word == first.lower() and more and more[0] in DETERMINERS:  # Bereits die Partei …
        return False
    return word.capitalize() in unit.text


def _names_another(unit: _Unit, claim: str, language: Language, meaning: Meaning) -> bool:
    """Does a sentence name somebody whom the claim does not?"""
    names = [name for name in capitals(unit.text, unit.language) if name.strong]
    return bool(unnamed(names, claim, language, meaning))


def _leads_back(
    part: str, missing: Sequence[Capital], units: Sequence[_Unit], at: int, meaning: Meaning
) -> bool:
    """Does the sentence go on about what one before it in the same quote named?"""
    unit = units[at]
    before = [u for u in units[:at] if u.quote == unit.quote]
    text = " ".join(u.text for u in before)
    if not before or unnamed(missing, text, unit.language, meaning):
        return False
    if _has_pronoun(unit):
        return True
    subject = next((fold(word)[:_STEM] for word in unit.words), "")
    shared = {fold(word)[:_STEM] for word in _WORD.findall(part)}
    return subject in shared and any(subject in u.stems for u in before)


def _opens_with(about: Sequence[Capital], unit: _Unit, meaning: Meaning) -> bool:
    """Is the first whom a sentence names one of these?"""
    names = [name for name in capitals(unit.text, unit.language) if name.strong][:1]
    words = " ".join(name.word for name in about)
    return bool(names) and not unnamed(names, words, unit.language, meaning)


def _begins_with_pronoun(part: str, language: Language) -> bool:
    first = _WORD.match(part)
    return first is not None and first[0].lower() in _PRONOUNS[language]


def _has_pronoun(unit: _Unit) -> bool:
    """Does a pronoun stand before anybody whom the sentence names itself?"""
    names = [name.start for name in capitals(unit.text, unit.language) if name.strong]
    words = _WORD.findall(unit.text[: min(names, default=len(unit.text))].lower())
    if unit.language == "it" and words[:1] and words[0] in _DROPS_PRONOUNS:
        return True
    return not _PRONOUNS[unit.language].isdisjoint(words)
