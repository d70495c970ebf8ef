"""What Chroma raises, in our words: its errors have no class in common."""

from __future__ import annotations

from pathlib import Path

from .errors import Exhausted, StoreDamaged, StoreFull, StoreProblem
from .sqlite_faults import no_files

_NO_ROOM = ("disk I/O", "is full", "No space", "File too large", "code: 778")
_NO_FILES = "Too many open files"
_CANNOT_OPEN = "unable to open database file"
_INTERRUPTED = "KeyboardInterrupt"
_NEEDED = 20
"""Files that Chroma opens at a time, and a few: without them its engine aborts the process."""
PANIC = "PanicException"  # what the engine, written in Rust, raises when it fails an assertion


def check_files() -> None:
    """Make sure that Chroma can open its files.

    Raises:
        Exhausted: this process may not open so many.
    """
    if refused := no_files(_NEEDED):
        raise Exhausted(refused)


def is_interrupt(error: BaseException) -> bool:
    """Tell whether Ctrl-C ended what the engine did: it makes an error of its own of that."""
    return isinstance(error, Exception) and str(error).lstrip().startswith(_INTERRUPTED)


def translate(error: BaseException, path: Path) -> StoreProblem | Exhausted:
    """Return the error that tells what can be done: room made, files closed, the index rebuilt."""
    if isinstance(error, Exhausted):
        return error
    what = f"{type(error).__name__}: {error}"
    if _NO_FILES in what or (_CANNOT_OPEN in what and no_files()):
        return Exhausted(what)
    if any(sign in what for sign in _NO_ROOM):
        return StoreFull(
            f"The disk is full or failing while writing {path} ({what}). Free some room and run "
            "the same command again; what was indexed before is safe."
        )
    return StoreDamaged(
        f"The vector index in {path} cannot be used ({what}). "
        "Run `attesto rebuild`: it is made again from the catalogue without embedding anew."
    )
