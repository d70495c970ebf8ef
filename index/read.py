"""One file becomes a :class:`Document`, or a reason why not.

A link or a pipe put there after the walk is refused, not read: see ``beneath``.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from .about import about, about_rows
from .beneath import bytes_of
from .cues import Line, lines
from .documents import Document, Furniture, Skipped, Source
from .encoding import Undecodable, decode
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
            most = MAX_BYTES if form == "text" else MOST_BYTES
            data = bytes_of(source.path, self.root, most)
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


_ROWS = ("table", "records")


def _document(file: str, form: str, data: bytes, found: Extracted) -> Document:
    language = detect(found.text)
    page = list(lines(found.text))
    marks = _marks(found, page) if form in _PAGES else found.marks
    if form in _ROWS:  # their first row, and the days in it, are one of many
        told = about_rows(found.text, language, file=file, known=found.about)
    else:
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
        remarks=found.remarks,
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
