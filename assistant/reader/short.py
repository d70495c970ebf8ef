"""The short answer: the figure, amount, date, person or place that is asked for, out of a quote.

Every fact of the kind that is asked for is a candidate. The one whose neighbours in the sentence
are the words of the question wins; where two are level, nothing is said but the quote.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from assistant.checking.check import check
from assistant.facts import Fact, find, render

from .asked import FIGURES, Asked
from .clause import (
    MEETS,
    clause_of,
    clauses_of,
    is_of_a_saying,
    is_told_elsewhere,
    said_in,
)
from .doer import is_beside_the_deed
from .holding import TYPED, candidates, counts, known, measures
from .lesser import is_less
from .lexicon import Matrix, WordVectors, likeness
from .line import Line
from .measuring import runs_along
from .naming import WORD
from .placed import is_of_a_deed
from .wording import says

_BOUNDS = {
    "about": {"en": "about", "fr": "environ", "de": "rund", "it": "circa"},
    "more": {"en": "more than", "fr": "plus de", "de": "mehr als", "it": "più di"},
    "less": {"en": "less than", "fr": "moins de", "de": "weniger als", "it": "meno di"},
}
_AROUND_HALF = re.compile(
    r"\b(?:more than|over|less than|under|about|nearly|almost|around|plus de|moins de|près de"
    r"|presque|environ|mehr als|über|weniger als|rund|fast|etwa|(?:più|meno) d(?:i|ella)|quasi"
    r"|circa)(?: (?:a|the|la|die|der))? [\w'’]+$",
    re.IGNORECASE,
)
"""Before a share said in a word, which is read without it: *più della metà* is not 50 %."""
_CHANGE = re.compile(
    r"\b(?:from|von|de|da)\s[^\w\s]?\d[\d.,'\s]*(?:[^\W\d]+\s|[^\w\s]\s?)?(?:to|auf|à|a)\s\D?\d"
    r"[\d.,'\s]*"
)
"""From one figure to another: neither is plainly the one that is asked for."""
_UNTIL = re.compile(
    r"\s?(?:[-–]|(?:(?:up )?to|until|till|through|bis(?: zum?)?|à|au|jusqu['’](?:à|en|au)"
    r"|al?|all['’]|fino ad?|fino al(?:l['’])?))\s?(?:the |la |le |l['’])?",
    re.IGNORECASE,
)
"""Between two days or hours that something lasts from and to."""
_BETWEEN = re.compile(
    r"\b(?:between|zwischen|entre|[tf]ra)\s(?:the |dem |le |il )?$", re.IGNORECASE
)
_BOTH = re.compile(r"\s(?:and|und|et|ed?)\s(?:the |dem |le |il )?", re.IGNORECASE)
_OR = re.compile(r"(?<!\w)(?:or|ou|oder|od?)(?!\w)", re.IGNORECASE)
"""*Which cost more, the bridge or the tower?* is not answered by what one of them cost."""
_FIGURE = re.compile(r"\d")
_MISPRINT = re.compile(r"\d[ .,'\u00a0\u202f]\d{4,}")
"""Digits grouped as no language groups them: quoted as they stand, never read as a number."""
_COMPARED = FIGURES - {"date"}
_TOLD_OF = ("date", "place")
"""Kinds of which a line may tell two, each in a clause of its own."""
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
    asked: Asked, quoted: Sequence[Line], weight: Matrix, vectors: WordVectors, reader: str
) -> Short | None:
    """Read the fact that is asked for out of the lines that are quoted.

    Args:
        asked: the question.
        quoted: likeliest first.
        weight: how much each word of the question says.
        vectors: of single words.
        reader: the language it is written in.

    Returns:
        The nearest fact of the first line that holds any of the kind; None when no fact is asked
        for or none is found.
    """
    if asked.kind not in TYPED or (asked.kind in _COMPARED and _OR.search(asked.text)):
        return None
    for line in quoted:
        held = candidates(asked, line)
        found = [fact for fact in held if _stands_for(asked, line, fact)]
        if asked.measure == "duration":  # *takes 18 months and costs 3 million euros*
            found = [fact for fact in found if measures(asked, line, fact) == 1]
        if asked.kind == "person":
            found = [fact for fact in found if not is_beside_the_deed(asked, line, fact, vectors)]
            found = [fact for fact in found if not is_less(asked, line, fact)]
        found = [fact for fact in found if not is_of_a_deed(asked, line, fact)]
        if asked.kind == "date":
            found = [fact for fact in found if not is_of_a_saying(asked, line, fact, vectors)]
        if any(_MISPRINT.search(fact.text) for fact in held):
            return None
        if found:
            best = _measured(asked, line, found, reader) or _nearest(
                asked, line, found, weight, vectors, reader
            )
            plain = _is_plain(best.fact, line) and _is_counted(asked, best, held, vectors)
            return _carried(best, reader) if plain else None
        if held and asked.kind in FIGURES:
            return None  # what comes next is of something else
    return None


def _is_counted(asked: Asked, short: Short, held: Sequence[Fact], vectors: WordVectors) -> bool:
    """Whether the figure counts what is asked for, and no other clause says more of the question.

    *310 work there during construction, and 40 once it runs* has two answers to how many will
    work there once it runs; which is the one only a reader can tell.
    """
    line = short.line
    if asked.kind in _TOLD_OF:
        return not is_told_elsewhere(asked, line, short.fact, vectors)
    if asked.kind != "figure" or not asked.counted:
        return True
    if short.fact.kind == "number" and not counts(asked, line, short.fact, vectors):
        return False
    words = [word.lower() for word in asked.words if word != asked.counted]
    clauses = clauses_of(line.text)
    own = clause_of(line.text, short.fact)
    others = [f for f in held if not own[0] <= f.start < own[1] and f.kind == short.fact.kind]
    if not others or not words:
        return True
    here = said_in(words, line.text[slice(*own)], vectors)
    rest = [span for span in clauses if any(span[0] <= f.start < span[1] for f in others)]
    there = np.max([said_in(words, line.text[slice(*span)], vectors) for span in rest], axis=0)
    return bool((here >= MEETS).any()) and not bool(((there >= MEETS) & (here < MEETS)).any())


def _carried(short: Short, reader: str) -> Short | None:
    """The answer as the quote carries it: written for the reader, else in the quote's own words."""
    source = known(short.line.passage.hit.language)
    several = "/" in short.fact.unit  # *lire* of whichever country
    word_for_word = source == known(reader) and not short.fact.bound
    forms = [
        *([] if several else [short.text]),
        *([short.fact.text] if word_for_word else []),
    ]
    for form in forms:
        told = check(
            form,
            [short.line.text],
            claim_language=known(reader),
            quote_languages=[source],
        )
        if told.verdict == "supported":
            return replace(short, text=form)
    return None


