"""What the reader did, as figures by set, each with the interval of a cluster bootstrap."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from evals.statistics import Interval, bootstrap, bootstrap_median

CHARACTERS = "characters"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the reader did with one case."""

    set: str
    cluster: str
    """Cases about one article are drawn together."""
    answerable: bool
    answered: bool
    found: bool
    """The quotes hold a whole gold answer, in its place."""
    quoted: int
    """Characters."""
    short: bool = False
    short_right: bool = False
    """The short answer was read from the gold span, or holds it."""


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of one set."""

    questions: int
    figures: Mapping[str, Interval]
    """By name, see ``COLUMNS``; what does not apply is left out."""


COLUMNS = ("answered", "declined", "balanced", "found", CHARACTERS, "short", "short right")
"""``found`` is the share of answerable questions of whose gold answers one lies whole inside the
quotes, ``characters`` the median quoted for them, ``short`` the share that got a short answer."""


def rows_of(outcomes: Sequence[Outcome]) -> dict[str, Row]:
    """Set to figures, in the order in which the sets come."""
    sets = dict.fromkeys(outcome.set for outcome in outcomes)
    return {name: _row([o for o in outcomes if o.set == name]) for name in sets}


def _row(outcomes: Sequence[Outcome]) -> Row:
    there = [o for o in outcomes if o.answerable]
    gone = [o for o in outcomes if not o.answerable]
    figures: dict[str, Interval] = {}
    if there:
        figures["answered"] = share(there, lambda o: o.answered)
    if gone:
        figures["declined"] = share(gone, lambda o: not o.answered)
    if there and gone:
        figures["balanced"] = _balanced(outcomes, len(there), len(gone))
    if any(o.found for o in there):
        figures["found"] = share(there, lambda o: o.found)
        figures[CHARACTERS] = characters(there)
        figures["short"] = share(there, lambda o: o.short)
    if short := [o for o in there if o.short and "found" in figures]:
        figures["short right"] = share(short, lambda o: o.short_right)
    return Row(len(outcomes), figures)


def share(outcomes: Sequence[Outcome], of: Callable[[Outcome], bool]) -> Interval:
    """The share of outcomes of which something is true; articles are drawn together."""
    return bootstrap({str(n): float(of(o)) for n, o in enumerate(outcomes)}, _clusters(outcomes))


def characters(outcomes: Sequence[Outcome]) -> Interval:
    """The median of the characters quoted."""
    return bootstrap_median(
        {str(n): float(o.quoted) for n, o in enumerate(outcomes)}, _clusters(outcomes)
    )


def _balanced(outcomes: Sequence[Outcome], there: int, gone: int) -> Interval:
    """The mean of the share answered of what can be, and of the share declined of what cannot."""
    right = {str(n): float(o.answered == o.answerable) for n, o in enumerate(outcomes)}
    weights = {str(n): 1 / (there if o.answerable else gone) for n, o in enumerate(outcomes)}
    return bootstrap(right, _clusters(outcomes), weights)


def _clusters(outcomes: Sequence[Outcome]) -> dict[str, str]:
    return {str(n): o.cluster for n, o in enumerate(outcomes)}


def table(rows: Mapping[str, Row]) -> Iterator[str]:
    """The figures as lines, one set a line; after each its 95 % interval."""
    width = max((len(name) for name in rows), default=0)
    yield " ".join([" " * width, f"{'questions':>9}", *(f"{name:>18}" for name in COLUMNS)])
    for name, row in rows.items():
        cells = [cell(column, row.figures.get(column)) for column in COLUMNS]
        yield " ".join([f"{name:<{width}}", f"{row.questions:9}", *(f"{c:>18}" for c in cells)])


def cell(column: str, value: Interval | None) -> str:
    """One figure as it stands in a table."""
    if value is None:
        return "–"
    if column == CHARACTERS:
        return f"{value.mean:.0f} {value.low:.0f}–{value.high:.0f}"
    return value.shown()
