"""How well the built-in reader finds, shortens and declines, on public question sets.

    python -m evals.reading --data DIR [--fit]

DIR holds the sets in the form that ``docs/reading.md`` describes. The table is made by halves:
weights are fitted on one half of the articles and questions and measured on the other, both ways
round, so that nothing is measured on what it was fitted on. ``--shipped`` measures the weights that
ship instead; ``--fit`` fits on everything and writes them to ``assistant/reader/weights.json``,
with the figures of the table.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from assistant.reader.asked import understand
from assistant.reader.crowd import MORE
from assistant.reader.evidence import SIGNS
from assistant.reader.lexicon import WordVectors
from assistant.reader.lines import FEATURES, page
from assistant.reader.reading import Reading, conclude
from assistant.reader.weights import FILE, Weights, shipped
from index import Embedder, default_embedder

from .own_sets import own_reading
from .progress import counted, stoppable
from .reading_cases import read_cases
from .reading_fit import Seen, fit, half, look
from .reading_peers import answers
from .reading_table import Outcome, Row, rows_of, table

SEEDS = Path(__file__).resolve().parents[1] / "seeds"


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
    arguments = parser.parse_args(argv)
    embedder = default_embedder()
    try:
        gathered = counted(read_cases(arguments.data, SEEDS, embedder), "questions searched for")
        seen = look(gathered, embedder.embed)
    except OSError as problem:
        sys.stderr.write(f"{problem.filename} cannot be read: {problem.strerror}. Give its folder "
                         "with --data.\n")  # fmt: skip
        return 1
    figures = report(seen, embedder, shipped() if arguments.shipped else None)
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


def report(seen: Sequence[Seen], embedder: Embedder, weights: Weights | None) -> dict[str, Row]:
    """Measure, by halves or with these weights: set to its figures."""
    vectors = WordVectors(embedder.embed)
    outcomes: list[Outcome] = []
    for part in (0, 1):
        fitted = weights or fit([one for one in seen if half(one.case) != part], vectors)
        there = [one for one in seen if half(one.case) == part]
        counting = counted(there, f"questions read, part {part + 1} of 2", len(there))
        outcomes += [_outcome(one, fitted, vectors) for one in counting]
    return rows_of(outcomes)


def _outcome(one: Seen, weights: Weights, vectors: WordVectors) -> Outcome:
    reading = conclude(one.asked, one.page, weights, vectors)
    return Outcome(
        one.case.set,
        one.case.cluster,
        one.case.answerable,
        bool(reading.quoted),
        answers(one.case, reading.quoted),
        sum(len(line.text) for line in reading.quoted),
        bool(reading.short),
        _is_right(reading, one),
    )


def _is_right(reading: Reading, one: Seen) -> bool:
    if not reading.fact:
        return False
    line, fact = reading.quoted[0], reading.fact
    hit = line.passage.hit
    start = hit.start + line.start + fact.start
    end = hit.start + line.start + fact.end
    return any(g.file == hit.file and start < g.end and g.start < end for g in one.case.gold)


def speed_line(seen: Sequence[Seen], embedder: Embedder) -> str:
    """Processor time of reading alone, search left out: a hundred questions, evenly drawn."""
    some = seen[:: max(1, len(seen) // 100)]
    vectors, weights = WordVectors(embedder.embed), shipped()
    before = time.process_time()
    for one in some:
        asked = understand(one.case.question, one.case.language)
        found = page(asked, one.case.passages, embedder.embed, vectors)
        conclude(asked, found, weights, vectors)
    spent = 1000 * (time.process_time() - before) / max(1, len(some))
    return f"reading takes {spent:.0f} ms of processor time a question, search left out"


def written(weights: Weights, rows: Mapping[str, Row], embedder: str) -> str:
    """The text of ``weights.json``."""
    data = {
        "about": "Written by python -m evals.reading --fit. The figures were measured by halves.",
        "embedder": embedder,
        "line": dict(zip(FEATURES, _rounded(weights.line), strict=True)),
        "enough": weights.enough,
        "room": weights.room,
        "evidence": _named(weights.evidence),
        "crowd": _named(weights.crowd),
        "among": _named(weights.among, (*SIGNS, *MORE)),
        "answered": weights.answered,
        "crowded": weights.crowded,
        "lead": dict(weights.lead),
        "figures": {name: _means(row) for name, row in rows.items()},
    }
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


def _means(row: Row) -> dict[str, float]:
    return {"questions": row.questions} | {n: round(v.mean, 3) for n, v in row.figures.items()}


def _named(row: Any, signs: Sequence[str] = SIGNS) -> dict[str, float]:
    pairs = zip((*signs, "constant"), _rounded(row), strict=True)
    return {name: value for name, value in pairs if value}


def _rounded(row: Any) -> list[float]:
    return [round(float(value), 4) for value in row]


if __name__ == "__main__":
    raise SystemExit(stoppable(main))
