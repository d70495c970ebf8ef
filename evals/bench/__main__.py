"""``make bench``: how long things take and how much memory, beside the plain pipeline.

Every claim is a ratio of two things measured in this run, on this machine: what else the machine
does slows both. The exit code is 1 when a claim does not hold.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from evals.progress import stoppable

from .chart import growth_chart
from .cold import Ratio, Timing, measure, peak_memory
from .page import measure_page
from .scale import Size, growth, measure_rescan, measure_sizes, ratios
from .sent import Sent, measure_sent

_PARTS = ("cold", "sent", "page", "sizes", "rescan")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the benchmark; exit code 1 when a claim does not hold in this run."""
    given = _parser().parse_args(argv)
    parts = given.only or _PARTS
    found: list[Ratio] = []
    _out(f"Python {platform.python_version()} on {platform.machine()}\n")
    if "cold" in parts:
        timings, cold = measure(given.runs, given.folder)
        found += cold
        _write(_cold_lines(timings))
    if "sent" in parts:
        ours, plain = measure_sent()
        _write(_sent_lines(ours, plain))
        if plain:
            found.append(Ratio("tokens sent / LlamaIndex's", ours.tokens / plain.tokens, 1.0))
    if "page" in parts:
        lines, page = measure_page(min(given.runs, 3), given.folder)
        found += page
        _write(iter(lines))
    with tempfile.TemporaryDirectory(prefix="attesto-bench-") as scratch:
        sizes = measure_sizes(given.sizes, Path(scratch), _say) if "sizes" in parts else []
        scan = measure_rescan(Path(scratch), _say) if "rescan" in parts else None
    _write(_size_lines(sizes))
    found += ratios(sizes, scan)
    _write(_ratio_lines(found))
    if given.svg and sizes:
        given.svg.write_text(growth_chart("How it grows", growth(sizes)), "utf-8")
    if given.json:
        told = {"sizes": [asdict(size) for size in sizes], "rescan": scan,
                "ratios": [asdict(ratio) for ratio in found]}  # fmt: skip
        given.json.write_text(json.dumps(told, indent=1) + "\n", "utf-8")
    return 0 if all(ratio.holds for ratio in found) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evals.bench", description=__doc__)
    add = parser.add_argument
    add("--runs", type=int, default=5, help="counted runs of each cold command")
    add("--folder", type=Path, default=Path("seeds"), help="documents to ask, cold")
    add("--sizes", type=int, nargs="+", default=[1_000, 10_000], help="chunks of each index")
    add("--only", nargs="+", choices=_PARTS, help="some parts")
    add("--svg", type=Path, help="draw how it grows")
    add("--json", type=Path, help="write everything that was measured")
    return parser


def _cold_lines(timings: Sequence[Timing]) -> Iterator[str]:
    yield f"{'cold, seconds':26} {'median':>8} {'fastest':>8} {'slowest':>8}"
    for t in timings:
        yield f"  {t.name:24} {t.median:8.3f} {min(t.seconds):8.3f} {max(t.seconds):8.3f}"
    yield f"  largest process: {peak_memory():.0f} MB"


def _sent_lines(ours: Sent, plain: Sent | None) -> Iterator[str]:
    yield "tokens sent for the same coverage of the gold, on our own questions"
    for name, sent in (("ours", ours), ("LlamaIndex", plain)):
        if sent:
            share = f"{100 * sent.coverage:.1f} % covered"
            yield f"  {name:24} {sent.tokens:8.0f} tokens in {sent.k} passages, {share}"
        else:
            yield f"  {name:24} does not cover as much with twenty"


_ROWS = (
    ("index, s", "index", "seconds", 1.0),
    ("  of processor time", "index", "busy", 1.0),
    ("bare upsert, s", "upsert", "seconds", 1.0),
    ("  of processor time", "upsert", "busy", 1.0),
    ("LlamaIndex, s", "llamaindex", "seconds", 1.0),
    ("  of processor time", "llamaindex", "busy", 1.0),
    ("split 300 articles, ms", "split", "seconds", 1000.0),
    ("  SentenceSplitter, ms", "split", "plain", 1000.0),
    ("one file changed, ms", "change", "seconds", 1000.0),
    ("search p50, ms", "search", "ours_p50", 1000.0),
    ("search p95, ms", "search", "ours_p95", 1000.0),
    ("  bare query p50, ms", "search", "bare_p50", 1000.0),
    ("  bare query p95, ms", "search", "bare_p95", 1000.0),
    ("  LlamaIndex p50, ms", "search", "llama_p50", 1000.0),
    ("  LlamaIndex p95, ms", "search", "llama_p95", 1000.0),
    ("answer p50, ms", "answer", "seconds", 1000.0),
    ("recall@20 of search, %", "recall", "ours", 100.0),
    ("  of Chroma, %", "recall", "recall", 100.0),
    ("indexing, MB", "index", "peak_mb", 1.0),
    ("answering, MB", "answer", "peak_mb", 1.0),
)


def _size_lines(sizes: Sequence[Size]) -> Iterator[str]:
    if not sizes:
        return
    yield f"{'chunks':26}" + "".join(f"{s.tasks['index']['chunks']:12,.0f}" for s in sizes)
    for name, task, value, scale in _ROWS:
        cells = [s.tasks.get(task, {}).get(value) for s in sizes]
        shown = ["·" if cell is None else f"{scale * cell:,.1f}" for cell in cells]
        yield f"  {name:24}" + "".join(f"{cell:>12}" for cell in shown)


def _ratio_lines(found: Sequence[Ratio]) -> Iterator[str]:
    yield f"{'claim':46} {'measured':>8} {'at most':>8}"
    for r in found:
        yield f"  {r.claim:44} {r.measured:8.3f} {r.at_most:8.3f}   {'ok' if r.holds else 'NO'}"


def _write(lines: Iterator[str]) -> None:
    text = "\n".join(lines)
    if text:
        _out(f"\n{text}\n")


def _out(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def _say(text: str) -> None:
    sys.stderr.write(f"… {text}\n")


if __name__ == "__main__":
    raise SystemExit(stoppable(main))
