"""The documents tab: the list's cells, and the map by meaning."""

import re
from contextlib import closing
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from assistant import Assistant
from assistant.ui.documents import corpus_map, documents, number
from assistant.ui.strings import strings
from index import Chunk

FOLDER = {
    "bridge.md": ("The bridge", "2024-05-01", "The new bridge cost 12 million euros.", "en"),
    "bruecke.md": ("Die Brücke", "2024-06-02", "Die neue Brücke kostete 13 Millionen Euro.", "de"),
    "pont.md": ("Le pont", "2024-07-03", "Le nouveau pont a coûté 14 millions d’euros.", "fr"),
    "ponte.md": ("Il ponte", "2024-08-04", "Il nuovo ponte è costato 15 milioni di euro.", "it"),
}


@pytest.mark.parametrize("language", ["en", "fr", "de", "it"])
def test_each_document_stands_with_language_date_size_and_passages(tmp_path, language):
    folder = tmp_path / "docs"
    folder.mkdir()
    for file, (title, date, text, _) in FOLDER.items():
        page = f"---\ntitle: {title}\ndate: {date}\n---\n\n{text}\n"
        (folder / file).write_text(page, encoding="utf-8")
    (folder / "undated.txt").write_text("The tunnel is closed today.\n", encoding="utf-8")
    said = strings(language)
    with closing(Assistant.open(folder, store=tmp_path / "store", model="extract")) as assistant:
        index = assistant.index
        dates = {card.file: card.date for card in index.cards()}
        shown = documents(index.files(), dates, index.skipped(), "docs", said)
        passages = sum(row.chunks for row in index.files())
        sizes = {row.file: len(index.text(row.file)) for row in index.files()}
    table = ET.fromstring(shown[shown.index("<table") : shown.index("</table>") + 8])
    assert [
        "".join(cell.itertext()) for cell in table.iter("th") if cell.get("scope") == "col"
    ] == [said[f"col_{name}"] for name in ("file", "language", "date", "size", "passages")]
    rows = {
        row[0][0].get("data-file"): [" ".join(cell.itertext()) for cell in row]
        for row in table.find("tbody")
    }
    assert rows.pop("undated.txt")[1:] == [said["lang_en"], "–", "28", "1"]
    assert rows == {
        file: [f"{title} {file}", said[f"lang_{spoken}"], date, str(sizes[file]), "1"]
        for file, (title, date, _, spoken) in FOLDER.items()
    }
    lead = said["documents_lead"].format(files=5, passages=passages, folder="docs")
    assert f'<p class="lead">{lead}</p>' in shown
    for row in table.find("tbody"):  # a title is read aloud in its own language
        spoken = FOLDER.get(row[0][0].get("data-file"), ("", "", "", "en"))[3]
        assert row[0][0][0].get("lang") == spoken


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0, "0"), (999, "999"), (1_000, "1\u202f000"), (1_234_567, "1\u202f234\u202f567")],
)
def test_large_numbers_are_grouped_as_all_four_languages_read_them(value, shown):
    assert number(value) == shown


def passage(text, vector, file="a.txt"):
    unit = np.asarray(vector, np.float32)
    return Chunk(file, 0, len(text), text, "en", "A"), unit / np.linalg.norm(unit)


MEANINGS = {
    "bridge": (1.0, 0.1, 0.0, 0.0),
    "bridges": (1.0, 0.15, 0.05, 0.0),
    "bread": (0.0, 0.1, 1.0, 0.1),
    "breads": (0.05, 0.1, 1.0, 0.15),
    "law": (0.0, 1.0, 0.1, 1.0),
    "laws": (0.05, 1.0, 0.1, 0.9),
}


def places(drawn):
    dots = re.findall(r'cx="([\d.]+)" cy="([\d.]+)"[^>]*aria-label="A: (\w+)"', drawn)
    return {said: np.array([float(x), float(y)]) for x, y, said in dots}


def test_passages_of_one_meaning_lie_nearer_than_passages_of_different_ones():
    drawn = corpus_map([passage(*one) for one in MEANINGS.items()], strings("en"))
    at = places(drawn)
    assert set(at) == set(MEANINGS)
    for one, same in (("bridge", "bridges"), ("bread", "breads"), ("law", "laws")):
        near = np.linalg.norm(at[one] - at[same])
        for other in set(MEANINGS) - {one, same}:
            assert near < np.linalg.norm(at[one] - at[other])
            assert near < np.linalg.norm(at[same] - at[other])


def test_the_map_stays_put_and_within_its_frame():
    passages = [passage(*one) for one in MEANINGS.items()]
    drawn = corpus_map(passages, strings("en"))
    assert corpus_map(passages, strings("en")) == drawn
    turned = places(corpus_map(passages[::-1], strings("it")))  # neither order nor language matters
    for said, place in places(drawn).items():
        assert np.allclose(place, turned[said], atol=0.2)
        assert (0, 0) <= tuple(place) <= (720, 420)


def test_the_map_of_a_folder_puts_the_same_words_in_one_place(tmp_path):
    folder = tmp_path / "docs"
    folder.mkdir()
    for name, text in {
        "a": "The bridge over the river was opened in May.",
        "b": "The bridge over the river was opened in May.",
        "c": "Fresh bread is sold on the market every morning.",
        "d": "The court decided that the new law is void.",
    }.items():
        (folder / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
    with closing(Assistant.open(folder, store=tmp_path / "store", model="extract")) as assistant:
        parts = assistant.index.catalogue.all_entries()
        drawn = corpus_map([(e.chunk, e.vector) for part in parts for e in part], strings("de"))
    dots = re.findall(r'cx="([\d.]+)" cy="([\d.]+)"[^>]*data-file="(\w)', drawn)
    at = {file: np.array([float(x), float(y)]) for x, y, file in dots}
    same = np.linalg.norm(at["a"] - at["b"])
    assert all(same < np.linalg.norm(at[one] - at[two]) for one in "ab" for two in "cd")


def test_of_two_passages_there_is_no_map():
    assert corpus_map([passage("one", (1, 0)), passage("two", (0, 1))], strings("fr")) == ""
