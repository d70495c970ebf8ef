"""Whom *he* and *she* mean: the person named last, in a question or an answer; no bank, no country.

*When did he say that?* after *What did Sberbank invest?* asks for whom the answer named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.facts import LANGUAGES, Language
from assistant.facts.text.vocabulary import is_any_word, same_thing

from .name_places import whole_names
from .phrase_places import noun_phrases
from .turns import Turn

_MOST = 6
"""Words of a follow-up that leans so."""
_LONGEST = 2_000
"""Characters of a turn that are looked through."""
_HE: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:he|she)\b", re.IGNORECASE),
    "fr": re.compile(r"-(?:t-)?(?:il|elle)\b", re.IGNORECASE),
    "de": re.compile(r"\ber\b"),
    "it": re.compile(r"\b(?:lui|lei)\b", re.IGNORECASE),
}
"""German *sie* and, but after *qui*, French *il* and *elle* may be of a thing as well."""
_WHO = re.compile(r"qui\b", re.IGNORECASE)
_NAMED_WHOLE = 2
"""Words from which a name is known for a person's."""
_NO_PERSON = re.compile(r"bank|banque|banca|corp|group|univ", re.IGNORECASE)


def of_person(question: str, before: str, turns: Sequence[Turn], language: str) -> str:
    """Put the person named last into a question that asks of *him* or *her*; empty where none is.

    Args:
        question: as it was typed.
        before: the question before it, in full.
        turns: the conversation so far, oldest first.
        language: of the question.
    """
    if language not in LANGUAGES or len(question.split()) > _MOST:
        return ""
    spoken: Language = language
    told = list(_HE[spoken].finditer(question))
    if len(told) != 1 or whole_names(question, language) or _is_of_thing(before, spoken):
        return ""
    if not (person := _named_last(turns)):
        return ""
    if spoken in ("en", "de"):
        return f"{question[: told[0].start()]}{person}{question[told[0].end() :]}"
    return f"{question.strip()} ({person})"


def no_person_for(pronoun: str, name: str) -> bool:
    """Is an English pronoun for a person only, and a name that of a bank or a country?

    Args:
        pronoun: *he*, *it*.
        name: what it would stand for.
    """
    alone = not re.match(r"(?:the|an?|its|their|his|her)\b", name, re.IGNORECASE)
    personal = pronoun.lower() in ("he", "she") and alone
    return personal and bool(_NO_PERSON.search(name) or same_thing(name) or name.isupper())


def _is_of_thing(before: str, language: Language) -> bool:
    """Has the question before somebody or something that a pronoun may be for: *the mayor*?"""
    if language == "fr" and not _WHO.match(before):
        return True
    found = noun_phrases(before, language)
    common = [p for p in found if not p.lead and not _ends_in_name(before[p.start : p.end])]
    return bool(common)


def _ends_in_name(phrase: str) -> bool:
    word = phrase.split()[-1].rpartition("'")[2]
    return word[:1].isupper() and not is_any_word(word)


def _named_last(turns: Sequence[Turn]) -> str:
    for turn in reversed(turns):
        for language in LANGUAGES:
            if found := _names(turn.text[-_LONGEST:], language):
                return found[-1]
    return ""


def _names(text: str, language: Language) -> list[str]:
    """Names of persons: of two or three words, of which none is a common one or a country's."""
    names = [name.text for name in whole_names(f"x {text}", language)]
    return [name for name in names if _is_person(name.split())]


def _is_person(words: list[str]) -> bool:
    if not _NAMED_WHOLE <= len(words) <= _NAMED_WHOLE + 1:
        return False
    return all(word[0].isupper() and not word.isupper() for word in words) and not any(
        _NO_PERSON.search(word) or same_thing(word) or is_any_word(word.lower()) for word in words
    )
