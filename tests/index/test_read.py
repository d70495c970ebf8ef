"""Bytes become the text they are, or the file is left out with a reason."""

import gzip
import hashlib
import os
import tracemalloc

import pytest

from index import Document
from index.encoding import Decoded, decode
from index.furniture import furniture
from index.headline import title
from index.read import MAX_BYTES, read
from index.walk import walk

posix = pytest.mark.skipif(os.name != "posix", reason="links and pipes as POSIX has them")

# Two texts a language: plain ones, and ones with the signs that tell code pages apart.
TEXTS = {
    "fr": "À l'été dernier, le président a déclaré que la « coopération » avec la Chine "
    "était forte. Où êtes-vous allés ? Le maïs, la forêt, la leçon, l'île : tout cela coûte "
    "très cher à Noël.",
    "it": "Perché l'università è così importante? La città di Forlì ha già più di mille virtù, "
    "però il governo non può dire ciò che farà. È vero: l'età non conta, né oggi né lunedì.",
    "de": "Die Größe der Bäume überraschte die Gäste. Für Österreich wäre es schön, wenn die "
    "Straße früher geöffnet würde. Äpfel, Öl und Übungen: das müssen wir natürlich später klären.",
}
ENCODINGS = ("cp1252", "iso8859-15", "mac_roman", "cp850")


@pytest.fixture
def put(tmp_path):
    """Write a file and read it back through the walk."""

    def put(data, name="a.txt"):
        (tmp_path / name).write_bytes(data)
        return read(next(s for s in walk(tmp_path)[0] if s.path.name == name), tmp_path)

    return put


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_B01_B04_single_byte_encodings(put, language, encoding):
    text = TEXTS[language]
    document = put(text.encode(encoding))
    assert isinstance(document, Document)
    assert document.text == text
    assert document.language == language


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"])
def test_B02_B03_marks_are_not_text(put, language, encoding):
    document = put(TEXTS[language].encode(encoding))
    assert document.text == TEXTS[language]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Le cœur de l'œuvre coûte 5 € à Nîmes.", "iso8859-15"),
        ("Le cœur de l'œuvre coûte 5 € à Nîmes.", "cp1252"),
        ("Le cœur de l’œuvre coûte 5 € à Nîmes.", "mac_roman"),
        ("Er sagte: „Das ist schön“ – und ging über die Straße nach Hause.", "cp1252"),
        ("Er sagte: „Das ist schön“ – und ging über die Straße nach Hause.", "mac_roman"),
        ("L’università “non può” dire perché: è così, né più né meno.", "cp1252"),
        ("L’università “non può” dire perché: è così, né più né meno.", "mac_roman"),
        ("It’s a “naïve” café – that’s what they say about the new place.", "cp1252"),
    ],
)
def test_B04_signs_that_tell_code_pages_apart(text, encoding):
    found = decode(text.encode(encoding))
    assert isinstance(found, Decoded)
    assert found.text == text


@pytest.mark.parametrize("encoding", ["koi8-r", "cp1251", "gbk", "shift-jis", "cp1253"])
def test_B04_other_alphabets_are_refused_not_guessed(encoding):
    text = {"gbk": "中国的人工智能发展。" * 9, "shift-jis": "これは日本語の文です。" * 9}.get(
        encoding, "Президент объявил план для экономики страны."
    )
    if encoding == "cp1253":
        text = "Ο πρόεδρος ανακοίνωσε το σχέδιο για την οικονομία της χώρας."
    assert decode(text.encode(encoding)).reason == "encoding-unsure"


@pytest.mark.parametrize("byte", range(0x80, 0x100), ids=hex)
def test_B04_one_odd_byte_never_becomes_an_odd_letter(byte):
    """A lone byte is read as the sign it has in the encoding that says so, or not at all."""
    data = b"The report says nothing about it, and neither did he. x" + bytes([byte]) + b"x is all."
    found = decode(data)
    if isinstance(found, Decoded):
        assert found.text.encode(found.encoding) == data


