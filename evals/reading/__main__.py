"""How well the built-in reader finds, shortens and declines, on public question sets.

    python -m evals.reading --data DIR [--fit] [--jobs N]

DIR holds the sets in the form that ``docs/reading.md`` describes. The table is made by halves:
weights are fitted on one half of the articles and questions and measured on the other, both ways
round, so that nothing is measured on what it was fitted on. ``--shipped`` measures the weights that
ship instead; ``--fit`` fits on everything and writes them to ``assistant/reader/weights.json``,
with the figures of the table.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from assistant.reader.lexicon import WordVectors
from assistant.reader.weights import FILE, shipped
from evals.progress import counted, stoppable
from evals.public.own_sets import own_reading
from index import default_embedder

from .cases import parts
from .fit import fit, look
from .jobs import each, processors
from .measure import SEEDS, report, speed_line, written
from .table import table


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; 0, or 1 when a set is missing."""
    parser = argparse.ArgumentParser(
        prog="python -m evals.reading",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--data", type=Path, required=True, help="the folder of the sets")
    parser.add_argument("--fit", action="store_true", help="fit on everything and ship the weights")
    parser.add_argument("--shipped", action="store_true", help="measure the shipped weights")
    parser.add_argument("--jobs", type=int, default=processors(), help="processes at once")
    arguments = parser.parse_args(argv)
    embedder = default_embedder()
    try:
        sets = list(parts(arguments.data, SEEDS, embedder))
        looked = each(lambda part: look(part(), embedder.embed), sets, arguments.jobs, chunk=1)
        seen = [
            one for some in counted(looked, "groups of questions seen", len(sets)) for one in some
        ]
    except OSError as problem:
        sys.stderr.write(f"{problem.filename} cannot be read: {problem.strerror}. Give its folder "
                         "with --data.\n")  # fmt: skip
        return 1
    figures = report(seen, embedder, shipped() if arguments.shipped else None, arguments.jobs)
    own = look(own_reading(embedder), embedder.embed)
    sys.stdout.writelines(f"{line}\n" for line in table(figures))
    sys.stdout.write("\nOur own questions, with the shipped weights: none was fitted on them\n")
    sys.stdout.writelines(f"{line}\n" for line in table(report(own, embedder, shipped())))
    sys.stdout.write(f"\n{speed_line(seen, embedder)}\n")
    if arguments.fit:
        FILE.write_text(
            written(fit(seen, WordVectors(embedder.embed)), figures, embedder.name),
            encoding="utf-8",
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(stoppable(main))
