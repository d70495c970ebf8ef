"""The memory of a process and its children, seen from outside."""

import os
import sys
from pathlib import Path

import pytest

from evals.bench.memory import watched

HOLDS = "import time; held = bytearray(80 << 20); held[::4096] = b'x' * len(held[::4096]); "
WAITS = "time.sleep(1.5)"


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="told by Linux alone")
def test_a_child_counts_with_its_parent():
    alone = [sys.executable, "-c", HOLDS + WAITS]
    child = f"subprocess.run([sys.executable, '-c', {HOLDS + WAITS!r}])"
    both = [sys.executable, "-c", HOLDS + f"import subprocess, sys; {child}"]
    environ = dict(os.environ)
    done, one = watched(alone, environ)
    assert done.returncode == 0
    assert 80 < one < 160
    assert 160 < watched(both, environ)[1] < 240


def test_what_a_command_prints_and_how_it_ends_is_kept():
    done, _ = watched([sys.executable, "-c", "print('so'); raise SystemExit(3)"], dict(os.environ))
    assert (done.returncode, done.stdout.strip()) == (3, "so")
