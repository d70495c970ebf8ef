"""The page: from a standing start, for one reader, and for many at once.

``python -m evals.bench.page`` prints it, with what else the machine was doing.
"""

from __future__ import annotations

import argparse
import math
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from assistant import Assistant
from evals.progress import stoppable

from .cold import Ratio
from .readers import FIRST, OURS, Reader, alone, crowd, served

_BARE = """
import chromadb, gradio, sys
chromadb.PersistentClient(sys.argv[2])
gradio.ChatInterface(lambda message, history: message).launch(server_port=int(sys.argv[1]))
"""
PARTS = ("ready", "alone", "crowd")
AT_ONCE = 50
"""Readers who are all to be answered; of more, some may be told that the page is busy."""


def ready(runs: int, folder: Path) -> tuple[list[float], list[float]]:
    """Time whole processes until their page is served, ours and a bare one in turn.

    Returns:
        Seconds of a bare ``ChatInterface`` beside a bare Chroma, and of ours.
    """
    with tempfile.TemporaryDirectory(prefix="attesto-page-") as scratch:
        store = Path(scratch) / "store"
        Assistant.open(folder, store=store).close()
        bare: list[float] = []
        ours: list[float] = []
        for turn in range(runs + 1):
            for code, times in ((_BARE, bare), (OURS, ours)):
                place = str(store / "chroma") if code is _BARE else str(store)
                with served(code, place, str(folder)) as (_, seconds):
                    if turn:  # the first warms the disk cache
                        times.append(seconds)
    return bare, ours


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least this share of them does not exceed."""
    ranked = sorted(values)
    # Rounded first: as a float 0.07 * 100 is a little more than 7.
    return ranked[max(0, math.ceil(round(share * len(ranked), 9)) - 1)]


def measure_page(
    runs: int,
    folder: Path,
    readers: Sequence[int] = (50, 200),
    parts: Sequence[str] = PARTS,
) -> tuple[list[str], list[Ratio]]:
    """Measure the page.

    Args:
        runs: counted starts of each page, first questions, and crowds of each size.
        folder: documents to serve.
        readers: how many ask at once, one crowd after the other.
        parts: some of :data:`PARTS`.

    Returns:
        Lines for people, and the claims. Of several runs the median counts, but for who was lost
        or sent away: there it is the sum.
    """
    lines = [f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"]
    found: list[Ratio] = []
    if "ready" in parts:
        bare, ours = (percentile(times, 0.5) for times in ready(runs, folder))
        lines.append(f"page served, median of {runs}: bare {bare:.2f} s, ours {ours:.2f} s")
        found.append(Ratio("page served / bare page", ours / bare, 1.3))
    if "alone" in parts:
        _measure_alone([alone(folder) for _ in range(runs)], lines, found)
    for count in readers if "crowd" in parts else ():
        _measure_crowd([crowd(count, folder) for _ in range(runs)], lines, found)
    lines.append(f"load {os.getloadavg()[0]:.1f}")
    return lines, found


def _measure_alone(runs: Sequence[Sequence[Reader]], lines: list[str], found: list[Ratio]) -> None:
    firsts = [fared[0].first for fared in runs]
    later = [reader.first for fared in runs for reader in fared[1:]]
    lines.append(
        f"built-in answer, first text after enter: the first question of a page "
        f"{percentile(firsts, 0.5):.2f} s (slowest of {len(firsts)} {max(firsts):.2f}), "
        f"later ones {percentile(later, 0.5):.2f} s (slowest of {len(later)} {max(later):.2f})"
    )
    unanswered = sum(reader.outcome != "done" for fared in runs for reader in fared)
    found.append(Ratio("built-in answer, none given", unanswered, 0))
    found.append(Ratio("built-in answer, first text, s", percentile(firsts, 0.5), 0.5))
    found.append(Ratio("built-in answer, later ones, s", percentile(later, 0.5), 0.5))


def _measure_crowd(runs: Sequence[Sequence[Reader]], lines: list[str], found: list[Ratio]) -> None:
    lates = []
    count, lost, busy = len(runs[0]), 0, 0
    for fared in runs:
        counts = {name: sum(r.outcome == name for r in fared) for name in ("done", "busy", "lost")}
        added = [r.first - FIRST for r in fared if r.outcome == "done"]
        # Of a crowd in which nobody was answered there is no first text, and no claim about it.
        middle, late = (percentile(added or [math.inf], share) for share in (0.5, 0.95))
        lates.append(late)
        lost += counts["lost"]
        busy += counts["busy"]
        lines.append(
            f"{count} at once: {counts['done']} answered, {counts['busy']} told it is busy, "
            f"{counts['lost']} lost; first text over the model's own: median {middle:.2f} s, "
            f"p95 {late:.2f} s"
        )
    found.append(Ratio(f"{count} readers, lost", lost, 0))
    if count <= AT_ONCE:  # all of them have a place: to send one away is no answer
        found.append(Ratio(f"{count} readers, told it is busy", busy, 0))
        found.append(Ratio(f"{count} readers, first text p95, s", percentile(lates, 0.5), 1.5))


def main() -> int:
    """Print what was measured; exit code 1 when a claim does not hold in this run."""
    parser = argparse.ArgumentParser(prog="python -m evals.bench.page", description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="counted runs of each part")
    parser.add_argument("--folder", type=Path, default=Path("seeds"))
    parser.add_argument("--readers", type=int, nargs="*", default=[50, 200])
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, help="some parts")
    given = parser.parse_args()
    lines, found = measure_page(given.runs, given.folder, given.readers, given.only)
    for ratio in found:
        held = "ok" if ratio.holds else "NO"
        lines.append(f"{ratio.claim:34} {ratio.measured:8.2f} {ratio.at_most:8.2f}   {held}")
    sys.stdout.write("\n".join(lines) + "\n")
    return 0 if all(ratio.holds for ratio in found) else 1


if __name__ == "__main__":
    raise SystemExit(stoppable(main))
