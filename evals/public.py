"""``python -m evals.public --data DIR``: measure on public question sets.

A part of it is a function that takes the folder and yields lines; `--only` chooses one.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from index import IndexFault, default_embedder

from .errors import EvalFault
from .public_retrieval import measure, table
from .public_sets import retrieval_sets

_TROUBLE = 1


def retrieval(data: Path, every: int) -> Iterator[str]:
    """Is the right passage found, by pair of languages?"""
    embedder = default_embedder()
    rows = [row for found in retrieval_sets(data) for row in measure(found, embedder, every)]
    yield f"Finding the right passage, with {embedder.name}"
    yield from table(rows)


PARTS: dict[str, Callable[[Path, int], Iterator[str]]] = {"retrieval": retrieval}


def main(argv: Sequence[str] | None = None) -> int:
    """Print the figures of all parts, or of one."""
    parser = argparse.ArgumentParser(prog="python -m evals.public", description=__doc__)
    add = parser.add_argument
    add("--data", type=Path, required=True, help="folder with the sets: see docs/finding.md")
    add("--only", choices=sorted(PARTS), help="one part")
    add("--every", type=int, default=1, help="take every so-manieth question, to be quicker")
    given = parser.parse_args(argv)
    try:
        for name, part in PARTS.items():
            if given.only in (None, name):
                for line in part(given.data, given.every):
                    sys.stdout.write(line + "\n")
    except (EvalFault, IndexFault) as fault:
        sys.stderr.write(f"{fault}\n")
        return _TROUBLE
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
