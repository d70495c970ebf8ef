"""What `assistant.check` makes of the cases: shares, pairs a second, the worst input."""

from __future__ import annotations

import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from assistant import check

from .cases import (
    Case,
    Stories,
    mismatches,
    month_changed,
    negated,
    neighbour_put,
    number_changed,
    person_swapped,
    persons,
    scale_changed,
    true_pairs,
)

Judge = Callable[[Case], str]
"""A case to a verdict: supported, contradicted or unsupported."""

_DIGITS = re.compile(r"\d+")
_MISMATCHES = 0.1
SEED = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: a share of cases, and the bar it is held against."""

    name: str
    share: float
    cases: int
    bar: str


def ours(case: Case) -> str:
    """The verdict of `assistant.check`."""
    return check(
        case.claim,
        [case.quote],
        claim_language=case.claim_language,
        quote_languages=[case.quote_language],
    ).verdict


def digits_only(case: Case) -> str:
    """The verdict of the plainest rule: every run of digits of the claim stands in the quote."""
    wanted, given = _DIGITS.findall(case.claim), set(_DIGITS.findall(case.quote))
    return "supported" if all(number in given for number in wanted) else "contradicted"


def cases(stories: Stories) -> list[Case]:
    """All cases that stories give: true pairs, mismatches, and one change of each kind."""
    true = list(true_pairs(stories))
    people, chance = persons(stories), random.Random(SEED)
    made: list[Case] = [*true, *mismatches(stories, _MISMATCHES, SEED)]
    for change in (number_changed, scale_changed, month_changed, negated):
        made += [changed for case in true if (changed := change(case, chance))]
    made += [changed for case in true if (changed := neighbour_put(case, random.Random(SEED)))]
    made += [changed for case in true if (changed := person_swapped(case, people, chance))]
    return made


def table(made: Sequence[Case], judge: Judge) -> list[Row]:
    """Judge every case and sum up by kind."""
    verdicts: Counter[tuple[str, str]] = Counter()
    for case in made:
        verdicts[case.kind, judge(case)] += 1
    total = Counter(case.kind for case in made)

    def row(name: str, kind: str, verdict: str, bar: str, *, caught: bool = False) -> Row:
        hits = verdicts[kind, verdict]
        share = (total[kind] - hits if caught else hits) / max(1, total[kind])
        return Row(name, share, total[kind], bar)

    return [
        row("true, with figures: supported", "figures", "supported", ">= 97 %"),
        row("true, with figures: contradicted", "figures", "contradicted", ""),
        row("true, no figures: supported", "plain", "supported", ">= 92 %"),
        row("true, no figures: contradicted", "plain", "contradicted", "<= 1 %"),
        row("same story, other language: supported", "mismatch", "supported", "<= 3 %"),
        row(
            "same story, same language: supported", "mismatch, one language", "supported", "<= 3 %"
        ),
        row("one digit changed: caught", "number", "supported", ">= 99 %", caught=True),
        row("scale word changed: caught", "scale", "supported", ">= 98 %", caught=True),
        row("month changed: caught", "month", "supported", ">= 98 %", caught=True),
        row("person swapped: caught", "person", "supported", ">= 90 %", caught=True),
        row("a neighbour put in: caught", "neighbour", "supported", "", caught=True),
        row("verb denied: caught", "negated", "supported", "", caught=True),
    ]


def speed(made: Sequence[Case], judge: Judge, before: Sequence[Case] = ()) -> float:
    """Pairs a second of processor time, each judged once.

    Args:
        made: what is timed.
        judge: what judges it.
        before: pairs of other texts that are judged first and not timed: then the model and the
            tables are loaded and frequent words are known, as in a process that answers.
    """
    for case in before:
        judge(case)
    begin = time.process_time()
    for case in made:
        judge(case)
    return len(made) / (time.process_time() - begin)


def lines(rows: Iterable[Row], plain: Iterable[Row]) -> Iterable[str]:
    """The table as text."""
    yield f"{'':40}{'check':>9}{'digits':>9}{'cases':>8}  bar"
    for row, other in zip(rows, plain, strict=True):
        yield f"{row.name:40}{row.share:9.1%}{other.share:9.1%}{row.cases:8}  {row.bar}"
