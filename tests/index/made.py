"""Files of other formats, written by hand: as little as each format lets by."""

import io
import zipfile
import zlib

TEXT = {
    "en": "The council voted for the new bridge on Monday, after three hours of talks.",
    "fr": "Le conseil a voté lundi pour le nouveau pont, après trois heures d'échanges.",
    "de": "Der Rat hat am Montag für die neue Brücke gestimmt, nach drei Stunden Streit.",
    "it": "Il consiglio ha votato lunedì per il nuovo ponte, perché così è più sicuro.",
}
MORE = "Douze personnes ont parlé, et la maire les a remerciées de leur venue sous cette pluie."


def pdf(*pages, compress=False):
    """A PDF, written by hand: a text for each page, of as many lines as it has."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    kids = []
    for text in pages:
        escaped = text.encode("cp1252").replace(b"(", b"\\(").replace(b")", b"\\)")
        lines = b") Tj 0 -16 Td (".join(escaped.split(b"\n"))
        stream = b"BT /F1 12 Tf 72 700 Td (" + lines + b") Tj ET" if text else b""
        filtering = b""
        if compress:
            stream, filtering = zlib.compress(stream), b"/Filter/FlateDecode"
        objects.append(b"<<%s/Length %d>>stream\n%s\nendstream" % (filtering, len(stream), stream))
        content = len(objects)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents %d 0 R/Resources<</Font"
            b"<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>>>>>"
            % content
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(kids), len(kids))
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj" % number + body + b"endobj\n"
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        table,
    )


def docx(*paragraphs, heading="", rows=()):
    from docx import Document

    document = Document()
    if heading:
        document.add_heading(heading)
    for text in paragraphs:
        document.add_paragraph(text)
    if rows:
        table = document.add_table(rows=len(rows), cols=len(rows[0]))
        for row, cells in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def archive(**entries):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in entries.items():
            packed.writestr(name.replace("__", "/"), data)
    return out.getvalue()


def epub(*chapters, extra=None, container=None):
    items = "".join(
        f'<item id="c{n}" href="c{n}.xhtml" media-type="application/xhtml+xml"/>'
        for n in range(len(chapters))
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    book = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<metadata><dc:title>Il ponte</dc:title><dc:creator>Anna Rossi</dc:creator>"
        f"<dc:date>2021-05-03</dc:date></metadata><manifest>{items}</manifest>"
        f"<spine>{spine}</spine></package>"
    )
    entries = {
        "META-INF/container.xml": container
        or '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OPS/book.opf"/></rootfiles></container>',
        "OPS/book.opf": book,
        **{
            f"OPS/c{n}.xhtml": f"<html><body><h1>{n + 1}</h1><p>{text}</p></body></html>"
            for n, text in enumerate(chapters)
        },
        **(extra or {}),
    }
    return archive(**entries)


def eml(body, *, subject="Le pont", charset="utf-8", date="Mon, 3 Mar 2025 10:00:00 +0100"):
    return (
        f"From: Luc Moreau <luc@example.org>\r\nSubject: {subject}\r\nDate: {date}\r\n"
        f"Content-Type: text/plain; charset={charset}\r\n\r\n"
    ).encode() + body.encode(charset)


def rtf(text):
    letters = (c if c.isascii() else f"\\'{c.encode('cp1252').hex()}" for c in text)
    return ("{\\rtf1\\ansi\\ansicpg1252 " + "".join(letters) + "}").encode("ascii")
