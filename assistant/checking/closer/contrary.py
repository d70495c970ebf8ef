"""A claim says that something is low of which its quotes say that it is high.

Word vectors put *low* beside *high*, so that the gist of the two sentences is the same. Two words
are contraries by the list of `facts/lists/contraries.toml`, in one language and across them, or by
a prefix. They count only where they stand of one thing: beside a word that both sentences have.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from assistant.checking.meaning import Meaning
from assistant.facts import Language
from assistant.facts.direction.contraries import Sides, measured, opposed
from assistant.facts.direction.polarity import direction
from assistant.facts.reasons import Reason
from assistant.facts.text.letters import has_digit, lowered, word_set
from assistant.facts.text.tongue import function_words

from .rules import Sentence

_SAME, _NEAR = 4, 0.45
"""Letters with which forms of one word begin, and the cosine of two words of one thing."""
_AROUND = 2
"""Words with content on each side of a word that may be what it is said of."""
_LONGEST = 30
"""Words with content of a sentence in which a contrary is hardly there by chance."""
_BEFORE = 2
"""Words before an adjective that may turn it round or compare it."""
_DIMENSION = (
    re.compile(r"(?<![\w.,])\d[\d.,]*+\W{0,2}(?:[^\W\d]++\W{1,3})?([^\W\d]++)"),
    re.compile(r"(?<!\w)([^\W\d]++)(?: d\w{0,4}+)?\W{1,3}\d"),
)
"""A word close behind a figure, or before one: *1.4 kilometres long*, *long de 1,4 km*."""
_TURNING = frozenset(
    "not no never less least more most hardly barely neither nor than isn wasn aren weren "
    "pas peu moins plus ni jamais guère que "
    "nicht kein keine keinen keiner kaum weniger wenig mehr nie weder "
    "non meno più poco né mai neppure".split()
)
"""*not low*, *less expensive*, *plus cher*: these neither oppose nor agree."""


class Said(NamedTuple):
    """A word of a sentence that has a contrary."""

    word: str
    sides: Sides
    rest: str
    """What it turns round by a prefix; empty without one."""
    around: tuple[str, ...]
    """The words beside it that carry content."""
    measured: bool
    """It only tells a dimension."""


@lru_cache(maxsize=2048)
def told_of(text: str, language: Language) -> tuple[Said, ...]:
    """The words of a text that have a contrary and are not turned round by a word before them."""
    told = tuple(_told(lowered(text), language))
    sized = _dimensions(text, language) if told and has_digit(text) else ()
    return tuple([said._replace(measured=said.word in sized) for said in told])


def _dimensions(text: str, language: Language) -> frozenset[str]:
    beside = {word.lower() for place in _DIMENSION for word in place.findall(text)}
    return measured(language) & beside


def _told(words: Sequence[str], language: Language) -> Iterator[Said]:
    found = [*map(opposed(language).__getitem__, words)]
    met = [(at, one) for at, one in enumerate(found) if one]
    empty = function_words()[language] if met else frozenset()
    for at, one in met:
        if _TURNING.isdisjoint(words[max(0, at - _BEFORE) : at]):
            kept = [i for i, o in enumerate(found) if words[i] not in empty or (o and o.sides)]
            before = [words[i] for i in kept if i < at][-_AROUND:]
            after = [words[i] for i in kept if i > at][:_AROUND]
            yield Said(words[at], one.sides, one.rest, (*before, *after), False)


def may_be_contrary(text: str, language: Language) -> bool:
    """Has a text a word with a contrary?"""
    return bool(told_of(text, language)) and len(lowered(text)) <= 2 * _LONGEST


def contrary(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """A claim has the contrary of a word of its quotes, and the quotes have not its own."""
    if not may_be_contrary(*claim):
        return None
    given = [(said, tongue) for text, tongue in quotes for said in told_of(text, tongue)]
    if not given:
        return None
    ours, theirs = _sides(said for said in told_of(*claim)), _sides(said for said, _ in given)
    if theirs.isdisjoint([(pair, 1 - side) for pair, side in ours]):
        given = [one for one in given if one[1] == claim.language]  # a prefix may turn a word
    own = frozenset[str]().union(*(word_set(text) for text, _ in quotes)) if given else ()
    for said in told_of(*claim) if given else ():
        if said.word in own or said.sides & theirs or said.measured:
            continue
        for other, tongue in given:
            opposed = {(pair, 1 - side) for pair, side in said.sides} & other.sides
            by_list = bool(opposed) and not opposed & ours
            if not by_list and not (tongue == claim.language and _by_prefix(said, other)):
                continue
            if other.measured and has_digit(claim.text):  # as young as 11, 11 years old
                continue
            if _of_one_thing(said, other, meaning):
                return Reason("missing", said.word) if other.measured else Reason("opposite")
    return None


def _sides(told: Iterable[Said]) -> frozenset[tuple[int, int]]:
    return frozenset([side for said in told for side in said.sides])


def plainly_contrary(claim: Sentence, quote: Sentence, meaning: Meaning) -> bool:
    """Is that so of two sentences of one language, neither of which denies anything?"""
    if claim.language != quote.language or not told_of(*claim) or not told_of(*quote):
        return False
    if direction(*claim).denials or direction(*quote).denials:
        return False
    found = contrary(claim, [quote], meaning)
    return found is not None and found.why == "opposite"


def _by_prefix(one: Said, other: Said) -> bool:
    return _turns(one.rest, other.word) or _turns(other.rest, one.word)


def _turns(rest: str, word: str) -> bool:
    """Is the rest of a word with a prefix another word, in any form?"""
    same = max(_SAME, len(rest) - 2, len(word) - 2)
    return bool(rest) and rest[:same] == word[:same]


def _of_one_thing(one: Said, other: Said, meaning: Meaning) -> bool:
    """Do they stand beside the same word, or alone?"""
    if not one.around or not other.around:
        return True
    begins = {word[:_SAME] for word in other.around}
    if any(word[:_SAME] in begins for word in one.around):
        return True
    return bool(meaning.table(one.around, other.around).max() >= _NEAR)
