"""Which names a text holds, and whether another text names the same: for judging answers.

The check (:mod:`assistant.checking.naming`) is kinder: it lets meaning, and a letter or two,
explain a name. Here a name is the same when it sounds the same, or is known under both names.
"""

from __future__ import annotations

from assistant.facts.facts import Language
from assistant.facts.text.letters import words_of
from assistant.facts.text.spelling import fold, skeleton
from assistant.facts.text.vocabulary import particles, same_thing

from .names import scan

_SURE = 4
"""Sounds from which on equal ones are one name: shorter ones are compared letter by letter."""


def names_of(text: str, language: Language) -> tuple[str, ...]:
    """Return the names in a text as they are written, in order."""
    return tuple(fact.text for fact in scan(text, language))


def is_named(name: str, text: str) -> bool:
    """Tell whether a text names somebody or something, in the spelling of any of the languages.

    Args:
        name: one word or several; words in small letters, such as `of`, do not matter, nor do the
            particles of a name: *De Gaulle* is named by *Gaulle*.
        text: in any of the four languages.
    """
    there = words_of(text)
    words = [word for word in words_of(name) if word[0].isupper()]
    wanted = [word for word in words if word.lower() not in particles()] or words
    return all(any(is_same_name(word, other) for other in there) for word in wanted)


def is_same_name(one: str, other: str) -> bool:
    """Tell whether two words are one name: `Poutine` and `Putins`, `Germany` and `Allemagne`.

    `Keller` and `Kellner`, `Dunn` and `Dunne` are two; `weil` in small letters is no name.
    """
    if not (one[:1].isupper() and other[:1].isupper()):
        return False
    if sounds_alike(one, other):
        return True
    return same_thing(one) == same_thing(other) != ""


def sounds_alike(one: str, other: str) -> bool:
    """Tell whether two words are spellings of one name; either may have a genitive's *s*."""
    for a, b in ((one, other), (one.removesuffix("s"), other), (one, other.removesuffix("s"))):
        if fold(a) == fold(b) or (skeleton(a) == skeleton(b) and len(skeleton(a)) > _SURE):
            return True
    return False
