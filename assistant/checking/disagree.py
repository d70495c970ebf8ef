"""Where sources differ: two quotes about the same thing that give another figure, date or amount.

A reader who is shown one of them would never know. So nothing is picked: both are quoted, with
the days they were written where these are known, and it is said what differs. Copies and
translations of one story count as one source: where they give the same facts nothing is reported,
where they do not, it is versions of one story that differ, and where several files tell the same
against another source, that is one disagreement and not several.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.answers import Citation, Disagreement, Statement
from assistant.facts import LANGUAGES, Fact, find
from assistant.facts.comparing import converted, rivals, same
from assistant.facts.tongue import known

from .check import Source, weigh
from .gist import likelihood
from .meaning import Meaning

ALIKE = 0.7
"""Quotes at least this near in meaning speak of the same thing: most translations do, other
sentences of the same story seldom (``python -m evals.reading`` prints both shares)."""

_SURE = 0.9
"""Likelihood, asked both ways round, from which two quotes make the same statement. On translated
news it finds two of three figures that were changed, and takes fewer than 1 in 1,000 pairs of
other sentences of one story for a disagreement (``python -m evals.checking`` prints both)."""
_CERTAIN, _EVEN = 0.97, 0.5
"""One of two quotes may say more than the other: then one way must be all but certain. Of two
that an answer cites for one question one way likely is enough."""
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


def disagreements(
    statements: Sequence[Statement],
    citations: Sequence[Citation],
    places: Sequence[Citation],
    languages: Mapping[str, str],
    stories: Mapping[str, str],
    meaning: Meaning,
    language: str,
) -> tuple[Disagreement, ...]:
    """Find where what an answer rests on differs from what other files say.

    Args:
        statements: those of the answer.
        citations: those of the answer.
        places: sentences that were found for the question, cited or not, without labels.
        languages: a file's name to its language.
        stories: a file's name to the story it tells, equal for copies and translations.
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
            label = next((c.label for c in citations if _overlap(c, place)), "")
            for difference in _between(cited, place, languages, meaning, bool(label)):
                key = frozenset({_content(difference.one), _content(difference.other)})
                if key in seen or not any(_agree(difference.one, fact) for fact in said):
                    continue
                seen.add(key)
                story = stories.get(cited.file)
                who = _VERSIONS if story and story == stories.get(place.file) else _SOURCES
                found.append(_disagreement(difference, cited, place, label, language, who))
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
    one: str,
    other: str,
    one_language: str,
    other_language: str,
    meaning: Meaning,
    *,
    cited: bool = False,
) -> bool:
    """Do two quotes make the same statement, whatever figures they give?

    Args:
        one: a sentence.
        other: a sentence of another source.
        one_language: the first one's.
        other_language: the second one's.
        meaning: tells how near texts are.
        cited: an answer rests on both, so that both were found to answer one question.
    """
    sides = (one, known(one_language, "")), (other, known(other_language, ""))
    likely = []
    for (claim, spoken), (text, tongue) in (sides, sides[::-1]):
        signals = weigh(claim, spoken, [Source(text, tongue, None)], meaning).signals
        likely.append(likelihood(signals) if signals else 0.0)
    low, high = sorted(likely)
    return low >= _SURE or (high >= _CERTAIN and low >= _EVEN) or (cited and high >= _EVEN)


def _between(
    one: Citation, other: Citation, languages: Mapping[str, str], meaning: Meaning, cited: bool
) -> Iterator[Difference]:
    spoken = languages.get(one.file, ""), languages.get(other.file, "")
    found = differences(one.quote, other.quote, *spoken)
    if found and speak_of_the_same(one.quote, other.quote, *spoken, meaning, cited=cited):
        yield from found


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
