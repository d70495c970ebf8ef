"""PDF files: their pages, heads and feet, and what is refused with its reason."""

import io
import zlib

import pytest
from made import MORE, TEXT, pdf

from index import Skipped
from index.formats.extracted import Unreadable
from index.formats.pdf import check_letters

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


def test_C06_text_that_a_reader_cannot_see_is_text(put):
    hidden = pdf(TEXT["fr"]).replace(b"/F1 12 Tf", b"/F1 12 Tf 3 Tr")
    assert put("hidden.pdf", hidden).text == TEXT["fr"]
