"""Train the built-in model: `python -m index.training --data DIR --out DIR`."""

from __future__ import annotations

import argparse
import logging
import sys
import time
from dataclasses import replace
from pathlib import Path

from index.errors import FolderProblem

from .finish import add_papers, save
from .learn import Settings, Table, learn
from .plan import REHEARSAL, SHIPPED
from .prepare import prepare
from .spread import spread

log = logging.getLogger("index.training")


def main() -> int:
    """Read the arguments, train, write the folder; 0, or 1 where something is missing."""
    parser = argparse.ArgumentParser(prog="python -m index.training", description=__doc__)
    parser.add_argument(
        "--data", type=Path, required=True, help="folder of NAME.tsv.gz files of parallel text"
    )
    parser.add_argument(
        "--out", type=Path, default=Path("build/model"), help="default: build/model"
    )
    parser.add_argument(
        "--work", type=Path, help="keeps the teacher's vectors (default: `training` beside OUT)"
    )
    parser.add_argument("--seed", type=int, default=Settings().seed)
    parser.add_argument("--threads", type=int, default=2, help="threads of the teacher")
    parser.add_argument(
        "--rehearse",
        action="store_true",
        help="go the whole way in seconds, with a toy teacher: no model to use comes of it",
    )
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    try:
        _train(arguments)
    except FolderProblem as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    except ModuleNotFoundError as problem:
        sys.stderr.write(
            f"{problem.name} is not installed. `make model DATA=DIR` sets up what training needs.\n"
        )
        return 1
    return 0


def _train(arguments: argparse.Namespace) -> None:
    work = arguments.work or arguments.out.parent / "training"
    if arguments.rehearse:
        work /= "rehearsal"  # another teacher's vectors
    work.mkdir(parents=True, exist_ok=True)
    plan, seed = REHEARSAL if arguments.rehearse else SHIPPED, arguments.seed
    began = time.monotonic()
    prepared = prepare(arguments.data, work, plan, seed=seed, threads=arguments.threads)
    log.info("prepared in %.0f s; rows by step: %s", time.monotonic() - began, prepared.covered)
    table = prepared.table
    learn(table, prepared.corpus, replace(plan.first, seed=seed), _report)
    corpus = spread(table, prepared.corpus, seed)
    learn(table, corpus, replace(plan.second, seed=seed + 1), _report)
    save(arguments.out, table, prepared.vocabulary)
    add_papers(arguments.out, table, prepared.vocabulary)
    log.info("written to %s after %.0f s", arguments.out, time.monotonic() - began)


def _report(step: int, loss: float, table: Table) -> None:
    if step % 500 == 0:
        log.info("step %d, loss %.3f", step, loss)


if __name__ == "__main__":
    sys.exit(main())
