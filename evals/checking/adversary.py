"""How many wrong statements, written by hand to get past the check, it shows as supported.

``adversary.tsv`` has a group, a claim and its quotes a line. Its writer had not seen the rules; the
rules of later days were written with its sentences in view, so what is printed flatters. The group
``true`` holds statements that their quotes carry. ``adversary_seeds.tsv`` has the same columns:
what a model may say of the articles in ``seeds/``, each beside the paragraph that it is about.

The sets of ``HALVED`` have their half before these columns. Each was written by somebody who had
not read the rules: mistakes such as models make in answers about news (``fresh``), the commonest
ones in equal shares (``unseen``), half of them across languages with more true ones (``later``),
and such as models make when they sum a text up in their own words (``retold``). Rules are written
with half ``developing`` in view; the failures of half ``measuring`` are counted only.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant import check

FILE = Path(__file__).parent / "adversary.tsv"
HALVED = {
    name: Path(__file__).parent / f"adversary_{name}.tsv"
    for name in ("fresh", "unseen", "later", "retold")
}
SEEDS = Path(__file__).parent / "adversary_seeds.tsv"
HALVES = ("developing", "measuring")
TRUE = "true"


@dataclass(frozen=True, slots=True)
class Attempt:
    """A claim that somebody tried to get supported."""

    group: str
    """What is wrong with it, or ``true``."""
    claim: str
    quotes: tuple[str, ...]
    half: str = ""
    """What it was written for, if its file says so."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a group."""

    group: str
    supported: int
    tried: int


def attempts(path: Path = FILE) -> list[Attempt]:
    """Read the attempts, in the order of the file."""
    with path.open(encoding="utf-8", newline="") as rows:
        read = csv.reader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Attempt(group, claim, tuple(quotes)) for group, claim, *quotes in read]


def halved_attempts(path: Path) -> list[Attempt]:
    """Read the attempts of which half is kept for measuring, in the order of the file."""
    with path.open(encoding="utf-8", newline="") as rows:
        read = csv.reader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Attempt(group, claim, tuple(quotes), half) for half, group, claim, *quotes in read]


def outcomes(tried: Sequence[Attempt]) -> Iterator[Outcome]:
    """Check every attempt; one outcome a group, in their order."""
    for group in dict.fromkeys(one.group for one in tried):
        own = [one for one in tried if one.group == group]
        held = sum(check(one.claim, one.quotes).verdict == "supported" for one in own)
        yield Outcome(group, held, len(own))


def adversary_lines(found: Sequence[Outcome]) -> Iterator[str]:
    """The table: wrong ones by group and together, then the true ones."""
    wrong = [one for one in found if one.group != TRUE]
    together = Outcome(
        "all wrong ones", sum(o.supported for o in wrong), sum(o.tried for o in wrong)
    )
    for one in (*wrong, together, *(one for one in found if one.group == TRUE)):
        yield f"{one.group:<36} {one.supported:>4} of {one.tried:>4} supported"


def halved_lines(tried: Sequence[Attempt], name: str) -> Iterator[str]:
    """The same table for each half of the set called ``name``."""
    for half in HALVES:
        yield f"\n{name}, half for {half}"
        yield from adversary_lines([*outcomes([one for one in tried if one.half == half])])


def all_lines() -> Iterator[str]:
    """The tables of all sets."""
    yield from adversary_lines([*outcomes(attempts())])
    for name, path in HALVED.items():
        yield from halved_lines(halved_attempts(path), name)
    yield "\nabout the seeds"
    yield from adversary_lines([*outcomes(attempts(SEEDS))])
