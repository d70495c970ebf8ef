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
from assistant.facts.measures import units
from assistant.facts.named_money import currencies_named
from index import LANGUAGES, fold

from .asked import Asked
from .lexicon import WordVectors, likeness
from .line import Line
from .naming import WORD
from .wording import says, sorts

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

_SMALL = "a-zß-öø-ÿ" + "".join(c for c in map(chr, range(0x100, 0x180)) if c.islower())
_GREAT = "A-ZÀ-ÖØ-Þ" + "".join(c for c in map(chr, range(0x100, 0x180)) if c.isupper())
_PERSON = re.compile(
    rf"(?<!\w)(?:[{_GREAT}](?:[\w'’-]{{0,40}}[{_SMALL}][\w'’-]*|\.)\s+){{1,8}}[{_GREAT}][\w'’-]{{0,40}}[{_SMALL}]"
)
"""A first name or an initial, then a family name."""
_OLDEST = 120
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

_BESIDE = 3
"""Words before and after a length that may say along which way it runs."""
_PAUSE = re.compile(r"[,;:()]")
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
    full = (match.group() for name in names for match in _PERSON.finditer(name))
    return frozenset(fold(name.split()[-1]) for name in full if is_somebody(name))


def is_somebody(name: str) -> bool:
    """Tell whether a name may be a person's: not ``HALDEN BRIDGE`` nor *Halden Bridge*."""
    return not name.isupper() and not says("thing").search(name)


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
    told = find(asked.text, known(asked.language))
    values = {f.value for f in told if f.value is not None} | {f.key for f in told if f.key}
    words = {fold(word) for word in WORD.findall(asked.text)}
    found = []
    for read in find(line.text, known(line.passage.hit.language)):
        fact = _as_asked(asked, read)
        if fact.kind not in wanted or fact.key in values or (fact.value in values):
            continue
        part = _answering(asked, words, fact) if fact.kind == "name" else fact
        if part and part.precision not in _ORDER:
            found.append(part)
    return _of_currency(asked, found)


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
        unit = units().get(fact.unit) if fact.kind == "unit" else None
        if asked.measure == "duration" and fact.kind == "number" and fact.value is not None:
            alone = not _GOES_ON.match(line.text, fact.end)  # "at the age of 39"; 114 candidates
            return MAYBE * (alone and fact.value <= _OLDEST)
        fits = unit is not None and unit.dimension == asked.measure
        return float(fits and _along(asked, line, fact))
    if asked.counted and asked.kind == "figure" and fact.kind in ("number", "unit", "percent"):
        counts = _counts(asked, line, fact, vectors)
        if fact.kind == "percent" or _YEAR.fullmatch(fact.text):
            return MAYBE * counts  # "7 per cent of the doctors", "2000 guests"
        return 1.0 if counts else MAYBE * _may_count(fact)
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


def _along(asked: Asked, line: Line, fact: Fact) -> bool:
    """Whether a length is one of the kind asked for: a bridge 412 metres long is not that deep."""
    wanted, said = _ways(asked.text), _ways(_beside(line, fact))
    return not wanted or not said or not wanted.isdisjoint(said)


def runs_along(asked: Asked, line: Line, fact: Fact) -> bool:
    """Tell whether a fact is a length said to run the very way asked for: *high*, *52 m high*."""
    unit = units().get(fact.unit) if fact.kind == "unit" else None
    length = unit is not None and unit.dimension == "length"
    return length and not _ways(asked.text).isdisjoint(_ways(_beside(line, fact)))


def _ways(text: str) -> set[str]:
    """Along which ways the lengths run that a text speaks of."""
    return {name for name, form in sorts("extent").items() if form.search(text)}


def _beside(line: Line, fact: Fact) -> str:
    after = WORD.findall(_PAUSE.split(line.text[fact.end :])[0])[:_BESIDE]
    before = WORD.findall(_PAUSE.split(line.text[: fact.start])[-1])[-_BESIDE:]
    return " ".join((*before, *after))


def _of_size(asked: Asked, place: Fact) -> bool:
    """A city where a city is asked for, a country where a country is."""
    country = bool(_COUNTRY.fullmatch(place.key)) and fold(place.text) not in _STANDING_IN
    return {"city": not country, "country": country}.get(asked.grain, True)


def _may_count(fact: Fact) -> bool:
    """A bare number, or litres where it is asked how much water."""
    unit = units().get(fact.unit) if fact.kind == "unit" else None
    return fact.kind == "number" or (unit is not None and unit.dimension in _AMOUNTS)


def _counts(asked: Asked, line: Line, fact: Fact, vectors: WordVectors) -> bool:
    """Whether the words in and around a number name what the question counts."""
    after = WORD.findall(line.text[fact.end :])[:_AFTER]
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
    runs = [m for m in _PERSON.finditer(name.text) if is_somebody(m.group())]
    if not runs:
        return None
    start, end = runs[-1].span()
    return replace(name, start=name.start + start, end=name.start + end, text=runs[-1].group())


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
