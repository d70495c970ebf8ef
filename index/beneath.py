"""The bytes of a file in a folder, and of nothing else.

The file is opened step by step from the folder, without following a link on the way, and judged on
the open descriptor: a link or a pipe put there meanwhile is refused, not read.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from .errors import EXHAUSTED, Exhausted
from .formats.extracted import Unreadable


def bytes_of(path: Path, root: Path, most: int) -> bytes:
    """Return the bytes of a regular file in a folder.

    Args:
        path: the file, in the folder or below it.
        root: the folder, its real path.
        most: bytes above which it is refused.

    Raises:
        Unreadable: why it cannot be read.
        Exhausted: the machine gives no more open files.
    """
    for _ in range(2):  # a file that grows is given one more chance
        descriptor = _open(path, root)
        try:
            before = os.fstat(descriptor)
            if not stat.S_ISREG(before.st_mode):
                raise Unreadable("special-file", "It is no file but a pipe, a socket or a device.")
            if before.st_size > most:
                raise Unreadable("too-large", _too_large(before.st_size, most))
            data = _all(descriptor, most, before.st_size)
            after = os.fstat(descriptor)
        except OSError as error:
            raise _failed(error) from error
        finally:
            os.close(descriptor)
        if (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns):
            if len(data) == after.st_size:
                return data
    raise Unreadable("changed-while-reading", "It is being written to. Index again afterwards.")


def _all(descriptor: int, most: int, size: int) -> bytes:
    pieces: list[bytes] = []
    left = most + 1
    # Room for a mebibyte that a small file does not fill takes longer than to read the file.
    room = min(size + 1, 1 << 20)
    while left and (piece := os.read(descriptor, min(left, room))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def _open(path: Path, root: Path) -> int:
    """Open a file beneath the folder, refusing a link at any step of the way."""
    try:
        parts = path.relative_to(root).parts
    except ValueError:
        raise Unreadable("outside-root", "It lies outside the folder.") from None
    try:
        return _beneath(root, parts)
    except FileNotFoundError:
        raise Unreadable("vanished", "It went away before it could be read.") from None
    except PermissionError:
        raise Unreadable("permission", "It may not be read. Check its permissions.") from None
    except OSError as error:
        if error.errno in (errno.ELOOP, errno.ENOTDIR, errno.EMLINK):
            raise Unreadable(
                "outside-root", "A link took its place, and links are not followed."
            ) from None
        if error.errno in (errno.ENXIO, errno.EISDIR):
            raise Unreadable("special-file", "Something that is no file took its place.") from None
        raise _failed(error) from error


def _failed(error: OSError) -> Exception:
    """What to raise when a file that is there cannot be read just now."""
    if error.errno in EXHAUSTED:
        return Exhausted(error.strerror)
    return Unreadable("vanished", f"It could not be read ({error.strerror}). Index again later.")


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


def _too_large(size: int, most: int) -> str:
    return (
        f"It has {size / 1e6:,.0f} million bytes; the limit is {most / 1e6:.0f} million. "
        "Split it into parts."
    )
