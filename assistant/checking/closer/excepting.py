"""What a quote excepts is not what a claim may speak of: *every day except Mondays*.

The words are the same in both, so that the gist of the claim is covered; the quote says it of all
the others. Neither may *all but these* stand for *only these*. The words are in `excepting.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.checking.meaning import Meaning
from assistant.facts.direction.polarity import Direction, direction
from assistant.facts.facts import Language
from assistant.facts.reasons import Reason
from assistant.facts.tables import table
from assistant.facts.text.cued import cued
from assistant.facts.text.letters import lowered, word_set
from assistant.facts.text.tongue import function_words
from assistant.facts.text.vocabulary import same_thing

from .rules import Sentence

_JOINED = re.compile(r"\b(?:and|or|et|ou|und|oder|e|o|sowie)\b", re.IGNORECASE)
_NEAR = 0.6
"""Cosine of two words from which on they are taken for one: most translations are nearer."""
_WORDS = 3


def excepts(text: str, language: Language) -> bool:
    """Does a text except anything?"""
    return bool(_exceptions(text, language))


def excepts_nothing(text: str, language: Language) -> bool:
    """Does a text except nothing?"""
    return not _exceptions(text, language)


def says_only(text: str, language: Language) -> bool:
    """Does a text say something of these only?"""
    return cued("excepting", "only", language).search(text) is not None


def excepted(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """Say if a claim that excepts nothing is about what its quotes except."""
    for quote in quotes:
        text, tongue = quote
        given = _exceptions(text, tongue)
        if not given or _is_turned(claim, quote):
            continue
        rest = text
        for words in given:
            rest = rest.replace(words, " ")
        for part in (part for words in given for part in _JOINED.split(words)):
            word = _speaks_of(part, tongue, claim, meaning)
            if word and not _speaks_of(part, tongue, Sentence(rest, tongue), meaning):
                return Reason("other", word, _whole(text, tongue, part))
    return None


def only_these(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """Say if quotes that except nothing say it only of what a claim excepts."""
    if any(excepts(*quote) for quote in quotes):
        return None
    ours = Sentence(" ".join(_exceptions(*claim)), claim.language)
    for text, tongue in quotes:
        for found in cued("excepting", "only", tongue).finditer(text):
            if word := _speaks_of(found[1], tongue, ours, meaning):
                return Reason("other", word, found[0].strip())
    return None


@lru_cache(maxsize=2048)
def _exceptions(text: str, language: Language) -> tuple[str, ...]:
    """What a text excepts, as written."""
    matches = tuple(cued("excepting", "except", language).finditer(text))
    if not matches:
        return ()
    lists, words = table("excepting"), word_set(text)
    widely = not words.isdisjoint(lists["all"][language].split())
    widely = widely and words.isdisjoint(lists["words"]["also"].split())
    besides = tuple(lists["words"]["besides"])
    return tuple(m[1] for m in matches if widely or not m[0].lower().startswith(besides))


def _whole(text: str, language: Language, part: str) -> str:
    found = next(m for m in cued("excepting", "except", language).finditer(text) if part in m[1])
    return found[0].strip()


def _is_turned(claim: Sentence, quote: Sentence) -> bool:
    """Is anything denied on either side, or do they say opposite things of what is excepted?"""
    said, given = direction(*claim), direction(*quote)
    free = tuple(table("excepting")["words"]["free"].split())
    return (
        bool(said.denials or given.denials or said.refused or given.refused)
        or any(word.startswith(free) for word in lowered(claim.text))
        or _opposite(said, given)
    )


def _opposite(said: Direction, given: Direction) -> bool:
    return any(
        (pair, "other" if side == "one" else "one") in given.poles for pair, side in said.poles
    )


def _speaks_of(part: str, tongue: Language, other: Sentence, meaning: Meaning) -> str:
    """The word of a text for the first word of a part, if it has all the words that begin it."""
    sought = _content(part, tongue)[:_WORDS]
    words = _content(*other)
    if not sought or not words:
        return ""
    table = meaning.table(sought, words)
    found = [
        next((w for j, w in enumerate(words) if _one(word, w, float(table[i, j]))), "")
        for i, word in enumerate(sought)
    ]
    return found[0] if all(found) else ""


def _content(text: str, language: Language) -> list[str]:
    """Lower-case words with content; *montags* as *montag*, which the vectors know."""
    empty = function_words()[language]
    words = (word for word in lowered(text) if word not in empty)
    return [word[:-1] if word.endswith(("tags", "wochs", "abends")) else word for word in words]


def _one(word: str, other: str, near: float) -> bool:
    if word == other:
        return True
    code, known = same_thing(word), same_thing(other)
    return code == known if code and known else near >= _NEAR