def test_B05_a_few_foreign_bytes_in_utf8():
    text = "Déjà vu, été, forêt, leçon. " * 5
    found = decode(text.encode() + "côté".encode("cp1252"))
    assert (found.text, found.encoding) == (text + "côté", "utf-8+cp1252")


def test_B06_double_encoding_is_kept_as_it_is():
    assert decode("Ã©tÃ©".encode()).text == "Ã©tÃ©"


def test_B07_last_character_cut_off():
    found = decode("Il a déclaré que c'était l'été".encode()[:-1])
    assert found.text == "Il a déclaré que c'était l'\u00e9t\ufffd"
    assert found.encoding == "utf-8+cut"


def test_B08_nul_bytes_are_no_text(put):
    assert put(b"Text with a \0 in it, and more text after it.").reason == "binary"


def test_B09_lone_surrogates_cannot_come_in():
    lone = "Il a été dit \ud800 que la forêt était déjà là."
    for data in (
        lone.encode("utf-8", "surrogatepass"),
        b"\xff\xfe" + lone.encode("utf-16-le", "surrogatepass"),
    ):
        found = decode(data)
        assert not isinstance(found, Decoded) or found.text.encode("utf-8")


@pytest.mark.parametrize("language", TEXTS)
def test_text_is_otherwise_untouched(put, language):
    text = f"\ta\r\nb\rc\u2028{TEXTS[language]}e\u0301 \u200b\u00ad \x0c\n\n"
    assert put(text.encode()).text == text


def test_digest_is_of_the_bytes(put):
    data = b"\xef\xbb\xbfBonjour."
    assert put(data).digest == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n1 0 obj",
        b"PK\x03\x04 docx",
        b"\xff\xd8\xff\xe0JFIF",
        gzip.compress(b"Bonjour."),
        b"\x89PNG\r\n\x1a\n",
        bytes(range(256)) * 4,
    ],
    ids=["C01-pdf", "C18-zip", "C18-jpeg", "C18-gzip", "C18-png", "C18-noise"],
)
def test_C18_a_name_that_lies(put, data):
    assert put(data).reason == "binary"


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", "\u00a0\u2003\n".encode()])
def test_A24_nothing_in_it(put, data):
    assert put(data).reason == "empty"


@posix
def test_A25_A27_too_large_is_said_before_reading(tmp_path):
    with open(tmp_path / "sparse.txt", "wb") as file:
        file.truncate(1 << 40)
    tracemalloc.start()
    found = read(walk(tmp_path)[0][0], tmp_path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found.reason == "too-large"
    assert f"{MAX_BYTES // 1_000_000} million" in found.detail
    assert peak < 1_000_000


def test_a_source_from_elsewhere_is_not_opened(tmp_path):
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    (tmp_path / "one" / "a.txt").write_text("x")
    source = walk(tmp_path / "one")[0][0]
    assert read(source, tmp_path / "two").reason == "outside-root"


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Putin strebt etwas an\nRussland wendet sich.", "Putin strebt etwas an"),
        ("# The first folder\n\nFive articles.", "The first folder"),
        ("© Foto Meier\n12.3.2024\n\nIl Presidente ha ordinato.", "Il Presidente ha ordinato"),
        ("La Chine avance. La Russie suit.", "La Chine avance"),
        ("((Traduction automatisée)) par X\nLa banque va changer.", "La banque va changer"),
        ("---\n***\n", ""),
        ("mot " * 100, ("mot " * 27).rstrip() + "…"),
    ],
)  # fmt: skip
def test_title_is_the_first_line_that_reads_like_a_headline(text, headline):
    found = title(text, furniture(text))
    assert (found.value if found else "") == headline


def test_every_reason_says_what_to_do_in_one_sentence_or_two(put):
    for data in (b"", b"%PDF-", b"a\0b", b"\xe9"):
        skip = put(data)
        assert skip.detail.endswith(".")
        assert skip.file == "a.txt"


# One sentence or two, as short as a note: the less there is to read, the harder it is to tell.
