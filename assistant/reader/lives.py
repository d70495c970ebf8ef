"""Whose birth or death a sentence tells: *Ida Moor, born in 1968, and Ewan Rae* is no day of Rae's.

Where a sentence names two, the one who stands nearest before *born* was born.
"""

from __future__ import annotations

from assistant.facts import Fact, find
from index import fold

from .asked import Asked
from .holding import known
from .line import Line
from .naming import WORD
from .persons import is_somebody
from .wording import sorts

_TOLD_OF = frozenset({"date", "place", "figure", "cause"})
"""Kinds that ask something about somebody, not who it was."""


def of_another_life(asked: Asked, line: Line) -> bool:
    """Tell whether a birth or a death is asked for and the line tells another one's.

    Args:
        asked: the question.
        line: one that may name several people; one that names nobody goes on about somebody.
    """
    wanted = {fold(word) for word in asked.names if not word[0].isdigit()}
    events = [form for form in sorts("life").values() if form.search(asked.text)]
    if not events or not wanted or asked.kind not in _TOLD_OF:
        return False
    places = [match.start() for form in events for match in form.finditer(line.text)]
    people = _people(line)
    owners = [_nearest(people, place) for place in places]
    return bool(owners) and all(
        owner is not None and wanted.isdisjoint(_folded(owner)) for owner in owners
    )


def _people(line: Line) -> list[Fact]:
    facts = find(line.text, known(line.passage.hit.language))
    return [f for f in facts if f.kind == "name" and f.unit != "place" and is_somebody(f.text)]


def _nearest(people: list[Fact], place: int) -> Fact | None:
    """The last one named before a place."""
    return next((fact for fact in reversed(people) if fact.end <= place), None)


def _folded(fact: Fact) -> set[str]:
    return {fold(word) for word in WORD.findall(fact.text)}
