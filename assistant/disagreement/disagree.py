"""Where sources differ: two quotes about the same thing that cannot both be so.

Another figure, date or amount, another name for what one alone is or does, or one denies what the
other says (:mod:`.differing`). A reader who is shown one of them would never know. So nothing is
picked: both are quoted, with the days they were written where these are known. Copies and
translations of one story count as one source: where they give the same facts nothing is reported,
where they do not, it is versions of one story that differ, and where several files tell the same
against another source, that is one disagreement and not several.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.answers import Citation, Disagreement, Statement
from assistant.checking.meaning import Meaning
from assistant.facts import LANGUAGES, find
from assistant.facts.direction.polarity import direction
from assistant.facts.direction.reversals import reversals
from assistant.facts.text.spelling import alike
from assistant.facts.text.tongue import known

from .answered import Question
from .differing import Difference, agree, differing
from .sides import Side

_MOST = 5
"""Disagreements that are said; more would bury the answer."""
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
    def asked(self) -> Question:
        """The question in its language."""
        return Question(self.question, self.asked_in or self.language)

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


def _is_said(
    difference: Difference, carried: Sequence[Statement], cited: Citation, found: Found
) -> bool:
    """Does a supported statement that rests on a citation say what differs there?"""
    spoken = known(found.language, "")
    if difference.facts and difference.facts[0].kind != "name":
        return any(
            agree(difference.facts[0], fact)
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
