"""Do two sentences answer one question, and with the same thing?

*The workers of Bexal earn 2,100 euros* and *les ingénieurs de Bexal gagnent 4 300 euros* share all
words but one, and that one is what was asked about. So a word of the question that one of them has
must be in the other one, in whatever language, unless that one says nothing instead: *it costs 16
euros* leaves its subject to the lines before.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from assistant.checking.gist import Content, content
from assistant.checking.meaning import Meaning
from assistant.facts import Language, find
from assistant.facts.comparing import same
from assistant.facts.direction.opposites import poles
from assistant.facts.figures.named_money import currencies_named
from assistant.facts.text.spelling import skeleton
from assistant.facts.text.tongue import known

from .sides import Side, names_missing
from .things import Thing, apart, things

_NEAR, _FAR = 0.45, 0.3
"""Cosines from which a word is another one's counterpart, and below which it is not."""
_OTHER = 0.4
"""Cosine below which a word is of another thing: translations are seldom so far, and what excludes
each other is seldom as near (*infirmières*, *doctors*: 0.3)."""
_ORDINAL = ("ordinal", "weekday")
_LACKING = 1 / 3
"""Share of a question's words, of those that one text has, that another one may lack: vectors of
single words are rough across languages."""


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked."""

    text: str
    language: str


def answers_as_well(
    question: Question, one: tuple[str, str], other: tuple[str, str], meaning: Meaning
) -> bool:
    """Has a text most of what another text has of a question's words: its bridge, its Halden?

    Args:
        question: what was asked.
        one: the text an answer rests on, and its language.
        other: another text, and its language.
        meaning: tells how near words are.
    """
    words = content(question.text, known(question.language, ""))
    theirs = [content(text, known(language, "")) for text, language in (one, other)]
    if not all(part.words for part in (words, *theirs)):
        return True
    first, second = (meaning.table(words.words, part.words).max(axis=1) for part in theirs)
    rows = zip(words.sounds, first.tolist(), second.tolist(), strict=True)
    money = _money(*other)
    held = [
        sound in theirs[1].sounds
        or there >= _FAR
        or not money.isdisjoint(_money(word, question.language))
        for word, (sound, here, there) in zip(words.words, rows, strict=True)
        if sound in theirs[0].sounds or here >= _NEAR
    ]
    return held.count(False) <= len(held) * _LACKING


def of_two_things(
    question: Question, one: Side, other: Side, meaning: Meaning, *, turned: bool = False
) -> bool:
    """Tell whether one of two sentences has a word of the question, and the other one another word.

    Args:
        question: what was asked.
        one: a sentence with its document.
        other: that of another source.
        meaning: tells how near words are.
        turned: one reverses what the other says, so that words that take a side (*accepted*,
            *abgelehnt*) are what is told, and not what it is told of.
    """
    sides = (one, other), (other, one)
    if _ordinals_apart(one, other):
        return True
    if turned and any(names_missing(question.text, question.language, *pair) for pair in sides):
        return True
    return any(_lacks(question, a, b, meaning, turned) for a, b in sides)


def both_tell(question: Question, one: Side, other: Side, meaning: Meaning) -> bool:
    """Tell whether two sentences, or the heads of their documents, have every word of a question.

    Args:
        question: what was asked, without the words for what the two give differently.
        one: a sentence with its document.
        other: that of another source.
        meaning: tells how near words are.
    """
    asked = _telling(question.text, question.language, turned=False)
    told = things(asked.words, known(question.language, ""))
    for side in (one, other):
        there = _telling(f"{side.text}\n{side.head}", side.language, turned=False)
        if not asked.words or not there.words:
            return False
        kinds = things(there.words, known(side.language, ""))
        near = meaning.table(asked.words, there.words).max(axis=1).tolist()
        for word, sound, cosine in zip(asked.words, asked.sounds, near, strict=True):
            thing = things([word], known(question.language, "")) & kinds
            if sound not in there.sounds and cosine < _NEAR and not thing:
                return False
        if apart(told, kinds):
            return False
    return True


def _lacks(question: Question, one: Side, other: Side, meaning: Meaning, turned: bool) -> bool:
    """Has the second of two sentences another word in place of one of the question's?"""
    asked = _telling(question.text, question.language, turned, named=False)
    here, there = (_telling(f"{s.text}\n{s.head}", s.language, turned) for s in (one, other))
    said = _telling(other.text, other.language, turned)
    if not all(part.words for part in (asked, here, there, said)):
        return False
    spoken, tongue = known(question.language, ""), known(other.language, "")
    kinds = things(here.words, known(one.language, "")), things(there.words, tongue)
    if any(apart(things([word], spoken) & kinds[0], kinds[1]) for word in asked.words):
        return True
    whole = _telling(f"{other.text}\n{other.head}\n{other.whole}", other.language, turned)
    if not any(_is_unmet(word, spoken, here, whole, kinds, other, meaning) for word in asked.words):
        return False
    heard, words = {*here.sounds, *asked.sounds}, (*here.words, *asked.words)
    nearest = meaning.table(said.words, words).max(axis=1).tolist()
    return any(
        sound not in heard and near < _OTHER and not things([word], tongue) & kinds[0]
        for word, sound, near in zip(said.words, said.sounds, nearest, strict=True)
    )