def _is_plain(fact: Fact, line: Line) -> bool:
    """Whether it is no part of a number in words, no more than a half, and no end of a change."""
    if fact.kind == "number" and fact.value and fact.value % 1 and not _FIGURE.search(fact.text):
        return False  # a third is a share, and 0.333 nobody's way to say it
    if fact.kind == "percent" and fact.precision == "word":
        return not _AROUND_HALF.search(line.text[: fact.end])
    if fact.kind in ("date", "time"):
        return not _is_an_end(fact, line)
    spans = [match.span() for match in _CHANGE.finditer(line.text)]
    return all(fact.end <= a or b <= fact.start for a, b in spans)


def _is_an_end(fact: Fact, line: Line) -> bool:
    """Whether it is where a time begins or ends: *from April to October* is neither."""
    text = line.text
    times = [f for f in find(text, known(line.passage.hit.language)) if f.kind == fact.kind]
    for one, other in pairwise(times):
        between = text[one.end : other.start]
        lasts = _UNTIL.fullmatch(between) or (
            _BETWEEN.search(text[: one.start]) and _BOTH.fullmatch(between)
        )
        if lasts and fact.start in (one.start, other.start):
            return True
    return False


def _stands_for(asked: Asked, line: Line, fact: Fact) -> bool:
    """Whether the fact is one that can be given for an answer by itself.

    *Yesterday* tells no day, *dozens* no number, and an hour not when a tower was built. Where a
    thing is, a place *in* or *at* which it is tells; from when on it is so, a day *since* which.
    """
    if fact.precision == "weekday" and asked.grain != "day":
        return False  # which week it was stands elsewhere
    if fact.precision in ("relative", "vague") or (fact.kind == "time" and asked.grain != "time"):
        return False
    spoken = known(line.passage.hit.language)
    if fact.kind == "date" and says("asks_since").search(asked.text):
        return bool(says("since", spoken).search(line.text[: fact.start]))
    anywhere = asked.kind != "place" or asked.grain == "country"
    inside = says("inside", spoken)
    return anywhere or bool(inside.search(line.text[: fact.start]))


def _measured(asked: Asked, line: Line, found: Sequence[Fact], reader: str) -> Short | None:
    """The one length that runs the way asked for: how *high* it is, *52 metres high*."""
    if asked.kind != "figure" or asked.counted:
        return None
    along = [fact for fact in found if runs_along(asked, line, fact)]
    if len(along) != 1:
        return None
    (only,) = along
    return Short(_written(only, reader), line, only, near=1.0, lead=1.0)


def _nearest(
    asked: Asked,
    line: Line,
    found: Sequence[Fact],
    weight: Matrix,
    vectors: WordVectors,
    reader: str,
) -> Short:
    tokens = list(WORD.finditer(line.text))
    words = [word.lower() for word in asked.words[: len(weight)]]
    like = likeness(words, [token.group().lower() for token in tokens], vectors)
    scores = [_closeness(asked, fact, tokens, like, weight) for fact in found]
    order = np.argsort([-score for score in scores], kind="stable")
    best = found[order[0]]
    lead = scores[order[0]] - (scores[order[1]] if len(order) > 1 else 0.0)
    return Short(_written(best, reader), line, best, scores[order[0]], lead)


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


def _written(fact: Fact, reader: str) -> str:
    language = known(reader)
    text = render(fact, language)
    if bound := _BOUNDS.get(fact.bound):
        if fact.kind in ("number", "money", "percent", "points", "unit"):
            text = f"{bound[language]} {render(replace(fact, bound=''), language)}"
    if language == "de" and fact.kind == "date" and fact.precision == "day":
        return f"Am {text}"  # a line that begins with "23." reads like an item of a list
    return text[:1].upper() + text[1:]
