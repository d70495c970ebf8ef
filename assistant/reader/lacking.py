"""What the passages plainly lack, so that no likelihood can make an answer of them.

Ten things are told apart, because a reader can be told which: a question that names nothing; a
name of the question that no article found names, or not beside the others; no fact of the kind that
is asked for; no reason where one is asked for; nothing of a *second* or *largest* one or of the
year; a deed or a thing of which nothing near says a word; a source that says the opposite of what
the question takes for granted, one that tells of another thing than the one asked about, and
nothing that says most of what the question does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import numpy as np

from assistant.facts.direction.opposites import told_side_by_side
from assistant.facts.direction.polarity import direction
from assistant.facts.direction.reversals import reversals
from index import fold

from .asked import Asked, tells_office
from .belonging import contrasted, thing_elsewhere
from .classes import of_another_class
from .crediting import may_be_unnamed
from .holding import known
from .leading import coaches_another, untold_leader, untold_role
from .lexicon import WordVectors
from .line import Line, dateline_end
from .lines import NAMED, Page
from .lives import of_another_life
from .missing import Lacking
from .naming import WORD, countries_in, country_in
from .premise import denied, never_since, only_planned, only_since, other_rate, unnamed
from .seats import of_another_seat
from .select import shared
from .spans import other_span
from .untold import not_of_that, untold
from .which import other_year, undated, untold_most, untold_rank

_PLAIN = frozenset({
    "coach", "design", "found", "mayor", "treasurer", "secretary", "captain",
    "tenant", "landlord", "succeed",
})  # fmt: skip
"""What nobody is to a thing unless it is said in such words; who leads or wrote it may be told in
many ways."""

_GIVES_WAY = {"untold": 0.5, "rank": 0.5, "reversed": 0.5, "person": 0.37, "called": 0.3}
"""Chance of an answer from which on what rests on a list of words, which has holes, is not lacking;
a name, a year, a figure, a reason or a source is, whatever the chance. Set on one half of XQuAD's
articles and of our near misses: about where as many spoiled questions are answered as others."""

_UNSAID = 0.6
"""Share of a question that no passage says, from which on they are about something else: of 493
answered questions that have an answer one was so, of 34 off topic in four languages six."""

_AGAIN = re.compile(
    r"\b(?:reopen|resum|rouvr|repren|reprise?\b|riapr|riprend|ripres|wiedereröffn|wieder geöffnet"
    r"|öffnet wieder|wiederaufnahme)",
    re.IGNORECASE,
)
"""What opens again was closed: *why was it closed* takes nothing wrong for granted."""


def lacking(
    asked: Asked, page: Page, top: int, vectors: WordVectors, *, chance: float = 0.0
) -> Lacking | None:
    """Find what is plainly missing; None if nothing is.

    Args:
        asked: the question.
        page: what was seen of the passages.
        top: the likeliest line.
        vectors: of single words.
        chance: what the evidence alone makes of an answer, 0 to 1; see :data:`_GIVES_WAY`.
    """
    if asked.bare:
        return Lacking("bare")
    for missing in (
        partial(_unnamed, asked, page),
        partial(_unsaid_by, asked, page, top, vectors),
        partial(_apart, asked, page, top),
        partial(_of_another, asked, page, top, vectors),
        partial(_not_of_the_kind, asked, page, top),
        partial(_beyond_the_kind, asked, page, top),
        partial(_untold, asked, page, top),
        partial(_said_nowhere, asked, page, top),
    ):
        found = missing()
        if found and chance < _GIVES_WAY.get(found.kind, 2.0):
            return found
    return None


def _unnamed(asked: Asked, page: Page) -> Lacking | None:
    for row, word in enumerate(asked.words[: len(page.matches)]):
        if asked.is_name(word) and max(page.matches[row].max(), page.told[row].max()) < NAMED:
            around = fold(word) in map(fold, WORD.findall(page.around))
            whole = next((phrase for phrase in asked.phrases if word in phrase), (word,))
            return Lacking("around" if around else "name", _as_written(asked.text, whole))
    for word in asked.words if asked.language == "de" else ():
        if (country := country_in(word)) and country not in countries_in(_texts(page)):
            return Lacking("name", word)
    return None


def _unsaid_by(asked: Asked, page: Page, top: int, vectors: WordVectors) -> Lacking | None:
    """The likeliest line is not said by whom the question names for its source."""
    beside = [line for line in page.lines if _is_beside(line, page, top)]
    if page.said[top] or may_be_unnamed(asked.source, page.lines[top], beside, vectors):
        return None
    around = {fold(word) for word in WORD.findall(page.around)}
    inside = {fold(word) for word in WORD.findall(_texts(page))}
    names = {fold(word) for word in asked.source.words}
    only_around = bool(names & around) and not names & inside
    return Lacking("around" if only_around else "unsaid_by", asked.source.text)


def _untold(asked: Asked, page: Page, top: int) -> Lacking | None:
    word = untold(asked, page, top) or not_of_that(asked, page, top)
    return Lacking("untold", word) if word else None


def _texts(page: Page) -> str:
    return "\n".join(f"{line.passage.hit.title}\n{line.text}" for line in page.lines)


def _apart(asked: Asked, page: Page, top: int) -> Lacking | None:
    everywhere = asked.kind == "comparison"
    phrases = page.feature("file_phrases")
    if not asked.phrases or (phrases.max() if everywhere else phrases[top]) >= NAMED:
        return None
    written = [_as_written(asked.text, phrase) for phrase in asked.phrases]
    apart = len(written) > 1 or phrases.max() >= NAMED
    what = _together(asked, written) if apart else written[0]
    return Lacking("apart" if apart else "name", what)


def _of_another(asked: Asked, page: Page, top: int, vectors: WordVectors) -> Lacking | None:
    """What the line tells of is another rank, year, thing, or the opposite."""
    line = page.lines[top]
    beside = [line for line in page.lines if _is_beside(line, page, top)]
    if rank := untold_rank(asked, beside) or untold_most(asked, beside, vectors):
        return Lacking("rank", rank)
    year = other_year(asked, line.text, _before(page, top))
    if year := year or undated(asked, line, line.passage.hit.text[: line.start]):
        return Lacking("year", year)
    if _reversed(asked, page, top) or denied(asked, line, vectors):
        return Lacking("reversed")
    if thing := thing_elsewhere(asked, page, top):
        return Lacking("thing", thing)
    if span := other_span(asked, line, _before(page, top)):
        return Lacking("span", span)
    other = contrasted(asked, line) or of_another_life(asked, line)
    other = other or of_another_seat(asked, line)
    return Lacking("other") if other or of_another_class(asked, line) else None


def _not_of_the_kind(asked: Asked, page: Page, top: int) -> Lacking | None:
    if asked.office in _PLAIN and not tells_office(page.lines[top].text, asked.office):
        return Lacking(asked.kind)
    if untold_leader(asked, page, top) or coaches_another(asked, page, top):
        return Lacking(asked.kind)
    if role := untold_role(asked, page, top):
        return Lacking("around", role)
    if not asked.is_strict:
        return None
    if page.feature("type")[top] == 0:
        return Lacking(asked.kind)
    if asked.kind != "cause" or shared(asked, page)[top] > 0 or _crosses(asked, page, top):
        return None
    return Lacking("cause")  # a reason for something else


def _beyond_the_kind(asked: Asked, page: Page, top: int) -> Lacking | None:
    """What is asked for is over, done, told by the month or by name, and what is told is not."""
    line = page.lines[top]
    if only_since(asked, line) or never_since(asked, line) or other_rate(asked, line):
        return Lacking(asked.kind)
    if only_planned(asked, line):
        return Lacking("planned")
    return Lacking("called") if unnamed(asked, line, _behind(page, top)) else None


def _crosses(asked: Asked, page: Page, top: int) -> bool:
    """Whether a line in another language, where a verb is hardly met, names all that is named."""
    if page.lines[top].passage.hit.language == asked.language:
        return False
    rows = [row for row, word in enumerate(asked.words[: len(page.matches)]) if asked.is_name(word)]
    return bool(rows) and bool(page.matches[rows, top].min() >= NAMED)


def _said_nowhere(asked: Asked, page: Page, top: int) -> Lacking | None:
    """Most of the question; one for yes or no puts all it asks in words of its own.

    Of what its source says the source's own words are not counted, and few are left.
    """
    credited = bool(asked.source.words) and bool(page.said[top])
    if asked.kind == "yesno" or credited or unsaid(asked, page) < _UNSAID:
        return None
    return Lacking("unsaid")


def unsaid(asked: Asked, page: Page) -> float:
    """Share of the question's words, by their weight, that nothing found says, names left out."""
    common = np.array([word not in asked.names for word in asked.words[: len(page.matches)]])
    nowhere = page.told.max(axis=1, initial=0) < NAMED
    return float((page.weight * common * nowhere).sum())


