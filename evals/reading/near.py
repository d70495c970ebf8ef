"""How often a near miss is answered: ``python -m evals.reading.near``.

The questions of ``questions/near`` were written by hand, in four languages, by somebody who had not
seen the rules of the reader: the folder speaks of the matter, but not of what is asked, or denies
it. Every second one was looked at when a rule was written; the others were only counted.

``questions/near/pairs.tsv`` holds pairs: a near miss, and behind it a twin that the same passage
answers. Who wrote the rules wrote them first, and looked at what became of every second one alone.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

from assistant import Assistant
from evals.cases import LANGUAGES, CaseSet
from evals.corpora import CORPORA
from evals.progress import counted, stoppable
from evals.questions.loader import QUESTIONS, load_cases

_HALVES = ("seen", "only counted")
_PAIRS = QUESTIONS / "near" / "pairs.tsv"


@dataclass(frozen=True, slots=True)
class Pair:
    """A near miss and a twin that has an answer, both in each language."""

    corpus: str
    half: str
    misses: list[str]
    twins: list[str]


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


def pairs(path: Path = _PAIRS) -> list[Pair]:
    """The pairs of near misses and twins, each in four languages."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Pair(
            near["corpus"],
            _HALVES[n % 2],
            [near[x] for x in LANGUAGES],
            [twin[x] for x in LANGUAGES],
        )
        for n, (near, twin) in enumerate(zip(rows[::2], rows[1::2], strict=True))
    ]


def pair_lines(asked: Sequence[Pair], answers: Callable[[str, str], bool]) -> Iterator[str]:
    """How many near misses and how many of their twins were answered, by half.

    Args:
        asked: the pairs.
        answers: whether a question about a corpus is answered.
    """
    for half in _HALVES:
        some = [pair for pair in asked if pair.half == half]
        misses = [answers(pair.corpus, question) for pair in some for question in pair.misses]
        twins = [answers(pair.corpus, question) for pair in some for question in pair.twins]
        yield (
            f"pairs, {half}: {sum(misses)} of {len(misses)} near misses answered, "
            f"{sum(twins)} of {len(twins)} twins"
        )


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
    with ExitStack() as opened:
        about: dict[str, Assistant] = {}
        for name in CORPORA:
            cases = load_cases(name, QUESTIONS / "near")
            about[name] = opened.enter_context(closing(Assistant.open(cases.corpus.folder)))
            found, put = ask(cases, about[name])
            answered.update(found)
            asked.update(put)
        sys.stdout.writelines(f"{line}\n" for line in table(answered, asked))
        told = pair_lines(pairs(), lambda name, text: not about[name].ask(text).declined)
        sys.stdout.writelines(f"{line}\n" for line in told)
    return 0


if __name__ == "__main__":
    raise SystemExit(stoppable(main))
