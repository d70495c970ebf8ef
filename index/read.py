"""One file becomes a :class:`Document`, or a reason why not.

The file is opened step by step from the folder, without following a link on the way, and judged on
the open descriptor: a link or a pipe put there after the walk is refused, not read.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from pathlib import Path

from .about import about
from .documents import Document, Skipped, SkipReason, Source
from .encoding import Decoded, Undecodable, decode
from .furniture import furniture
from .language import detect

MAX_BYTES = 20_000_000
"""Files larger than this are left out."""


class _LeftOut(Exception):
    """Carries a reason from the place that finds it to ``read``."""

    def __init__(self, reason: SkipReason, detail: str) -> None:
        super().__init__(detail)
        self.reason: SkipReason = reason
        self.detail = detail


def read(source: Source, root: Path) -> Document | Skipped:
    """Read one file.

    Args:
        source: A file as the walk found it.
        root: The folder that was walked; nothing outside it is ever opened.

    Returns:
        The document, or the reason why the file is left out.
    """
    try:
        data = _bytes(source, Path(os.path.realpath(root)))
    except _LeftOut as left_out:
        return Skipped(source.file, left_out.reason, left_out.detail)
    if not data.strip():
        return Skipped(source.file, "empty", "There is nothing in it.")
    decoded = decode(data)
    if isinstance(decoded, Undecodable):
        return Skipped(source.file, decoded.reason, decoded.detail)
    if not decoded.text.strip():
        return Skipped(source.file, "empty", "There is nothing in it but white space.")
    return _document(source.file, data, decoded)


def _document(file: str, data: bytes, decoded: Decoded) -> Document:
    language = detect(decoded.text)
    marks = tuple(furniture(decoded.text))
    told = about(decoded.text, language, marks, file=file)
    return Document(
        file=file,
        text=decoded.text,
        digest=hashlib.sha256(data).hexdigest(),
        encoding=decoded.encoding,
        language=language,
        title=told.title.value if told.title else file,
        marks=marks,
        about=told,
    )


def _bytes(source: Source, root: Path) -> bytes:
    for _ in range(2):  # a file that grows is given one more chance
        descriptor = _open(source, root)
        try:
            before = os.fstat(descriptor)
            if not stat.S_ISREG(before.st_mode):
                raise _LeftOut("special-file", "It is not a file but a pipe, a socket or a device.")
            if before.st_size > MAX_BYTES:
                raise _LeftOut("too-large", _too_large(before.st_size))
            data = _all(descriptor)
            after = os.fstat(descriptor)
        except OSError as error:
            raise _LeftOut("permission", f"It could not be read: {error.strerror}.") from error
        finally:
            os.close(descriptor)
        if (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns):
            if len(data) == after.st_size:
                return data
    raise _LeftOut("changed-while-reading", "It is being written to. Index again when it is done.")


def _all(descriptor: int) -> bytes:
    pieces: list[bytes] = []
    left = MAX_BYTES + 1
    while left and (piece := os.read(descriptor, min(left, 1 << 20))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def _open(source: Source, root: Path) -> int:
    """Open a file beneath the folder, refusing a link at any step of the way."""
    try:
        parts = source.path.relative_to(root).parts
    except ValueError:
        raise _LeftOut("outside-root", "It lies outside the folder.") from None
    try:
        return _beneath(root, parts)
    except FileNotFoundError:
        raise _LeftOut("vanished", "It went away before it could be read.") from None
    except PermissionError:
        raise _LeftOut("permission", "It may not be read. Check its permissions.") from None
    except OSError as error:
        if error.errno in (errno.ELOOP, errno.ENOTDIR, errno.EMLINK):
            raise _LeftOut(
                "outside-root", "A link took its place, and links are not followed."
            ) from None
        if error.errno in (errno.ENXIO, errno.EISDIR):
            raise _LeftOut("special-file", "Something that is not a file took its place.") from None
        raise _LeftOut("permission", f"It could not be opened: {error.strerror}.") from error


def _beneath(root: Path, parts: tuple[str, ...]) -> int:
    # Never waits: a pipe opens at once with O_NONBLOCK, and is then refused by its kind.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    if os.open not in os.supports_dir_fd:  # Windows: links need a privilege there
        path = root.joinpath(*parts)
        if os.path.realpath(path) != os.path.abspath(path):
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
        return os.open(path, flags)
    folder = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
    try:
        for part in parts[:-1]:
            below = os.open(part, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=folder)
            os.close(folder)
            folder = below
        return os.open(parts[-1], flags | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=folder)
    finally:
        os.close(folder)


def _too_large(size: int) -> str:
    return (
        f"It has {size / 1e6:,.0f} million bytes; the limit is {MAX_BYTES / 1e6:.0f} million. "
        "Split it into parts."
    )
