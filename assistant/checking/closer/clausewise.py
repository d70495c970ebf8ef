"""Has a claim one clause's side of an opposition for what another clause is about?

*The wages fell and the prices rose* has both sides, so as a whole it opposes neither *wages rose*
nor *prices fell*. Read by clauses it does: the wages stand with *fell* alone, and what rose has a
subject of its own. A clause without one goes on with the subject before: *fell and rose again*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from assistant.checking.meaning import Meaning
from assistant.facts.direction.opposites import Pole, poles_at
from assistant.facts.direction.polarity import direction
from assistant.facts.facts import Language
from assistant.facts.reasons import Reason
from assistant.facts.text.doing import little_words
from assistant.facts.text.letters import words_of
from assistant.facts.text.spelling import alike, fold
from assistant.facts.text.subjects import about
from assistant.facts.text.tongue import function_words
from assistant.facts.text.vocabulary import same_thing

from .rules import Sentence

_CUT = re.compile(
    r"(?:[,;:.!?–]| (?=(?:and|but|while|whereas|although|though|as|because|when|after|et|mais|puis"
    r"|tandis|alors|quand|und|aber|während|weil|obwohl|doch|e|ed|ma|mentre|perché|quando) ))"
    r" ?(?:(?:and|but|while|whereas|although|though|as|because|when|after|et|mais|puis|tandis que"
    r"|alors que|quand|und|aber|während|weil|obwohl|doch|e|ed|ma|mentre|perché|quando) )?"
)
_LONGEST, _MOST = 1_200, 16
"""Characters of a text that is read by clauses, and how many those are."""
_LONGEST_CLAIM = 18
"""Words of a claim; clauses of longer ones are seldom told apart without grammar."""
_ADVERBS = frozenset(
    "first now there here meanwhile instead erst zuerst zunächst anschließend nun jetzt damals"
    " dagegen hingegen dort hier abord maintenant là prima ora adesso intanto invece"
    " later then again soon afterwards finally eventually today yesterday almost nearly once year"
    " years month months week weeks ensuite enfin aussi encore hier demain année ans mois semaine"
    " später dann danach wieder heute gestern aber jahr jahre monat woche am poi dopo infine ancora"
    " oggi ieri anno anni mese mesi settimana last next dernier dernière prochain letzten letztes"
    " scorso scorsa prossimo".split()
)
_ADVERB_ENDS = ("ly", "ment", "mente")
_HAS, _NEARER = 0.4, 0.15
"""Cosine from which a clause has a word; how much nearer it must be than another clause."""


@dataclass(frozen=True, slots=True)
class _Word:
    word: str
    """As written."""
    placed: bool
    """It stands behind a preposition."""
    sides: frozenset[int]
    """The oppositions of which it takes a side itself."""


@dataclass(frozen=True, slots=True)
class _Clause:
    """What a clause says, and of what."""

    poles: frozenset[Pole]
    words: tuple[_Word, ...]
    """Those with content, those of the subject that it goes on with among them."""

    def about(self, number: int) -> tuple[_Word, ...]:
        """The words but for those that take a side of this opposition."""
        return tuple([word for word in self.words if number not in word.sides])


def takes_a_side(text: str, language: Language) -> bool:
    """Takes a short claim a side of an opposition, and denies nothing?"""
    way = direction(text, language)
    plain = not (way.denials or way.undone.seen)
    return bool(way.poles) and plain and way.length <= _LONGEST_CLAIM


def points_both_ways(text: str, language: Language) -> bool:
    """Has a short text both sides of one opposition, and denies nothing?"""
    if len(text) > _LONGEST:
        return False
    way = direction(text, language)
    numbers = {number for number, _ in way.poles}
    return len(numbers) < len(way.poles) and not (way.denials or way.undone.seen)


def another_clause(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """Say if what a claim has on one side stands on the other in its quotes, by clauses."""
    there = [*chain.from_iterable(_clauses(*quote) for quote in quotes)]
    for said in _clauses(*claim):
        for number, side in said.poles:
            other = (number, "other" if side == "one" else "one")
            if other in said.poles:
                continue
            same = [clause for clause in there if (number, side) in clause.poles]
            turned = [clause for clause in there if other in clause.poles]
            if not same or any(clause in same for clause in turned):
                continue
            ours, holding = said.about(number), [clause.about(number) for clause in same]
            against = [clause.about(number) for clause in turned]
            if any(all(_stands_with(ours, a, b, meaning) for b in holding) for a in against):
                return Reason("opposite")
    return None


def _stands_with(
    said: Sequence[_Word], turned: Sequence[_Word], same: Sequence[_Word], meaning: Meaning
) -> bool:
    """Has the clause that points the other way what a claim is about, and this one another?"""
    for placed in (False, True):
        ours = [w.word for w in said if w.placed == placed]
        theirs = [w.word for w in same if w.placed == placed]
        if not ours or not theirs:
            continue
        there = [_best(word, turned, meaning) for word in ours]
        here = [_best(word, same, meaning) for word in ours]
        gone = [a >= _HAS and a >= b + _NEARER for a, b in zip(there, here, strict=True)]
        if any(gone) and any(_is_another(w, ours, there, meaning) for w in theirs):
            return True
    return False


def _is_another(
    word: str, ours: Sequence[str], in_turned: Sequence[float], meaning: Meaning
) -> bool:
    """Is a word none of these, each of which is as near to another clause as is given?"""
    near = [_near(one, word, meaning) for one in ours]
    return all(a < _HAS or b >= a + _NEARER for a, b in zip(near, in_turned, strict=True))


def _best(word: str, words: Sequence[_Word], meaning: Meaning) -> float:
    return max((_near(word, other.word, meaning) for other in words), default=0.0)


def _near(one: str, other: str, meaning: Meaning) -> float:
    if fold(one)[:5] == fold(other)[:5]:
        return 1.0
    code = same_thing(one)
    if code or same_thing(other):
        return float(code == same_thing(other))
    if one[0].isupper() and other[0].isupper() and alike(one, other):
        return 1.0
    return float(meaning.table([one.lower()], [other.lower()])[0, 0])


@lru_cache(maxsize=2048)
def _clauses(text: str, language: Language) -> tuple[_Clause, ...]:
    return tuple(_read(_joined(text, language), language))


def _joined(text: str, language: Language) -> list[str]:
    """The clauses of a text; what takes no side goes with those on both sides of it."""
    parts = [part for part in _CUT.split(text[:_LONGEST]) if part][:_MOST]
    takes = [bool(poles_at([*map(str.lower, words_of(part))], language)) for part in parts]
    whole = []
    for at in range(len(parts)):
        if takes[at]:
            begin, end = at, at + 1
            while begin and not takes[begin - 1]:
                begin -= 1
            while end < len(parts) and not takes[end]:
                end += 1
            whole.append(" ".join(parts[begin:end]))
    return whole


def _read(clauses: Sequence[str], language: Language) -> Iterator[_Clause]:
    subject: tuple[_Word, ...] = ()
    for text in clauses:
        words = words_of(text)
        met = poles_at([word.lower() for word in words], language)
        own = _content(words, met, language)
        verbs = [at for at, word in own if word.sides] or [at for at, _ in met]
        before = tuple(word for at, word in own if at < verbs[-1] and not word.placed)
        inherits = () if before else subject
        yield _Clause(frozenset(pole for _, pole in met), (*inherits, *(w for _, w in own)))
        subject = before or subject or tuple(word for _, word in own if not word.placed)


def _content(
    words: Sequence[str], met: Sequence[tuple[int, Pole]], language: Language
) -> list[tuple[int, _Word]]:
    little, empty = little_words(language), function_words()[language]
    found, placed = [], False
    for at, word in enumerate(words):
        low = word.lower()
        sides = frozenset(number for place, (number, _) in met if place == at)
        if low in little.prep and not sides:
            placed = True
        elif not sides and low in empty and low not in little.det:
            placed = False
        elif low not in little.det and low not in about(language).pronoun:
            placed = placed and not sides
            if not (low in _ADVERBS or (word[0].islower() and low.endswith(_ADVERB_ENDS))):
                found.append((at, _Word(word, placed, sides)))
    return found
