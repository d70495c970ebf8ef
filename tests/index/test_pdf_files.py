"""PDF files: their pages, heads and feet, and what is refused with its reason."""

import io
import zlib
from functools import cache

import pytest
from made import MORE, TEXT, pdf

from index import Skipped
from index.formats.extracted import Unreadable
from index.formats.pdf import check_letters
from index.formats.sandbox import Limits
from index.read import Reader
from index.walk import walk

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


@cache
def packed(times):
    """300 million bytes, deflated so many times over."""
    inner = packed(times - 1) if times > 1 else b"BT (" + b"x" * 300_000_000 + b") Tj ET"
    return zlib.compress(inner, 1)


@pytest.mark.parametrize("times", [1, 2, 3], ids=["C02-once", "C02-twice", "C02-three-times"])
def test_a_flate_bomb_is_stopped(put, times):
    filters = b"/FlateDecode" * times
    skip = put("bomb.pdf", pdf("y").replace(
        b"BT /F1 12 Tf 72 700 Td (y) Tj ET", b"").replace(b"<</Length 32>>stream\n\nendstream",
        b"<</Filter[%s]/Length %d>>stream\n%s\nendstream" % (
            filters, len(packed(times)), packed(times))))  # fmt: skip
    assert isinstance(skip, Skipped)
    assert skip.reason in ("output-limit", "memory"), "before the clock has to end it"
    assert put("next.pdf", pdf(MORE)).text == MORE


def test_C03_pages_that_contain_themselves(put):
    data = pdf(MORE).replace(b"/Kids[4 0 R]", b"/Kids[2 0 R]")
    assert put("cycle.pdf", data).reason in ("malformed", "no-text")


def test_C03_a_table_that_goes_on_at_itself(put):
    data = pdf(MORE)
    table = data.index(b"\nxref\n") + 1
    endless = data.replace(b"trailer<<", b"trailer<</Prev %d " % table)
    assert endless != data
    assert put("prev.pdf", endless).text == MORE


def test_C03_a_page_counted_a_million_times_over_is_given_up(tmp_path):
    many = b"/Kids[%s]" % (b"4 0 R " * 1_000_000)
    (tmp_path / "many.pdf").write_bytes(pdf(MORE).replace(b"/Kids[4 0 R]", many))
    with Reader(tmp_path, Limits(seconds=1.0)) as reader:
        skip = reader.read(walk(tmp_path)[0][0])
    assert skip.reason in ("timeout", "malformed", "memory", "output-limit")


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


@pytest.mark.parametrize("letters", ["FFFD", "E041"])
def test_C07_a_pdf_whose_font_tells_wrong_letters_is_not_read(put, letters):
    table = (
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> "
        b"endcodespacerange 94 beginbfchar "
        + b" ".join(b"<%02X> <%s>" % (code, letters.encode()) for code in range(33, 127))
        + b" endbfchar endcmap end"
    )
    told = b"9 0 obj<</Length %d>>stream\n%s\nendstream endobj\nxref\n0 " % (len(table), table)
    data = pdf(TEXT["en"]).replace(b"xref\n0 ", told, 1)
    skip = put("font.pdf", data.replace(b"/Encoding/WinAnsi", b"/ToUnicode 9 0 R/Encoding/WinAnsi"))
    assert skip.reason == "no-text"
    assert "fonts do not tell" in skip.detail


def test_C06_text_that_a_reader_cannot_see_is_text(put):
    hidden = pdf(TEXT["fr"]).replace(b"/F1 12 Tf", b"/F1 12 Tf 3 Tr")
    assert put("hidden.pdf", hidden).text == TEXT["fr"]
