"""Which sentences to quote: the likeliest first, and more only while the likeliest may be wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from assistant.checking.meaning import default_meaning
from assistant.disagreement.answered import Question
from assistant.disagreement.differing import differing
from assistant.disagreement.sides import Side

from .asked import FIGURES, Asked, tells_office
from .belonging import belongs, of_the_thing
from .holding import candidates
from .line import Line
from .lines import NAMED, Page
from .premise import at_the_rate
from .weights import Weights

_COMPARED = 12
"""Likeliest lines among which another source's version of the answer is looked for."""

_LAST = 3.0
"""Taken from the score of a line that holds nothing of the kind asked for, of one in a file
that does not name what the question names where another file does, and of one that tells nobody's
office where it is asked who leads a thing and another line tells it."""

_SAID, _SHARED = 0.5, 0.3
"""Match from which on a sentence says a word of the question, and the share of what is no name that
a reason must say."""

_RIVAL = 0.08
"""Share of the likeliest line's chance that another must have to be quoted beside it."""

MANY_WAYS = frozenset({"win", "owner"})
"""What may be told without such a word: *scored the conversion*, *the state's bank*."""

_RIVAL_LESS = 0.3
"""The same of one that is less surely of what is counted."""

_ONLY = FIGURES - {"figure"} | {"cause"}
"""Kinds of which no second sentence without such a fact is quoted beside one with it."""

MOST = 3
"""Sentences quoted at most."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A line, and how likely it is the one that answers."""

    line: Line
    score: float
    """The weighted features; higher is better, comparable between questions."""
    chance: float
    """0 to 1; the chances of all lines of a page sum to 1."""
    lacks: bool = False
    """It holds no fact or reason of the kind asked for, where only such a one will do."""
    less: bool = False
    """It holds a number less surely of what is counted than the likeliest line."""


def ranked(asked: Asked, page: Page, weights: Weights) -> list[Scored]:
    """All lines, likeliest first; those without the fact or the names asked for come last.

    The chances are a softmax over the weighted features, as they were fitted: they say which line
    answers *if* one does; :mod:`.evidence` decides that.
    """
    scores = page.seen @ weights.line
    for mask, behind in _preferred(asked, page):
        scores = np.where(mask, scores, scores - behind)
    if asked.kind == "cause" and asked.is_strict:
        scores = _reason_first(asked, page, scores)
    chances = _softmax(scores)
    order = np.argsort(-scores, kind="stable")
    held = page.feature("type")
    lacks = (held == 0) & (asked.kind in _ONLY and asked.is_strict)
    less = (held < held[order[0]]) & (asked.kind == "figure" and bool(asked.counted))
    if asked.office:
        told = _telling(asked, page)
        lacks = lacks | (~told & told[order[0]])
    return [
        Scored(page.lines[i], float(scores[i]), float(chances[i]), bool(lacks[i]), bool(less[i]))
        for i in order
    ]


def _preferred(asked: Asked, page: Page) -> Iterator[tuple[NDArray[np.bool_], float]]:
    """Which lines go before the others, and how far behind these are left; where any such is."""
    held = page.feature("type") > 0
    if asked.kind in FIGURES or asked.wants_a_name:
        yield held, _LAST
    named = page.named >= NAMED
    if named.any() and asked.kind != "comparison":
        yield named, _LAST
    if asked.office and (telling := held & named & _telling(asked, page)).any():
        yield telling, _LAST / 3 if asked.office in MANY_WAYS else _LAST
    fits = belongs(asked, page)
    if (fits & named & held).any():
        yield fits, _LAST
    if (page.said & held).any():
        yield page.said, _LAST
    rated = np.array([at_the_rate(asked, line) for line in page.lines])
    if (rated & named & (page.feature("type") == 1)).any():
        yield rated, _LAST / 2
    about = of_the_thing(asked, page)
    if (about & named & held).any():
        yield about, _LAST / 2


def _telling(asked: Asked, page: Page) -> NDArray[np.bool_]:
    """Which lines tell of the office asked for."""
    return np.array([tells_office(line.text, asked.office) for line in page.lines], np.bool_)


