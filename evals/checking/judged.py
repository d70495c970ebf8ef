"""What a model judge adds: of what the check supports, how much it doubts, wrong and true.

A judge that doubts every wrong statement and no true one is worth having; one that doubts both
alike only costs time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant import Judge, check

from .adversary import FILE, HALVED, SEEDS, TRUE, Attempt, attempts, halved_attempts

_SECONDS = 120.0


def doubted(judge: Judge, supported: Sequence[Attempt]) -> int:
    """How many of the statements that the check supports a judge doubts."""
    verdicts = [judge.check(one.claim, one.quotes, within=_SECONDS) for one in supported]
    return sum(support.verdict != "supported" for support in verdicts)


def judged_lines(judge: Judge) -> Iterator[str]:
    """A line for the wrong and one for the true statements of every set."""
    sets = {"first": attempts(FILE), "seeds": attempts(SEEDS)}
    sets |= {name: halved_attempts(path) for name, path in HALVED.items()}
    for name, tried in sets.items():
        held = [one for one in tried if check(one.claim, one.quotes).verdict == "supported"]
        for kind in ("wrong", "true"):
            own = [one for one in held if (one.group == TRUE) == (kind == "true")]
            yield (
                f"{name:<7} {kind:<5} {len(own):>4} supported by the check, of them "
                f"{doubted(judge, own):>4} doubted by {judge.name}"
            )
