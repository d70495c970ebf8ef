"""Whose figure it is where a name stands right beside it: *Anna Keller, 34,*."""

from __future__ import annotations

import re

from assistant.facts.facts import Fact
from assistant.facts.names.names import capitals
from assistant.facts.text.spelling import alike
from assistant.facts.text.vocabulary import same_thing

from .figured import Figures, kind_of

_BEHIND_NAME = re.compile(r", | \(|, (?:aged |âgée? de |di )")
_BEFORE_NAME = re.compile(r"(?:-old|-?jährigen?|-?jähriger)? ")


def one_name(one: str, other: str) -> bool:
    """Are two words one name, in whatever language and spelling?"""
    known = same_thing(one)
    return known == same_thing(other) if known else alike(one, other)


def is_of_another_name(claim: Figures, quote: Figures, ours: Fact, theirs: Fact) -> bool:
    """Stands a figure right beside a name here, and there right beside another, as both do?"""
    said, given = _named(claim, ours), _named(quote, theirs)
    if not said or not given or one_name(said, given):
        return False
    return any(
        other is not theirs and one_name(said, _named(quote, other))
        for other in quote.facts
        if kind_of(other) == kind_of(theirs)
    )


def _named(side: Figures, fact: Fact) -> str:
    """The name right before or behind a figure; empty without one."""
    for name in capitals(side.text, side.language):
        if name.strong and _BEHIND_NAME.fullmatch(side.text, name.end, fact.start):
            return name.word
    behind = [n for n in capitals(side.text, side.language) if n.strong and n.start >= fact.end]
    if not behind or not _BEFORE_NAME.fullmatch(side.text, fact.end, behind[0].start):
        return ""
    last = behind[0]
    for name in behind[1:]:  # the surname counts
        if side.text[last.end : name.start] != " ":
            break
        last = name
    return last.word
