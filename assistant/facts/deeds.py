"""What a word says somebody does: *insulted*, *verkaufte*, by a list in four languages.

The list is data, in `deeds.toml`: a deed a line, with the words of each language that say it. It
holds what is concrete enough to be translated by its like; *make* and *take* are not in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from .facts import Language
from .letters import Met
from .tables import table

Deeds = frozenset[str]

_SHORTEST = 3
_PARTICIPLE = "ge"
"""Before the stem of most German participles."""
_NONE: Deeds = frozenset()


def said(words: Sequence[str], language: Language) -> Iterable[tuple[str, Deeds]]:
    """The words of a sentence that tell a deed, each with the deeds that it may mean.

    Args:
        words: every word of the sentence, as written. The first one, and those with a capital,
            are left out: they may be names, and in German are nouns. So is what stands behind an
            article or ends as only nouns do.
        language: the sentence's.
    """
    articles, nouns, deeds = _articles(language), _noun_ends(language), _asked(language)
    for before, word in zip(words, words[1:], strict=False):
        if (meant := deeds[word]) and before.lower() not in articles and not word.endswith(nouns):
            yield word, meant


def carried(word: str) -> Deeds:
    """The deeds that a lower-case word may stand for, or hint at, in any of the languages."""
    return _carried()[word]


@cache
def _asked(language: Language) -> Met[Deeds]:
    forms: dict[str, Deeds] = {}
    for deed, by_language in table("deeds")["deeds"].items():
        for form in by_language[language].split():
            forms[form] = forms.get(form, _NONE) | {deed}

    def longest(word: str) -> Deeds:
        if f"{word}=" in forms:
            return forms[f"{word}="]
        begins = (word[:end] for end in range(len(word), _SHORTEST - 1, -1))
        return next((forms[form] for form in begins if form in forms), _NONE)

    return Met(longest)


@cache
def _carried() -> Met[Deeds]:
    forms: dict[str, Deeds] = {}
    for deed, by_language in table("deeds")["deeds"].items():
        for form in " ".join(by_language.values()).split():
            forms[form] = forms.get(form, _NONE) | {deed}

    def every(word: str) -> Deeds:
        bare = word.removeprefix(_PARTICIPLE)
        begins = [one[:end] for one in {word, bare} for end in range(_SHORTEST, len(one) + 1)]
        return _NONE.union(*(forms.get(form, _NONE) for form in (f"{word}=", *begins)))

    return Met(every)


@cache
def _articles(language: Language) -> frozenset[str]:
    return frozenset(table("deeds")["articles"][language].split())


@cache
def _noun_ends(language: Language) -> tuple[str, ...]:
    return tuple(table("deeds")["nouns"][language].split())
