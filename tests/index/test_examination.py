"""What is said of documents that hold little, or end too early."""

from made import pdf
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
