"""Syncs in a process of its own, which may be killed at it: the parent's side of ``killing.py``."""

import json
import os
import subprocess
import sys
from pathlib import Path

KILLED = -9
FULL = 3


class Runner:
    """``runner(folder, store, at=7)`` kills the sync at step 7; see ``killing.py``."""

    def __init__(self):
        here = Path(__file__).parent
        self.process = subprocess.Popen(
            [sys.executable, str(here / "killing.py")],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env={**os.environ, "PYTHONPATH": f"{here.parent.parent}", "PYTHONWARNINGS": "ignore"},
        )  # fmt: skip

    def __call__(self, folder, store, **how):
        request = {"folder": str(folder), "store": str(store), **how}
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def close(self):
        self.process.communicate()
