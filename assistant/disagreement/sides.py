"""Do two sentences of two sources speak of two places, people or bodies?

*The bakery in Kolm has 400 customers* and *the bakery in Graz has 700* are one statement but for
the town. A sentence often leaves its subject to the head of its document (*the works cost 45
million*), so the heads are asked as well. A name that one side lacks means little, since it may say
less; what parts two sentences is that each names somebody whom the other's document does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.facts import Language, find
from assistant.facts.names.kinds import Member, excluded, members, of_class
from assistant.facts.names.names import scan
from assistant.facts.names.speakers import speakers
from assistant.facts.text.letters import words_of
from assistant.facts.text.spelling import alike
from assistant.facts.text.tongue import function_words, known
from assistant.facts.text.vocabulary import is_any_word, same_thing

_DATED = 4
"""Words of a day beside a title: *am 1. Juni 2025*."""
_SHORT = 2
"""Letters of what is no word beside a day: *1er*."""
_SHORTEST = 3
"""Letters of a name; shorter ones, and those all in capitals, are often translated: AI, KI, IA."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two sentences that may disagree, with its document."""

    text: str
    """The sentence."""
    language: str
    head: str = ""
    """What the document says it is about: its title, or how it begins."""
    whole: str = ""
    """Everything of the document that was found."""

    @property
    def is_head(self) -> bool:
        """Whether the sentence is the document's title, alone or with a day beside it.

        A day there is when the document was written, and not when what it tells of happened.
        """
        text, head = " ".join(self.text.split()), " ".join(self.head.split())
        if not head or text in head or head not in text:
            return bool(head) and text in head
        beside = len(text.split()) - len(head.split())
        left = text.replace(head, " ", 1)
        return beside <= _DATED and not _says(left, known(self.language, ""))


def named_apart(one: Side, other: Side, beside: frozenset[str] = frozenset()) -> bool:
    """Tell whether each of two sides names somebody or something that the other does not.

    Args:
        one: a sentence with its document.
        other: that of another source.
        beside: words that are not looked at: names that are compared elsewhere.
    """
    sides = (one, other), (other, one)
    here, there = (_strangers(a.text, a.language, b, beside) for a, b in sides)
    if here and there:
        return True
    subjects = [
        [
            name
            for name in (*_named(side.text, side.language), *_named(side.head, side.language))
            if not beside.intersection(name)
        ]
        for side, _ in sides
    ]
    return all(
        names and all(_is_strange(name, b) for name in names)
        for names, (_, b) in zip(subjects, sides, strict=True)
    )


def kinds_apart(one: Side, other: Side) -> bool:
    """Tell whether two sides speak of two things of one class: a bridge, a town hall.

    A sentence that has no word of the class leaves it to the head of its document.
    """
    texts = [_members(side.text, side.language) for side in (one, other)]
    heads = [_members(side.head, side.language) for side in (one, other)]
    classes = {name for found in texts for name, _ in found}
    whole = [
        text | {member: word for member, word in head.items() if not of_class(member[0], text)}
        for text, head in zip(texts, heads, strict=True)
    ]
    apart = (*excluded(whole[0], whole[1]), *excluded(whole[1], whole[0]))
    return any(kind in classes for kind, *_ in apart)


def _members(text: str, language: str) -> dict[Member, str]:
    return {**members(text, known(language, ""))}


def of_one_subject(one: Side, other: Side) -> bool:
    """Tell whether the heads of two documents name the same place, person or body."""
    head = Side(other.head, other.language)
    names = _named(one.head, one.language)
    return any(_telling(name) and not _is_strange(name, head) for name in names)


def names_missing(text: str, language: str, here: Side, there: Side) -> bool:
    """Tell whether of the names of a text one side has one that the other has not."""
    names = _named(text, language)
    return any(not _is_strange(name, here) and _is_strange(name, there) for name in names)


def _strangers(
    text: str, language: str, other: Side, beside: frozenset[str]
) -> Sequence[tuple[str, ...]]:
    names = _named(text, language)
    return [n for n in names if not beside.intersection(n) and _is_strange(n, other)]


@lru_cache(maxsize=4096)
def _named(text: str, language: str) -> tuple[tuple[str, ...], ...]:
    """The names of a text but for those whose words are only reported, each by its words."""
    spoken = known(language, "")
    said = {name for name, _ in speakers(text, spoken)}
    names = (words_of(fact.text) for fact in scan(text, spoken))
    return tuple(name for name in names if name and not said.intersection(name))


def _is_strange(name: Sequence[str], other: Side) -> bool:
    """Has the other side none of a name, in any spelling?"""
    own = _telling(name)
    if not own:
        return False
    there = _capitals("\n".join((other.text, other.head, other.whole)))
    codes = {code for word in there if (code := same_thing(word))}
    return not any(
        same_thing(word) in codes or any(alike(word, name) for name in there) for word in own
    )


def _telling(name: Sequence[str]) -> Sequence[str]:
    """The words of a name that tell it from others: *Halden* of *Halden Bridge*."""
    words = [word for word in name if len(word) >= _SHORTEST and not word.isupper()]
    return [word for word in words if not is_any_word(word) or same_thing(word)] or words


def _says(text: str, language: Language) -> bool:
    """Does a text say more than a day: a word of content outside its figures?"""
    left = text
    for fact in find(text, language):
        left = left.replace(fact.text, " ", 1)
    empty = function_words()[language]
    return any(len(word) > _SHORT and word.lower() not in empty for word in words_of(left))


@lru_cache(maxsize=512)
def _capitals(text: str) -> frozenset[str]:
    return frozenset(word for word in words_of(text) if word[0].isupper())
