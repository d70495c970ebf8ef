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
from .cues import Line, lines
from .documents import Document, Furniture, Skipped, Source
from .encoding import Undecodable, decode
from .errors import EXHAUSTED, Exhausted
from .formats import format_of
from .formats.extracted import Extracted, Unreadable
from .formats.sandbox import Limits, Sandbox
from .furniture import furniture
from .language import detect

MAX_BYTES = 20_000_000
"""Text files larger than this are left out."""

MOST_BYTES = 100_000_000
"""The same for other formats, which may hold pictures."""


class Reader:
    """Reads the files of one folder; a context manager that ends the child process it may need."""

    def __init__(self, root: Path, limits: Limits | None = None) -> None:
        """Name the folder.

        Args:
            root: the folder that was walked; nothing outside it is ever opened.
            limits: what one file may cost, for formats read in a child process.
        """
        self.root = Path(os.path.realpath(root))
        self._sandbox = Sandbox(limits)

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """End the child process, if there is one; the next file that needs it starts another."""
        self._sandbox.close()

    def read(self, source: Source) -> Document | Skipped:
        """Read one file.

        Args:
            source: a file as the walk found it.

        Returns:
            The document, or the reason why the file is left out.
        """
        found = self.read_changed(source, "")
        assert found is not None, "no bytes have an empty digest"
        return found

    def read_changed(self, source: Source, digest: str) -> Document | Skipped | None:
        """Read one file, unless its bytes are those of another time; see :meth:`read`.

        Args:
            source: a file as the walk found it.
            digest: of its bytes at that time.

        Returns:
            None when they are the same.
        """
        form = format_of(source.file)
        try:
            data = _bytes(source, self.root, MAX_BYTES if form == "text" else MOST_BYTES)
            if not data.strip():
                raise Unreadable("empty", "There is nothing in it.")
            if hashlib.sha256(data).hexdigest() == digest:
                return None
            found = _plain(data) if form == "text" else self._sandbox.extract(form, data)
        except Unreadable as left_out:
            return Skipped(source.file, left_out.reason, left_out.detail)
        return _document(source.file, form, data, found)


def read(source: Source, root: Path) -> Document | Skipped:
    """Read one file of a folder; see :meth:`Reader.read`."""
    with Reader(root) as reader:
        return reader.read(source)


def plain_document(file: str, data: bytes) -> Document:
    """The document that these bytes are in a text file.

    Raises:
        Unreadable: they are no text, or blank.
    """
    return _document(file, "text", data, _plain(data))


def _plain(data: bytes) -> Extracted:
    decoded = decode(data)
    if isinstance(decoded, Undecodable):
        raise Unreadable(decoded.reason, decoded.detail)
    if not decoded.text.strip():
        raise Unreadable("empty", "There is nothing in it but white space.")
    return Extracted(decoded.text, decoded.encoding)


_PAGES = ("text", "html", "mail")
"""Formats whose text may hold the furniture of a page."""


def _document(file: str, form: str, data: bytes, found: Extracted) -> Document:
    language = detect(found.text)
    page = list(lines(found.text))
    marks = _marks(found, page) if form in _PAGES else found.marks
    told = about(found.text, language, marks, file=file, known=found.about, page=page)
    return Document(
        file=file,
        text=found.text,
        digest=hashlib.sha256(data).hexdigest(),
        encoding=found.encoding,
        language=language,
        title=told.title.value if told.title else file,
        format=form,
        marks=marks,
        about=told,
        pages=found.pages,
    )


def _marks(found: Extracted, page: list[Line]) -> tuple[Furniture, ...]:
    """What the format sets apart, and what the text's own lines tell outside of it."""
    own = found.marks
    told = (
        mark
        for mark in furniture(found.text, page)
        if not any(one.start < mark.end and mark.start < one.end for one in own)
    )
    return tuple(sorted([*own, *told], key=lambda mark: mark.start))


def _bytes(source: Source, root: Path, most: int) -> bytes:
    for _ in range(2):  # a file that grows is given one more chance
        descriptor = _open(source, root)
        try:
            before = os.fstat(descriptor)
            if not stat.S_ISREG(before.st_mode):
                raise Unreadable("special-file", "It is no file but a pipe, a socket or a device.")
            if before.st_size > most:
                raise Unreadable("too-large", _too_large(before.st_size, most))
            data = _all(descriptor, most)
            after = os.fstat(descriptor)
        except OSError as error:
            raise _failed(error) from error
        finally:
            os.close(descriptor)
        if (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns):
            if len(data) == after.st_size:
                return data
    raise Unreadable("changed-while-reading", "It is being written to. Index again afterwards.")


def _all(descriptor: int, most: int) -> bytes:
    pieces: list[bytes] = []
    left = most + 1
    while left and (piece := os.read(descriptor, min(left, 1 << 20))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def _open(source: Source, root: Path) -> int:
    """Open a file beneath the folder, refusing a link at any step of the way."""
    try:
        parts = source.path.relative_to(root).parts
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
