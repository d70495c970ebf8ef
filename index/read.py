"""One file becomes a :class:`Document`, or a reason why not.

The file is opened step by step from the folder, without following a link on the way, and judged on
the open descriptor: a link or a pipe put there after the walk is refused, not read.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from .documents import Document, Skipped, SkipReason, Source
from .encoding import Undecodable, decode
from .furniture import furniture
from .language import detect
from .segment import sentences

MAX_BYTES = 20_000_000
"""Files larger than this are left out."""

_TITLE_LENGTH = 110  # characters
_TITLE_WITHIN = 4_000  # characters from the start in which a headline is looked for


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
    return Document(
        file=source.file,
        text=decoded.text,
        digest=hashlib.sha256(data).hexdigest(),
        encoding=decoded.encoding,
        language=detect(decoded.text),
        title=title(decoded.text) or source.file,
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


_META = re.compile(
    r"\W*\(\(|\W*(?:©|date\b|source\b|quelle\b|fonte\b|foto\b|photo\b|bild\b|https?:|www\.|published\b"
    r"|publié\b|pubblicato\b|veröffentlicht\b)|[-\W\d]*$",
    re.IGNORECASE,
)
_HEADING_MARK = re.compile(r"#{1,6}\s+|(?:title|titre|titel|titolo)\s*:\s*", re.IGNORECASE)


def title(text: str) -> str:
    """Find the first line that reads like a headline: its first sentence, shortened.

    Returns:
        The headline, or an empty string when none of the first lines has words.
    """
    for line in _article_lines(text[:_TITLE_WITHIN]):
        if len(line.split()) < 2 or _META.match(line):
            continue
        mark = _HEADING_MARK.match(line)
        line = line[mark.end() :].rstrip("# ") if mark else line
        spans = sentences(line)
        if spans:
            return _shortened(line[spans[0][0] : spans[0][1]])
    return ""


def _article_lines(head: str) -> Iterator[str]:
    marks = furniture(head)
    start = 0
    for line in head.splitlines(keepends=True):
        if line.strip() and not any(m.start < start + len(line) and start < m.end for m in marks):
            yield line.strip()
        start += len(line)


def _shortened(line: str) -> str:
    line = " ".join(line.split())
    if len(line) <= _TITLE_LENGTH:
        return line.rstrip(".")
    return line[: _TITLE_LENGTH - 1].rpartition(" ")[0].rstrip(" ,;:–-") + "…"
