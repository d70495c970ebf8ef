"""What a model judge adds: of what the check supports, how much it doubts, wrong and true.

A judge that doubts every wrong statement and no true one is worth having; one that doubts both
alike only costs time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant import Judge, Stated, check

from .adversary import FILE, HALVED, SEEDS, TRUE, Attempt, attempts, halved_attempts

_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class Doubted:
    """What a judge made of some statements that the check supports."""

    doubted: int
    unread: int
    """Those on which it gave no verdict."""
    note: str
    """Why, the last time."""


def doubted(judge: Judge, supported: Sequence[Attempt]) -> Doubted:
    """Ask a judge about each of some statements that the check supports."""
    all_told = [judge.doubts([Stated(one.claim, one.quotes)], "en", _SECONDS) for one in supported]
    return Doubted(
        sum(any(told.problems) for told in all_told),
        sum(told.unread for told in all_told),
        next((told.notes[0] for told in reversed(all_told) if told.notes), ""),
    )


def all_sets() -> dict[str, list[Attempt]]:
    """The statements of every set, by its name."""
    sets = {"first": attempts(FILE), "seeds": attempts(SEEDS)}
    return sets | {name: halved_attempts(path) for name, path in HALVED.items()}


def judged_lines(judge: Judge, sets: Mapping[str, Sequence[Attempt]]) -> Iterator[str]:
    """A line for the wrong and one for the true statements of every set.

    It ends, with the reason, where the judge says nothing at all.
    """
    for name, tried in sets.items():
        held = [one for one in tried if check(one.claim, one.quotes).verdict == "supported"]
        for kind in ("wrong", "true"):
            own = [one for one in held if (one.group == TRUE) == (kind == "true")]
            told = doubted(judge, own)
            yield (
                f"{name:<7} {kind:<5} {len(own):>4} supported by the check; {judge.name} doubts "
                f"{told.doubted:>4}, gives no verdict on {told.unread:>4}"
            )
            if own and told.unread == len(own):
                yield told.note
                return
