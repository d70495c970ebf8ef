"""E-books: the chapters of an EPUB in reading order."""

from __future__ import annotations

import posixpath
import zlib
from urllib.parse import unquote
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

from index.documents import About

from .archive import opened
from .extracted import Extracted, Unreadable, Writer, field_detail, numbered
from .markup import decoded, shown_text

_LACKING = "missing from the book. Get a new copy to have all of it."
_NO_BOOK = "It is no sound EPUB: its table of contents cannot be read. Get a new copy."


def extract(data: bytes) -> Extracted:
    """Read a book's chapters."""
    with opened(data, "EPUB") as archive:
        if "META-INF/rights.xml" in archive.namelist():
            raise Unreadable(
                "encrypted", "It is protected. A copy without protection will be read."
            )
        try:
            named = _xml(archive, "META-INF/container.xml").find(".//{*}rootfile")
            place = _there(archive, (named.get("full-path") or "") if named is not None else "")
            book = _xml(archive, place or "")
            writer = Writer()
            names, lacking = _chapters(archive, book, posixpath.dirname(place or ""))
            for name in names:
                writer.add(shown_text(decoded(archive.read(name)).text) + "\n\n")
        except (KeyError, BadZipFile, ElementTree.ParseError, zlib.error, NotImplementedError):
            raise Unreadable("malformed", _NO_BOOK) from None
    remarks = (f"{numbered('Chapter', lacking)}: {_LACKING}",) if lacking else ()
    return Extracted(writer.text(), about=_about(book), remarks=remarks)


def _xml(archive: ZipFile, name: str) -> ElementTree.Element:
    data = archive.read(name)
    if b"<!ENTITY" in data:
        raise Unreadable("malformed", "It defines words of its own, as no book does.")
    return ElementTree.fromstring(data)


def _there(archive: ZipFile, name: str) -> str | None:
    """The name of an entry that is written as it is, or as in an address; None if there is none."""
    names = archive.NameToInfo
    return next((one for one in (name, unquote(name)) if one in names), None)


def _chapters(
    archive: ZipFile, book: ElementTree.Element, folder: str
) -> tuple[list[str], list[int]]:
    """The chapters that there are, in reading order, and the numbers of those that are not.

    Raises:
        KeyError: there is none of those that the book lists.
    """
    listed: list[str] = []
    items = {item.get("id"): item for item in book.iterfind(".//{*}manifest/{*}item")}
    for reference in book.iterfind(".//{*}spine/{*}itemref"):
        item = items.get(reference.get("idref"))
        if item is not None and "html" in (item.get("media-type") or ""):
            listed.append(posixpath.normpath(posixpath.join(folder, item.get("href") or "")))
    found = [_there(archive, one) for one in listed]
    lacking = [number for number, name in enumerate(found, start=1) if name is None]
    if listed and len(lacking) == len(listed):
        raise KeyError(listed[0])
    return [name for name in found if name], lacking


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
