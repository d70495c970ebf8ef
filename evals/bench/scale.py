"""How the index fares beside the plain pipeline and bare Chroma, and how it grows."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from .chart import Line, Plot
from .cold import Ratio
from .memory import watched
from .text import PARAGRAPHS, write_articles

_PLAIN_UP_TO = 20_000
"""Chunks. The plain pipeline is not made wait for beyond."""
_CLAIMED_FROM = 10_000
"""Chunks. Below, what is measured is shown and not judged."""
_LARGE = 100_000
_FILES = 10_000
"""Of the folder that is scanned again."""

Measured = Mapping[str, Mapping[str, float]]
"""By task: what it measured."""

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Size:
    """One size of index with everything that was measured on it."""

    chunks: int
    tasks: Measured


def measure_sizes(sizes: list[int], scratch: Path, say: Say) -> list[Size]:
    """Make folders of these sizes, index them and search them.

    Args:
        sizes: chunks of each folder, about.
        scratch: where folders and stores are made.
        say: told what is being measured.
    """
    return [Size(chunks, _measure(chunks, scratch / str(chunks), say)) for chunks in sizes]


def measure_rescan(scratch: Path, say: Say) -> Mapping[str, float]:
    """Look at ten thousand unchanged files again, beside a bare walk."""
    folder, store = scratch / "files", scratch / "files.store"
    write_articles(folder, _FILES, paragraphs=0)
    say(f"rescan of {_FILES:,} files")
    _task("index", folder, store)
    return _task("rescan", folder, store)


def ratios(sizes: list[Size], rescan: Mapping[str, float] | None) -> Iterator[Ratio]:
    """Hold what was measured against what is claimed, at the sizes it is claimed of."""
    for size in sizes:
        if size.chunks < _CLAIMED_FROM:
            continue
        at = f"{size.chunks:,} chunks: "
        t = size.tasks
        index, upsert, search = t["index"], t["upsert"], t["search"]
        if "split" in t:
            split = t["split"]
            yield Ratio(at + "split / SentenceSplitter", split["seconds"] / split["plain"], 1 / 10)
        if "llamaindex" in t:
            yield from _both(at + "index / LlamaIndex", index, t["llamaindex"], 1 / 3)
            yield Ratio(at + "search p50 / LlamaIndex", search["ours_p50"] / search["llama_p50"], 1)
        yield from _both(at + "index / bare upsert", index, upsert, 1.3)
        yield Ratio(at + "search p95 / bare query", search["ours_p95"] / search["bare_p95"], 2)
        yield Ratio(at + "1 - recall@20 of search", 1 - t["recall"]["ours"], 0.01)
        yield Ratio(at + "1 - recall@20 of Chroma", 1 - t["recall"]["recall"], 0.01)
        # A search takes what it takes: a hundredth of a small index is less than that.
        changed = t["change"]["seconds"] / index["seconds"]
        bar = 0.01 if size.chunks >= _LARGE else 0.1
        yield Ratio(at + "one change / whole index", changed, bar)
        yield Ratio(at + "indexing, MB / 700", index["peak_mb"] / 700, 1)
        yield Ratio(at + "answering, MB / 500", t["answer"]["peak_mb"] / 500, 1)
    if rescan:
        yield Ratio(f"rescan of {_FILES:,} / walk", rescan["seconds"] / rescan["walk"], 5)
        yield Ratio("rescan: files written or embedded", rescan["written"], 0)


_INDEXING = (
    ("whole index", "index", "seconds", "a"),
    ("one file changed", "change", "seconds", "d"),
    ("bare upsert", "upsert", "seconds", "b"),
    ("LlamaIndex", "llamaindex", "seconds", "c"),
)
"""Drawn: name, task, value, colour; with a sign where the line is dashed."""
_ASKING = (
    ("answer, p50", "answer", "seconds", "d"),
    ("search, p50", "search", "ours_p50", "a"),
    ("search, p95", "search", "ours_p95", "a-"),
    ("bare query, p50", "search", "bare_p50", "b"),
    ("bare query, p95", "search", "bare_p95", "b-"),
    ("LlamaIndex, p50", "search", "llama_p50", "c"),
    ("LlamaIndex, p95", "search", "llama_p95", "c-"),
)
_MEMORY = (("indexing", "index", "peak_mb", "a"), ("answering", "answer", "peak_mb", "d"))
_RECALL = (("search", "recall", "ours", "a"), ("Chroma's own", "recall", "recall", "b"))


def growth(sizes: list[Size]) -> list[Plot]:
    """Return what is drawn by number of chunks: seconds, milliseconds, memory, recall."""

    def lines(scale: float, wanted: Sequence[tuple[str, str, str, str]]) -> dict[str, Line]:
        found: dict[str, Line] = {}
        for name, task, value, look in wanted:
            points = [
                (size.tasks["index"]["chunks"], scale * size.tasks[task][value])
                for size in sizes
                if value in size.tasks.get(task, {})
            ]
            if points:
                found[name] = Line(points, look[0], dashed=look.endswith("-"))
        return found

    return [
        Plot("Indexing", "seconds", lines(1, _INDEXING)),
        Plot("Asking", "milliseconds", lines(1000, _ASKING)),
        Plot("Memory at most", "MB", lines(1, _MEMORY), least=0, bars=(700, 500)),
        Plot("Recall of the 20 nearest", "%", lines(100, _RECALL), least=98, bars=(99,)),
    ]


def _both(
    claim: str, one: Mapping[str, float], other: Mapping[str, float], bar: float
) -> Iterator[Ratio]:
    """By the clock, where two cores share the work; and by processor time, whoever else works."""
    yield Ratio(claim, one["seconds"] / other["seconds"], bar)
    yield Ratio(f"{claim}, processor", one["busy"] / other["busy"], bar)


def _measure(chunks: int, place: Path, say: Say) -> Measured:
    folder, ours, bare, plain = (place / name for name in ("folder", "ours", "bare", "plain"))
    write_articles(folder, max(1, chunks // PARAGRAPHS))
    tasks: dict[str, Mapping[str, float]] = {}

    def run(name: str, *arguments: object) -> None:
        say(f"{chunks:,} chunks: {name}")
        tasks[name] = _task(name, *arguments)

    if chunks <= _PLAIN_UP_TO:
        run("split", folder, 300)
    run("index", folder, ours)
    run("upsert", ours, bare)
    if chunks <= _PLAIN_UP_TO:
        run("llamaindex", folder, plain)
    run("search", folder, ours, bare, plain if chunks <= _PLAIN_UP_TO else "-")
    run("recall", ours)
    run("answer", folder, ours)
    run("change", folder, ours)
    return tasks


def _task(name: str, *arguments: object) -> Mapping[str, float]:
    command = [sys.executable, "-m", "evals.bench.tasks", name, *map(str, arguments)]
    environ = {**os.environ, "ANONYMIZED_TELEMETRY": "False"}
    if name == "index":  # the only one that starts another; to look costs what is timed elsewhere
        done, peak = watched(command, environ)
    else:
        done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
        peak = 0.0
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr.strip()}")
    result: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    if "peak_mb" in result:  # a spike of its own may fall between two looks from outside
        return {**result, "peak_mb": max(peak, result["peak_mb"])}
    return result
