"""Word documents, opened by python-docx and told by ``word``. Macros are not looked at."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from index.documents import About

from .archive import opened
from .extracted import Extracted, Unreadable, Writer, field_detail
from .word import notes_of, paragraphs

_HEAD = 10_000
"""Bytes in which a part of a document would define entities."""
_LIBRARY = "python-docx"
"""The author of documents that this library made, who were not told of another."""


def extract(data: bytes) -> Extracted:
    """Read a document's paragraphs, tables and notes."""
    from docx import Document
    from docx.opc.exceptions import OpcError

    archive = opened(data, "Word document")
    try:
        with archive:
            _refuse_entities(archive)
        document = Document(BytesIO(data))
        writer = Writer()
        for text in _paragraphs(document):
            writer.add(text + "\n")
        return Extracted(writer.text(), about=_about(document))
    # lxml's errors are SyntaxErrors.
    except (
        OpcError, BadZipFile, KeyError, ValueError, SyntaxError, AttributeError, zlib.error,
        NotImplementedError,
    ):  # fmt: skip
        raise Unreadable("malformed", "It is no sound Word document. Save it anew.") from None


def _refuse_entities(archive: ZipFile) -> None:
    """Refuse words of its own: the parser leaves them out, and the text would lack them."""
    for entry in archive.infolist():
        if entry.filename.endswith((".xml", ".rels")):
            with archive.open(entry) as part:
                if b"<!ENTITY" in part.read(_HEAD):
                    raise Unreadable("malformed", "It defines words of its own. Save it anew.")


def _paragraphs(document: Any) -> Iterator[str]:
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import parse_xml
    from docx.text.paragraph import Paragraph

    related = {part.reltype: part for part in document.part.rels.values() if not part.is_external}
    kinds = {"footnote": RELATIONSHIP_TYPE.FOOTNOTES, "endnote": RELATIONSHIP_TYPE.ENDNOTES}
    parts = {
        name: parse_xml(related[kind].target_part.blob)
        for name, kind in kinds.items()
        if kind in related
    }

    known: dict[str | None, bool] = {}  # to look a style up takes longer than to read a paragraph

    def is_heading(element: Any) -> bool:
        if element.style not in known:
            style = Paragraph(element, document).style
            name = (style.name or "") if style is not None else ""
            known[element.style] = name.startswith(("Heading", "Title"))
        return known[element.style]

    yield from paragraphs(document.element.body, notes_of(parts), is_heading)


def _about(document: Any) -> About:
    fields = document.core_properties
    if fields.author == _LIBRARY:  # day and author are of the template in that library
        return About()
    written = fields.created
    return About(
        date=field_detail(written.date().isoformat() if written else None, 0.4),
        byline=field_detail(fields.author, 0.4),
    )
