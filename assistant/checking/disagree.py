"""Where sources differ: two quotes about the same thing that cannot both be so.

Another figure, date or amount, another name for what one alone is or does, or one denies what the
other says (:mod:`.claims`). A reader who is shown one of them would never know. So nothing is
picked: both are quoted, with the days they were written where these are known. Copies and
translations of one story count as one source: where they give the same facts nothing is reported,
where they do not, it is versions of one story that differ, and where several files tell the same
against another source, that is one disagreement and not several.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.answers import Citation, Disagreement, Statement
from assistant.facts import LANGUAGES, Fact, find
from assistant.facts.comparing import converted, rivals, same
from assistant.facts.polarity import direction
from assistant.facts.reversals import reversals
from assistant.facts.spelling import alike
from assistant.facts.tongue import known

from .claims import deny_each_other, exchanged
from .meaning import Meaning
from .sides import Side, kinds_apart, named_apart, of_one_subject
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
_NOUN = re.compile(r"[ \u00a0](?!nell|dell|unter|après|under|above)[^\W\d_]{5,}")
"""A word behind a number that may be what is counted."""
_UNDATED = {"en": "no date", "fr": "sans date", "de": "ohne Datum", "it": "senza data"}
"""Beside a side whose day is known, the other one's is said to be unknown."""
_MARKS = {"en": ("“", "”"), "fr": ("«\u00a0", "\u00a0»"), "de": ("„", "“"), "it": ("«", "»")}


@dataclass(frozen=True, slots=True)
class Difference:
    """What two quotes say that cannot both be so."""

    one: str
    """What the first quote says, word for word."""
    other: str
    """What the second one says."""
    facts: tuple[Fact, Fact] | None = None
    """The two facts or names; None where the sentences as wholes deny each other."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for a question."""

    question: str
    language: str
    """The reader's."""
    places: Sequence[Citation]
    """Sentences, cited or not, without labels."""
    texts: Mapping[str, str]
    """A file's name to everything of it that was found."""
    languages: Mapping[str, str]
    """A file's name to its language."""
    stories: Mapping[str, str]
    """A file's name to the story it tells, equal for copies and translations."""
    asked_in: str = ""
    """The question's language; the reader's if empty."""

    @property
    def asked(self) -> tuple[str, str]:
        """The question and its language."""
        return self.question, self.asked_in or self.language

    def side(self, place: Citation) -> Side:
        """A sentence with its language and what was found of its document."""
        whole = self.texts.get(place.file, place.quote)
        head = place.title or whole.strip().partition("\n")[0]
        return Side(place.quote, self.languages.get(place.file, ""), head, whole)


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
        carried = [
            statement
            for statement in statements
            if statement.support.verdict == "supported" and cited.label in statement.citations
        ]
        for place in found.places:
            if place.file == cited.file:
                continue
            label = next((c.label for c in citations if _overlap(c, place)), "")
            one, other = found.side(cited), found.side(place)
            story = found.stories.get(cited.file)
            twins = bool(story) and story == found.stories.get(place.file)
            # A version of the story that is quoted need not have the words of the question.
            asked = None if twins else found.asked
            for difference in differing(one, other, meaning, cited=bool(label), question=asked):
                key = _contents(difference)
                if key in seen or not _is_said(difference, carried, cited, found):
                    continue
                seen.add(key)
                who = _VERSIONS if twins else _SOURCES
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
            said = _reading(fact, one), _reading(against[0], other)
            found.append(Difference(*said, (fact, against[0])))
    kinds = {difference.facts[0].kind == "date" for difference in found if difference.facts}
    return found if len(kinds) < 2 else []  # another figure for another day


def differing(
    one: Side,
    other: Side,
    meaning: Meaning,
    *,
    cited: bool = False,
    question: tuple[str, str] | None = None,
) -> list[Difference]:
    """Find in what two sentences of two sources cannot both be so: what is told to a reader.

    Args:
        one: a sentence with its document.
        other: that of another source.
        meaning: tells how near texts are.
        cited: an answer rests on both.
        question: what they are to answer both, and its language.
    """
    found = _differing(one, other, meaning, cited)
    if not found or question is None:
        return found
    texts = [(side.whole or side.text, side.language) for side in (one, other)]
    return found if answers_as_well(*question, texts[0], texts[1], meaning) else []


def _differing(one: Side, other: Side, meaning: Meaning, cited: bool) -> list[Difference]:
    found = differences(one.text, other.text, one.language, other.language)
    if found:
        same = speak_of_the_same(
            one.text,
            other.text,
            one.language,
            other.language,
            meaning,
            cited=cited,
            one_subject=of_one_subject(one, other),
        )
        if not same or named_apart(one, other) or kinds_apart(one, other):
            return []
        heads = one.is_head, other.is_head
        return [f for f in found if not any(heads) or f.facts is None or f.facts[0].kind != "date"]
    names = exchanged(one, other, meaning)
    if names:
        return [Difference(names[0].text, names[1].text, names)]
    if deny_each_other(one, other, meaning):
        return [Difference(" ".join(one.text.split()), " ".join(other.text.split()))]
    return []


def _is_said(
    difference: Difference, carried: Sequence[Statement], cited: Citation, found: Found
) -> bool:
    """Does a supported statement that rests on a citation say what differs there?"""
    spoken = known(found.language, "")
    if difference.facts and difference.facts[0].kind != "name":
        return any(
            _agree(difference.facts[0], fact)
            for statement in carried
            for language in dict.fromkeys((spoken, *LANGUAGES))
            for fact in find(statement.text, language)
        )
    for statement in carried:
        if " ".join(cited.quote.split()) in " ".join(statement.text.split()):
            return True
        if difference.facts:
            if any(alike(difference.one.split()[-1], word) for word in statement.text.split()):
                return True
        else:
            there = known(found.languages.get(cited.file, ""), "")
            quote, said = direction(cited.quote, there), direction(statement.text, spoken)
            if not reversals(said, [quote], abroad=there != spoken):
                return True
    return False


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
    pairs = [(difference.one, cited), (difference.other, other)]
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


def _reading(fact: Fact, quote: str) -> str:
    """A fact as a reader is told it: a bare number with the noun behind it, *12 members*."""
    counted = _NOUN.match(quote, fact.end) if fact.kind == "number" else None
    return quote[fact.start : counted.end()] if counted else fact.text


def _agree(one: Fact, other: Fact) -> bool:
    return same(one, other) or same(other, one) or converted(one, other)


def _contents(difference: Difference) -> frozenset[object]:
    """What is told once, however many files say it."""
    if difference.facts is None:
        return frozenset({difference.one, difference.other})
    return frozenset(
        (fact.kind, fact.unit, fact.key if fact.value is None else fact.value)
        for fact in difference.facts
    )


def _overlap(one: Citation, other: Citation) -> bool:
    return one.file == other.file and one.start < other.end and other.start < one.end


def _place(citation: Citation, undated: str) -> str:
    day = citation.date or undated
    return f"{citation.file} ({day})" if day else citation.file