def shared(asked: Asked, page: Page) -> NDArray[np.float32]:
    """How much of the question beyond its names each line says, 0 to 1; 1 if it is all names."""
    common = np.array([word not in asked.names for word in asked.words[: len(page.matches)]])
    weight = page.weight * common
    if not common.any():
        return np.ones(len(page.lines), np.float32)
    said: NDArray[np.float32] = weight @ (page.matches >= _SAID) / weight.sum()
    return said


def _reason_first(asked: Asked, page: Page, scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Put a reason first, if it is near and says some of what happened: the names do not tell."""
    reason = (shared(asked, page) >= _SHARED) & (page.feature("type") > 0) & (page.named >= NAMED)
    reason &= scores >= scores.max() - _LAST
    called = reason & (page.feature("type") == 1)  # one that is called a reason, if there is one
    near = np.flatnonzero(called if called.any() else reason)
    if len(near):
        scores = scores.copy()
        scores[near[scores[near].argmax()]] = scores.max() + 0.01
    return scores


def choose(scored: Sequence[Scored], weights: Weights) -> list[Scored]:
    """The lines to quote, likeliest first.

    One is enough where it holds most of the chance or none comes near it; otherwise up to three,
    within a limit of characters, so that a reader is not handed a page. The same words of one story
    are one source, however many files hold them.
    """
    scored = _told_once(scored)
    chosen: list[Scored] = []
    for candidate in scored[: MOST + 2]:
        room = weights.room - sum(len(held.line.text) for held in chosen)
        sure = sum(held.chance for held in chosen) >= weights.enough
        far = candidate.chance < (_RIVAL_LESS if candidate.less else _RIVAL) * scored[0].chance
        idle = candidate.lacks and not (chosen and chosen[0].lacks)
        if chosen and (sure or far or idle or len(candidate.line.text) > room):
            continue
        chosen.append(candidate)
    return chosen[:MOST]


def _told_once(scored: Sequence[Scored]) -> list[Scored]:
    """Leave out what a copy says again; its chance goes to the first that says it."""
    kept: dict[tuple[str, str], Scored] = {}
    for held in scored:
        hit = held.line.passage.hit
        key = (hit.story or hit.file, " ".join(held.line.text.split()))
        said = kept.get(key)
        kept[key] = replace(said, chance=said.chance + held.chance) if said else held
    return list(kept.values())


def counterparts(
    asked: Asked, page: Page, scored: Sequence[Scored], chosen: Sequence[Scored]
) -> list[Scored]:
    """Lines of other files that tell the same and cannot be so at the same time.

    Where sources differ none is picked: a reader is shown both. What differs is told by the same
    rule after the answer is written; a figure is quoted here if it is of the kind asked for.
    """
    first = chosen[0].line
    side, question = _side(page, first), Question(asked.text, asked.language)
    wanted = {fact.text for fact in candidates(asked, first)}
    files = {first.passage.hit.file}
    found = []
    for other in [*chosen[1:], *(held for held in scored[:_COMPARED] if held not in chosen)]:
        file = other.line.passage.hit.file
        if file in files:
            continue
        told = differing(
            side, _side(page, other.line), default_meaning(), cited=True, question=question
        )
        if any(d.facts is None or d.facts[0].kind == "name" or d.one in wanted for d in told):
            found.append(other)
            files.add(file)
    return found


def _side(page: Page, line: Line) -> Side:
    """A line with what was found of its document."""
    hit = line.passage.hit
    passages = dict.fromkeys(
        other.passage.number for other in page.lines if other.passage.hit.file == hit.file
    )
    texts = {other.passage.number: other.passage.hit.text for other in page.lines}
    whole = "\n".join((hit.title, *(texts[number] for number in passages)))
    return Side(line.text, hit.language, hit.title or whole.strip().partition("\n")[0], whole)


def _softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    powers = np.exp(scores - scores.max(initial=-np.inf))
    chances: NDArray[np.float32] = powers / powers.sum()
    return chances
