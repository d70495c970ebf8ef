"""Letters that look alike or cannot be seen: the word is found, and the quote is as it stood."""

import pytest

from index import Filter, FolderIndex, HashEmbedder, spelled_out
from index.walk import walk


@pytest.fixture
def indexed(tmp_path):
    """Index one text among others."""
    opened = []

    def indexed(text, name="odd.txt"):
        folder = tmp_path / "folder"
        folder.mkdir()
        (folder / name).write_text(text, encoding="utf-8", newline="")
        for number, other in enumerate(("Nothing of the kind.", "Rien de tel.", "Gar nichts.")):
            (folder / f"{number}.txt").write_text(other, encoding="utf-8")
        index = FolderIndex.open(folder, tmp_path / "store", HashEmbedder())
        index.sync()
        opened.append(index)
        return index

    yield indexed
    for index in opened:
        index.close()


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        pytest.param("Der Haus\u00adhalt wurde beschlossen.", "Haushalt", id="B10-soft-hyphen"),
        pytest.param("Il bi\u200blancio è stato approvato.", "bilancio", id="B10-zero-width-space"),
        pytest.param("The bud\u2060get was voted.", "budget", id="B10-word-joiner"),
        pytest.param("Les e\ufb03caces o\ufb03ciers.", "officiers", id="B14-ligature"),
        pytest.param("Le pre\u0301sident est venu.", "président", id="B14-NFD"),
        pytest.param("Prix de l’essence en hausse.", "l'essence", id="B14-apostrophe"),
        pytest.param("DIE STRASSE IST GESPERRT.", "Straße", id="B19-sharp-s"),
        pytest.param("L'ÉLECTION AURA LIEU.", "élection", id="B19-capital-accent"),
        pytest.param("Der Flughafen İSTANBUL wächst.", "istanbul", id="B19-dotted-capital-i"),
        pytest.param("Le palais de Topkapı est ouvert.", "TOPKAPI", id="B19-dotless-i"),
        pytest.param("DIE STRAẞE IST GESPERRT.", "Straße", id="B19-capital-sharp-s"),
        pytest.param("So will es die Verfas-\nsung des Landes.", "Verfassung", id="B15-divided"),
        pytest.param("The \u202esecret\u202c plan was found.", "secret", id="B11-bidi"),
    ],
)
def test_a_word_is_found_as_it_is_asked_for(indexed, written, asked):
    index = indexed(written)
    hit = index.search(asked, 1)[0]
    assert hit.file == "odd.txt"
    assert hit.words + hit.grams > 0.5
    assert index.text("odd.txt") == written
    assert written[hit.start : hit.end] == hit.text


def test_B13_a_letter_of_another_alphabet_is_another_letter(indexed):
    index = indexed("The b\u0430nk was closed.")  # a Cyrillic a
    assert index.search("bank", 1)[0].words == 0.0
    assert "b\u0430nk" in index.text("odd.txt")


def test_B23_escape_codes_stay_in_the_text_only(indexed):
    assert indexed("The \x1b[31mred\x1b[0m bridge.").search("bridge", 1)[0].file == "odd.txt"


def test_C14_html_in_markdown_is_text(indexed):
    written = "# Bridge\n\n<script>alert(1)</script> [x](javascript:alert(1)) The bridge is open.\n"
    assert indexed(written, "odd.md").text("odd.md") == written


def test_A15_A17_names_like_flags_and_names_in_other_case(tmp_path):
    for name in ("-rf.txt", "--help", "Notes.txt", "notes.txt"):
        (tmp_path / name).write_text(f"This is {name}.", encoding="utf-8")
    found = [source.file for source in walk(tmp_path)[0]]
    assert {"-rf.txt", "--help"} <= set(found)
    assert len(found) == len(set(found)) == len(list(tmp_path.iterdir()))


COMPOSED, APART = "été/Brücke.txt", "e\u0301te\u0301/Bru\u0308cke.txt"


def test_A17_names_that_look_the_same_are_told_apart(tmp_path):
    for name in (COMPOSED, APART, "e\u0301te\u0301/alone.txt", "cafe\u0301.txt", "perché.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"This is {name}.", encoding="utf-8")
    if len(list(tmp_path.iterdir())) < 4:
        pytest.skip("the disk takes both spellings for one name")
    found = {source.file: source.path.read_text(encoding="utf-8") for source in walk(tmp_path)[0]}
    spelled = r"e\xcc\x81te\xcc\x81/Bru\xcc\x88cke.txt"
    assert set(found) == {
        COMPOSED, spelled, "e\u0301te\u0301/alone.txt", "cafe\u0301.txt", "perché.txt"
    }  # fmt: skip
    assert (found[COMPOSED], found[spelled]) == (f"This is {COMPOSED}.", f"This is {APART}.")


def test_A17_each_of_two_alike_is_cited_and_filtered_by_its_own_name(tmp_path):
    (tmp_path / "folder" / "été").mkdir(parents=True)
    (tmp_path / "folder" / COMPOSED).write_text("The bridge is open on Monday.")
    index = FolderIndex.open(tmp_path / "folder", tmp_path / "store", HashEmbedder())
    index.sync()
    (tmp_path / "folder" / APART).parent.mkdir(exist_ok=True)
    (tmp_path / "folder" / APART).write_text("The bridge is open on Tuesday.")
    index.sync()
    spelled = spelled_out(APART)
    days = {hit.file: hit.text for hit in index.search("bridge")}
    assert set(days) == {COMPOSED, spelled}
    assert "Tuesday" in days[spelled]
    told = {
        typed: [card.file for card in index.cards(Filter(files=(typed,)))]
        for typed in (COMPOSED, APART, spelled)
    }
    assert told == {COMPOSED: [COMPOSED], APART: [spelled, COMPOSED], spelled: [spelled]}
    (tmp_path / "folder" / COMPOSED).unlink()
    report = index.sync()
    assert report.embedded == 0
    assert [row.file for row in index.files()] == [APART], "alone again, it has its own name"
    index.close()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("été", "été"),
        ("\u212bngstrom", r"\xe2\x84\xabngstrom"),
        ("e\u0301té", r"e\xcc\x81té"),
        ("\u1112\u1161", r"\xe1\x84\x92\xe1\x85\xa1"),
    ],
)
def test_A17_what_is_not_written_as_a_keyboard_would_is_spelled_out(name, shown):
    assert spelled_out(name) == shown
