"""P24, D30: what is forgotten is gone, and stays away. D31: a backup is a store."""

import subprocess
import sys
from pathlib import Path

import pytest
from town import BRIDGE, MARKET, TOWN, WordEmbedder, answers, write

from index import FolderIndex
from index.errors import StoreNotOurs, StoreProblem
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
    assert index.rebuild(read=True)
    assert "again.txt" in {row.file for row in index.files()}, "it was not forgotten"


def left_out(index):
    return [(skip.file, skip.reason) for skip in index.sync().skipped]


def test_p24_a_forgotten_file_does_not_come_back_under_another_name(index, town, tmp_path):
    index.forget("secret.txt")
    (town / "secret.txt").rename(town / "holiday.txt")
    assert left_out(index) == [("holiday.txt", "forgotten")]
    assert "secret.txt" in index.sync().skipped[0].detail
    assert index.sync().touched == 0
    assert holding(tmp_path / "store", CANARY) == []
    index.close()
    (tmp_path / "store" / "catalogue.sqlite").write_bytes(b"not a catalogue any more" * 1_000)
    anew = FolderIndex.open(town, tmp_path / "store", WordEmbedder())
    assert left_out(anew) == [("holiday.txt", "forgotten")], "the copy of the list tells its bytes"
    anew.close()


@pytest.mark.parametrize("name", ["secret.txt", "holiday.txt"], ids=["as it was", "as it is"])
def test_forgetting_is_undone_by_the_old_name_and_by_the_new(index, town, name):
    index.forget("secret.txt")
    (town / "secret.txt").rename(town / "holiday.txt")
    index.sync()
    assert index.remember(name)
    assert index.sync().added == ("holiday.txt",)
    assert not index.remember("holiday.txt")
    (town / "holiday.txt").rename(town / "third.txt")
    barred = [("third.txt", "forgotten")] if name == "holiday.txt" else []
    assert left_out(index) == barred, "who let one in did not let in all"


def test_p24_a_list_of_names_as_earlier_versions_kept_it_still_counts(index, town, tmp_path):
    index.catalogue.remember("forgotten", '["secret.txt"]')
    (tmp_path / "store" / "forgotten.json").write_text('["secret.txt"]')
    assert left_out(index) == [("secret.txt", "forgotten")]
    index.forget("club.txt")
    assert left_out(index) == [("club.txt", "forgotten"), ("secret.txt", "forgotten")]


def test_p24_a_name_that_nobody_knows_is_not_noted(index, town):
    done = index.forget("secert.txt")
    assert not done.was_known
    (town / "secert.txt").write_text("It came later, and has nothing to do with it.\n")
    assert index.sync().added == ("secert.txt",)


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


HARMS = {
    "deleted": Path.unlink,
    "garbage": lambda path: path.write_bytes(b"\x00garbage"),
    "a number": lambda path: path.write_text("5"),
    "no letters": lambda path: path.write_bytes(b"\xff\xfe"),
    "empty": lambda path: path.write_text(""),
    "a folder": lambda path: (path.unlink(), path.mkdir()),
}


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS)
def test_p24_what_becomes_of_the_list_beside_the_catalogue_brings_nothing_back(
    index, town, tmp_path, harm
):
    index.forget("secret.txt")
    index.close()
    place = tmp_path / "store" / "forgotten.json"
    harm(place)
    with_list = FolderIndex.open(town, tmp_path / "store", WordEmbedder())
    report = with_list.sync()
    assert [skip.file for skip in report.skipped] == ["secret.txt"]
    assert report.repaired == ("The copy of the list of forgotten files was written again.",)
    assert compare(tmp_path / "store") == Compared(True, "as left")
    with_list.close()
    (tmp_path / "store" / "catalogue.sqlite").write_bytes(b"not a catalogue any more" * 1_000)
    anew = FolderIndex.open(town, tmp_path / "store", WordEmbedder())
    assert [skip.file for skip in anew.sync().skipped] == ["secret.txt"], "its copy is asked"
    anew.close()


@pytest.mark.parametrize("harm", [h for name, h in HARMS.items() if name != "deleted"])
def test_p24_where_nobody_knows_what_was_forgotten_nothing_is_read(index, town, tmp_path, harm):
    index.forget("secret.txt")
    index.close()
    store = tmp_path / "store"
    harm(store / "forgotten.json")
    (store / "catalogue.sqlite").write_bytes(b"not a catalogue any more" * 1_000)
    anew = FolderIndex.open(town, store, WordEmbedder())
    with pytest.raises(StoreProblem, match=r"forgotten\.json is damaged"):
        anew.sync()
    assert anew.count() == 0
    anew.close()


def test_p24_a_store_that_kept_its_list_beside_the_catalogue_only_goes_on(index, town, tmp_path):
    index.forget("secret.txt")
    with index.catalogue.transaction() as db:
        db.execute("DELETE FROM meta WHERE key = 'forgotten'")
    assert [skip.file for skip in index.sync().skipped] == ["secret.txt"]
    (tmp_path / "store" / "forgotten.json").unlink()
    assert [skip.file for skip in index.sync().skipped] == ["secret.txt"]


def test_p24_a_kill_before_the_file_was_taken_out_leaves_no_byte_either(index, tmp_path, town):
    index.catalogue.remember("purge", "1")
    index.catalogue.remember("forgotten", '["secret.txt"]')
    (tmp_path / "store" / "seal.json").unlink()  # what a kill leaves
    index.sync()
    assert holding(tmp_path / "store", CANARY) == []


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


class Copying(WordEmbedder):
    """In the middle of a sync, when something is pending, has a reader make a copy."""

    def __init__(self, act):
        super().__init__()
        self.act = act

    def embed(self, texts):
        self.act()
        return super().embed(texts)


def test_d31_a_backup_made_while_somebody_writes_is_the_store_as_it_was(index, town, tmp_path):
    write(town, {**TOWN, "bridge.txt": BRIDGE.replace("12", "15"), "market.txt": MARKET})
    during = {}

    def copy():
        place = tmp_path / f"copy-{len(during)}"
        during[place] = answers(index)
        index.back_up(place)

    embedder = Copying(copy)
    writer = FolderIndex.open(town, tmp_path / "store", embedder)
    writer._syncer.at_a_time = 1  # a paper is live when the next one is written
    writer.sync()
    embedder.act = lambda: None
    after = answers(writer)
    told = [repr(said) for said in during.values()]
    assert len(set(told)) == len(told) == 2, "it was copied in the middle, and more was there later"
    writer.back_up(tmp_path / "after")
    writer.close()
    for place in (*during, tmp_path / "after"):
        made = FolderIndex.open(town, place, WordEmbedder())
        assert answers(made) == during.get(place, after)
        made.sync()
        assert answers(made) == after
        made.close()
