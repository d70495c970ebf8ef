"""``make bench``: print how long things take, and whether the claims of the README hold."""

from __future__ import annotations

import argparse
import platform
import sys
from pathlib import Path

from .cold import measure, peak_memory


def main() -> int:
    """Run the benchmark; exit code 1 when a claim does not hold in this run."""
    parser = argparse.ArgumentParser(prog="python -m evals.bench", description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="counted runs of each command")
    parser.add_argument("--folder", type=Path, default=Path("seeds"), help="documents to ask")
    options = parser.parse_args()
    timings, ratios = measure(options.runs, options.folder)
    out = sys.stdout.write
    out(f"Python {platform.python_version()}, {options.runs} runs, folder {options.folder}\n\n")
    out(f"{'command':24} {'median':>8} {'fastest':>8} {'slowest':>8}   (seconds, cold)\n")
    for t in timings:
        out(f"{t.name:24} {t.median:8.3f} {min(t.seconds):8.3f} {max(t.seconds):8.3f}\n")
    out(f"\n{'ratio of medians':34} {'measured':>8} {'at most':>8}\n")
    for r in ratios:
        out(f"{r.claim:34} {r.measured:8.2f} {r.at_most:8.2f}   {'ok' if r.holds else 'NO'}\n")
    out(f"\nlargest process: {peak_memory():.0f} MB\n")
    return 0 if all(r.holds for r in ratios) else 1


if __name__ == "__main__":
    raise SystemExit(main())
