"""Two that a claim joins must both have it in the quotes: *in Peru and in Chile*, *400 in 2019*.

Of two that are joined by *and*, each must stand in a sentence that says some of it, or that says
that it goes for one more. So must a figure and the day or the year beside it stand in one sentence,
where each sentence has one of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from assistant.checking.gist import content
from assistant.checking.meaning import Meaning
from assistant.facts import figures
from assistant.facts.comparing import same
from assistant.facts.facts import Fact, Language
from assistant.facts.names.names import Capital, capitals
from assistant.facts.reasons import Reason
from assistant.facts.text.doing import little_words
from assistant.facts.text.letters import has_digit, word_set, words_of
from assistant.facts.text.spelling import alike, fold
from assistant.facts.text.subjects import about, tokens
from assistant.facts.text.tongue import function_words
from assistant.facts.text.vocabulary import same_thing

from .borrowed import Said, units
from .rules import Sentence

_AND = frozenset("and et und e ed".split())
_STEM = 4
_HAS = 0.45
"""Cosine from which a sentence has a word."""
_LONGEST = 24
_DATES = ("year", "month", "day")
_CLAUSE = re.compile(r", | (?:and|et|und|e|ed) |; ")
_IN = re.compile(
    r"(?<!\w)(?:in|im|at|en|à|au|aux|a|ad|nel|nella|nei|negli|nelle|dans)(?: \w{1,3})? $"
)
"""Before a place."""
_BESIDE = 1
"""A clause with more words with content than this, its place among them, says something of it."""


def joins(text: str, language: Language) -> tuple[tuple[str, str], ...]:
    """The two nouns or names on either side of each *and* of a short text, lower case.

    Both have an article or a preposition before them, or are names.
    """
    dated = _DATED if has_date(text, language) else ()
    if _AND.isdisjoint(word_set(text)) and not dated:
        return ()
    words = tokens(text)
    if len(words) > _LONGEST:
        return ()
    found = []
    for at, word in enumerate(words):
        if word in _AND and 0 < at < len(words) - 1:
            pair = _before(words, at, language), _behind(words, at + 1, language)
            if all(pair):
                found.append(pair)
    return (*found, *dated)


_DATED = (("", ""),)
"""Stands for a figure with a date."""


def _behind(words: Sequence[str], at: int, language: Language) -> str:
    little, empty = little_words(language), function_words()[language]
    named = words[at][0].isupper() and language != "de"
    while at < len(words) and (words[at].lower() in little.det or words[at].lower() in little.prep):
        named, at = True, at + 1
    good = named and at < len(words) and words[at].lower() not in empty
    return words[at].lower() if good and words[at][0].isalpha() else ""


def _before(words: Sequence[str], at: int, language: Language) -> str:
    little = little_words(language)
    word = words[at - 1].lower()
    if word in function_words()[language] or at < 2:
        return word if at == 1 and words[0][0].isupper() else ""
    named = words[at - 1][0].isupper() and language != "de"
    before = words[at - 2].lower()
    return word if named or before in little.det or before in little.prep else ""


def has_date(text: str, language: Language) -> bool:
    """Has a text one date and a figure of another kind?"""
    facts = figures(text, language)
    return len(_dates(facts)) == 1 and len(_counts(facts)) > 0


def _dates(facts: Sequence[Fact]) -> list[Fact]:
    return [fact for fact in facts if fact.kind == "date" and fact.precision in _DATES]


def _counts(facts: Sequence[Fact]) -> list[Fact]:
    kinds = ("number", "percent", "money", "unit")
    return [f for f in facts if f.kind in kinds and f.precision in ("", "word") and f.value]


def joined(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """Name what a claim joins to another thing, if its quotes do not say it of that as well."""
    there = units(quotes)
    if len(there) < 2:
        return None
    for one, other in joins(*claim):
        found = _not_both(one, other, claim, there, meaning) if one else _another_day(claim, there)
        if found:
            return Reason("apart", found)
    return None


def _not_both(
    one: str, other: str, claim: Sentence, there: Sequence[Said], meaning: Meaning
) -> str:
    """Which of two the quotes say nothing of what is said of both."""
    told = _told(claim, (one, other))
    having = [[_has(word, unit, claim, meaning) for unit in there] for word in (one, other)]
    if not all(map(any, having)) or any(a and b for a, b in zip(*having, strict=True)):
        return ""
    says = [any(_has(word, unit, claim, meaning) for word in told) for unit in there]
    for word, mine, others in ((one, having[0], having[1]), (other, having[1], having[0])):
        if not any(say and o for say, o in zip(says, others, strict=True)):
            continue
        own = [i for i, has in enumerate(mine) if has]
        if not any(says[i] or _goes_for_more(there[i]) for i in own):
            return word
    return ""


def _told(claim: Sentence, of: tuple[str, str]) -> list[str]:
    """The verbs of a claim: no noun, no name, nothing behind an article or a preposition."""
    text, language = claim
    words, little, empty = tokens(text), little_words(language), function_words()[language]
    found = []
    for at, word in enumerate(words):
        low, before = word.lower(), words[at - 1].lower() if at else ""
        noun = before in little.det or before in little.prep or word[0].isupper()
        if low not in empty and low not in of and word[0].isalpha() and not noun:
            found.append(low)
    return found


def _has(word: str, unit: Said, claim: Sentence, meaning: Meaning) -> bool:
    stem = fold(word)[:_STEM]
    if any(fold(other)[:_STEM] == stem for other in unit.words):
        return True
    if unit.language == claim.language:
        return False
    empty = function_words()[unit.language]
    others = [other for other in unit.words if other not in empty and not other[0].isdigit()]
    return bool(others) and bool(meaning.table([word], others).max() >= _HAS)


def _goes_for_more(unit: Said) -> bool:
    return not about(unit.language).too.isdisjoint(unit.words)


def _another_day(claim: Sentence, there: Sequence[Said]) -> str:
    """A figure of a claim that its quotes have for another day or year than the claim."""
    facts = figures(*claim)
    day = _dates(facts)[0]
    given = [figures(unit.text, unit.language) for unit in there]
    dated = [any(same(day, other) for other in _dates(facts)) for facts in given]
    for fact in _counts(facts):
        having = [any(same(fact, other) for other in _counts(facts)) for facts in given]
        if not any(dated) or not any(having) or any(map(all, zip(dated, having, strict=True))):
            continue
        others = [
            any(other.precision == day.precision for other in _dates(facts))
            for facts, has in zip(given, having, strict=True)
            if has
        ]
        if all(others):
            return fact.text
    return ""


@lru_cache(maxsize=2048)
def tells_of_a_place(text: str, language: Language) -> tuple[Capital, ...]:
    """The place of a text with a figure that says in one place alone that something is."""
    named = tuple(_placed(text, language)) if has_digit(text) else ()
    return named if len(named) == 1 else ()


def _placed(text: str, language: Language) -> Iterator[Capital]:
    for name in capitals(text, language):
        if name.strong and _IN.search(text[max(0, name.start - 12) : name.start]):
            yield name


def in_another_place(
    claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning
) -> Reason | None:
    """Name the place of a claim, if its quotes have the figure in the clause of another place."""
    there, counts = tells_of_a_place(*claim), _counts(figures(*claim))
    clauses = [(part, tongue) for text, tongue in quotes for part in _CLAUSE.split(text)]
    having = [
        clause
        for clause in clauses
        if any(same(fact, other) for fact in counts for other in _counts(figures(*clause)))
    ]
    if not having or any(_names(there[0], text) for text, _ in having):
        return None
    other = [tuple(_placed(*clause)) for clause in having]
    if not all(other) or any(_names(name, claim.text) for names in other for name in names):
        return None
    own = [clause for clause in clauses if _names(there[0], clause[0])]
    apart = all(any(_placed(*clause)) and len(content(*clause).words) > _BESIDE for clause in own)
    return Reason("other", there[0].word, other[0][0].word) if own and apart else None


def _names(place: Capital, text: str) -> bool:
    """Has a text a place, in whatever language it is told?"""
    code = same_thing(place.word)
    return any(
        code == same_thing(word) if code else alike(place.word, word) for word in words_of(text)
    )
