"""Another source's answer to the same question: both are shown, in whatever language it is asked.

Whether two sentences contradict each other is told by :mod:`assistant.checking`; that depends on
how alike they are as wholes. Where each is its own document's likeliest answer, and the only figure
of the kind in each differs, a reader who saw one would take it for all there is.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.facts import Fact, find
from assistant.facts.comparing import same
from index import fold

from .asked import Asked
from .classes import differ
from .holding import candidates, counts, known
from .lexicon import WordVectors
from .line import Line
from .lines import NAMED, Page
from .select import Scored

_NEAR, _ABROAD = 3.5, 7.5
"""How far behind the likeliest line another document's answer may be scored: in its language, and
in another one, where no word is met to the letter."""
_TOLD, _AS_WELL = 0.5, 0.4
_ALL, _MOST = 0.75, 0.6
"""Match from which on the first document tells a word of the question, from which on another one
does as well, and the share of those words, by weight, that it must: in its language, in another."""


def other_answers(
    asked: Asked, page: Page, scored: Sequence[Scored], first: Line, vectors: WordVectors
) -> list[Scored]:
    """Find what other documents give for the sum or the number that is asked for.

    Args:
        asked: the question.
        page: what was seen of the passages.
        scored: all lines, likeliest first.
        first: the line that is quoted first.
        vectors: of single words.

    Returns:
        The likeliest line of each other document about the same, where it gives another figure.
    """
    if asked.kind != "money" and not (asked.kind == "figure" and asked.counted):
        return []
    ours = _only(asked, first, vectors)
    if ours is None:
        return []
    places = {line: place for place, line in enumerate(page.lines)}
    top = next((held.score for held in scored if held.line == first), 0.0)
    told = page.told[:, places[first]] >= _TOLD
    names = _names(page, first.passage.hit.file)
    found: dict[str, Scored | None] = {first.passage.hit.file: None}
    for held in scored:
        file, place = held.line.passage.hit.file, places[held.line]
        abroad = held.line.passage.hit.language != first.passage.hit.language
        far = held.score < top - (_ABROAD if abroad else _NEAR)
        if far or file in found or page.feature("type")[place] < 1 or differ(asked, held.line):
            continue
        found[file] = None
        theirs = _only(asked, held.line, vectors)
        as_well = page.weight[told & (page.told[:, place] >= _AS_WELL)].sum()
        about = (
            as_well >= (_MOST if abroad else _ALL) * page.weight[told].sum()
            and page.named[place] >= NAMED
        )
        if theirs and about and _differ(ours, theirs) and names & _names(page, file):
            found[file] = held
    return [held for held in found.values() if held]


def _only(asked: Asked, line: Line, vectors: WordVectors) -> Fact | None:
    """The one figure of the kind in a line; none where it holds several."""
    held = candidates(asked, line)
    if asked.counted:
        held = [
            fact for fact in held if fact.kind == "number" and counts(asked, line, fact, vectors)
        ]
    exact = [fact for fact in held if not fact.bound and fact.precision not in ("vague", "ordinal")]
    return exact[0] if len(held) == len(exact) == 1 else None


def _differ(one: Fact, other: Fact) -> bool:
    alike = (one.kind, one.unit) == (other.kind, other.unit)
    return alike and one.value != other.value and not (same(one, other) or same(other, one))


def _names(page: Page, file: str) -> set[str]:
    """The names of what was found of a document, folded."""
    return {
        fold(word)
        for line in page.lines
        if line.passage.hit.file == file
        for fact in find(line.text, known(line.passage.hit.language))
        if fact.kind == "name"
        for word in fact.text.split()
        if len(word) > 3
    }
