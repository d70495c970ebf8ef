"""Words of which one excludes another: what a line tells of the *museum* is not of the *school*.

The classes are those of `facts/names/kinds`, but only such in which the other member can
hardly stand for the one asked about: a husband is named beside his wife.
"""

from __future__ import annotations

from collections.abc import Mapping

from assistant.facts.names.kinds import Member, excluded, members
from assistant.facts.text.subjects import subject, tokens

from .asked import FIGURES, Asked
from .holding import known
from .line import Line

_CLASSES = frozenset(
    {"season", "parent", "trade", "fuel", "plant", "house", "vehicle", "animal", "wine"}
)
_KINDS = FIGURES | {"person"}


def of_another_class(asked: Asked, line: Line) -> bool:
    """Tell whether a line tells of another member of a class than the question.

    It does where its subject is the other one, and where nothing before it in the passage, nor the
    title, names the one asked about.
    """
    ours = _members(asked.text, asked.language) if asked.kind in _KINDS else {}
    if not ours:
        return False
    language = line.passage.hit.language
    classes = {kind for kind, _, _ in excluded(ours, _members(line.text, language))}
    if not classes:
        return False
    hit = line.passage.hit
    before = _members(f"{hit.title}\n{hit.text[: line.start]}", language)
    about = _members(_subject(line), language)
    for kind in classes:
        one = {member: word for member, word in ours.items() if member[0] == kind}
        if not one.keys() & before.keys() or any(member[0] == kind for member in about):
            return True
    return False


def differ(asked: Asked, line: Line) -> bool:
    """Tell whether a line has another member of a class, and none that the question has."""
    theirs = members(line.text, known(line.passage.hit.language))
    return any(excluded(members(asked.text, known(asked.language)), theirs))


def _members(text: str, language: str) -> Mapping[Member, str]:
    found = members(text, known(language))
    return {member: word for member, word in found.items() if member[0] in _CLASSES}


def _subject(line: Line) -> str:
    language = known(line.passage.hit.language)
    found = subject(line.text, language)
    return " ".join(tokens(line.text)[found.begin : found.end]) if found else ""
