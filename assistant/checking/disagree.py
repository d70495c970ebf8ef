"""Where sources differ: two quotes about the same thing that give another figure, date or amount.

A reader who is shown one of them would never know. So nothing is picked: both are quoted, with
the days they were written where these are known, and it is said what differs. Copies and
translations of one story that give the same facts are never reported, and where several tell the
same against another source, that is one disagreement and not several.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.answers import Citation, Disagreement, Statement
from assistant.facts import LANGUAGES, Fact, find
from assistant.facts import Language as FactLanguage
from assistant.facts.comparing import converted, rivals, same

from .check import Source, weigh
from .gist import likelihood
from .meaning import Meaning

ALIKE = 0.7
"""Quotes at least this near in meaning speak of the same thing: most translations do, other
sentences of the same story seldom (``python -m evals.reading`` prints both shares)."""

_SURE = 0.9
"""Likelihood, asked both ways round, from which two quotes make the same statement. On translated
news it finds 6 of 10 figures that were changed, and takes fewer than 1 in 1,000 pairs of other
sentences of one story for a disagreement (``python -m evals.checking`` prints both)."""
_MOST = 5
"""Disagreements that are said; more would bury the answer."""
_KINDS = frozenset({"number", "percent", "points", "money", "unit", "date"})
_VAGUE = frozenset({"vague", "relative", "ordinal", "word", "rank", "weekday"})
_DIFFER = {
    "en": "The sources differ: {one} in {first}, {other} in {second}.",
    "fr": "Les sources diffèrent : {one} dans {first}, {other} dans {second}.",
    "de": "Die Quellen unterscheiden sich: {one} in {first}, {other} in {second}.",
    "it": "Le fonti differiscono: {one} in {first}, {other} in {second}.",
}

_MARKS = {"en": ("“", "”"), "fr": ("«\u00a0", "\u00a0»"), "de": ("„", "“"), "it": ("«", "»")}


@dataclass(frozen=True, slots=True)
class Difference:
    """Two facts of two quotes that cannot both be so."""

    one: Fact
    """Of the first quote."""
    other: Fact
    """Of the second quote."""


def disagreements(
    statements: Sequence[Statement],
    citations: Sequence[Citation],
    places: Sequence[Citation],
    languages: Mapping[str, str],
    meaning: Meaning,
    language: str,
) -> tuple[Disagreement, ...]:
    """Find where what an answer rests on differs from what other files say.

    Args:
        statements: those of the answer.
        citations: those of the answer.
        places: sentences that were found for the question, cited or not, without labels.
        languages: a file's name to its language.
        meaning: tells whether two quotes speak of the same thing.
        language: the reader's.

    Returns:
        At most five. The sides are in the order of their dates, the newest first; where a date is
        not known, what the answer cites comes first.
    """
    found: list[Disagreement] = []
    seen: set[frozenset[object]] = set()
    for cited in citations:
        said = _stated(statements, cited.label, language)
        for place in places:
            if place.file == cited.file:
                continue
            for difference in _between(cited, place, languages, meaning):
                key = frozenset({_content(difference.one), _content(difference.other)})
                if key in seen or not any(_agree(difference.one, fact) for fact in said):
                    continue
                seen.add(key)
                label = next((c.label for c in citations if _overlap(c, place)), "")
                found.append(_disagreement(difference, cited, place, label, language))
    return tuple(found[:_MOST])


def differences(one: str, other: str, one_language: str, other_language: str) -> list[Difference]:
    """Find the facts in which two quotes about the same thing differ.

    A difference is reported only where it is plain which fact stands against which: one fact of
    a kind on each side that the other side does not have.
    """
    facts = _facts(one, one_language), _facts(other, other_language)
    alone = [f for f in facts[0] if not any(_agree(f, g) for g in facts[1])]
    there = [g for g in facts[1] if not any(_agree(f, g) for f in facts[0])]
    found = []
    for fact in alone:
        against = [g for g in there if rivals(fact, g) and fact.unit == g.unit]
        if len(against) == 1 and sum(rivals(f, against[0]) for f in alone) == 1:
            found.append(Difference(fact, against[0]))
    return found


def speak_of_the_same(
    one: str, other: str, one_language: str, other_language: str, meaning: Meaning
) -> bool:
    """Do two quotes make the same statement, whatever figures they give?"""
    sides = (one, _known(one_language)), (other, _known(other_language))
    for (claim, spoken), (text, tongue) in (sides, sides[::-1]):
        signals = weigh(claim, spoken, [Source(text, tongue, None)], meaning).signals
        if signals is None or likelihood(signals) < _SURE:
            return False
    return True


def _between(
    one: Citation, other: Citation, languages: Mapping[str, str], meaning: Meaning
) -> Iterator[Difference]:
    spoken = languages.get(one.file, ""), languages.get(other.file, "")
    found = differences(one.quote, other.quote, *spoken)
    if found and speak_of_the_same(one.quote, other.quote, *spoken, meaning):
        yield from found


def _stated(statements: Sequence[Statement], label: str, language: str) -> list[Fact]:
    """The facts that the supported statements resting on a citation give."""
    carried = (s for s in statements if s.support.verdict == "supported" and label in s.citations)
    return [
        fact
        for statement in carried
        for spoken in dict.fromkeys((_known(language), *LANGUAGES))
        for fact in find(statement.text, spoken)
    ]


def _disagreement(
    difference: Difference, cited: Citation, place: Citation, label: str, language: str
) -> Disagreement:
    other = Citation(
        label, place.file, place.start, place.end, place.quote, place.line, place.page,
        place.title, place.date,
    )  # fmt: skip
    pairs = [(difference.one.text, cited), (difference.other.text, other)]
    if cited.date and other.date:
        pairs.sort(key=lambda pair: pair[1].date or "", reverse=True)
    (one, first), (two, second) = pairs
    form = _DIFFER.get(language, _DIFFER["en"])
    left, right = _MARKS.get(language, _MARKS["en"])
    text = form.format(
        one=f"{left}{one}{right}", other=f"{left}{two}{right}",
        first=_place(first), second=_place(second),
    )  # fmt: skip
    return Disagreement(text, (one, two), (first, second))


def _facts(quote: str, language: str) -> list[Fact]:
    found = find(quote, _known(language))
    return [f for f in found if f.kind in _KINDS and f.precision not in _VAGUE]


def _known(language: str) -> FactLanguage:
    return language if language in LANGUAGES else "en"


def _agree(one: Fact, other: Fact) -> bool:
    return same(one, other) or same(other, one) or converted(one, other)


def _content(fact: Fact) -> object:
    return fact.kind, fact.unit, fact.key if fact.value is None else fact.value


def _overlap(one: Citation, other: Citation) -> bool:
    return one.file == other.file and one.start < other.end and other.start < one.end


def _place(citation: Citation) -> str:
    return f"{citation.file} ({citation.date})" if citation.date else citation.file
