"""How well `assistant.check` judges: a table on translated news, next to comparing digits.

    python -m evals.checking --data DIR [--all] [--fit]
    python -m evals.checking --pairs FILE.tsv.gz
    python -m evals.checking --adversary [--judge MODEL --base-url URL]

DIR holds `ntrex.jsonl`. Three stories of four are for fitting; the table is made on the others,
unless `--all` is given. `--fit` prints the weights for `assistant/checking/gist.toml` instead,
`--pairs` the share of a thousand true pairs with figures of any other parallel text, `--adversary`
how many wrong statements, written by hand to get past it, are shown as supported; with `--judge`
how many of those, and of the true ones, a model doubts as judge.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Sequence
from pathlib import Path

from assistant import open_judge
from evals.progress import stoppable

from .adversary import all_lines
from .bounds import lines as bound_lines
from .cases import read_pairs, read_stories, split, true_pairs
from .differ import documents, shares
from .differ import lines as differing_lines
from .fit import fitted
from .judged import all_sets, judged_lines
from .measure import SEED, cases, digits_only, lines, ours, speed, table

_PAIRS, _WARM = 1000, 400
"""Pairs of another parallel text that are judged, and those judged before any is timed."""


_PATIENCE = 120.0
"""Seconds that a judge may take for a few statements."""


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
    parser.add_argument("--judge", help="a model's name: what it doubts of --adversary")
    parser.add_argument("--base-url", help="its OpenAI-compatible endpoint")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table, or the fitted weights."""
    given = _parser().parse_args(arguments)
    if given.adversary:
        lines_of = all_lines()
        if given.judge:
            judge = open_judge(given.judge, given.base_url, deadline=_PATIENCE)
            lines_of = judged_lines(judge, all_sets())
        for line in lines_of:
            sys.stdout.write(line + "\n")
        return 0
    if given.pairs:
        pairs = read_pairs(given.pairs, _PAIRS, SEED)
        share = sum(ours(case) == "supported" for case in pairs) / max(1, len(pairs))
        sys.stdout.write(f"{given.pairs.name}: {share:.1%} of {len(pairs)} true pairs supported\n")
        return 0
    stories = read_stories(given.data / "ntrex.jsonl")
    fitting, reporting = split(stories)
    if given.fit:
        for name, weight in fitted(fitting, SEED).items():
            sys.stdout.write(f"{name} = {weight:.3f}\n")
        return 0
    made = cases(stories if given.all else reporting)
    true = [case for case in made if case.kind in ("figures", "plain")]
    other = [*true_pairs(fitting)]
    before = random.Random(SEED).sample(other, min(_WARM, len(other))) if not given.all else []
    new, known = speed(true, ours, before), speed(true, ours)
    for line in lines(table(made, ours), table(made, digits_only)):
        sys.stdout.write(line + "\n")
    texts = documents(given.data / "ntrex.jsonl", stories)
    for line in differing_lines(shares(made, stories if given.all else reporting, texts, SEED)):
        sys.stdout.write(line + "\n")
    sys.stdout.write(f"{new:.0f} pairs a second of processor time with every sentence new, ")
    sys.stdout.write(f"{known:.0f} once the sentences are known\n")
    for line in bound_lines():
        sys.stdout.write(line + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(stoppable(main))
