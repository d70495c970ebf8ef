"""Files that a run writes: refused before a question is asked, not after an hour of asking."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from evals.errors import OutputFault


def make_places(paths: Iterable[Path | None]) -> None:
    """Make the folders of files that will be written, and refuse what cannot be.

    Args:
        paths: the files; None for one that is not wanted.

    Raises:
        OutputFault: a folder stands there, or it may not be written.
    """
    for path in paths:
        if path is None:
            continue
        if path.is_dir():
            raise OutputFault(f"{path} is a folder; give the name of a file in it.")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise OutputFault(f"{path} cannot be written: {fault.strerror}.") from fault
        if not os.access(path if path.exists() else path.parent, os.W_OK):
            raise OutputFault(f"{path} may not be written; choose another place.")


def write(path: Path, text: str) -> None:
    """Write a text file in UTF-8.

    Raises:
        OutputFault: it cannot be written, as on a full disk.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as fault:
        raise OutputFault(f"{path} cannot be written: {fault.strerror}.") from fault
