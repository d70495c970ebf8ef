"""The parent's side: extracts text in a child process, with limits of time, memory and output.

One child serves one file after another, because starting it costs as much as reading a page; after
a file that was too much for it, the next gets a new one. The parent never waits longer than its
clock says: a timer ends the child, and with it every wait on its pipes.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from index.documents import About, Detail, Furniture
from index.errors import Exhausted

from .extracted import Extracted, Unreadable

_MOST_REPLY = 100_000_000  # bytes; a text of the allowed length needs less
_START = (
    "import sys; sys.path.insert(0, sys.argv[1]);"
    "from index.formats.child import serve; serve(int(sys.argv[2]))"
)


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost."""

    seconds: float = 30.0
    memory: int = 1_500_000_000
    """Bytes of address space; of it, Python and its libraries take about 300 million."""


class Sandbox:
    """Extracts text from bytes; a context manager that ends its child."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._child: subprocess.Popen[bytes] | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def extract(self, form: str, data: bytes) -> Extracted:
        """Run an adapter over a file's bytes.

        Args:
            form: the adapter's module.
            data: the file.

        Raises:
            Unreadable: with the reason; the sandbox goes on.
            Exhausted: no process could be started; that is not the file's fault.
        """
        child = self._running()
        late = threading.Event()

        def end() -> None:
            late.set()
            child.kill()

        timer = threading.Timer(self.limits.seconds, end)
        timer.start()
        try:
            reply = _exchange(child, form, data)
        finally:
            timer.cancel()
        if reply is None:
            self._end()
            raise _ended(late.is_set(), self.limits)
        return _extracted(reply)

    def close(self) -> None:
        """End the child and remove its folder."""
        self._end()
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def _running(self) -> subprocess.Popen[bytes]:
        if self._child is None:
            try:
                self._child = self._started()
            except OSError as error:
                raise Exhausted(error) from error
        return self._child

    def _started(self) -> subprocess.Popen[bytes]:
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="attesto-")
        root = str(Path(__file__).resolve().parents[2])
        return subprocess.Popen(
            [sys.executable, "-P", "-B", "-c", _START, root, str(self.limits.memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=self._folder.name,
        )

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            _close(pipe)


def _exchange(child: subprocess.Popen[bytes], form: str, data: bytes) -> dict[str, Any] | None:
    """Send one file and read the answer; None when the child ended before it gave one."""
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        child.stdin.write(json.dumps({"format": form, "size": len(data)}).encode() + b"\n")
        child.stdin.write(data)
        child.stdin.flush()
    except OSError:
        return None
    size = child.stdout.readline()
    if not size.endswith(b"\n") or int(size) > _MOST_REPLY:
        return None
    body = child.stdout.read(int(size))
    if len(body) < int(size):
        return None
    reply: dict[str, Any] = json.loads(body)
    return reply


def _close(pipe: IO[bytes] | None) -> None:
    try:
        if pipe is not None:
            pipe.close()
    except OSError:  # what was not sent yet cannot be sent any more
        return


def _ended(late: bool, limits: Limits) -> Unreadable:
    if late:
        return Unreadable(
            "timeout",
            f"Reading it takes more than {limits.seconds:g} seconds. Split it, or save it as text.",
        )
    return Unreadable(
        "crash", "The program that reads this format broke down over it. Save it as text."
    )


def _extracted(reply: dict[str, Any]) -> Extracted:
    if "reason" in reply:
        raise Unreadable(reply["reason"], reply["detail"])
    about = {name: Detail(**told) for name, told in reply["about"].items() if told}
    return Extracted(
        text=reply["text"],
        encoding=reply["encoding"],
        pages=tuple(reply["pages"]),
        marks=tuple(Furniture(**mark) for mark in reply["marks"]),
        about=About(**about),
        remarks=tuple(reply["remarks"]),
    )
