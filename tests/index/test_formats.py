"""D16: a store of every format there ever was opens, after a backup, and answers like a new one."""

import gzip
import sqlite3
from pathlib import Path

import pytest

from index import FolderIndex, HashEmbedder
from index.migrate import REREAD, backup_of, migrate
from index.schema import FORMAT

STORES = sorted((Path(__file__).parent / "stores").glob("format-*.sqlite.gz"))
TOWN = {
    "bridge.txt": "The bridge over the river was opened in May. It cost 12 million euros.\n",
    "pont.txt": "Le pont sur le fleuve a été inauguré en mai. Il a coûté 12 millions d'euros.\n",
    "club.txt": "Der Verein gewann im Finale mit drei zu eins. Der Trainer war zufrieden.\n",
    "bilancio.txt": "Il comune ha approvato il bilancio. Le scuole ricevono due milioni di euro.\n",
}
QUESTIONS = ["What did the bridge cost?", "Quanto ricevono le scuole?", "Wer gewann das Finale?"]


class Counting(HashEmbedder):
    """Counts the texts it is given."""

    def __init__(self, dimension=32):
        super().__init__(dimension)
        self.texts = 0

    def embed(self, texts):
        self.texts += len(texts)
        return super().embed(texts)


@pytest.fixture
def town(tmp_path):
    folder = tmp_path / "town"
    folder.mkdir()
    for name, text in TOWN.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def answers(index):
    hits = [index.search(question, k=4) for question in QUESTIONS]
    return [[(h.file, h.start, h.end, h.text, round(h.score, 6)) for h in found] for found in hits]


def unpack(archive, store):
    store.mkdir()
    (store / "catalogue.sqlite").write_bytes(gzip.decompress(archive.read_bytes()))


@pytest.mark.parametrize("archive", STORES, ids=lambda path: path.name.split(".")[0])
def test_d16_a_store_of_each_format_answers_like_a_new_one(archive, town, tmp_path):
    fresh = FolderIndex.open(town, tmp_path / "fresh", HashEmbedder(32))
    fresh.sync()
    expected = answers(fresh)
    fresh.close()
    unpack(archive, tmp_path / "old")
    embedder = Counting()
    old = FolderIndex.open(town, tmp_path / "old", embedder)
    assert old.sync().chunks == 4
    assert embedder.texts == 0, "the vectors of the old store are kept"
    assert answers(old) == expected
    old.close()
    number = int(archive.name.split(".")[0].removeprefix("format-"))
    kept = backup_of(tmp_path / "old" / "catalogue.sqlite", number)
    assert kept.exists() == (number < FORMAT)


def test_there_is_a_store_of_every_older_format():
    assert len(STORES) >= FORMAT - 1


@pytest.fixture
def old(tmp_path):
    path = tmp_path / "catalogue.sqlite"
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("CREATE TABLE documents (file TEXT, stamp TEXT, digest TEXT)")
    connection.execute("INSERT INTO documents VALUES ('pont.txt', '1', 'a')")
    connection.execute("PRAGMA user_version = 3")
    yield connection, path
    connection.close()


def test_p11_steps_are_taken_in_order_after_a_backup(old):
    connection, path = old
    steps = {
        3: ("ALTER TABLE documents ADD COLUMN day TEXT",),
        4: ("SELECT day FROM documents", REREAD),
    }
    migrate(connection, path, 5, steps)
    assert connection.execute("PRAGMA user_version").fetchone() == (5,)
    assert connection.execute("SELECT * FROM documents").fetchall() == [("pont.txt", "", "", None)]
    with sqlite3.connect(backup_of(path, 3)) as before:
        assert before.execute("SELECT * FROM documents").fetchall() == [("pont.txt", "1", "a")]
        assert before.execute("PRAGMA user_version").fetchone() == (3,)


def test_p11_a_step_that_fails_changes_nothing(old):
    connection, path = old
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        migrate(connection, path, 5, {3: (REREAD,), 4: ("DROP TABLE never_there",)})
    assert connection.execute("SELECT stamp FROM documents").fetchone() == ("1",)
    assert connection.execute("PRAGMA user_version").fetchone() == (3,)


def test_texts_cut_in_another_way_are_read_again_and_embedded_only_where_they_differ(
    town, tmp_path
):
    first = FolderIndex.open(town, tmp_path / "store", HashEmbedder(32))
    first.sync()
    first.catalogue.remember("splitter", "an older way")
    with first.catalogue.transaction() as db:
        db.execute("UPDATE chunks SET id = 'older-' || id")
    first.close()
    embedder = Counting()
    second = FolderIndex.open(town, tmp_path / "store", embedder)
    assert len(second.sync().changed) == 4
    assert second.sync().touched == 0
    second.close()
    assert embedder.texts == 0
