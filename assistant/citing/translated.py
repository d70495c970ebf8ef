"""A statement that only a translation seems to carry, though the same is told in its own language.

Across languages a check cannot ask for every word, so what somebody added passes: *opened on 3 May,
critics say* by *am 3. Mai eröffnet*. Where a source in the language of the statement says what
the translation does, and no more, it would carry the statement too; if it does not, nobody said it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.answers import Support

from .evidence import Evidence, Place, Quote

_TRIES = 3
"""Sentences in the statement's language that are looked at, nearest first."""


def refused_at_home(
    text: str,
    place: Place,
    number: int,
    tongue: str,
    evidence: Evidence,
    check: Callable[[str, Sequence[Quote]], Support],
) -> tuple[Place, Support] | None:
    """Find the sentence that says what a foreign place does, and does not carry the statement.

    Args:
        text: a statement.
        place: carries it, by the check.
        number: of the passage that the place is in.
        tongue: the statement's language.
        evidence: the passages.
        check: asked whether a sentence carries the place, and the statement.

    Returns:
        That sentence and what it says of the statement; None if nothing speaks against the place.
    """
    if evidence.language(number) == tongue:
        return None
    homes = [
        near
        for other in evidence.numbers
        if evidence.language(other) == tongue
        for near in evidence.places(text, other)[:_TRIES]
    ]
    found = None
    for home in sorted(homes, key=lambda near: -near.score)[:_TRIES]:
        quote = [evidence.quoted(home.span)]
        there = [evidence.quoted(place.span)]
        if (
            check(place.quote, quote).verdict == "supported"
            and check(home.quote, there).verdict == "supported"
        ):
            support = check(text, quote)
            if support.verdict == "supported":
                return None
            found = found or (home, Support("unsupported", support.problems))
    return found
