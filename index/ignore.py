"""``.attestoignore``: files of a folder that are not part of its documents.

One pattern a line, as the shell writes them (``*``, ``?``, ``[abc]``), held against the path and
against the name alone; a slash at the end may be there, one at the start stands for the folder
itself; ``#`` opens a comment, and there are no exceptions with ``!``. A folder's ``README.md`` is
the usual case.
"""

from __future__ import annotations

import os
import re
from fnmatch import translate
from pathlib import Path

from .beneath import bytes_of
from .errors import FolderProblem
from .formats.extracted import Unreadable

IGNORED = ".attestoignore"


_MOST = 1_000_000
"""Bytes: a list that people write has hundreds."""


def ignored(root: Path) -> re.Pattern[str] | None:
    """Read the patterns of a folder, as one expression; None when there are none.

    Args:
        root: the folder, its real path.

    Raises:
        FolderProblem: there is a list and it cannot be read, or says ``!``: what it leaves out is
            not known.
    """
    try:
        data = bytes_of(root / IGNORED, root, _MOST) if os.path.lexists(root / IGNORED) else b""
    except Unreadable as problem:
        raise FolderProblem(
            f"{root / IGNORED} says which files are left out, and cannot be read. {problem.detail} "
            "Nothing of the folder is read until it is a plain file, or gone."
        ) from problem
    lines = data.decode("utf-8-sig", errors="replace").splitlines()
    patterns = [line for line in map(str.strip, lines) if line and not line.startswith("#")]
    if exception := next((line for line in patterns if line.startswith("!")), None):
        raise FolderProblem(
            f"{root / IGNORED} says {exception}, an exception, which is not known here. Leave the "
            f"line out and name what is left out more closely; a file of that name is [!]"
            f"{exception[1:]}."
        )
    if not patterns:
        return None
    return re.compile("|".join(map(_matched, patterns)))


def _matched(pattern: str) -> str:
    """An expression for one pattern; ``drafts/`` is the folder, ``/a.txt`` only the one on top."""
    anywhere = "" if pattern.startswith("/") else "(?:.*/)?"
    return f"{anywhere}(?:{translate(pattern.strip('/'))})"
