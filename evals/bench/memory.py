"""How much memory a process and its children hold together, seen from outside."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

_EVERY = 0.2
"""Seconds between two looks: long enough not to disturb what is timed."""


def watched(
    command: Sequence[str], environ: dict[str, str]
) -> tuple[subprocess.CompletedProcess[str], float]:
    """Run a command to its end; tell the most that it and its children held at one time.

    Args:
        command: what to run; its output is captured.
        environ: its environment.

    Returns:
        How it ended, and megabytes: pages that several of them share are counted once (PSS). 0
        where the system does not tell.
    """
    peak = 0.0
    with subprocess.Popen(
        command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        while True:
            try:
                output, errors = process.communicate(timeout=_EVERY)
                break
            except subprocess.TimeoutExpired:
                peak = max(peak, sum(_held(pid) for pid in _family(process.pid)))
    return subprocess.CompletedProcess(command, process.returncode, output, errors), peak


def _family(pid: int) -> Iterator[int]:
    """A process and all that it started."""
    yield pid
    for thread in Path(f"/proc/{pid}/task").glob("*"):
        for child in _read(thread / "children").split():
            yield from _family(int(child))


def _held(pid: int) -> float:
    for line in _read(Path(f"/proc/{pid}/smaps_rollup")).splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0


def _read(path: Path) -> str:
    """The text of a file of the system; nothing once the process has ended."""
    try:
        return path.read_text(encoding="ascii")
    except OSError:
        return ""
