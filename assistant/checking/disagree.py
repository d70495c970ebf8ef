"""Where sources differ: two quotes about the same thing that give another figure, date or amount.

A reader who is shown one of them would never know. So nothing is picked: both are quoted, with
the days they were written where these are known, and it is said what differs. Copies and
translations of one story give the same facts and are never reported, whatever their words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from assistant.answers import Citation
from assistant.facts import LANGUAGES, Fact, find
from assistant.facts import Language as FactLanguage
from assistant.facts.comparing import converted, rivals, same

Similarity = Callable[[str, str], float]
"""Two texts to the cosine of their meanings; higher is closer, at most 1."""

ALIKE = 0.7
"""Quotes at least this near in meaning speak of the same thing: most translations do, other
sentences of the same story seldom (``python -m evals.reading`` prints both shares)."""

_KINDS = frozenset({"number", "percent", "points", "money", "unit", "date"})
_DIFFER = {
    "en": "The sources differ: {one} in {first}, {other} in {second}.",
    "fr": "Les sources diffèrent : {one} dans {first}, {other} dans {second}.",
    "de": "Die Quellen unterscheiden sich: {one} in {first}, {other} in {second}.",
    "it": "Le fonti differiscono: {one} in {first}, {other} in {second}.",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """Two facts of two quotes that cannot both be so."""

    one: str
    """As the first quote has it."""
    other: str
    """As the second quote has it."""


def notes(
    citations: Sequence[Citation],
    languages: Mapping[str, str],
    similarity: Similarity,
    language: str,
) -> tuple[str, ...]:
    """Say where the quotes of an answer differ.

    Args:
        citations: those of the answer.
        languages: a file's name to its language.
        similarity: how near two quotes are in meaning.
        language: the reader's.

    Returns:
        One sentence for each difference, with both readings word for word.
    """
    said = []
    for a, b in combinations(citations, 2):
        if a.file == b.file:
            continue
        spoken = languages.get(a.file, ""), languages.get(b.file, "")
        for found in differences(a.quote, b.quote, *spoken, similarity):
            form = _DIFFER.get(language, _DIFFER["en"])
            one, other = (f"“{text}”" for text in (found.one, found.other))
            said.append(form.format(one=one, other=other, first=_place(a), second=_place(b)))
    return tuple(dict.fromkeys(said))


def differences(
    one: str, other: str, one_language: str, other_language: str, similarity: Similarity
) -> list[Difference]:
    """Find the facts in which two quotes about the same thing differ.

    A difference is reported only where it is plain which fact stands against which: one fact of
    a kind on each side that the other side does not have.
    """
    facts = _facts(one, one_language), _facts(other, other_language)
    if not facts[0] or not facts[1] or similarity(one, other) < ALIKE:
        return []
    alone = [f for f in facts[0] if not any(_agree(f, g) for g in facts[1])]
    there = [g for g in facts[1] if not any(_agree(f, g) for f in facts[0])]
    found = []
    for fact in alone:
        against = [g for g in there if rivals(fact, g) and fact.unit == g.unit]
        if len(against) == 1 and sum(rivals(f, against[0]) for f in alone) == 1:
            found.append(Difference(fact.text, against[0].text))
    return found


def _facts(quote: str, language: str) -> list[Fact]:
    spoken: FactLanguage = language if language in LANGUAGES else "en"
    vague = ("vague", "relative", "ordinal", "word")
    return [f for f in find(quote, spoken) if f.kind in _KINDS and f.precision not in vague]


def _agree(one: Fact, other: Fact) -> bool:
    return same(one, other) or same(other, one) or converted(one, other)


def _place(citation: Citation) -> str:
    return f"{citation.file} ({citation.date})" if citation.date else citation.file
