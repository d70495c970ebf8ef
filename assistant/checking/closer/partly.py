"""Is a part told for the whole: *the schools* for *some schools*, *the five* for *two of the five*?

What the quotes say of a part, a claim may not say of all: with *all* or *both* before the same
noun, with *the* before it, or with the number of all of them. A claim that says in any words that
it means a part is let pass.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.checking.gist import content
from assistant.checking.meaning import Meaning
from assistant.facts.direction.polarity import direction
from assistant.facts.facts import Language
from assistant.facts.figures.portions import Portion, before, is_number, portions, value
from assistant.facts.reasons import Reason
from assistant.facts.text.letters import word_set
from assistant.facts.text.spelling import fold
from assistant.facts.text.tongue import function_words

from .rules import Sentence

_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_NEAR, _NEAR_HOME = 0.45, 0.6
"""Cosine from which a word of a claim is what its quotes speak of, across languages and in one."""
_STEM = 5
_ADJECTIVES = 3
"""Words between an article and its noun."""
_LONGEST = 40
"""Words of a claim that are read for this."""


def part_for_whole(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """Say if a claim tells of all what its quotes tell of a part.

    Args:
        claim: a sentence that is otherwise supported.
        quotes: what it is held against.
        meaning: tells how near words are.
    """
    given = [(quote, one) for quote in quotes for one in portions(*quote)]
    if not given:
        return None
    owned = _owns_a_part(claim)
    denied = bool(direction(*claim).denials)
    words = _TOKEN.findall(claim.text)[:_LONGEST]
    for quote, portion in given:
        if bool(direction(*quote).denials) != denied:
            continue
        at = _place(words, portion, claim.language, quote.language, meaning)
        at = _subject(words, portion, claim.language, quote, meaning) if at is None else at
        if at is None or not _means_all(words, at, portion, claim.language, owned=owned):
            continue
        if not _is_elsewhere(portion, quote, quotes):
            said = " ".join(words[max(0, at - 1) : at + 1])
            return Reason("other", said, portion.words)
    return None


def _owns_a_part(claim: Sentence) -> bool:
    """Does a claim say in any words that it may mean a part of something?"""
    if "%" in claim.text or not before(claim.language).owns.isdisjoint(word_set(claim.text)):
        return True
    return bool(portions(*claim))


def _place(
    words: Sequence[str], portion: Portion, spoken: Language, tongue: Language, meaning: Meaning
) -> int | None:
    """Where in a claim the thing stands of which the quotes have a part."""
    low = [word.lower() for word in words]
    stems = {fold(word)[:_STEM] for word in portion.behind}
    if spoken == tongue:
        same = [i for i, word in enumerate(low) if len(word) > 2 and fold(word)[:_STEM] in stems]
        if same:
            return same[0]
    empty = function_words()[spoken]
    places = [i for i, word in enumerate(low) if word not in empty and word.isalpha()]
    if not places:
        return None
    near = meaning.table([low[i] for i in places], portion.behind).max(axis=1)
    best = int(near.argmax())
    bar = _NEAR_HOME if spoken == tongue else _NEAR
    return places[best] if near[best] >= bar else None


def _subject(
    words: Sequence[str], portion: Portion, spoken: Language, quote: Sentence, meaning: Meaning
) -> int | None:
    """Where the subject of a claim stands, if a part of something is the subject of the quote.

    Words of two languages are often far from each other in meaning though they translate each
    other; where both begin their sentences, and neither has a nearer word, they are taken for one.
    """
    if spoken == quote.language or quote.text[: portion.start].strip(" «“„\"'"):
        return None
    empty, little = function_words()[spoken], before(spoken)
    at = next((i for i, word in enumerate(words) if word.lower() not in empty), None)
    at = at + 1 if at is not None and is_number(words[at].lower(), spoken) else at
    if not at or at >= len(words) or words[0].lower() not in little.the | little.all:
        return None
    said = [word.lower() for word in words if word.isalpha() and word.lower() not in empty]
    there = content(*quote).distinct
    near = meaning.table([words[at].lower()], there)[0]
    back = meaning.table([portion.behind[0]], said)[0]
    taken = near.max() >= _NEAR and there[int(near.argmax())] not in portion.behind
    return None if taken or back.max() >= _NEAR else at


def _is_elsewhere(portion: Portion, quote: Sentence, quotes: Sequence[Sentence]) -> bool:
    """Do the quotes speak of the thing once more, and not of a part of it?"""
    stems = {fold(word)[:_STEM] for word in portion.behind[:1]}
    for other in quotes:
        text = other.text
        for one in sorted(portions(*other), key=lambda one: -one.start):
            text = text[: one.start] + " " + text[one.end :]
        if any(fold(word)[:_STEM] in stems for word in _TOKEN.findall(text)):
            return True
    return False


def _means_all(
    words: Sequence[str], at: int, portion: Portion, language: Language, *, owned: bool
) -> bool:
    """Does a claim mean all of what stands at a place in it?"""
    if portion.kind == "partly":
        return not owned
    little, empty = before(language), function_words()[language]
    numbers: list[str] = []
    for i in range(at - 1, max(-1, at - 2 - _ADJECTIVES), -1):
        word = words[i].lower()
        if word in little.all:
            beside = (*words[max(0, i - 1) : i], *words[i + 1 : at])
            return little.owns.isdisjoint(map(str.lower, beside))  # nearly all, jedes fünfte Kind
        if is_number(word, language):
            numbers.append(word)
        elif word in little.the:
            if numbers and value(numbers[0], language) != portion.whole:
                return False
            if i and words[i - 1].lower() in little.all:
                return True
            several = portion.kind in ("some", "of", "nth")
            return not owned and (not several or word in little.plural)
        elif word in empty or (language == "de" and words[i][0].isupper()):
            break
    if numbers:
        return not owned and value(numbers[0], language) == portion.whole
    bare = language in ("en", "de") and at <= 1
    return bare and not owned and portion.kind in ("share", "nth")
