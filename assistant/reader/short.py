"""The short answer: the figure, amount, date, person or place that is asked for, out of a quote.

Every fact of the kind that is asked for is a candidate. The one whose neighbours in the sentence
are the words of the question wins; where two are level, nothing is said but the quote.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from assistant.facts import Fact, find, render
from assistant.facts import Language as FactLanguage
from index import LANGUAGES, fold

from .asked import WORD, Asked
from .lines import Line, Matrix, WordVectors, likeness

_KINDS: dict[str, frozenset[str]] = {
    "money": frozenset({"money"}),
    "figure": frozenset({"number", "unit", "percent", "points", "money"}),
    "share": frozenset({"percent", "points"}),
    "date": frozenset({"date", "time"}),
    "person": frozenset({"name"}),
    "organisation": frozenset({"name"}),
    "place": frozenset({"name"}),
}
_CURRENCIES = {
    "USD": "dollar", "EUR": "euro", "CNY": r"yuan|renminbi", "RUB": r"rou?bl|rubel|rubl",
    "GBP": r"pound|livre|pfund|sterlin", "CHF": r"franc|frank|franken", "JPY": r"yen",
}  # fmt: skip
_BOUNDS = {
    "about": {"en": "about", "fr": "environ", "de": "rund", "it": "circa"},
    "more": {"en": "more than", "fr": "plus de", "de": "mehr als", "it": "più di"},
    "less": {"en": "less than", "fr": "moins de", "de": "weniger als", "it": "meno di"},
}
_MISPRINT = re.compile(r"\d[ .,'\u00a0\u202f]\d{4,}")
"""Digits grouped as no language groups them: quoted as they stand, never read as a number."""
_PERSON = re.compile(r"(?:[A-ZÀ-Ý](?:[\w'’-]*[a-zß-ÿ][\w'’-]*|\.)\s+)+[A-ZÀ-Ý][\w'’-]*[a-zß-ÿ]")
"""A first name or an initial, then a family name."""
_REACH = 6.0
"""Words apart at which a neighbour counts half."""


@dataclass(frozen=True, slots=True)
class Short:
    """A short answer and the line it was read from."""

    text: str
    """In the reader's language, beginning with a capital letter or a figure."""
    line: Line
    fact: Fact
    near: float
    """How near the question's words stand to it, 0 to about 1.5."""
    lead: float
    """By how much it is nearer than the next candidate."""


def short_answer(
    asked: Asked, quoted: Sequence[Line], weight: Matrix, vectors: WordVectors
) -> Short | None:
    """Read the fact that is asked for out of the lines that are quoted.

    Args:
        asked: the question.
        quoted: likeliest first.
        weight: how much each word of the question says.
        vectors: of single words.

    Returns:
        The nearest fact of the first line that holds any of the kind; None when no fact is asked
        for or none is found.
    """
    if asked.kind not in _KINDS:
        return None
    for line in quoted:
        found = candidates(asked, line)
        if any(_MISPRINT.search(fact.text) for fact in found):
            return None
        if found:
            return _nearest(asked, line, found, weight, vectors)
    return None


def candidates(asked: Asked, line: Line) -> list[Fact]:
    """The facts of a line that are of the kind asked for and not in the question already."""
    language = _known(line.passage.hit.language)
    wanted = _KINDS.get(asked.kind, frozenset())
    if asked.kind == "figure" and asked.counted:
        wanted = wanted - {"percent", "points", "money"}
    told = find(asked.text, _known(asked.language))
    values = {f.value for f in told if f.value is not None} | {f.key for f in told if f.key}
    words = {fold(word) for word in WORD.findall(asked.text)}
    found = []
    for fact in find(line.text, language):
        if fact.kind not in wanted or fact.key in values or (fact.value in values):
            continue
        if fact.kind != "name":
            found.append(fact)
        elif (name := _named(asked, fact)) and words.isdisjoint(map(fold, WORD.findall(name.text))):
            found.append(name)
    return _of_currency(asked, found)


def _named(asked: Asked, name: Fact) -> Fact | None:
    """The part of a name that answers who, where or which; None if it does not."""
    if asked.kind == "place":
        return name if name.unit == "place" else None
    if name.unit == "place":
        return None
    if asked.kind == "organisation":
        return name
    runs = [m for m in _PERSON.finditer(name.text) if not m.group().isupper()]
    if not runs:
        return None
    start, end = runs[-1].span()
    return replace(name, start=name.start + start, end=name.start + end, text=runs[-1].group())


def _of_currency(asked: Asked, found: list[Fact]) -> list[Fact]:
    if asked.kind not in ("money", "figure"):
        return found
    question = fold(asked.text)
    codes = [code for code, form in _CURRENCIES.items() if re.search(rf"\b(?:{form})", question)]
    return [f for f in found if f.unit in codes] if codes else found


def _nearest(
    asked: Asked, line: Line, found: Sequence[Fact], weight: Matrix, vectors: WordVectors
) -> Short:
    tokens = list(WORD.finditer(line.text))
    words = [fold(word) for word in asked.words[: len(weight)]]
    like = likeness(words, [fold(token.group()) for token in tokens], vectors)
    scores = [_closeness(asked, fact, tokens, like, weight) for fact in found]
    order = np.argsort([-score for score in scores], kind="stable")
    best = found[order[0]]
    lead = scores[order[0]] - (scores[order[1]] if len(order) > 1 else 0.0)
    return Short(_written(best, asked, line), line, best, scores[order[0]], lead)


def _closeness(
    asked: Asked, fact: Fact, tokens: Sequence[re.Match[str]], like: Matrix, weight: Matrix
) -> float:
    places = np.arange(len(tokens))
    inside = [i for i, t in enumerate(tokens) if t.start() < fact.end and fact.start < t.end()]
    first, last = (inside[0], inside[-1]) if inside else (0, 0)
    gap = np.where(places < first, first - places, np.maximum(places - last, 0))
    near = like / (1.0 + np.maximum(gap - 1, 0) / _REACH)
    score = float(weight @ near.max(axis=1)) if len(tokens) else 0.0
    if asked.counted:
        row = [i for i, word in enumerate(asked.words[: len(weight)]) if word == asked.counted]
        beside = (places >= first) & (places <= last + 3)
        if row and beside.any():
            score += 0.5 * float(like[row[0]][beside].max())
    return score


def _written(fact: Fact, asked: Asked, line: Line) -> str:
    language = _known(asked.language)
    text = render(fact, language)
    if bound := _BOUNDS.get(fact.bound):
        if fact.kind in ("number", "money", "percent", "points", "unit"):
            text = f"{bound[language]} {render(replace(fact, bound=''), language)}"
    if language == "de" and fact.kind == "date" and fact.precision == "day":
        return f"Am {text}"  # a line that begins with "23." reads like an item of a list
    return text[:1].upper() + text[1:]


def _known(language: str) -> FactLanguage:
    return language if language in LANGUAGES else "en"
