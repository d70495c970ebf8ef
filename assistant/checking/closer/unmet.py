"""A claim tells a deed that no word of its quotes tells: *insulted* against *met*.

The gist of a sentence is a mean over its words, so one verb of six may be another one. Whether a
single word is met is asked here of the verbs in `facts/lists/deeds.toml`, across languages and in
one: by the list, by the same beginning, or by a cosine. Long claims are left out. What is
translated in many words is translated freely, and is not held against a quote word by word.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from assistant.checking.ended import ends_told
from assistant.checking.figured import figured
from assistant.checking.gist import content
from assistant.checking.meaning import Meaning
from assistant.facts import Language, figures
from assistant.facts.deeds.deeds import Deeds, carried, said
from assistant.facts.deeds.results import one_sided, result, same_match, wins
from assistant.facts.direction.polarity import direction
from assistant.facts.direction.reversals import denies_the_other
from assistant.facts.figures.changes import Difference, difference
from assistant.facts.reasons import Reason
from assistant.facts.text.letters import has_digit, lowered, words_of
from assistant.facts.text.spelling import skeleton

from .related import is_converse
from .rules import Sentence

_LONGEST = 8
"""Content words of a claim up to which its deeds are looked for."""
_BEGINS = 5
"""Words with the same first letters are forms of one."""
_COMPUTED = frozenset({"rise", "fall", "double"})
"""Deeds that figures tell as well."""
_NEAR = 0.4
"""Cosine from which a word of a quote may say the same as a deed."""


@lru_cache(maxsize=2048)
def told(claim: str, language: Language) -> tuple[tuple[str, Deeds], ...]:
    """The words of a short claim that tell a deed, and what they may mean."""
    if len(content(claim, language).words) > _LONGEST:
        return ()
    return tuple(said(words_of(claim), language))


def unmet(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """The first deed of a short claim that its quotes do not tell."""
    deeds = frozenset[str]().union(*(carried(lowered(text), tongue) for text, tongue in quotes))
    begins = {word[:_BEGINS] for text, _ in quotes for word in lowered(text)}
    for word, meant in told(*claim):
        if _tells_result(word, claim, quotes):
            continue  # lost to is beaten by
        if _tells_change(word, claim, quotes) or _is_computed(meant, quotes):
            continue  # shares that lost 3 % fell by 3 %, from 12 to 24 is doubled
        if _tells_an_end(word, claim, quotes):
            continue  # from 4 to 11 May is begins on 4 May
        if meant.isdisjoint(deeds) and word[:_BEGINS] not in begins:
            given = [content(*quote) for quote in quotes]
            sound = skeleton(word)
            if not any(sound in one.heard or _near(word, one.distinct, meaning) for one in given):
                if any(_from_the_other_side(claim, quote, meaning) for quote in quotes):
                    return None
                return Reason("missing", word)
    return None


def _tells_an_end(word: str, claim: Sentence, quotes: Sequence[Sentence]) -> bool:
    """Does a word only say which of both ends of a time a day is?"""
    if not has_digit(claim.text):
        return False
    ours, there = figured(*claim, None), [figured(*quote, None) for quote in quotes]
    places = [place for fact in ours.facts for place in ends_told(ours, there, fact)]
    return any(word in claim.text[begin:end] for begin, end in places)


def _is_computed(meant: Deeds, quotes: Sequence[Sentence]) -> bool:
    return meant <= _COMPUTED and any(figures(*quote) for quote in quotes)


def _tells_change(word: str, claim: Sentence, quotes: Sequence[Sentence]) -> bool:
    """Does a word tell the money, or the way of a figure that a quote tells too?"""
    if any(fact.kind == "money" and word in fact.text.lower() for fact in figures(*claim)):
        return True  # crowns that nobody is crowned with
    said = [d for d in _ways(claim) if word in claim.text[d.start : d.end].lower()]
    there = {told.way for quote in quotes for told in _ways(quote)} if said else set()
    return any(told.way in there for told in said)


def _ways(text: Sentence) -> list[Difference]:
    found = [difference(*text, fact) for fact in figures(*text)]
    return [told for told in found if told]


def _tells_result(word: str, claim: Sentence, quotes: Sequence[Sentence]) -> bool:
    """Does a word tell who won or lost what a quote tells with another verb, or of the other?"""
    won = result(*claim)
    if won is None:
        return wins(word, claim.language) and any(one_sided(claim, q) == "same" for q in quotes)
    if word not in claim.text[won.start : won.end]:
        return False
    return any(same_match(claim, quote) == "same" for quote in quotes)


def _from_the_other_side(claim: Sentence, quote: Sentence, meaning: Meaning) -> bool:
    """Is it told with another verb: *bought from* for *sold by*, *not closed* for *open*?"""
    return is_converse(claim, quote, meaning) or denies_the_other(
        direction(*claim), [direction(*quote)]
    )


def _near(word: str, others: Sequence[str], meaning: Meaning) -> bool:
    return bool(others) and bool(meaning.table((word,), others).max() >= _NEAR)
