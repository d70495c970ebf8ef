"""What a word says somebody does: *insulted*, *verkaufte*, by a list in four languages.

The list is data, in `deeds.toml`: a deed a line, with the words of each language that say it. It
holds what is concrete enough to be translated by its like; *make* and *take* are not in it. A list
of the things that questions ask for, in the same shape, is `sought.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from assistant.facts.facts import Language
from assistant.facts.tables import table
from assistant.facts.text.finite import finite, helpers
from assistant.facts.text.letters import Met, lowered
from assistant.facts.text.tongue import function_words

Deeds = frozenset[str]

_SHORTEST, _LONGEST = 3, 20
"""Letters of a form; no more of a word is looked at."""
_REACH = 12
"""Words between the two parts of a German verb."""
_HELPED = 3
"""Words before an English verb among which its helper is: *will not soon build*."""
_JOINTS = frozenset("und oder aber weil dass nachdem als wie".split())
"""What begins another clause, or goes on with this one."""
_PARTICIPLE = "ge"
"""Before the stem of most German participles."""
_NONE: Deeds = frozenset()


def said(words: Sequence[str], language: Language) -> Iterator[tuple[str, Deeds]]:
    """The words of a sentence that tell a deed, each with the deeds that it may mean.

    Args:
        words: every word of the sentence, as written. The first one, and those with a capital,
            are left out: they may be names, and in German are nouns. So is what stands behind an
            article or ends as only nouns do. A parted German verb is read with its first part.
        language: the sentence's.
    """
    articles, nouns, deeds = _articles(language), _noun_ends(language), _asked(language)
    empty = function_words()[language]
    part = last_part(words) if language == "de" else ""
    for at, (before, word) in enumerate(zip(words, words[1:], strict=False), 1):
        whole = part + word if word != part else word
        meant = deeds[whole]
        if not meant and word not in empty and (language != "en" or _is_helped(words, at)):
            meant = next(filter(None, (deeds[form] for form in finite(whole, language))), _NONE)
        if meant and before.lower() not in articles and not word.endswith(nouns):
            yield word, meant


def _is_helped(words: Sequence[str], at: int) -> bool:
    """Does a helper stand close before an English word, which may then be an infinitive?"""
    return not helpers().isdisjoint(words[max(0, at - _HELPED) : at])


def last_part(words: Sequence[str]) -> str:
    """What a parted German verb leaves at the end of its clause: *ab* of *sagte das Fest ab*."""
    parts, behind = _parts(), (*words[1:], "und")
    ends = (word for word, after in zip(words, behind, strict=False) if after in _JOINTS)
    return next((word for word in ends if word in parts), "")


def parted(text: str) -> frozenset[str]:
    """German verbs whose first part stands behind them, in one: *zustimmt* of *stimmt … zu*."""
    words = lowered(text)
    return frozenset(
        part + word
        for at, part in enumerate(words)
        if part in _parts()
        for word in words[max(0, at - _REACH) : at]
    )


def carried(words: Sequence[str], language: Language, listed: str = "deeds") -> Deeds:
    """The deeds that a text may tell, or hint at.

    Args:
        words: every word of it, lower case, once or more often.
        language: the text's; a word counts in whatever language it is listed.
        listed: which list, `deeds` or `sought`.
    """
    deeds = _carried(listed)
    found = set[str]().union(*map(deeds.__getitem__, words))
    parts = _parts() if language == "de" else ()
    for at, part in enumerate(words):
        if part in parts:
            found.update(*(deeds[part + word] for word in words[max(0, at - _REACH) : at]))
    return frozenset(found)


def plainly(word: str, language: Language, listed: str = "deeds") -> Deeds:
    """The deeds, or things, that a word plainly tells, lower case, wherever it stands."""
    return _asked(language, listed)[word]


@cache
def _asked(language: Language, listed: str = "deeds") -> Met[Deeds]:
    forms: dict[str, Deeds] = {}
    for deed, by_language in table(listed)[listed].items():
        for form in by_language[language].split():
            forms[form] = forms.get(form, _NONE) | {deed}

    def longest(word: str) -> Deeds:
        if f"{word}=" in forms:
            return forms[f"{word}="]
        longest = min(len(word), _LONGEST)
        begins = (word[:end] for end in range(longest, _SHORTEST - 1, -1))
        return next((forms[form] for form in begins if form in forms), _NONE)

    return Met(longest)


@cache
def _carried(listed: str) -> Met[Deeds]:
    forms: dict[str, Deeds] = {}
    for deed, by_language in table(listed)[listed].items():
        for form in " ".join(by_language.values()).split():
            forms[form] = forms.get(form, _NONE) | {deed}

    def every(word: str) -> Deeds:
        bare = word.removeprefix(_PARTICIPLE)
        ends = range(_SHORTEST, min(len(word), _LONGEST) + 1)
        begins = [one[:end] for one in (word, bare) for end in ends]
        return _NONE.union(*(forms.get(form, _NONE) for form in (f"{word}=", *begins)))

    return Met(every)


@cache
def _articles(language: Language) -> frozenset[str]:
    return frozenset(table("deeds")["articles"][language].split())


@cache
def _parts() -> frozenset[str]:
    return frozenset(table("deeds")["parts"]["de"].split())


@cache
def _noun_ends(language: Language) -> tuple[str, ...]:
    return tuple(table("deeds")["nouns"][language].split())
