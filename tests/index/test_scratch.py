"""What is indexed in memory is found as what is indexed in a store."""

import pytest
from town import MARKET, QUESTIONS, TOWN

from index import EVERYTHING, Filter, FolderIndex, HashEmbedder, ScratchIndex
from index.formats.extracted import Unreadable


@pytest.fixture
def stored(tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    for file, text in TOWN.items():
        (folder / file).write_text(text, encoding="utf-8")
    index = FolderIndex.open(folder, tmp_path / "store", HashEmbedder())
    index.sync()
    yield index
    index.close()


@pytest.mark.parametrize("only", [EVERYTHING, Filter(languages=("fr", "it"))])
@pytest.mark.parametrize("question", QUESTIONS)
def test_same_hits_as_the_store(stored, question, only):
    scratch = ScratchIndex(TOWN, HashEmbedder())
    hits = scratch.search(question, 3, only=only)
    assert hits
    assert [(h.file, h.start, h.end, h.text, h.story) for h in hits] == [
        (h.file, h.start, h.end, h.text, h.story) for h in stored.search(question, 3, only=only)
    ]
    assert [h.score for h in hits] == pytest.approx(
        [h.score for h in stored.search(question, 3, only=only)], abs=1e-5
    )
    scratch.close()


def test_two_at_once_know_nothing_of_each_other():
    one, other = (
        ScratchIndex({"a.txt": text}, HashEmbedder()) for text in (MARKET, TOWN["club.txt"])
    )
    assert "Forty farmers" in one.search("Who sells fruit?")[0].text
    assert "Der Verein" in other.search("Who sells fruit?")[0].text


def test_nothing_is_written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ScratchIndex(TOWN, HashEmbedder()).close()
    assert list(tmp_path.iterdir()) == []


def test_a_blank_text_is_refused():
    with pytest.raises(Unreadable):
        ScratchIndex({"blank.txt": " \n"}, HashEmbedder())
