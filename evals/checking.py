"""How well `assistant.check` judges: a table on translated news, next to comparing digits.

    python -m evals.checking --data DIR [--all] [--fit]
    python -m evals.checking --pairs FILE.tsv.gz
    python -m evals.checking --adversary

DIR holds `ntrex.jsonl`. Three stories of four are for fitting; the table is made on the others,
unless `--all` is given. `--fit` prints the weights for `assistant/checking/gist.toml` instead,
`--pairs` the share of a thousand true pairs with figures of any other parallel text, `--adversary`
how many of 645 wrong statements, written by hand, are shown as supported.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant import check

from .checking_adversary import (
    LATER,
    UNSEEN,
    adversary_lines,
    attempts,
    fresh_attempts,
    fresh_lines,
    outcomes,
    seeds_lines,
)
from .checking_bounds import lines as bound_lines
from .checking_cases import (
    Case,
    Stories,
    mismatches,
    month_changed,
    negated,
    neighbour_put,
    number_changed,
    person_swapped,
    persons,
    read_pairs,
    read_stories,
    scale_changed,
    split,
    true_pairs,
)
from .checking_differ import documents, shares
from .checking_differ import lines as differing_lines
from .checking_fit import fitted
from .progress import stoppable

Judge = Callable[[Case], str]
"""A case to a verdict: supported, contradicted or unsupported."""

_DIGITS = re.compile(r"\d+")
_MISMATCHES = 0.1
_SEED, _PAIRS, _WARM = 0, 1000, 400


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
    people, chance = persons(stories), random.Random(_SEED)
    made: list[Case] = [*true, *mismatches(stories, _MISMATCHES, _SEED)]
    for change in (number_changed, scale_changed, month_changed, negated):
        made += [changed for case in true if (changed := change(case, chance))]
    made += [changed for case in true if (changed := neighbour_put(case, random.Random(_SEED)))]
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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m evals.checking",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--data", type=Path, default=Path(), help="folder with ntrex.jsonl")
    parser.add_argument("--all", action="store_true", help="report on all stories")
    parser.add_argument("--fit", action="store_true", help="print weights for gist.toml")
    parser.add_argument("--pairs", type=Path, help="a gzipped file of other parallel text")
    parser.add_argument("--adversary", action="store_true", help="wrong claims written by hand")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table, or the fitted weights."""
    given = _parser().parse_args(arguments)
    if given.adversary:
        old = adversary_lines([*outcomes(attempts())])
        unseen = fresh_lines(fresh_attempts(UNSEEN), "unseen")
        later = fresh_lines(fresh_attempts(LATER), "later")
        fresh = fresh_lines(fresh_attempts())
        for line in (*old, *fresh, *unseen, *later, *seeds_lines()):
            sys.stdout.write(line + "\n")
        return 0
    if given.pairs:
        pairs = read_pairs(given.pairs, _PAIRS, _SEED)
        share = sum(ours(case) == "supported" for case in pairs) / max(1, len(pairs))
        sys.stdout.write(f"{given.pairs.name}: {share:.1%} of {len(pairs)} true pairs supported\n")
        return 0
    stories = read_stories(given.data / "ntrex.jsonl")
    fitting, reporting = split(stories)
    if given.fit:
        for name, weight in fitted(fitting, _SEED).items():
            sys.stdout.write(f"{name} = {weight:.3f}\n")
        return 0
    made = cases(stories if given.all else reporting)
    true = [case for case in made if case.kind in ("figures", "plain")]
    other = [*true_pairs(fitting)]
    before = random.Random(_SEED).sample(other, min(_WARM, len(other))) if not given.all else []
    new, known = speed(true, ours, before), speed(true, ours)
    for line in lines(table(made, ours), table(made, digits_only)):
        sys.stdout.write(line + "\n")
    texts = documents(given.data / "ntrex.jsonl", stories)
    for line in differing_lines(shares(made, stories if given.all else reporting, texts, _SEED)):
        sys.stdout.write(line + "\n")
    sys.stdout.write(f"{new:.0f} pairs a second of processor time with every sentence new, ")
    sys.stdout.write(f"{known:.0f} once the sentences are known\n")
    for line in bound_lines():
        sys.stdout.write(line + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(stoppable(main))
