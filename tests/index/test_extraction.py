"""Files of other formats: their text, their fields, and what is refused with its reason."""

import csv
import io
import json
import zipfile
import zlib

import pytest
from made import archive, docx, epub, pdf

from index import FolderIndex, HashEmbedder, Skipped
from index.formats.extracted import Unreadable
from index.formats.pdf import check_letters
from index.read import Reader
from index.walk import walk

TEXT = {
    "en": "The council voted for the new bridge on Monday, after three hours of talks.",
    "fr": "Le conseil a voté lundi pour le nouveau pont, après trois heures d'échanges.",
    "de": "Der Rat hat am Montag für die neue Brücke gestimmt, nach drei Stunden Streit.",
    "it": "Il consiglio ha votato lunedì per il nuovo ponte, perché così è più sicuro.",
}
MORE = "Douze personnes ont parlé, et la maire les a remerciées de leur venue sous cette pluie."


@pytest.fixture(scope="module")
def put(tmp_path_factory):
    """Write a file and read it; one child process serves all."""
    folder = tmp_path_factory.mktemp("folder")
    with Reader(folder) as reader:

        def put(name, data):
            (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())
            return reader.read(next(s for s in walk(folder)[0] if s.path.name == name))

        yield put


def page(language="fr", body="", head=""):
    return (
        f'<html lang="{language}"><head><title>Un pont | Gazette</title>{head}</head><body>'
        "<nav><a href='/'>Accueil</a> <a href='/sport'>Sport</a></nav>"
        f"<article><h1>Un pont pour la ville</h1><p>{TEXT[language]}</p><p>{MORE}</p><p>{MORE}</p>"
        f"{body}</article><footer>Mentions légales</footer></body></html>"
    )


def eml(body, *, subject="Le pont", charset="utf-8", date="Mon, 3 Mar 2025 10:00:00 +0100"):
    return (
        f"From: Luc Moreau <luc@example.org>\r\nSubject: {subject}\r\nDate: {date}\r\n"
        f"Content-Type: text/plain; charset={charset}\r\n\r\n"
    ).encode() + body.encode(charset)


def rtf(text):
    letters = (c if c.isascii() else f"\\'{c.encode('cp1252').hex()}" for c in text)
    return ("{\\rtf1\\ansi\\ansicpg1252 " + "".join(letters) + "}").encode("ascii")


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


# PDF


HEADS = ("Der Rat von Altdorf", "Le conseil de Nyon", "Il consiglio di Chiasso", "The town council")


def test_heads_and_feet_of_pages_are_marked_and_cut_no_sentence(put):
    words = [
        "The council met in May and voted for",
        "the new bridge. It will cost 9 million euros.",
        "Room 17",
        "The old bridge stays open until then, and the",
        "ferry runs. The mayor was pleased.",
    ]
    for head in HEADS:
        pages = [f"{head}\n{text}\nDraft 2024 - {at} / 5" for at, text in enumerate(words, start=1)]
        found = put("paper.pdf", pdf(*pages))
        marked = [found.text[mark.start : mark.end] for mark in found.marks]
        lines = "\n".join(marked).split("\n")
        assert sorted(lines) == sorted(
            [head] * 5 + [f"Draft 2024 - {at} / 5" for at in range(1, 6)]
        )
        assert {mark.kind for mark in found.marks} == {"running"}
        rest = found.text
        for text in marked:
            rest = rest.replace(text, "", 1)
        assert " ".join(rest.split()) == " ".join(words)
        assert "voted for\nthe new bridge" in found.text
        for at, text in enumerate(words, start=1):
            place = found.text.index(text)
            assert sum(start <= place for start in found.pages) == at


def test_lines_that_tell_pages_apart_are_text(put):
    pages = [f"Rechnung {number}\nBetrag: {number * 3} Euro." for number in (17, 12, 44, 23)]
    assert put("bills.pdf", pdf(*pages)).marks == ()
    few = ["Bericht\nDer Rat tagt heute im Saal.", "Bericht\nDer Rat tagt morgen nicht."]
    assert put("few.pdf", pdf(*few)).marks == (), "two pages tell nothing"


def test_pages_are_counted(put):
    found = put("two.pdf", pdf(TEXT["fr"], "Il costo del ponte", TEXT["it"], compress=True))
    assert [found.text[at : at + 6] for at in found.pages] == ["Le con", "Il cos", "Il con"]
    assert found.text == f"{TEXT['fr']}\n\nIl costo del ponte\n{TEXT['it']}"


@pytest.mark.parametrize("data", [b"not a PDF at all, only text", pdf(MORE)[:120], b"%PDF-1.4\n"])
def test_C01_C08_what_is_no_sound_pdf_is_named(put, data):
    assert put("bad.pdf", data).reason in ("malformed", "no-text")


def test_C02_a_flate_bomb_is_stopped(put):
    bomb = b"BT (" + b"x" * 300_000_000 + b") Tj ET"
    skip = put("bomb.pdf", pdf("y").replace(
        b"BT /F1 12 Tf 72 700 Td (y) Tj ET", b"").replace(b"<</Length 32>>stream\n\nendstream",
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (
            len(zlib.compress(bomb)), zlib.compress(bomb))))  # fmt: skip
    assert isinstance(skip, Skipped)
    assert skip.reason in ("output-limit", "memory")


