"""Where sources differ: two quotes about the same thing that give another figure, date or amount.

A reader who is shown one of them would never know. So nothing is picked: both are quoted, with
the days they were written where these are known, and it is said what differs. Copies and
translations of one story count as one source: where they give the same facts nothing is reported,
where they do not, it is versions of one story that differ, and where several files tell the same
against another source, that is one disagreement and not several.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.answers import Citation, Disagreement, Statement
from assistant.facts import LANGUAGES, Fact, find
from assistant.facts.comparing import converted, rivals, same
from assistant.facts.tongue import known

from .meaning import Meaning
from .topic import answers_as_well, speak_of_the_same

_MOST = 5
"""Disagreements that are said; more would bury the answer."""
_KINDS = frozenset({"number", "percent", "points", "money", "unit", "date"})
_VAGUE = frozenset({"vague", "relative", "ordinal", "word", "rank", "weekday"})
_DIFFER = {
    "en": "{who}: {one} in {first}, {other} in {second}.",
    "fr": "{who} : {one} dans {first}, {other} dans {second}.",
    "de": "{who}: {one} in {first}, {other} in {second}.",
    "it": "{who}: {one} in {first}, {other} in {second}.",
}
_SOURCES = {
    "en": "The sources differ",
    "fr": "Les sources diffèrent",
    "de": "Die Quellen unterscheiden sich",
    "it": "Le fonti differiscono",
}
_VERSIONS = {
    "en": "Two versions of one story differ",
    "fr": "Deux versions d’un même article diffèrent",
    "de": "Zwei Fassungen derselben Meldung unterscheiden sich",
    "it": "Due versioni dello stesso articolo differiscono",
}
_UNDATED = {"en": "no date", "fr": "sans date", "de": "ohne Datum", "it": "senza data"}
"""Beside a side whose day is known, the other one's is said to be unknown."""
_MARKS = {"en": ("“", "”"), "fr": ("«\u00a0", "\u00a0»"), "de": ("„", "“"), "it": ("«", "»")}


@dataclass(frozen=True, slots=True)
class Difference:
    """Two facts of two quotes that cannot both be so."""

    one: Fact
    """Of the first quote."""
    other: Fact
    """Of the second quote."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for a question."""

    question: str
    language: str
    """The reader's."""
    places: Sequence[Citation]
    """Sentences with figures, cited or not, without labels."""
    texts: Mapping[str, str]
    """A file's name to everything of it that was found."""
    languages: Mapping[str, str]
    """A file's name to its language."""
    stories: Mapping[str, str]
    """A file's name to the story it tells, equal for copies and translations."""
    asked_in: str = ""
    """The question's language; the reader's if empty."""


def disagreements(
    statements: Sequence[Statement],
    citations: Sequence[Citation],
    found: Found,
    meaning: Meaning,
) -> tuple[Disagreement, ...]:
    """Find where what an answer rests on differs from what other files say.

    Args:
        statements: those of the answer.
        citations: those of the answer.
        found: what was found for the question.
        meaning: tells whether two quotes speak of the same thing.

    Returns:
        At most five. The sides are in the order of their dates, the newest first; where a date is
        not known, what the answer cites comes first.
    """
    told: list[Disagreement] = []
    seen: set[frozenset[object]] = set()
    for cited in citations:
        said = _stated(statements, cited.label, found.language)
        for place in found.places:
            if place.file == cited.file:
                continue
            label = next((c.label for c in citations if _overlap(c, place)), "")
            for difference in _between(cited, place, found, meaning, bool(label)):
                key = frozenset({_content(difference.one), _content(difference.other)})
                if key in seen or not any(_agree(difference.one, fact) for fact in said):
                    continue
                seen.add(key)
                story = found.stories.get(cited.file)
                who = _VERSIONS if story and story == found.stories.get(place.file) else _SOURCES
                told.append(_disagreement(difference, cited, place, label, found.language, who))
    return tuple(told[:_MOST])


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
    kinds = {difference.one.kind == "date" for difference in found}
    return found if len(kinds) < 2 else []  # another figure for another day


def _between(
    one: Citation, other: Citation, found: Found, meaning: Meaning, cited: bool
) -> Sequence[Difference]:
    spoken = found.languages.get(one.file, ""), found.languages.get(other.file, "")
    differing = differences(one.quote, other.quote, *spoken)
    if not differing:
        return ()
    if not speak_of_the_same(one.quote, other.quote, *spoken, meaning, cited=cited):
        return ()
    texts = [
        (found.texts.get(place.file, place.quote), language)
        for place, language in zip((one, other), spoken, strict=True)
    ]
    asked_in = found.asked_in or found.language
    if not answers_as_well(found.question, asked_in, texts[0], texts[1], meaning):
        return ()
    return differing


def _stated(statements: Sequence[Statement], label: str, language: str) -> list[Fact]:
    """The facts that the supported statements resting on a citation give."""
    carried = (s for s in statements if s.support.verdict == "supported" and label in s.citations)
    return [
        fact
        for statement in carried
        for spoken in dict.fromkeys((known(language, ""), *LANGUAGES))
        for fact in find(statement.text, spoken)
    ]


def _disagreement(
    difference: Difference,
    cited: Citation,
    place: Citation,
    label: str,
    language: str,
    who: Mapping[str, str],
) -> Disagreement:
    other = Citation(
        label, place.file, place.start, place.end, place.quote, place.line, place.page,
        place.title, place.date,
    )  # fmt: skip
    pairs = [(difference.one.text, cited), (difference.other.text, other)]
    if cited.date and other.date:
        pairs.sort(key=lambda pair: pair[1].date or "", reverse=True)
    (one, first), (two, second) = pairs
    spoken = known(language, "")
    left, right = _MARKS[spoken]
    undated = _UNDATED[spoken] if cited.date or other.date else ""
    text = _DIFFER[spoken].format(
        who=who[spoken],
        one=f"{left}{one}{right}",
        other=f"{left}{two}{right}",
        first=_place(first, undated),
        second=_place(second, undated),
    )
    return Disagreement(text, (one, two), (first, second))


def _facts(quote: str, language: str) -> list[Fact]:
    found = find(quote, known(language, ""))
    return [f for f in found if f.kind in _KINDS and f.precision not in _VAGUE]


def _agree(one: Fact, other: Fact) -> bool:
    return same(one, other) or same(other, one) or converted(one, other)


def _content(fact: Fact) -> object:
    return fact.kind, fact.unit, fact.key if fact.value is None else fact.value


def _overlap(one: Citation, other: Citation) -> bool:
    return one.file == other.file and one.start < other.end and other.start < one.end


def _place(citation: Citation, undated: str) -> str:
    day = citation.date or undated
    return f"{citation.file} ({day})" if day else citation.file