def _is_beside(line: Line, page: Page, top: int) -> bool:
    return line.passage.hit.file == page.lines[top].passage.hit.file


def _behind(page: Page, top: int) -> Line | None:
    """The sentence behind a line, in the same passage."""
    joined = top + 1 < len(page.lines) and page.lines[top + 1].passage is page.lines[top].passage
    return page.lines[top + 1] if joined else None


def _before(page: Page, top: int) -> str:
    """The sentence before a line, in the same passage, without the day it was written."""
    joined = top and page.lines[top - 1].passage is page.lines[top].passage
    if not joined:
        return ""
    line = page.lines[top - 1]
    return line.text[dateline_end(line) :]


def _as_written(question: str, phrase: Sequence[str]) -> str:
    words = list(WORD.finditer(question))
    start = next(word.start() for word in words if word.group() == phrase[0])
    end = next(w.end() for w in words if w.start() >= start and w.group() == phrase[-1])
    return question[start:end]


def _together(asked: Asked, phrases: Sequence[str]) -> str:
    inside = {word for phrase in asked.phrases for word in phrase}
    alone = [word for word in asked.words if asked.is_name(word) and word not in inside]
    return ", ".join([*phrases, *alone])


def _reversed(asked: Asked, page: Page, top: int) -> bool:
    """Whether the question denies or opposes what the line says; that it asks more is no matter."""
    line = page.lines[top]
    quote = direction(line.text, known(line.passage.hit.language))
    question = direction(asked.text, known(asked.language))
    question = replace(
        question, poles=frozenset(p for p in question.poles if p[0] not in told_side_by_side())
    )
    turned = {reason.why for reason in reversals(question, [quote], abroad=False)}
    if asked.kind == "cause" and _AGAIN.search(line.text):
        turned.discard("opposite")
    # *How many drowned?* is answered by *nobody was hurt*.
    return "opposite" in turned or ("denies" in turned and question.refused > 0)
