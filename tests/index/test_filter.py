"""Searching in a part of the folder: by file, language and date, with a cap for each document."""

from unicodedata import normalize

import pytest

from index import BadQuery, Filter, FolderIndex, HashEmbedder, Hit, spread

TEXTS = {
    "2024/bridge.en.txt": "3 May 2024\n\nThe bridge over the river was opened on Monday morning.",
    "2025/bridge.fr.txt": "Publié le 3 mai 2025\n\nLe pont sur la rivière a été ouvert lundi.",
    "2025/notes.de.txt": "Die Brücke über den Fluss wurde am Montag für alle Leute geöffnet.",
    "ponte.it.txt": "date 2025-01 Gazzetta\n\nIl ponte sul fiume è stato aperto lunedì mattina.",
}


@pytest.fixture
def index(tmp_path):
    for file, text in TEXTS.items():
        path = tmp_path / "folder" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    index = FolderIndex.open(tmp_path / "folder", tmp_path / "store", HashEmbedder())
    index.sync()
    yield index
    index.close()


@pytest.mark.parametrize(
    ("only", "found"),
    [
        (Filter(), {*TEXTS}),
        (Filter(files=("2025/*",)), {"2025/bridge.fr.txt", "2025/notes.de.txt"}),
        (Filter(files=("2025/",)), {"2025/bridge.fr.txt", "2025/notes.de.txt"}),
        (Filter(files=("bridge.*", "ponte.it.txt")),
         {"2024/bridge.en.txt", "2025/bridge.fr.txt", "ponte.it.txt"}),
        (Filter(languages=("de", "it")), {"2025/notes.de.txt", "ponte.it.txt"}),
        (Filter(since="2025"), {"2025/bridge.fr.txt", "ponte.it.txt"}),
        (Filter(since="2025-01-15"), {"2025/bridge.fr.txt", "ponte.it.txt"}),
        (Filter(until="2025-01"), {"2024/bridge.en.txt", "ponte.it.txt"}),
        (Filter(since="2024-05-03", until="2024-05-03"), {"2024/bridge.en.txt"}),
        (Filter(files=("2025/*",), languages=("it",)), set()),
    ],
)  # fmt: skip
def test_only_what_is_asked_for_is_found(index, only, found):
    assert {hit.file for hit in index.search("the bridge, le pont", 10, only=only)} == found
    assert {card.file for card in index.cards(only)} == found


def test_a_name_with_brackets_is_meant_as_it_is(index):
    (index.root / "a[1].txt").write_text("The bridge was painted green.")
    index.sync()
    assert {hit.file for hit in index.search("bridge", only=Filter(files=("a[1].txt",)))} == {
        "a[1].txt"
    }


def test_a_name_may_be_typed_with_accents_composed_or_not(index):
    for form, typed in (("NFD", "NFC"), ("NFC", "NFD")):
        name, asked = (normalize(way, f"Résumé {form}.txt") for way in (form, typed))
        (index.root / name).write_text("Le pont a été peint en vert.", encoding="utf-8")
        index.sync()
        for pattern in (asked, asked[:4] + "*" + form + ".txt"):
            assert [card.file for card in index.cards(Filter(files=(pattern,)))] == [name]


def test_a_filter_changes_no_score(index):
    everything = {hit.file: hit for hit in index.search("bridge river", 10)}
    (only,) = index.search("bridge river", 10, only=Filter(languages=("en",)))
    assert only == everything["2024/bridge.en.txt"]


@pytest.mark.parametrize(
    "only",
    [
        Filter(languages=("es",)),
        Filter(since="last week"),
        Filter(since="2025", until="2024"),
        Filter(per_document=0),
    ],
)
def test_a_filter_that_cannot_be_followed_is_refused(index, only):
    with pytest.raises(BadQuery, match=r"\.$"):
        index.search("bridge", only=only)


def hit(file, score, text="", story=""):
    return Hit(file, 0, 1, text or f"{file} {score}", score, story=story)


def test_each_document_gives_at_most_so_many():
    hits = [hit("a", 0.9), hit("a", 0.8), hit("b", 0.7), hit("a", 0.6)]
    assert spread(hits, 3, per_document=1) == [hits[0], hits[2]]
    assert spread(hits, 3, per_document=2) == hits[:3]


def test_a_story_told_by_several_files_fills_half_of_the_list_at_most():
    story = [hit(f"copy{n}", 0.9 - n / 100, story="copy0") for n in range(4)]
    others = [hit("other", 0.3), hit("third", 0.2)]
    assert spread([*story, *others], 4) == [*story[:2], *others]
    assert spread(story, 4) == story  # nothing else is left


def test_the_same_words_from_another_copy_wait():
    hits = [
        hit("a", 0.9, "The bridge opens.", "a"),
        hit("b", 0.9, "The  bridge opens.", "a"),
        hit("c", 0.5),
    ]
    assert spread(hits, 2) == [hits[0], hits[2]]
    assert spread(hits, 3) == hits


def test_c23_the_same_words_come_after_all_that_is_new():
    story = [
        hit("a", 0.9, "The bridge opens.", "a"),
        hit("b", 0.8, "The bridge opens.", "a"),
        hit("a", 0.7, "It cost a lot.", "a"),
        hit("a", 0.6, "Nobody came.", "a"),
        hit("c", 0.2),
    ]
    assert spread(story, 4) == [story[0], *story[2:]]
    assert spread(story, 5) == story


def test_one_long_document_may_fill_the_list():
    hits = [hit("book", 0.9 - n / 100) for n in range(5)] + [hit("b", 0.1)]
    assert spread(hits, 5) == hits[:5]
