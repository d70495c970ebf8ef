"""A process that syncs and is killed at a step: run by the tests, which talk to it in JSON lines.

A step is every SQL statement and every file that is opened, renamed or removed in the store. The
process imports what it needs once and forks for each request, so that a kill costs little. It
needs nothing in the product: SQLite and Python tell of their steps themselves.
"""

import json
import os
import resource
import signal
import sys
import threading
from pathlib import Path

import chromadb  # noqa: F401 imported before forking, opened only after
from town import WordEmbedder

from index import FolderIndex
from index.errors import StoreFull

_FILES = ("open", "os.remove", "os.rename", "os.rmdir")


class Steps:
    """Counts steps, and kills its own process at one of them."""

    def __init__(self, store, last):
        self.store, self.last, self.done = store, last, 0

    def hook(self, event, args):
        if event in _FILES and str(args[0]).startswith(self.store):
            self.step(event)

    def step(self, _):
        self.done += 1
        if self.done == self.last:
            os.kill(os.getpid(), signal.SIGKILL)


def sync(request):
    steps = Steps(request["store"], request.get("at"))
    sys.addaudithook(steps.hook)
    if "after" in request:
        kill = (os.getpid(), signal.SIGKILL)
        threading.Timer(request["after"], os.kill, kill).start()
    if "room" in request:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (request["room"], request["room"]))
    index = FolderIndex.open(Path(request["folder"]), Path(request["store"]), WordEmbedder())
    index._syncer.at_a_time = request.get("at_a_time", 1_000)
    index._syncer.much = request.get("much", index._syncer.much)
    index.catalogue.connection.set_trace_callback(steps.step)
    index.sync()
    index.close()
    return steps.done


def child(request, out):
    """Do what was asked; the exit code says how it ended, unless it was killed."""
    try:
        os.write(out, str(sync(request)).encode())
        code = 0
    except StoreFull:
        code = 3
    os._exit(code)


def main():
    for line in sys.stdin:
        into, out = os.pipe()
        pid = os.fork()
        if not pid:
            child(json.loads(line), out)
        os.close(out)
        status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        told = os.read(into, 100).decode()
        os.close(into)
        sys.stdout.write(json.dumps({"status": status, "steps": int(told or 0)}) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
