"""Does a sentence hold something of the kind that is asked for, beside what the question says?

A question for a sum of money is answered by a sentence with a sum of money, or not at all. So the
facts of a sentence (:mod:`assistant.facts`) are sorted by what the question asks for: the right
kind, the right dimension (*how deep* is no age), the thing that is counted, the right grain of a
date; and nothing that the question names itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from dataclasses import replace
from decimal import Decimal

from assistant.facts import Fact, find
from assistant.facts import Language as FactLanguage
from assistant.facts.figures.measures import units
from assistant.facts.figures.named_money import currencies_named
from index import LANGUAGES, fold

from .asked import Asked
from .lexicon import WordVectors, likeness
from .line import Line, dateline_end
from .measuring import is_lasting, runs_otherwise
from .naming import WORD
from .persons import full_names
from .rows import column_of, label_of
from .wording import says

TYPED: dict[str, frozenset[str]] = {
    "money": frozenset({"money"}),
    "figure": frozenset({"number", "unit", "percent", "points", "money"}),
    "share": frozenset({"percent", "points"}),
    "date": frozenset({"date", "time"}),
    "person": frozenset({"name"}),
    "organisation": frozenset({"name"}),
    "place": frozenset({"name"}),
}
"""Kinds of question that a fact answers, and the kinds of fact that can."""

MAYBE = 0.6
"""For what may be of the kind, though nothing says so: a lone name where a person is asked for."""

_OLDEST = 120
_LARGE = 100_000
_MUCH = re.compile(
    r"^\W*(?:how much|combien|wie ?viel|quanto)\b(?!.*\b(?:temps|zeit|tempo|time|last|dur|dauer))",
    re.IGNORECASE,
)
"""No time is asked for."""
_PAUSE = re.compile(r"[,;:]\s")
_GOES_ON = re.compile(r"\s[^\W\d]")
_YEAR = re.compile(r"1\d{3}|20\d{2}")
_AMOUNTS = frozenset({"volume", "mass", "energy", "power"})
_COUNTRY = re.compile(r"[A-Z]{2}")
"""The key of a place that is a country: *Chine* has the key ``CN``."""
_STANDING_IN = frozenset({"pekin", "peking", "beijing", "pechino"})
"""Cities that are said for their country, with its key."""
_ORDER = frozenset({"ordinal", "rank"})
_DAYS = frozenset({"day", "weekday"})
_COUNTED, _AFTER, _BEFORE = 0.45, 4, 2
"""Likeness from which on a word is the counted thing, and words after and before the number."""

_LIST = re.compile(
    r"\b\w+, [^,.;]{2,40}(?:, [^,.;]{2,40}){0,20},? (?:and|et|und|e|ed|or|ou|oder|o) \w+"
)


def people(lines: Iterable[Line]) -> frozenset[str]:
    """The family names, folded, that stand behind a first name somewhere: who *Gref* is."""
    names = (
        fact.text
        for line in lines
        for fact in find(line.text, known(line.passage.hit.language))
        if fact.kind == "name" and fact.unit != "place"
    )
    full = (name[start:end] for name in names for start, end in full_names(name))
    return frozenset(fold(name.split()[-1]) for name in full)


def holds(asked: Asked, line: Line, vectors: WordVectors, people: Set[str] = frozenset()) -> float:
    """Tell how surely the sentence holds what is asked for.

    Args:
        asked: the question.
        line: the sentence.
        vectors: of single words.
        people: the family names of the line's document, see :func:`people`.

    Returns:
        1 where it holds a fact of the kind that the question does not name itself, or an
        enumeration or a reason where these are asked for; less where it may; 0 where it does not;
        0.5 where any sentence could.
    """
    if asked.kind in TYPED:
        found = candidates(asked, line)
        grades = [_fits(asked, line, fact, vectors) for fact in found]
        return max(grades, default=0.0) or _loosely(asked, line, people)
    if asked.kind not in ("cause", "list"):
        return 0.5
    pattern = _LIST if asked.kind == "list" else says("cause", known(line.passage.hit.language))
    return float(bool(pattern.search(line.text)))


def candidates(asked: Asked, line: Line) -> list[Fact]:
    """The facts of a line that are of the kind asked for and not in the question already."""
    wanted = TYPED.get(asked.kind, frozenset())
    if asked.kind == "figure" and asked.counted:
        wanted = wanted - {"points", "money"}
    facts = find(line.text, known(line.passage.hit.language))
    paid = asked.kind == "money" and any(fact.kind == "money" for fact in facts)
    told = find(asked.text, known(asked.language))
    values = {f.value for f in told if f.value is not None} | {f.key for f in told if f.key}
    words = {fold(word) for word in WORD.findall(asked.text)}
    begins = dateline_end(line) if asked.kind == "date" and asked.grain != "published" else 0
    found = []
    for read in facts:
        if read.end <= begins:
            continue  # when it was written
        fact = _as_asked(asked, read)
        fits = fact.kind in wanted or (paid and _is_a_sum(fact))
        fits = fits or (asked.kind == "money" and _is_paid_there(words, line, fact))
        if not fits or fact.key in values or (fact.value in values):
            continue
        part = _answering(asked, words, fact) if fact.kind == "name" else fact
        if part and part.precision not in _ORDER:
            found.append(part)
    return _of_currency(asked, found)


def _is_a_sum(fact: Fact) -> bool:
    """A million beside a sum of money: *11.6 million euros, of which the city paid 7 million*."""
    large = fact.kind == "number" and fact.value is not None and fact.value >= _LARGE
    return large and any(letter.isalpha() for letter in fact.text)


def _is_paid_there(words: Set[str], line: Line, fact: Fact) -> bool:
    """A bare number of a table under what is asked for: *2023: 44.8*, *Umsatz (Euro): 84*."""
    label = label_of(line, fact.start) if fact.kind == "number" else ""
    named = {fold(word) for word in WORD.findall(label)}
    money = currencies_named(label, known(line.passage.hit.language)) if label else ()
    return bool(money) or not named.isdisjoint(words)


def _as_asked(asked: Asked, fact: Fact) -> Fact:
    """A bare number of four digits as the year or the count that is asked for: *2000 guests*."""
    if not _YEAR.fullmatch(fact.text):
        return fact
    if asked.kind == "date" and fact.kind == "number":
        return replace(fact, kind="date", value=None, key=fact.text, precision="year", bound="")
    if asked.counted and fact.kind == "date":
        return replace(fact, kind="number", value=Decimal(fact.text), key="", precision="")
    return fact


def _fits(asked: Asked, line: Line, fact: Fact, vectors: WordVectors) -> float:
    """How surely a fact of the kind is also of the dimension, the count or the grain."""
    if asked.measure:
        return measures(asked, line, fact)
    if asked.kind == "figure" and not asked.counted and fact.kind == "unit":
        if runs_otherwise(asked, line, fact) or (is_lasting(fact) and _MUCH.search(asked.text)):
            return 0.0  # *Wie hoch …*, *412 Meter lang*; *How much …*, *thirty years*
    if asked.counted and asked.kind == "figure" and fact.kind in ("number", "unit", "percent"):
        named = counts(asked, line, fact, vectors)
        if fact.kind == "percent" or _YEAR.fullmatch(fact.text):
            return MAYBE * named  # "7 per cent of the doctors", "2000 guests"
        loosely = not column_of(line, fact.start) and _may_count(fact)
        return 1.0 if named else MAYBE * loosely
    if asked.kind == "place":
        return float(_of_size(asked, fact))
    if asked.kind == "date" and asked.grain:
        if asked.grain == "time":
            return float(fact.kind == "time")
        if asked.grain == "published":
            return float(bool(says("published").search(line.text[: fact.start])))
        exact = fact.precision in _DAYS if asked.grain == "day" else fact.key[:1].isdigit()
        return 1.0 if fact.kind == "date" and exact else 0.0
    return 1.0


def measures(asked: Asked, line: Line, fact: Fact) -> float:
    """Tell how surely a fact is of the dimension asked for; an age is no time that passed."""
    unit = units().get(fact.unit) if fact.kind == "unit" else None
    timed = asked.measure in ("age", "duration")
    if timed and fact.kind == "number" and fact.value is not None:
        alone = not _GOES_ON.match(line.text, fact.end)  # "at the age of 39"; 114 candidates
        return MAYBE * (alone and fact.value <= _OLDEST)
    if asked.measure == "age":
        language = known(line.passage.hit.language)
        passed = says("passed", language).search(line.text[: fact.start])
        passed = passed or says("spent", language).match(line.text[fact.end :])
        return float(is_lasting(fact) and not passed)
    fits = unit is not None and unit.dimension == asked.measure
    if asked.measure == "duration":
        ended = says("ended", known(line.passage.hit.language))
        fits = fits and not ended.search(line.text[: fact.start])  # "after eight years"
    return float(fits and not runs_otherwise(asked, line, fact))


def _of_size(asked: Asked, place: Fact) -> bool:
    """A city where a city is asked for, a country where a country is."""
    country = bool(_COUNTRY.fullmatch(place.key)) and fold(place.text) not in _STANDING_IN
    return {"city": not country, "country": country}.get(asked.grain, True)


def _may_count(fact: Fact) -> bool:
    """A bare number, or litres where it is asked how much water."""
    unit = units().get(fact.unit) if fact.kind == "unit" else None
    return fact.kind == "number" or (unit is not None and unit.dimension in _AMOUNTS)


def counts(asked: Asked, line: Line, fact: Fact, vectors: WordVectors) -> bool:
    """Tell whether the words in and around a number name what the question counts."""
    if column := column_of(line, fact.start):
        common = [word.lower() for word in asked.words if not asked.is_name(word)]
        names = [word.lower() for word in WORD.findall(column)]
        return bool(names) and bool(likeness(common, names, vectors).max() >= _COUNTED)
    after = WORD.findall(_PAUSE.split(line.text[fact.end :])[0])[:_AFTER]
    before = WORD.findall(line.text[: fact.start])[-_BEFORE:]
    near = [word.lower() for word in (*WORD.findall(fact.text), *after, *before)]
    return bool(likeness([asked.counted.lower()], near, vectors).max() >= _COUNTED)


def _answering(asked: Asked, words: Set[str], name: Fact) -> Fact | None:
    fresh = _beyond(words, name)
    return _named(asked, fresh) if fresh else None


def _beyond(words: Set[str], name: Fact) -> Fact | None:
    """What a name says beyond the question: its last words that the question does not name."""
    start = 0
    for match in WORD.finditer(name.text):
        if fold(match.group()) in words:
            start = match.end()
    rest = name.text[start:].lstrip(" -'’.")
    at = name.end - len(rest)
    return replace(name, start=at, text=rest) if rest else None


def _named(asked: Asked, name: Fact) -> Fact | None:
    """The part of a name that answers who, where or which; None if it does not."""
    if asked.kind == "place":
        return name if name.unit == "place" else None
    if name.unit == "place":
        return None
    if asked.kind == "organisation":
        return name
    runs = full_names(name.text)
    if not runs:
        return None
    start, end = runs[-1]
    return replace(name, start=name.start + start, end=name.start + end, text=name.text[start:end])


def _of_currency(asked: Asked, found: list[Fact]) -> list[Fact]:
    if asked.kind != "money":
        return found  # "How many pounds does it weigh?"
    codes = currencies_named(asked.text, known(asked.language))
    return [f for f in found if not codes.isdisjoint(f.unit.split("/"))] if codes else found


def _loosely(asked: Asked, line: Line, people: Set[str]) -> float:
    """A name of any kind where a person or an organisation is asked for, or one *in* or *at*."""
    if asked.kind == "share":
        return MAYBE * bool(says("part").search(line.text))
    if asked.kind not in ("person", "organisation", "place"):
        return 0.0
    said = {fold(word) for word in WORD.findall(asked.text)}
    for fact in find(line.text, known(line.passage.hit.language)):
        words = [fold(word) for word in WORD.findall(fact.text)]
        if fact.kind != "name" or not words or not said.isdisjoint(words):
            continue
        if asked.kind == "place" and not _may_be_at(asked, line, fact):
            continue
        if asked.grain != "named" or words[-1] in people:
            return MAYBE
    return 0.0


def _may_be_at(asked: Asked, line: Line, name: Fact) -> bool:
    before = says("at", known(line.passage.hit.language))
    return bool(before.search(line.text[: name.start])) and _of_size(asked, name)


def known(language: str) -> FactLanguage:
    """The language if facts are read in it, else English."""
    return language if language in LANGUAGES else "en"
