"""Whole processes from a standing start: what a person waits for on the command line."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

QUESTION = "How many billion dollars will Bank of China invest?"

_BARE_CHROMA = "import chromadb; chromadb.PersistentClient({store!r})"


@dataclass(frozen=True, slots=True)
class Timing:
    """Wall times of one command, seconds."""

    name: str
    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle one: what to quote."""
        return statistics.median(self.seconds)


@dataclass(frozen=True, slots=True)
class Ratio:
    """One claim: how many times as long a command takes as another."""

    claim: str
    measured: float
    at_most: float

    @property
    def holds(self) -> bool:
        """Is the claim true in this run?"""
        return self.measured <= self.at_most


def measure(runs: int, folder: Path) -> tuple[list[Timing], list[Ratio]]:
    """Time the commands in turn, so that a busy machine slows all of them alike.

    Args:
        runs: counted runs of each command, after one that warms the disk cache.
        folder: documents to ask.

    Returns:
        Timings, and the ratios of their medians with the bars they are held against.
    """
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch)
        environ = {**os.environ, "ATTESTO_HOME": str(home), "ANONYMIZED_TELEMETRY": "False"}
        # An installed program is byte-compiled, as the libraries beside it are here.
        environ.pop("PYTHONDONTWRITEBYTECODE", None)
        attesto = str(Path(sys.executable).parent / "attesto")
        store = home / "store"
        plain = home / "plain"
        _run([attesto, "index", str(folder), "--store", str(store)], environ)
        _run([sys.executable, "-m", "evals.bench.plain", "build", str(folder), str(plain)], environ)
        python = sys.executable
        chroma = _BARE_CHROMA.format(store=str(store / "chroma"))
        commands = {
            "python -c pass": [python, "-c", "pass"],
            "attesto --help": [attesto, "--help"],
            "bare Chroma open": [python, "-c", chroma],
            "attesto ask": [attesto, "ask", QUESTION, str(folder), "--store", str(store)],
            "LlamaIndex ask": [python, "-m", "evals.bench.plain", "ask", str(plain), QUESTION],
        }
        timings = _in_turn(commands, runs, environ)
    by_name = {timing.name: timing.median for timing in timings}
    bars = [
        ("attesto --help", "python -c pass", 6.0),
        ("attesto ask", "bare Chroma open", 1.5),
        ("attesto ask", "LlamaIndex ask", 1 / 3),
    ]
    ratios = [Ratio(f"{a} / {b}", by_name[a] / by_name[b], bar) for a, b, bar in bars]
    return timings, ratios


def peak_memory() -> float:
    """Return the largest resident size of any finished child, in MB."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def _in_turn(
    commands: Mapping[str, Sequence[str]], runs: int, environ: Mapping[str, str]
) -> list[Timing]:
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, command in commands.items():
            started = time.perf_counter()
            _run(command, environ)
            if turn:
                seconds[name].append(time.perf_counter() - started)
    return [Timing(name, tuple(values)) for name, values in seconds.items()]


def _run(command: Sequence[str], environ: Mapping[str, str]) -> None:
    done = subprocess.run(command, env=dict(environ), capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr.strip()}")
