"""The clauses of a sentence and the names in it; those who do something together are one.

For :mod:`assistant.facts.deeds.actors`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from assistant.facts.facts import Language
from assistant.facts.names.names import capitals
from assistant.facts.tables import table
from assistant.facts.text.doing import little_words
from assistant.facts.text.letters import words_of
from assistant.facts.text.tongue import function_words

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_WITHIN = re.compile(r"\.?[ \u00a0-](?:(?:de|du|di|van|of|del|della) )?")
_ARTICLE = r"(?:[Tt]he |[Ll]a |[Ll]e |[Ii]l |[Ll]['’]|d(?:ie|er|as) )?"
_AND_ALSO = re.compile(
    r",? (?:and|et|und|e|ed|&|as well as|ainsi que|sowie|als auch|wie auch|che) " + _ARTICLE
)
_LISTED = re.compile(r", " + _ARTICLE)
"""Between two parts of a name, two who do it together, and those of a list before them."""


class ClauseWords(NamedTuple):
    """The little words of a language that `actors.toml` lists."""

    joint: frozenset[str]
    relative: frozenset[str]
    whose: frozenset[str]
    of: frozenset[str]
    object: frozenset[str]


@cache
def clause_words(language: Language) -> ClauseWords:
    """The little words of a language by which its clauses are told."""
    rows = table("actors")
    return ClauseWords(*(frozenset(rows[kind][language].split()) for kind in ClauseWords._fields))


@cache
def shared_words(kind: str) -> frozenset[str]:
    """Those that count whatever the language."""
    return frozenset(table("actors")["any"][kind].split())


class Name(NamedTuple):
    """Who is named at a place of a sentence."""

    start: int
    end: int
    words: tuple[str, ...]


def spans(sentence: str, names: Sequence[Name], language: Language) -> Iterator[tuple[int, int]]:
    """Where the clauses of a sentence begin and end."""
    start = 0
    for found in _joint(language).finditer(sentence):
        in_name = any(n.start < found.end() and found.start() < n.end for n in names)
        if found.start() <= start or in_name:
            continue
        yield from _halves(sentence, start, found.start(), names, language)
        start = found.end()
    yield from _halves(sentence, start, len(sentence), names, language)


@cache
def _joint(language: Language) -> re.Pattern[str]:
    words = "|".join(table("actors")["joint"][language].split())
    return re.compile(rf" ?[,:;–—()]+[»”“\"]? ?|[»”“\"] | (?=(?:{words})\b)", re.IGNORECASE)


def _halves(
    sentence: str, start: int, end: int, names: Sequence[Name], language: Language
) -> Iterator[tuple[int, int]]:
    """A clause, or the German verb with its subject apart from what stands before it."""
    first = WORD.match(sentence, start, end)
    if language == "de" and first and first[0].lower() in little_words("de").prep:
        here = [name for name in names if start <= name.start < end]
        if len(here) > 1 and sentence[here[0].end : here[1].start].strip().islower():
            yield start, here[0].end
            start = here[0].end + 1
    if sentence[start:end].strip():
        yield start, end


def names_of(sentence: str, language: Language) -> list[Name]:
    """The names of a sentence; those who do something together are one."""
    runs: list[Name] = []
    sure: list[bool] = []
    for name in capitals(sentence, language):
        if name.word.lower() in function_words()[language]:
            continue
        words = words_of(name.word)
        if runs and _WITHIN.fullmatch(sentence, runs[-1].end, name.start):
            before, known = runs.pop(), sure.pop()
            if language != "de" or known == name.strong:
                words = (*before.words, *words)
            elif known:
                words = before.words  # in Bank and Firma there is no name
            runs.append(Name(before.start, name.end, words))
            sure.append(known or name.strong or language == "de")
        else:
            runs.append(Name(name.start, name.end, words))
            sure.append(name.strong)
    found: list[Name] = []
    several = False
    for run in reversed([run for run, known in zip(runs, sure, strict=True) if known]):
        joint = _LISTED if several else _AND_ALSO
        several = bool(found) and joint.fullmatch(sentence, run.end, found[-1].start) is not None
        behind = found.pop() if several else run._replace(words=())
        found.append(Name(run.start, behind.end, (*run.words, *behind.words)))
    return found[::-1]
