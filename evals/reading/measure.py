"""What the built-in reader makes of the cases, by halves; its speed; the weights as a file."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from assistant.reader.asked import understand
from assistant.reader.crowd import MORE
from assistant.reader.evidence import SIGNS
from assistant.reader.lexicon import WordVectors
from assistant.reader.lines import FEATURES, page
from assistant.reader.reading import Reading, conclude
from assistant.reader.weights import Weights, shipped
from evals.progress import counted
from index import Embedder

from .fit import Seen, fit, half
from .jobs import each
from .peers import answers
from .table import Outcome, Row, rows_of

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def report(
    seen: Sequence[Seen], embedder: Embedder, weights: Weights | None, jobs: int = 1
) -> dict[str, Row]:
    """Measure, by halves or with these weights, in so many processes: set to its figures."""
    vectors = WordVectors(embedder.embed)
    outcomes: list[Outcome] = []
    for part in (0, 1):
        fitted = weights or fit([one for one in seen if half(one.case) != part], vectors)
        there = [one for one in seen if half(one.case) == part]
        read = each(partial(_outcome, weights=fitted, vectors=vectors), there, jobs)
        outcomes += counted(read, f"questions read, part {part + 1} of 2", len(there))
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