def test_C03_pages_that_contain_themselves(put):
    data = pdf(MORE).replace(b"/Kids[4 0 R]", b"/Kids[2 0 R]")
    assert put("cycle.pdf", data).reason in ("malformed", "no-text")


@pytest.mark.parametrize(("password", "readable"), [("", True), ("secret", False)])
def test_C04_an_encrypted_pdf(put, password, readable):
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(MORE))))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    found = put("locked.pdf", out.getvalue())
    assert found.text == MORE if readable else found.reason == "encrypted"


def test_C05_pictures_of_pages_have_no_text(put):
    skip = put("scan.pdf", pdf("", ""))
    assert skip.reason == "no-text"
    assert "OCR" in skip.detail


def test_C07_signs_that_are_nobodys_letters(put):
    check_letters("Le pont est ouvert depuis lundi.")
    for odd in ("\ufffd", "\ue041"):
        with pytest.raises(Unreadable, match="OCR") as caught:
            check_letters("Le pont est ouvert depuis " + odd * 12)
        assert caught.value.reason == "no-text"


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


def test_a_book_says_its_title_and_author(put):
    found = put("b.epub", epub(TEXT["it"], TEXT["it"]))
    about = found.about
    assert (about.title.value, about.byline.value, about.date.value) == (
        "Il ponte",
        "Anna Rossi",
        "2021-05-03",
    )
    assert found.text == f"1\n{TEXT['it']}\n\n2\n{TEXT['it']}\n\n"


# E-mail, tables, records


def test_C17_an_emails_head_and_body(put):
    found = put("m.eml", eml(TEXT["it"], subject="=?utf-8?q?Il_ponte_=C3=A8_qui?="))
    assert found.text.startswith("Subject: Il ponte è qui\nFrom: Luc Moreau <luc@example.org>\n")
    about = found.about
    assert found.text[about.title.start : about.title.end] == about.title.value == "Il ponte è qui"
    assert (about.byline.value, about.date.value) == ("Luc Moreau", "2025-03-03")
    assert TEXT["it"] in found.text


def test_C17_attachments_are_not_read(put):
    body = (
        "From: a@example.org\r\nSubject: s\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n"
        f"--B\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{TEXT['de']}\r\n"
        "--B\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=x.txt\r\n\r\n"
        "attached\r\n--B--\r\n"
    )
    found = put("attached.eml", body)
    assert TEXT["de"] in found.text
    assert "attached" not in found.text


def test_C17_a_forged_or_broken_date_is_no_date(put):
    assert put("d.eml", eml(TEXT["en"], date="yesterday")).about.date is None
    assert put("n.eml", b"no message at all").reason == "malformed"


def test_an_emails_declared_letters_may_be_wrong(put):
    data = eml(TEXT["fr"]).replace(b"charset=utf-8", b"charset=us-ascii")
    assert TEXT["fr"] in put("wrong.eml", data).text


def test_C16_rows_become_lines_that_name_their_columns(put):
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(
        [
            ("Stadt", "Kosten", "Notiz"),
            ("Halden", "48,6", '=HYPERLINK("x")'),
            ("", "12", "zwei\nZeilen"),
        ]  # fmt: skip
    )
    found = put("t.csv", out.getvalue())
    assert found.text.split("\n") == [
        "Stadt; Kosten; Notiz",
        'Stadt: Halden; Kosten: 48,6; Notiz: =HYPERLINK("x")',
        "Kosten: 12; Notiz: zwei Zeilen",
        "",
    ]


def test_a_table_without_names_keeps_its_rows(put):
    assert put("n.tsv", "1\t2\n3\t4\n").text == "1; 2\n3; 4\n"


def test_records_name_their_fields(put):
    long = "Il ponte è stato aperto lunedì. " * 5
    lines = [{"a": 1, "b": {"c": "due"}, "d": ["x", "y"]}, {"titolo": "Il ponte", "testo": long}]
    found = put("r.jsonl", "\n".join(map(json.dumps, lines)))
    assert found.text == f"a: 1; b.c: due; d: x, y\n\ntitolo: Il ponte\n\n{long.strip()}\n\n"
    assert put("r.json", json.dumps(lines)).text == found.text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("[" * 100_000 + "]" * 100_000, "malformed"),
        ('{"a":' * 100 + "1" + "}" * 100, "malformed"),
        ('{"a": 1}\n{"b": ', "malformed"),
        ("{}", "empty"),
    ],
)
def test_C15_records_that_cannot_be_read(put, data, reason):
    assert put("bad.jsonl", data).reason == reason


def test_C15_odd_numbers_and_double_keys_are_text(put):
    found = put("odd.json", '{"a": NaN, "n": 123456789012345678901234567890, "d": 1, "d": 2}')
    assert found.text == "a: nan; n: 123456789012345678901234567890; d: 2\n\n"


def test_B09_lone_surrogates_become_the_sign_for_a_lost_letter(put):
    assert put("s.json", '{"a": "x\\ud800y"}').text == "a: x\ufffdy\n\n"


def test_rich_text_that_is_none(put):
    assert put("bad.rtf", "only text").reason == "malformed"


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


def test_C06_text_that_a_reader_cannot_see_is_text(put):
    hidden = pdf(TEXT["fr"]).replace(b"/F1 12 Tf", b"/F1 12 Tf 3 Tr")
    assert put("hidden.pdf", hidden).text == TEXT["fr"]
