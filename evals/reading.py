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
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from assistant.reader.evidence import SIGNS
from assistant.reader.lexicon import WordVectors
from assistant.reader.lines import FEATURES
from assistant.reader.reading import Reading, conclude
from assistant.reader.weights import FILE, Weights, shipped
from index import Embedder, default_embedder

from .progress import counted, stoppable
from .reading_cases import read_cases
from .reading_fit import Seen, fit, half, look

SEEDS = Path(__file__).resolve().parents[1] / "seeds"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the reader did with one case."""

    set: str
    answerable: bool
    answered: bool
    found: bool
    """The quotes hold a whole gold answer, in its place."""
    quoted: int
    """Characters."""
    short: bool
    short_right: bool
    """The short answer was read from the gold span, or holds it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; 0, or 1 when a set is missing."""
    parser = argparse.ArgumentParser(prog="python -m evals.reading", description=__doc__)
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
    sys.stdout.write(table(figures))
    if arguments.fit:
        FILE.write_text(written(fit(seen), figures, embedder.name), encoding="utf-8")
    return 0


def report(
    seen: Sequence[Seen], embedder: Embedder, weights: Weights | None
) -> dict[str, dict[str, float]]:
    """Measure, by halves or with these weights: set to name of the figure to figure."""
    vectors = WordVectors(embedder.embed)
    outcomes: list[Outcome] = []
    for part in (0, 1):
        fitted = weights or fit([one for one in seen if half(one.case) != part])
        there = [one for one in seen if half(one.case) == part]
        counting = counted(there, f"questions read, part {part + 1} of 2", len(there))
        outcomes += [_outcome(one, fitted, vectors) for one in counting]
    sets = list(dict.fromkeys(outcome.set for outcome in outcomes))
    return {name: _figures([o for o in outcomes if o.set == name]) for name in sets}


def _outcome(one: Seen, weights: Weights, vectors: WordVectors) -> Outcome:
    reading = conclude(one.asked, one.page, weights, vectors)
    right = {line for line, is_right in zip(one.page.lines, one.right, strict=True) if is_right}
    return Outcome(
        one.case.set,
        one.case.answerable,
        bool(reading.quoted),
        any(line in right for line in reading.quoted),
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


def _figures(outcomes: Sequence[Outcome]) -> dict[str, float]:
    figures: dict[str, float] = {"questions": len(outcomes)}
    there = [o for o in outcomes if o.answerable]
    gone = [o for o in outcomes if not o.answerable]
    if there:
        figures["answered"] = _share(o.answered for o in there)
    if gone:
        figures["declined"] = _share(not o.answered for o in gone)
    if there and gone:
        figures["balanced"] = (figures["answered"] + figures["declined"]) / 2
    if any(o.found for o in there):
        figures["found"] = _share(o.found for o in there)
        figures["characters"] = float(np.median([o.quoted for o in there]))
        short = [o for o in there if o.short]
        figures["short"] = len(short) / len(there)
        figures["short right"] = _share(o.short_right for o in short)
    return figures


def _share(told: Any) -> float:
    values = [bool(value) for value in told]
    return sum(values) / max(1, len(values))


COLUMNS = ("questions", "answered", "declined", "balanced", "found", "characters", "short",
           "short right")  # fmt: skip


def table(figures: Mapping[str, Mapping[str, float]]) -> str:
    """Write the figures as a table, one set a line."""
    width = max(map(len, figures))
    lines = [" ".join([" " * width, *(f"{name:>11}" for name in COLUMNS)])]
    for name, row in figures.items():
        cells = [_cell(column, row.get(column)) for column in COLUMNS]
        lines.append(" ".join([f"{name:<{width}}", *(f"{cell:>11}" for cell in cells)]))
    return "\n".join(lines) + "\n"


def _cell(column: str, value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:.0f}" if column in ("questions", "characters") else f"{value:.3f}"


def written(weights: Weights, figures: Mapping[str, Mapping[str, float]], embedder: str) -> str:
    """The text of ``weights.json``."""
    data = {
        "about": "Written by python -m evals.reading --fit. The figures were measured by halves.",
        "embedder": embedder,
        "line": dict(zip(FEATURES, _rounded(weights.line), strict=True)),
        "enough": weights.enough,
        "room": weights.room,
        "evidence": _named(weights.evidence),
        "crowd": _named(weights.crowd),
        "answered": weights.answered,
        "crowded": weights.crowded,
        "lead": dict(weights.lead),
        "figures": {k: {n: round(v, 3) for n, v in row.items()} for k, row in figures.items()},
    }
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


def _named(row: Any) -> dict[str, float]:
    pairs = zip((*SIGNS, "constant"), _rounded(row), strict=True)
    return {name: value for name, value in pairs if value}


def _rounded(row: Any) -> list[float]:
    return [round(float(value), 4) for value in row]


if __name__ == "__main__":
    raise SystemExit(stoppable(main))
