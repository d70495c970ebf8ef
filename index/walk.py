"""Which files of a folder may be read, found without opening any of them.

Nothing outside the folder is ever listed. A link is never followed: what it points to is either in
the folder, and then found under its real path, or outside, and then left out by name. That also
ends every loop. Directories are kept on a list of our own, so depth costs no recursion.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from .documents import Skipped, SkipReason, Source
from .errors import EXHAUSTED, Exhausted, FolderProblem
from .file_names import shown, told_apart
from .formats import PLAIN
from .formats import SUFFIXES as FORMATS
from .ignore import IGNORED, ignored

SUFFIXES = PLAIN | FORMATS.keys()
"""What can be read, in lower case; the empty suffix stands for names without one."""

_HIDDEN = (".", "~$")
_CLUTTER = frozenset({"Thumbs.db", "desktop.ini", "Icon\r"})


@dataclass(frozen=True, slots=True)
class Survey:
    """A folder as one walk saw it; folders with their last slash, the root as an empty name."""

    sources: list[Source]
    skipped: list[Skipped]
    unlisted: tuple[str, ...]
    """Folders that are there and cannot be listed."""
    empty: tuple[str, ...]
    """Folders with nothing in them, but for what is hidden."""


def walk(root: Path, exclude: Path | None = None) -> tuple[list[Source], list[Skipped]]:
    """Find every file under a folder that may be read; :func:`survey` without its folders."""
    seen = survey(root, exclude)
    return seen.sources, seen.skipped


def survey(root: Path, exclude: Path | None = None) -> Survey:
    """Find every file under a folder that may be read.

    Hidden files, office lock files and operating system clutter are left out without a word, see
    :func:`set_aside`; so are ``exclude``, and what the folder's own ``.attestoignore`` names. All
    else left out is named.

    Args:
        root: The folder; if it is a link, the folder it points to.
        exclude: A folder to stay out of: our own store.

    Returns:
        The files, and what was left out and why, each sorted by name; and folders that tell nothing
        of what may be in them.

    Raises:
        FolderProblem: the folder is missing, is not a folder, or cannot be listed.
    """
    one = _Walk(_real_folder(root), os.path.realpath(exclude) if exclude else "")
    one.run()
    return Survey(one.sources, one.skipped, tuple(one.unlisted), tuple(one.empty))


def set_aside(root: Path, exclude: Path | None = None) -> list[Skipped]:
    """List what :func:`walk` leaves out without a word, for whoever asks what became of a file.

    A folder stands for all that is in it. Arguments and errors are those of :func:`walk`.

    Returns:
        What was left out and why, sorted by name; not ``.attestoignore`` itself, which is read.
    """
    one = _Walk(_real_folder(root), os.path.realpath(exclude) if exclude else "")
    one.run()
    return sorted(one.aside, key=lambda skip: skip.file)


def _real_folder(root: Path) -> str:
    try:
        top = os.path.realpath(root, strict=True)
        is_folder = stat.S_ISDIR(os.stat(top).st_mode)
    except FileNotFoundError as error:
        raise FolderProblem(
            f"There is no folder “{root}”. Check the path, or create the folder first."
        ) from error
    except OSError as error:
        raise FolderProblem(
            f"The folder {root} cannot be opened ({error.strerror}). Check its permissions."
        ) from error
    if not is_folder:
        raise FolderProblem(f"{root} is a file, not a folder. Name the folder that holds it.")
    return top


class _Walk:
    """One walk: the folders still to list, and what was found so far."""

    def __init__(self, top: str, excluded: str) -> None:
        self.top = top
        self.inside = top if top.endswith(os.sep) else top + os.sep
        self.excluded = excluded
        self.ignored = ignored(Path(top))
        self.folders: list[tuple[str, str]] = [(top, "")]
        self.sources: list[Source] = []
        self.skipped: list[Skipped] = []
        self.aside: list[Skipped] = []
        self.unlisted: list[str] = []
        self.empty: list[str] = []

    def run(self) -> None:
        while self.folders:
            folder, prefix = self.folders.pop()
            try:
                found, aside = self._found(), len(self.aside)
                with os.scandir(folder) as entries:
                    self._list(entries, prefix)
                hidden = all(skip.reason == "hidden" for skip in self.aside[aside:])
                if hidden and self._found() == found:
                    self.empty.append(_folder_name(prefix))
            except OSError as error:
                if error.errno in EXHAUSTED:  # or all that is in the folder would seem deleted
                    raise Exhausted(error.strerror) from error
                if not prefix:
                    raise FolderProblem(
                        f"The folder {folder} cannot be listed ({error.strerror}). "
                        "Check its permissions."
                    ) from error
                self._skip_folder(prefix[:-1], error)
        self.sources = told_apart(self.sources)
        self.sources.sort(key=lambda source: source.file)
        self.skipped.sort(key=lambda skip: skip.file)

    def _found(self) -> int:
        return len(self.sources) + len(self.skipped) + len(self.folders)

    def _list(self, entries: os._ScandirIterator[str], prefix: str) -> None:
        add, suffixes, ignored = self.sources.append, SUFFIXES, self.ignored
        for entry in entries:
            name = entry.name
            if name.startswith(_HIDDEN) or name in _CLUTTER:
                if prefix + name != IGNORED:
                    self.aside.append(Skipped(shown(prefix + name), "hidden", _HIDDEN_FILE))
                continue
            if ignored is not None and ignored.match((prefix + name).replace(os.sep, "/")):
                self.aside.append(Skipped(shown(prefix + name), "ignored", _IGNORED_FILE))
                continue
            if entry.is_file(follow_symlinks=False):
                if _suffix(name) not in suffixes:
                    self._skip(prefix + name, "unsupported", _unsupported(name))
                    continue
                try:
                    is_at = entry.stat(follow_symlinks=False)
                except OSError as error:
                    self._skip(
                        prefix + name, "vanished", f"It could not be seen: {error.strerror}."
                    )
                    continue
                add(
                    Source(
                        shown(prefix + name),
                        entry.path,
                        is_at.st_size,
                        is_at.st_mtime_ns,
                        is_at.st_ctime_ns,
                        is_at.st_ino,
                    )
                )
            elif entry.is_dir(follow_symlinks=False):
                self._folder(entry.path, prefix + name)
            elif entry.is_symlink():
                self._link(entry.path, prefix + name)
            else:
                self._skip(prefix + name, "special-file", _SPECIAL)

    def _folder(self, path: str, name: str) -> None:
        if path != self.excluded:
            self.folders.append((path, name + os.sep))
        else:
            self.aside.append(Skipped(shown(name), "own-index", _OWN))

    def _link(self, path: str, name: str) -> None:
        try:
            target = os.path.realpath(path, strict=True)
            mode = os.stat(target).st_mode
        except PermissionError:
            self._skip(name, "permission", "It is a link to a place that may not be looked at.")
            return
        except OSError:
            self._skip(
                name, "dangling-link", "It is a link that points nowhere. Remove or mend it."
            )
            return
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            self._skip(name, "special-file", _SPECIAL)
        elif not (target == self.top or target.startswith(self.inside)):
            self._skip(
                name,
                "outside-root",
                "It is a link to a place outside the folder. Copy the file in to have it read.",
            )
        else:
            self._link_inside(target[len(self.inside) :], name)

    def _link_inside(self, target: str, name: str) -> None:
        """A target inside the folder is found under its real path, unless that is left out."""
        parts = target.split(os.sep) if target else []
        for at, part in enumerate(parts, start=1):
            place = "/".join(parts[:at])
            if part.startswith(_HIDDEN) or part in _CLUTTER:
                self._skip(name, "hidden", "It is a link to a hidden file or folder.")
            elif self.ignored is not None and self.ignored.match(place):
                self._skip(name, "ignored", f"It is a link to what {IGNORED} leaves out.")
            elif self.inside + os.sep.join(parts[:at]) == self.excluded:
                self._skip(name, "own-index", "It is a link to the index itself.")
            else:
                continue
            return

    def _skip_folder(self, name: str, error: OSError) -> None:
        if not isinstance(error, FileNotFoundError | NotADirectoryError):
            self.unlisted.append(_folder_name(name + os.sep))
        if isinstance(error, PermissionError):
            self._skip(name, "permission", "This folder may not be listed. Check its permissions.")
        elif isinstance(error, FileNotFoundError | NotADirectoryError):
            self._skip(name, "vanished", "This folder went away while it was being listed.")
        else:
            self._skip(name, "unsupported", f"This folder cannot be listed: {error.strerror}.")

    def _skip(self, name: str, reason: SkipReason, detail: str) -> None:
        self.skipped.append(Skipped(shown(name), reason, detail))


def _folder_name(prefix: str) -> str:
    return shown(prefix).replace(os.sep, "/")


def _suffix(name: str) -> str:
    # ``os.path.splitext`` without its generality: this runs for every file on every sync.
    stem, dot, last = name.rpartition(".")
    return dot + last.lower() if stem else ""


_HIDDEN_FILE = (
    "Hidden files and folders, and those that programs leave for themselves, are not read. Copy it "
    "under another name to have it read."
)
_IGNORED_FILE = f"The folder's {IGNORED} leaves it out."
_OWN = "It is the index itself."
_SPECIAL = "It is not a file but a pipe, a socket or a device; it was not opened."


_SAVED_AS = {
    "a Word document (.docx) or PDF": (".doc", ".dot", ".odt", ".pages", ".wpd", ".wps", ".docm"),
    "CSV": (".xls", ".xlsx", ".xlsm", ".ods", ".numbers"),
    "PDF": (".ppt", ".pptx", ".odp", ".key", ".djvu", ".ps", ".xps"),
    "EPUB or PDF": (".mobi", ".azw", ".azw3"),
    ".eml files": (".msg", ".pst", ".mbox"),
}
"""What may be made of a file that cannot be read, by what it ends in."""


def _unsupported(name: str) -> str:
    suffix = _suffix(name)
    for kind, suffixes in _SAVED_AS.items():
        if suffix in suffixes:
            return f"Files ending in {suffix} cannot be read yet. Save it as {kind}."
    known = ", ".join(sorted(suffix for suffix in SUFFIXES if suffix))
    return f"Files ending in {shown(suffix)} cannot be read yet; {known} can."
