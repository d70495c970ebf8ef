"""Closed classes of words, of which one excludes the others: *father*, *mother*; *gas*, *oil*.

The classes are data, in `kinds.toml`, by language. A form is the beginning of a word (`winter`), a
whole word (`summer=`), or words in a row (`maire_adjoint`); a form that begins with `-` hides the
words it is made of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

from assistant.facts.facts import LANGUAGES, Language
from assistant.facts.tables import table
from assistant.facts.text.letters import Met, Stems, lowered, words_of

_MOST_WORDS = 3000
"""Words of a text that are looked up."""
TOO = "_too"
"""Ends the class of words that say the same more widely, as *child* for *son*."""

Member = tuple[str, str]
"""A class and one of its members."""


class _Form(NamedTuple):
    member: Member
    rest: tuple[str, ...]
    hides: bool


@lru_cache(maxsize=8192)
def members(text: str, language: Language) -> Mapping[Member, str]:
    """The members of closed classes that a text speaks of, each with its first word as written."""
    words = lowered(text)[:_MOST_WORDS]
    met = _met(language)
    hits = [(at, forms) for at, word in enumerate(words) if (forms := met[word])]
    if not hits:
        return {}
    stand = [
        (at, form)
        for at, forms in hits
        for form in forms
        if not form.rest or _stands(form.rest, words, at)
    ]
    hidden = {
        (form.member[0], at + i)
        for at, form in stand
        if form.rest
        for i in range(len(form.rest) + 1)
    }
    found: dict[Member, str] = {}
    for at, form in stand:
        if not form.hides and (form.rest or (form.member[0], at) not in hidden):
            written = words_of(text)[at : at + 1 + len(form.rest)]
            found.setdefault(form.member, " ".join(written))
    return found


def excluded(
    said: Mapping[Member, str], given: Mapping[Member, str]
) -> Iterator[tuple[str, str, str]]:
    """The classes of which two texts have members, but none in common.

    Args:
        said: the members of a text.
        given: those of another; a class that ends in `_too` there has wider words, as *child* for
            *son*, which exclude nothing.

    Yields:
        A class, the first word of it in the first text, and that in the second.
    """
    there = _by_class(given)
    for kind, ours in _by_class(said).items():
        theirs = there.get(kind)
        if not theirs or kind.endswith(TOO):
            continue
        if not ours.keys() & (theirs.keys() | there.get(kind + TOO, {}).keys()):
            yield kind, next(iter(ours.values())), next(iter(theirs.values()))


def _by_class(found: Mapping[Member, str]) -> dict[str, dict[str, str]]:
    classes: dict[str, dict[str, str]] = {}
    for (name, member), word in found.items():
        classes.setdefault(name, {})[member] = word
    return classes


def of_class(kind: str, found: Mapping[Member, str]) -> dict[str, str]:
    """Those of some members that are of one class, with their words."""
    return {member: word for (name, member), word in found.items() if name == kind}


def _stands(rest: tuple[str, ...], words: tuple[str, ...], at: int) -> bool:
    """Do the other words of a form follow the one at this place?"""
    follow = words[at + 1 : at + 1 + len(rest)]
    if len(follow) < len(rest) or follow[:-1] != rest[:-1]:
        return False
    last = rest[-1]
    return follow[-1] == last[:-1] if last[-1] == "=" else follow[-1].startswith(last)


@cache
def _met(language: Language) -> Met[tuple[_Form, ...]]:
    assert language in LANGUAGES
    whole, stems = _forms(language)
    return Met(lambda word: (*whole.get(word, ()), *stems.of(word)))


@cache
def _forms(language: Language) -> tuple[dict[str, list[_Form]], Stems[_Form]]:
    """Whole words, and stems, each to the forms that begin with it."""
    whole: dict[str, list[_Form]] = {}
    stems: Stems[_Form] = Stems()
    classes = table("kinds")
    for name, kind in classes.items():
        for member, by_language in kind.items():
            for written in _written(by_language, classes, language):
                form = written.lstrip("-")
                first, *rest = form.split("_")
                begin = first.rstrip("=")
                made = _Form((name, member), tuple(rest), written.startswith("-"))
                if rest or first.endswith("="):
                    whole.setdefault(begin, []).append(made)
                else:
                    stems.add(begin, made)
    return whole, stems


def _written(
    member: Mapping[str, str], classes: Mapping[str, Mapping[str, Mapping[str, str]]], spoken: str
) -> Iterator[str]:
    """The forms of a member, its own or those of another one, each of some words with one of them.

    *minister/ministry_of_health* is two.
    """
    if "same" in member:
        name, one = member["same"].split(".")
        member = classes[name][one]
    for form in member[spoken].split():
        bare = form.rstrip("=")
        for words in product(*(part.split("/") for part in bare.split("_"))):
            yield "_".join(words) + form[len(bare) :]
