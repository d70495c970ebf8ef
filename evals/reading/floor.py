"""How many questions no language model is asked: ``python -m evals.reading.floor --data DIR``.

Those that have an answer should be few; those about something else, asked to ``seeds/``, many.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from assistant.glance import Glance
from assistant.models.seam import Request
from evals.progress import stoppable
from evals.public.own_sets import own_reading
from index import Embedder, default_embedder

from .cases import CROSSINGS, off_topic, spans
from .nouns import ReadingCase


def main() -> int:
    """Print, by set, how many questions are refused before a model is asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder with xquad.en.jsonl")
    parser.add_argument("--seeds", type=Path, default=Path("seeds"), help="documents for QALD")
    parser.add_argument("--every", type=int, default=8, help="take one question in so many")
    given = parser.parse_args()
    glance, asked, refused = Glance(), Counter[str](), Counter[str]()
    for case in _cases(given.data, given.seeds, default_embedder(), given.every):
        passages = case.passages
        request = Request(case.question, case.language, passages, (), asked_in=case.language)
        asked[case.set] += 1
        refused[case.set] += glance.see(request).nothing
    for name in sorted(asked):
        share = refused[name] / asked[name]
        _print(f"{name:28} {refused[name]:4} of {asked[name]:4} {share:.1%}")
    for kind in ("no answer", "qald"):
        _sum(f"all {kind}", [name for name in asked if kind in name], asked, refused)
    answered = [name for name in asked if "no answer" not in name and "qald" not in name]
    _sum("all with an answer", answered, asked, refused)
    return 0


def _cases(data: Path, seeds: Path, embedder: Embedder, every: int) -> Iterator[ReadingCase]:
    yield from own_reading(embedder)
    for asked, told in CROSSINGS:
        name, files = f"xquad {asked}-{told}", (f"xquad.{asked}", f"xquad.{told}")
        for case in spans(name, data, *files, embedder, every=every):
            if case.set == name and case.gold:
                yield case
    for case in spans("squad_it", data, "squad_it", "squad_it", embedder, every=4 * every):
        if case.set == "squad_it" and case.gold:
            yield case
    yield from list(off_topic(data, seeds, embedder))[:: max(1, every // 2)]


def _sum(name: str, sets: list[str], asked: Counter[str], refused: Counter[str]) -> None:
    total, gone = sum(asked[s] for s in sets), sum(refused[s] for s in sets)
    _print(f"{name:28} {gone:4} of {total:4} {gone / max(1, total):.1%}")


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    raise SystemExit(stoppable(main))
