"""Has anything changed since nothing had to be done?

Every question follows the folder first, and mostly nothing has changed: then the file system says
the same of each file as it did, the catalogue is the same, and so is what was found to do. To see
that takes a third of the time of holding every file against the catalogue. What is looked at is
what :attr:`index.documents.Source.stamp` is made of, so whatever a sync would see shows here as
well; where a folder has more than plain files and folders, the sync itself has to look.
"""

from __future__ import annotations

import marshal
import os
from hashlib import blake2b
from pathlib import Path

from .documents import SyncReport
from .ignore import ignored

_PLAIN = 2  # the version of marshal's format in which equal values are equal bytes


class Quiet:
    """The last sync that had nothing to do, for as long as nothing changes."""

    def __init__(self, root: Path, store: Path) -> None:
        """Remember nothing yet.

        Args:
            root: the folder.
            store: that of its index.
        """
        self._root, self._store = root, store
        self._asked = False
        self._now: tuple[object, bytes] | None = None
        self._then: tuple[object, bytes] | None = None
        self._report: SyncReport | None = None

    def report(self, state: object) -> SyncReport | None:
        """What was reported when all was as it is now; None where anything differs or may.

        Args:
            state: all that decides beside the folder, to be compared.
        """
        seen = glimpse(self._root, self._store) if self._asked else None
        self._asked = True  # whoever syncs but once is not kept waiting for a second look
        self._now = None if seen is None else (state, seen)
        return self._report if self._now is not None and self._now == self._then else None

    def keep(self, report: SyncReport) -> None:
        """Remember that nothing had to be done, since :meth:`report` was asked."""
        self._then, self._report = self._now, report


def glimpse(root: Path, store: Path) -> bytes | None:
    """A digest of what the file system says of every file in a folder.

    Args:
        root: the folder.
        store: a folder to stay out of.

    Returns:
        Another one when anything was added, removed or changed; None where it takes a closer look:
        a link, a special file, what cannot be listed, an ``.attestoignore``.
    """
    top, away = os.path.realpath(root), os.path.realpath(store)
    if ignored(Path(top)) is not None:
        return None
    digest = blake2b(digest_size=16)
    folders = [top]
    try:
        while folders:
            folder = folders.pop()
            with os.scandir(folder) as entries:
                found = [_seen(entry) for entry in entries if not entry.name.startswith(".")]
            if None in found:
                return None
            digest.update(marshal.dumps((folder, found), _PLAIN))
            inside = [os.path.join(folder, each[0]) for each in found if each and len(each) == 1]
            folders += [path for path in inside if path != away]
    except OSError:
        return None
    return digest.digest()


def _seen(entry: os.DirEntry[str]) -> tuple[str, int, int, int, int] | tuple[str] | None:
    """What is told of a file; of a folder its name; None for what is neither."""
    if entry.is_file(follow_symlinks=False):
        is_at = entry.stat(follow_symlinks=False)
        return entry.name, is_at.st_size, is_at.st_mtime_ns, is_at.st_ctime_ns, is_at.st_ino
    return (entry.name,) if entry.is_dir(follow_symlinks=False) else None
