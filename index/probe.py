"""Chroma, opened in another process: damaged files may crash whoever opens them.

Asked only after a writer was killed; the files of a store that was left in order are known by
their seal.
"""

from __future__ import annotations

import io
import json
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from .embed import Vectors
from .errors import Exhausted

_PATIENCE = 300  # seconds; a graph of garbage may be searched for ever
_TOLERANCE = 1e-3

_CHILD = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from index.probe import _main"


def probe(path: Path, vectors: Sequence[Vectors]) -> str:
    """Have Chroma find vectors that it holds.

    Args:
        path: Chroma's folder.
        vectors: of unit length, each of shape ``(dimension,)``; it must hold every one of them.

    Returns:
        What is wrong; empty when each was found.
    """
    given = io.BytesIO()
    np.save(given, np.stack(vectors))
    command = [sys.executable, "-c", f"{_CHILD}; _main()", json.dumps(sys.path), str(path)]
    try:
        done = subprocess.run(
            command, input=given.getvalue(), capture_output=True, timeout=_PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        return "it does not answer"
    except OSError as error:
        raise Exhausted(error) from error
    if done.returncode < 0:
        return "it crashes when it is opened"
    if done.returncode:
        return "it cannot be opened"
    return done.stdout.decode().strip()


def _main() -> None:
    from .errors import StoreDamaged, StoreProblem
    from .store import ChromaStore

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what Ctrl-C means
    store = ChromaStore(Path(sys.argv[2]))
    wrong = ""
    try:
        for vector in np.load(io.BytesIO(sys.stdin.buffer.read())):
            nearest = store.nearest(vector, 1)
            if not nearest or abs(max(nearest.values()) - 1) > _TOLERANCE:
                wrong = "a passage is not found by its own vector"
    except StoreProblem as problem:
        wrong = problem.why if isinstance(problem, StoreDamaged) else str(problem)
    sys.stdout.write(wrong)
