"""P24, D30: what is forgotten is gone, and stays away. D31: a backup is a store."""

import subprocess
import sys
from pathlib import Path

import pytest
from town import BRIDGE, MARKET, TOWN, WordEmbedder, answers, write

from index import FolderIndex
from index.errors import StoreNotOurs
from index.seal import Compared, compare

CANARY = "Zaunkönig Weißdorn Quittengelee 7391"


@pytest.fixture
def town(tmp_path):
    write(tmp_path / "town", {**TOWN, "secret.txt": f"{BRIDGE}The word is {CANARY}, no other.\n"})
    return tmp_path / "town"


@pytest.fixture
def index(town, tmp_path):
    index = FolderIndex.open(town, tmp_path / "store", WordEmbedder())
    index.sync()
    yield index
    index.close()


def holding(store, word):
    codes = ("utf-8", "utf-16-le")
    return [
        path.name
        for path in store.rglob("*")
        if path.is_file() and any(word.encode(code) in path.read_bytes() for code in codes)
    ]


def test_d30_p24_no_byte_of_a_forgotten_file_is_left(index, tmp_path):
    assert holding(tmp_path / "store", CANARY), "the test can see it"
    done = index.forget("secret.txt")
    assert done.was_indexed
    for word in (CANARY, "Zaunkönig", "no other"):
        assert holding(tmp_path / "store", word) == []
    assert "secret.txt" not in {hit.file for hit in index.search(CANARY, k=10)}
    assert index.search("What did the bridge cost?")[0].file == "bridge.txt", "the others answer"


def test_p24_an_earlier_version_and_a_deleted_file_are_gone_too(index, town, tmp_path):
    (town / "secret.txt").write_text("Nothing to see here any more, move on please.\n")
    index.sync()
    done = index.forget("secret.txt")
    assert done.was_indexed
    assert holding(tmp_path / "store", CANARY) == []
    (town / "bridge.txt").unlink()
    index.sync()
    assert not index.forget("bridge.txt").was_indexed
    assert holding(tmp_path / "store", "opened in May") == []


def test_forgetting_leaves_a_sealed_store_and_lets_go_of_no_lock(index, town, tmp_path):
    index.sync()
    index.forget("club.txt")
    assert compare(tmp_path / "store") == Compared(True, "as left")
    script = (
        "import sys; from pathlib import Path; from index.catalogue import Catalogue;"
        "c = Catalogue(Path(sys.argv[1])); c.files(); c.close()"
    )
    store = tmp_path / "store"
    command = [sys.executable, "-c", script, str(store / "catalogue.sqlite")]
    subprocess.run(command, check=True, cwd=Path(__file__).parents[2])
    # The last to leave takes the journal along; this index has not left.
    assert (store / "catalogue.sqlite-shm").exists()
    index.close()
    assert compare(store) == Compared(True, "as left")


def test_a_forgotten_file_is_not_read_again_until_that_is_undone(index, town):
    index.forget("secret.txt")
    report = index.sync()
    assert [(skip.file, skip.reason) for skip in report.skipped] == [("secret.txt", "forgotten")]
    assert "--undo" in report.skipped[0].detail
    (town / "secret.txt").write_text(f"Now it says {CANARY} once more, in other words.\n")
    assert index.sync().touched == 0
    assert index.remember("secret.txt")
    assert index.sync().added == ("secret.txt",)
    assert not index.remember("secret.txt")


def test_copies_under_other_names_are_told_of(index, town):
    (town / "again.txt").write_bytes((town / "secret.txt").read_bytes())
    index.sync()
    assert index.forget("secret.txt").copies == ("again.txt",)


def test_forgetting_that_was_interrupted_is_finished(index, town, tmp_path):
    index.catalogue.remember("purge", "1")
    (tmp_path / "store" / "seal.json").unlink()  # what a kill leaves
    (town / "secret.txt").unlink()
    index.sync()
    index.sync()
    index.close()
    (tmp_path / "store" / "seal.json").unlink()
    again = FolderIndex.open(town, tmp_path / "store", WordEmbedder())
    again.catalogue.remember("purge", "1")
    again.sync()
    assert holding(tmp_path / "store", CANARY) == []
    again.close()


def test_d31_a_backup_answers_like_the_store_it_was_made_of(index, town, tmp_path):
    index.forget("secret.txt")
    expected = answers(index)
    assert index.back_up(tmp_path / "copy") > 1_000
    embedder = WordEmbedder()
    copy = FolderIndex.open(town, tmp_path / "copy", embedder)
    assert copy.sync().touched == 0
    assert embedder.texts == 0
    assert answers(copy) == expected
    copy.close()
    write(town, {"market.txt": MARKET})
    with pytest.raises(StoreNotOurs, match="not an empty folder"):
        index.back_up(town)
