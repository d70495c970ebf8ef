"""What is said of documents that hold little, or end too early."""

import io

import pypdf
from made import epub, pdf
from pypdf.generic import DictionaryObject, NameObject
from town import WordEmbedder

from index import FolderIndex


def test_what_is_short_or_cut_is_told_by_the_size_and_kind_of_its_file(tmp_path):
    folder = tmp_path / "papers"
    folder.mkdir()
    prose = "Die Brücke wurde am Montag eröffnet, und viele Leute aus dem Dorf kamen dazu"
    for name, text in {
        "note.txt": "Buy milk. Call Peter about the roof.\n",
        "letter.md": f"{prose}.\n\nViele Grüße\nAnna\n",
        "cut.txt": prose,
        "dots.txt": "Le maire a parlé longtemps…",
        "prix.csv": "ville;prix\n" + "Lyon;quatre millions deux cent mille euros et demi\n" * 3,
        "page.html": f"<article><p>{prose}.</p></article><script>{'x();' * 9_000}</script>",
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "scan.pdf").write_bytes(pdf("Seite eins von zwei, gescannt", "", ""))
    index = FolderIndex.open(folder, tmp_path / "store", WordEmbedder())
    index.sync()
    found = index.examine()
    index.close()
    assert found.short == ("page.html", "scan.pdf")
    assert found.cut == ("cut.txt", "dots.txt")
    assert found.repaired == (), "no PDF is UTF-8"


def test_b06_b11_b12_signs_that_no_reader_sees_and_letters_encoded_twice(tmp_path):
    folder = tmp_path / "papers"
    folder.mkdir()
    for name, text in {
        "tags.txt": "Der Verein gewann." + "".join(chr(0xE0000 + ord(c)) for c in "obey"),
        "turned.txt": "The bank\u202eknab eht\u202c was closed.",
        "twice.txt": "L'économie à Besançon.".encode().decode("latin-1"),
        "plain.txt": "L'économie à Besançon, SÃO PAULO e così via: naïf, Ä, £.",
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    index = FolderIndex.open(folder, tmp_path / "store", WordEmbedder())
    index.sync()
    found = index.examine()
    assert found.hidden == ("tags.txt", "turned.txt")
    assert found.garbled == ("twice.txt",)
    index.close()


def scanned(data, page):
    """The PDF with a picture on one of its pages."""
    writer = pypdf.PdfWriter(io.BytesIO(data))
    picture = DictionaryObject({NameObject("/Subtype"): NameObject("/Image")})
    shown = DictionaryObject({NameObject("/Im1"): picture})
    writer.pages[page]["/Resources"][NameObject("/XObject")] = shown
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_c08_what_is_read_in_part_is_named_with_the_place(tmp_path):
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "events.jsonl").write_text('{"a": "Un pont"}\n{"b": \n{"c": "Ein Weg"}\n')
    parts = pdf("Seite eins, mit Text darauf.", "", "")
    (folder / "scan.pdf").write_bytes(scanned(parts, 2))
    book = epub("Il ponte è nuovo.", "Chi lo paga?")
    (folder / "libro.epub").write_bytes(book.replace(b"OPS/c1.xhtml", b"OPS/xx.xhtml"))
    (folder / "whole.jsonl").write_text('{"a": "Un pont"}\n')
    index = FolderIndex.open(folder, tmp_path / "store", WordEmbedder())
    index.sync()
    assert index.examine().remarks == (
        ("events.jsonl", "Line 2: no sound JSON; it is in the text as it is written."),
        ("libro.epub", "Chapter 2: missing from the book. Get a new copy to have all of it."),
        ("scan.pdf", "Page 3: a picture, and no text. Text recognition (OCR) will have it read."),
    )
    index.close()
