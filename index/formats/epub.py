"""E-books: the chapters of an EPUB in reading order."""

from __future__ import annotations

import posixpath
import zlib
from collections.abc import Iterator
from urllib.parse import unquote
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

from index.documents import About

from .archive import opened
from .extracted import Extracted, Unreadable, Writer, field_detail
from .markup import decoded, shown_text

_NO_BOOK = "It is no sound EPUB: its table of contents cannot be read. Get a new copy."


def extract(data: bytes) -> Extracted:
    """Read a book's chapters."""
    with opened(data, "EPUB") as archive:
        if "META-INF/rights.xml" in archive.namelist():
            raise Unreadable(
                "encrypted", "It is protected. A copy without protection will be read."
            )
        try:
            place = _xml(archive, "META-INF/container.xml").find(".//{*}rootfile")
            book = _xml(archive, (place.get("full-path") or "") if place is not None else "")
            writer = Writer()
            for name in _chapters(book, place.get("full-path") or "" if place is not None else ""):
                writer.add(shown_text(decoded(archive.read(name)).text) + "\n\n")
        except (KeyError, BadZipFile, ElementTree.ParseError, zlib.error, NotImplementedError):
            raise Unreadable("malformed", _NO_BOOK) from None
    return Extracted(writer.text(), about=_about(book))


def _xml(archive: ZipFile, name: str) -> ElementTree.Element:
    data = archive.read(name)
    if b"<!ENTITY" in data:
        raise Unreadable("malformed", "It defines words of its own, as no book does.")
    return ElementTree.fromstring(data)


def _chapters(book: ElementTree.Element, place: str) -> Iterator[str]:
    folder = posixpath.dirname(place)
    items = {item.get("id"): item for item in book.iterfind(".//{*}manifest/{*}item")}
    for reference in book.iterfind(".//{*}spine/{*}itemref"):
        item = items.get(reference.get("idref"))
        if item is not None and "html" in (item.get("media-type") or ""):
            yield posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or "")))


def _about(book: ElementTree.Element) -> About:
    def first(name: str) -> str | None:
        return book.findtext(f".//{{*}}metadata/{{http://purl.org/dc/elements/1.1/}}{name}")

    date = (first("date") or "")[:10]
    return About(
        title=field_detail(first("title"), 0.9),
        date=field_detail(date, 0.6) if date[:4].isdigit() else None,
        byline=field_detail(first("creator"), 0.9),
        source=field_detail(first("publisher"), 0.8),
    )
