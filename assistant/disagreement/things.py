"""What a figure, a day or a name is told of, known by its words: *ouvriers* are *workers*.

The things are data, in ``things.toml``. Words of one thing say the same in whatever language, and
those of two things of one class exclude each other; what is in no class is left to vectors.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from assistant.facts import LANGUAGES, Language
from assistant.facts.text.letters import Met

Thing = tuple[str, str]
"""A class, and which of it."""
_SAID = "said"
"""The class of words that are met by their like and exclude nothing."""


class _Forms(NamedTuple):
    """The forms of one language, each with its thing."""

    whole: dict[str, list[Thing]]
    begins: list[tuple[str, Thing]]
    ends: list[tuple[str, Thing]]


def things(words: Iterable[str], language: Language) -> frozenset[Thing]:
    """The things that lower-case words of a text stand for."""
    met = _met(language)
    return frozenset(thing for word in words for thing in met[word])


def apart(one: frozenset[Thing], other: frozenset[Thing]) -> bool:
    """Tell whether of some class both have things, and none of the same."""
    classes = {name for name, _ in one} & {name for name, _ in other} - {_SAID}
    common = {name for name, _ in one & other}
    return bool(classes - common)


@cache
def _met(language: Language) -> Met[tuple[Thing, ...]]:
    assert language in LANGUAGES
    forms = _forms(language)

    def tell(word: str) -> tuple[Thing, ...]:
        begun = [thing for form, thing in forms.begins if word.startswith(form)]
        ended = [thing for form, thing in forms.ends if word.endswith(form) and word != form]
        return tuple(dict.fromkeys([*forms.whole.get(word, ()), *begun, *ended]))

    return Met(tell)


@cache
def _forms(language: Language) -> _Forms:
    raw = tomllib.loads((files(__package__) / "things.toml").read_text(encoding="utf-8"))
    forms = _Forms({}, [], [])
    for name, members in raw.items():
        for member, by_language in members.items():
            for form in by_language[language].split():
                if form[-1] == "=":
                    forms.whole.setdefault(form[:-1], []).append((name, member))
                elif form[0] == "~":
                    forms.ends.append((form[1:], (name, member)))
                else:
                    forms.begins.append((form, (name, member)))
    return forms
