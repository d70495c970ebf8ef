"""``.attestoignore``: files of a folder that are not part of its documents.

One pattern a line, as the shell writes them (``*``, ``?``, ``[abc]``), held against the path and
against the name alone; ``#`` opens a comment. A folder's ``README.md`` is the usual case.
"""

from __future__ import annotations

import re
from fnmatch import translate
from pathlib import Path

NAME = ".attestoignore"


def ignored(root: Path) -> re.Pattern[str] | None:
    """Read the patterns of a folder, as one expression; None when there are none."""
    try:
        lines = (root / NAME).read_text(encoding="utf-8-sig", errors="replace").splitlines()
    except OSError:
        return None
    patterns = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    if not patterns:
        return None
    return re.compile("|".join(f"(?:.*/)?(?:{translate(pattern)})" for pattern in patterns))