def _is_unmet(
    word: str,
    spoken: Language,
    here: Content,
    whole: Content,
    kinds: tuple[frozenset[Thing], frozenset[Thing]],
    other: Side,
    meaning: Meaning,
) -> bool:
    """Has one sentence a word of the question, and nothing of the other document is near it?"""
    sound, thing = skeleton(word), things([word], spoken)
    near = meaning.table([word], here.words)[0]
    if sound not in here.sounds and near.max() < _NEAR and not thing & kinds[0]:
        return False
    if sound in whole.sounds or thing & kinds[1]:
        return False
    pair = [word, here.words[int(near.argmax())]]
    far = meaning.table(pair, whole.words).max() < _OTHER
    return bool(far) and _money(word, spoken).isdisjoint(_money(other.text, other.language))


def _ordinals_apart(one: Side, other: Side) -> bool:
    """Is each of the *first*, the *second* of something, or of a Monday, and none of the same?"""
    here, there = (find(s.text, known(s.language, "")) for s in (one, other))
    for precision in _ORDINAL:
        pairs = [(f, g) for f in here for g in there if f.precision == g.precision == precision]
        if pairs and not any(same(f, g) or same(g, f) for f, g in pairs):
            return True
    return False


@lru_cache(maxsize=2048)
def _telling(text: str, language: str, turned: bool, named: bool = True) -> Content:
    """The words of a text that say what it is about: no figures, no verbs that say little.

    Whether two texts name the same is told elsewhere: the names of a question can be left out.
    """
    spoken = known(language, "")
    kept, end = [], 0
    for fact in find(text, spoken):
        if not named or fact.kind != "name":
            kept.append(text[end : fact.start])
            end = fact.end
    found = content(" ".join((*kept, text[end:])), spoken)
    whole, begins = _light(spoken)
    pairs = [
        (word, sound)
        for word, sound in zip(found.words, found.sounds, strict=True)
        if word not in whole
        and not word.startswith(begins)
        and not (turned and poles([word], spoken))
    ]
    words, sounds = tuple(word for word, _ in pairs), tuple(sound for _, sound in pairs)
    return Content(words, sounds, words, dict.fromkeys(sounds))


@lru_cache(maxsize=2048)
def _money(text: str, language: str) -> frozenset[str]:
    """The currencies a text names: their vectors are rough, *Rubel* is far from *roubles*."""
    return currencies_named(text, known(language, ""))


@cache
def _light(language: Language) -> tuple[frozenset[str], tuple[str, ...]]:
    """Words that say little: whole ones, and beginnings."""
    raw = tomllib.loads((files(__package__) / "answered.toml").read_text(encoding="utf-8"))
    forms = raw[language].split()
    whole = frozenset(form[:-1] for form in forms if form[-1] == "=")
    return whole, tuple(form for form in forms if form[-1] != "=")
