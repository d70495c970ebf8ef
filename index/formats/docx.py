"""Word documents, opened by python-docx and told by ``word``. Macros are not looked at."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from index.documents import About, Furniture
from index.headline import title as headline

from .archive import opened
from .extracted import Extracted, Unreadable, Writer, field_detail
from .word import notes_of, paragraphs, uncounted

_HEAD = 10_000
"""Bytes in which a part of a document would define entities."""
_LIBRARY = "python-docx"
"""The author of documents that this library made, who were not told of another."""


def extract(data: bytes) -> Extracted:
    """Read a document's paragraphs, tables, notes, headers and footers."""
    from docx import Document
    from docx.opc.exceptions import OpcError

    archive = opened(data, "Word document")
    try:
        with archive:
            _refuse_entities(archive)
        return _extract(Document(BytesIO(data)))
    # lxml's errors are SyntaxErrors.
    except (
        OpcError, BadZipFile, KeyError, ValueError, SyntaxError, AttributeError, zlib.error,
        NotImplementedError,
    ):  # fmt: skip
        raise Unreadable("malformed", "It is no sound Word document. Save it anew.") from None


def _extract(document: Any) -> Extracted:
    """Headers before the text and footers after it, each once: a letterhead tells whose it is."""
    writer = Writer()
    if heads := _around(document, "header"):
        writer.add("\n".join(heads) + "\n\n")
    marks = [Furniture(0, writer.length, "running")]
    for text in _paragraphs(document):
        writer.add(text + "\n")
    # A letterhead is not what a letter is called.
    about = replace(_about(document), title=headline(writer.text(), marks) if heads else None)
    marks = []
    if feet := _around(document, "footer"):
        writer.add("\n")
        marks.append(Furniture(*writer.add("\n".join(feet)), "running"))
    return Extracted(writer.text(), about=about, marks=tuple(marks))


def _around(document: Any, where: str) -> list[str]:
    """What stands at the top or the bottom of pages, without what counts them."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    even = document.settings.odd_and_even_pages_header_footer
    found: dict[str, None] = {}
    for section in document.element.body.iter(qn("w:sectPr")):
        shown = {"default"} | ({"even"} if even else set())
        shown |= {"first"} if section.titlePg_val else set()
        for reference in section.iterfind(qn(f"w:{where}Reference")):
            if reference.get(qn("w:type"), "default") in shown:
                part = document.part.related_parts.get(reference.get(qn("r:id")))
                if part is not None:
                    found |= dict.fromkeys(uncounted(parse_xml(part.blob)))
    return [text for text in found if text]


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
