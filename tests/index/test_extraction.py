"""Files of other formats: their text, their fields, and what is refused with its reason."""

import io
import json
import tempfile
import zipfile
from pathlib import Path

import pytest
from made import MORE, TEXT, archive, docx, eml, epub, pdf, rtf

from index import FolderIndex, HashEmbedder


def page(language="fr", body="", head=""):
    return (
        f'<html lang="{language}"><head><title>Un pont | Gazette</title>{head}</head><body>'
        "<nav><a href='/'>Accueil</a> <a href='/sport'>Sport</a></nav>"
        f"<article><h1>Un pont pour la ville</h1><p>{TEXT[language]}</p><p>{MORE}</p><p>{MORE}</p>"
        f"{body}</article><footer>Mentions légales</footer></body></html>"
    )


def renamed(data, before, after):
    """An archive with one entry under another name."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(after if name == before else name, old.read(name))
    return out.getvalue()


SAMPLES = {
    "a.html": page(),
    "a.pdf": pdf(TEXT["fr"], MORE),
    "a.docx": docx(TEXT["fr"], MORE, heading="Un pont pour la ville"),
    "a.epub": epub(TEXT["fr"], MORE),
    "a.rtf": rtf(TEXT["fr"]),
    "a.eml": eml(TEXT["fr"] + "\r\n"),
    "a.csv": "ville,pont\nPort-Lavaine,Le conseil a voté lundi pour le nouveau pont\n",
    "a.jsonl": json.dumps({"titre": "Un pont", "texte": TEXT["fr"]}) + "\n",
}  # fmt: skip


@pytest.mark.parametrize("name", SAMPLES)
def test_each_format_gives_its_text_to_the_letter(put, name):
    found = put(name, SAMPLES[name])
    assert "Le conseil a voté lundi pour le nouveau pont" in found.text
    assert found.language == "fr"
    assert "\ufffd" not in found.text


def test_citations_of_every_format_stand_and_verify(tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    for name, data in SAMPLES.items():
        (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    index = FolderIndex.open(folder, tmp_path / "store", HashEmbedder())
    assert set(index.sync().added) == set(SAMPLES)
    hits = index.search("Le conseil a voté pour le nouveau pont", 20)
    assert {hit.file for hit in hits} == set(SAMPLES)
    for hit in hits:
        assert index.text(hit.file)[hit.start : hit.end] == hit.text
    assert [hit.page for hit in hits if hit.file == "a.pdf"] == [1]
    assert index.card("a.pdf").page(index.text("a.pdf").index("Douze")) == 2
    assert {index.card(name).format for name in SAMPLES} == {
        "html", "pdf", "docx", "epub", "rtf", "mail", "table", "records",
    }  # fmt: skip
    assert index.sync().touched == 0
    index.close()


# HTML


def test_C12_only_the_article_of_a_page_is_taken(put):
    found = put(
        "p.html",
        page(
            body="<script>alert('script')</script><!-- a comment --><p style='display:none'>hidden "
            "words</p><img src='http://192.0.2.1/x.png'><meta http-equiv=refresh content='0;x'>"
        ),
    )
    for word in ("script", "a comment", "192.0.2.1", "Accueil", "Mentions"):
        assert word not in found.text
    assert found.title == "Un pont pour la ville"


def test_fields_of_a_page_are_known(put):
    head = (
        '<meta property="article:published_time" content="2025-03-04T10:00:00Z">'
        '<meta name="author" content="Luc Moreau">'
    )
    about = put("fields.html", page(head=head)).about
    assert (about.date.value, about.date.origin) == ("2025-03-04", "metadata")
    assert about.byline.value == "Luc Moreau"


def test_a_readers_comment_is_marked_as_one(put):
    comment = "Bravo au conseil, dit un lecteur qui attend ce pont depuis des années."
    box = f"<div class='comments'><p>{comment}</p></div><footer>"
    found = put("c.html", page().replace("<footer>", box))
    (mark,) = [mark for mark in found.marks if mark.kind == "comment"]
    assert found.text[mark.start : mark.end] == comment


def test_C12_fifty_thousand_nested_elements(put):
    found = put("deep.html", "<div>" * 50_000 + TEXT["fr"] + "</div>" * 50_000)
    assert TEXT["fr"] in found.text


def test_C13_a_wrong_charset_is_not_believed(put):
    head = '<meta charset="iso-8859-1">'
    assert TEXT["fr"] in put("utf8.html", page(head=head)).text
    latin = put("latin.html", page(head='<meta charset="utf-8">').encode("cp1252"))
    assert TEXT["fr"] in latin.text
    assert latin.encoding == "cp1252"


def test_C13_a_declared_charset_decides_where_the_content_does_not(put):
    text = "Мост через реку открыт. " * 20
    body = f'<html><meta charset="koi8-r"><body><p>{text}</p></body></html>'.encode("koi8-r")
    found = put("ru.html", body)
    assert found.text.startswith("Мост через реку открыт.")
    assert found.language == "other"


def test_C18_a_gzip_named_html(put):
    assert put("x.html", b"\x1f\x8b" + bytes(range(256))).reason == "binary"


# Word, EPUB, ZIP


def test_tables_and_headings_of_a_word_document(put):
    rows = [("Jahr", "Kosten"), ("2024", "12 Mio.")]
    found = put("t.docx", docx(TEXT["de"], heading="Die Brücke", rows=rows))
    assert "\nJahr | Kosten\n2024 | 12 Mio.\n" in found.text
    assert found.title == "Die Brücke"


@pytest.mark.parametrize("name", ["bad.docx", "bad.epub"])
@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"no archive", "malformed"),
        (docx(MORE)[:2000], "malformed"),
        (archive(**{"a.txt": "something else"}), "malformed"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "encrypted"),
    ],
)
def test_C08_what_is_no_sound_archive_is_named(put, name, data, reason):
    assert put(name, data).reason == reason


@pytest.mark.parametrize("name", ["bomb.docx", "bomb.epub"])
def test_C09_zip_bombs_are_not_unpacked(put, tmp_path, name):
    big = archive(**{"word/document.xml": b" " * 250_000_000})
    many = archive(**{f"{n}.xml": "" for n in range(10_001)})
    assert put(name, big).reason == "output-limit"
    assert put(name, many).reason == "output-limit"


def test_C09_names_that_climb_out_are_only_names(put, tmp_path):
    found = put("climb.epub", epub(TEXT["it"], extra={"../../escaped.txt": "out"}))
    assert TEXT["it"] in found.text
    beside = [Path.cwd(), Path.cwd().parent, Path.cwd().parent.parent, Path(tempfile.gettempdir())]
    for folder in (*beside, tmp_path.parent, tmp_path.parent.parent):
        assert not (folder / "escaped.txt").exists()
    assert not list(tmp_path.parent.rglob("escaped.txt"))


@pytest.mark.parametrize("name", ["x.docx", "x.epub"])
def test_C10_entities_are_not_expanded(put, name):
    laughs = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c SYSTEM "file:///etc/hostname">]><a>&b;&c;</a>'
    data = (
        epub(MORE, container=laughs)
        if name.endswith("epub")
        else archive(**{"[Content_Types].xml": laughs, "word/document.xml": laughs})
    )
    assert put(name, data).reason == "malformed"


def test_C10_a_book_that_names_its_place_by_an_entity_is_refused(put):
    container = (
        '<!DOCTYPE container [<!ENTITY p "OPS/book.opf">]>'
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="&p;"/></rootfiles></container>'
    )
    found = put("place.epub", epub(TEXT["fr"], container=container))
    assert (found.reason, "words of its own" in found.detail) == ("malformed", True)


def test_C10_a_word_document_whose_words_are_entities_is_refused_not_read_without_them(put):
    data = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx(TEXT["it"]))) as before, zipfile.ZipFile(data, "w") as new:
        for name in before.namelist():
            part = before.read(name)
            if name == "word/document.xml":
                part = part.replace(
                    b"<w:document", b'<!DOCTYPE d [<!ENTITY v "voto">]><w:document', 1
                )
                part = part.replace(b"ponte", b"&v;")
            new.writestr(name, part)
    found = put("entity.docx", data.getvalue())
    assert (found.reason, "words of its own" in found.detail) == ("malformed", True)


def test_C10_what_a_chapter_declares_is_no_part_of_its_text(put):
    page = (
        f'<!DOCTYPE html [<!ENTITY nbsp "&#160;"> <!ENTITY x "y">]><html><p>{TEXT["de"]}</p></html>'
    )
    found = put("subset.epub", epub("x", extra={"OPS/c0.xhtml": page}))
    assert found.text.strip() == TEXT["de"]


def test_a_book_whose_parts_are_written_as_in_addresses_is_read(put):
    place = '<rootfile full-path="OPS/il%20libro.opf"/>'
    container = f"<container><rootfiles>{place}</rootfiles></container>"
    data = epub(TEXT["it"], container=container)
    found = put("spazi.epub", renamed(data, "OPS/book.opf", "OPS/il libro.opf"))
    assert TEXT["it"] in found.text


def test_a_book_that_lacks_a_chapter_gives_the_others(put):
    data = epub(TEXT["de"], TEXT["fr"], TEXT["en"])
    found = put("lacks.epub", renamed(data, "OPS/c1.xhtml", "OPS/away.xhtml"))
    assert (TEXT["de"] in found.text, TEXT["fr"] in found.text) == (True, False)
    assert TEXT["en"] in found.text
    assert put("empty.epub", renamed(epub("x"), "OPS/c0.xhtml", "a")).reason == "malformed"


def test_a_book_says_its_title_and_author(put):
    found = put("b.epub", epub(TEXT["it"], TEXT["it"]))
    about = found.about
    assert (about.title.value, about.byline.value, about.date.value) == (
        "Il ponte",
        "Anna Rossi",
        "2021-05-03",
    )
    assert found.text == f"1\n{TEXT['it']}\n\n2\n{TEXT['it']}\n\n"


def test_C11_macros_objects_and_remote_templates_are_not_looked_at(put):
    data = io.BytesIO(docx(TEXT["de"]))
    with zipfile.ZipFile(data, "a") as packed:
        packed.writestr("word/vbaProject.bin", b"Sub AutoOpen()")
        packed.writestr("word/embeddings/oleObject1.bin", b"object")
        packed.writestr(
            "word/_rels/settings.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
            'relationships/attachedTemplate" Target="http://192.0.2.1/x" TargetMode="External"/>'
            "</Relationships>",
        )
    assert put("macro.docx", data.getvalue()).text.strip() == TEXT["de"]
