"""How often a near miss is answered: ``python -m evals.reading.near``.

The questions of ``questions/near`` were written by hand, in four languages, by somebody who had not
seen the rules of the reader: the folder speaks of the matter, but not of what is asked, or denies
it. Every second one was looked at when a rule was written; the others were only counted.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing

from assistant import Assistant
from evals.cases import LANGUAGES, CaseSet
from evals.corpora import CORPORA
from evals.progress import counted, stoppable
from evals.questions.loader import QUESTIONS, load_cases

_HALVES = ("seen", "only counted")


def table(answered: Counter[tuple[str, str]], asked: Counter[tuple[str, str]]) -> Iterator[str]:
    """The counts as text.

    Args:
        answered: by half and language, how many were answered; lower is better.
        asked: the same, how many were asked.
    """
    yield f"{'near misses answered':24}" + "".join(f"{name:>12}" for name in (*LANGUAGES, "all"))
    for half in _HALVES:
        cells = [(answered[half, name], asked[half, name]) for name in LANGUAGES]
        cells.append((sum(a for a, _ in cells), sum(b for _, b in cells)))
        yield f"{half:24}" + "".join(f"{f'{a} of {b}':>12}" for a, b in cells)


def ask(
    cases: CaseSet, assistant: Assistant
) -> tuple[Counter[tuple[str, str]], Counter[tuple[str, str]]]:
    """Ask every question: how many were answered, and how many there are."""
    answered: Counter[tuple[str, str]] = Counter()
    asked: Counter[tuple[str, str]] = Counter()
    groups = list(dict.fromkeys(case.group for case in cases.cases))
    for case in counted(cases.cases, f"questions about {cases.corpus.name}", len(cases.cases)):
        key = (_HALVES[groups.index(case.group) % 2], case.language)
        asked[key] += 1
        answered[key] += not assistant.ask(case.question).declined
    return answered, asked


def main(arguments: Sequence[str] | None = None) -> int:
    """Ask the near misses about both corpora, and print how many were answered."""
    parser = argparse.ArgumentParser(
        prog="python -m evals.reading.near",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.parse_args(arguments)
    answered: Counter[tuple[str, str]] = Counter()
    asked: Counter[tuple[str, str]] = Counter()
    for name in CORPORA:
        cases = load_cases(name, QUESTIONS / "near")
        with closing(Assistant.open(cases.corpus.folder)) as assistant:
            found, put = ask(cases, assistant)
        answered.update(found)
        asked.update(put)
    for line in table(answered, asked):
        sys.stdout.write(line + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(stoppable(main))
