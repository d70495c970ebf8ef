"""The right sentence with the wrong number: which of the other passages carries it?"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.answers import Support

from .evidence import Evidence, Place, Span, stems

_TRIES = 6
"""Runs of sentences of the passages that were not named, nearest first."""


def carried_elsewhere(
    text: str,
    cited: Sequence[int],
    quoted: tuple[Span, ...],
    tongue: str,
    evidence: Evidence,
    ask: Callable[[Sequence[Span]], Support],
) -> tuple[tuple[Span, ...], Support] | None:
    """Look in the passages that were not named.

    The places of its quotations stay: they hold the very words. Only passages in the language of
    the statement are tried: there every word of it is asked for, while a translation also carries
    what somebody added.

    Args:
        text: the statement.
        cited: the passages that were named.
        quoted: the places of its quotations.
        tongue: its language.
        evidence: the passages.
        ask: whether places carry it.
    """
    places = [
        place
        for number in evidence.numbers
        if number not in cited and evidence.language(number) == tongue
        for place in evidence.places(text, number, (1, 2))
    ]
    for place in sorted(places, key=lambda place: -place.score)[:_TRIES]:
        spans = tuple(dict.fromkeys((*quoted, place.span)))
        support = ask(spans)
        if support.verdict == "supported":
            return spans, support
    return None


def of_another_thing(text: str, against: Sequence[Place], quote: str) -> bool:
    """Do the places that contradict a statement lack a word of it that the one that carries it has?

    *The bridge cost 12 million* is not contradicted by what the tunnel cost.
    """
    words = {word for word in stems(text) & stems(quote) if not word[0].isdigit()}
    return all(not words <= stems(place.quote) for place in against)
