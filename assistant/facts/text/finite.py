"""From one form of a verb to another: *fermera*, *fermer*, *ferme*.

The tables have what news are told in, the present and the past. What will be done, or is to be
done, is told by other forms of the same verbs, most of which are made by rule (`finite.toml`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from assistant.facts.facts import Language
from assistant.facts.tables import table

_INFINITIVE = {"en": "", "fr": "r", "de": "n", "it": "r"}
"""What stands before the tails."""
_SHORTEST = 1
"""Letters of a verb before its ending."""


class _Endings(NamedTuple):
    tails: tuple[str, ...]
    """The longest first."""
    forms: dict[str, tuple[str, ...]]


def finite(word: str, language: Language) -> tuple[str, ...]:
    """The forms of the present and the past that a verb may have.

    Args:
        word: lower case; what is no infinitive and no future gives forms that no table has.
        language: the word's. In English any word may be an infinitive: ask only behind one of
            the `helpers`.
    """
    before = _INFINITIVE[language]
    tails, forms = _endings(language)
    for tail in tails:
        bare = word[: len(word) - len(tail)]
        if not word.endswith(tail) or not bare.endswith(before):
            continue
        for start in range(_SHORTEST, len(bare) + 1):
            if bare[start:] in forms:
                return tuple([bare[:start] + form for form in forms[bare[start:]]])
    return ()


def infinitives(word: str, language: Language) -> Iterator[str]:
    """The infinitives that a form of the present or the past may be of: *kauft*, *kaufen*.

    Args:
        word: lower case; of what is no form of a verb some are told that are no words.
        language: the word's.
    """
    for end, others in _present(language).get(word[-1:], ()):
        if word.endswith(end):
            for other in others:
                yield word.removesuffix(end) + other


@cache
def _present(language: Language) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """The endings by their last letter, each with those of the infinitive."""
    by_letter: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for end, others in table("finite")[language]["infinitives"].items():
        by_letter.setdefault(end[-1:], []).append((end, tuple(others.split(" "))))
    return by_letter


@cache
def helpers() -> frozenset[str]:
    """The words behind which an English verb has no ending."""
    return frozenset(table("finite")["en"]["helpers"].split())


@cache
def _endings(language: Language) -> _Endings:
    rows = table("finite")[language]
    tails = sorted(rows["tails"], key=len, reverse=True)
    return _Endings(tuple(tails), {end: tuple(to.split()) for end, to in rows["endings"].items()})
