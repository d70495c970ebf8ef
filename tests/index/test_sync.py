"""The index follows the folder: added, changed, renamed, removed, and nothing twice."""

import os
import shutil
import sqlite3

import numpy as np
import pytest

from index import EmbeddingMismatch, FolderIndex, FolderProblem, HashEmbedder
from index.errors import StoreLocked, StoreNotOurs, StoreProblem, StoreTooNew
from index.lock import writing
from index.read import Reader
from index.walk import walk
from index.work import prepare

BRIDGE = "The bridge over the river was opened in May. It cost 12 million euros.\n"
PONT = "Le pont sur le fleuve a été inauguré en mai. Il a coûté 12 millions d'euros.\n"
CLUB = "Der Verein gewann im Finale mit drei zu eins. Der Trainer war zufrieden.\n"
BILANCIO = "Il comune ha approvato il bilancio. Le scuole ricevono due milioni di euro.\n"


class CountingEmbedder(HashEmbedder):
    """Counts the texts it is given."""

    def __init__(self):
        super().__init__()
        self.texts = 0

    def embed(self, texts):
        self.texts += len(texts)
        return super().embed(texts)


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in [("bridge.txt", BRIDGE), ("pont.txt", PONT), ("club.txt", CLUB)]:
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def open_index(folder, tmp_path):
    opened = []

    def open_it(embedder=None):
        opened.append(FolderIndex.open(folder, tmp_path / "store", embedder or HashEmbedder()))
        return opened[-1]

    yield open_it
    for index in opened:
        index.close()


def snapshot(folder):
    """Every file of a store with its bytes."""
    return {p.relative_to(folder): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_new_folder_is_read_and_every_hit_is_a_slice_of_its_file(open_index, folder):
    index = open_index()
    report = index.sync()
    assert report.added == ("bridge.txt", "club.txt", "pont.txt")
    assert report.chunks == report.embedded == 3
    for question, file in [
        ("What did the bridge cost?", "bridge.txt"),
        ("Combien a coûté le pont ?", "pont.txt"),
        ("Wie endete das Finale des Vereins?", "club.txt"),
    ]:
        best = index.search(question)[0]
        assert best.file == file
        source = (folder / file).read_text(encoding="utf-8")
        assert source[best.start : best.end] == best.text


def test_a_second_sync_embeds_nothing_and_writes_nothing(open_index, tmp_path):
    first = open_index()
    first.sync()
    first.close()
    before = snapshot(tmp_path / "store")
    embedder = CountingEmbedder()
    second = open_index(embedder)
    report = second.sync()
    second.close()
    assert (report.unchanged, report.touched, report.embedded, embedder.texts) == (3, 0, 0, 0)
    assert snapshot(tmp_path / "store") == before


def test_changes_show_in_the_next_search(open_index, folder):
    index = open_index()
    index.sync()
    (folder / "bridge.txt").write_text(BRIDGE.replace("12", "15"), encoding="utf-8")
    (folder / "club.txt").unlink()
    (folder / "bilancio.txt").write_text(BILANCIO, encoding="utf-8")
    report = index.sync()
    assert (report.added, report.changed, report.removed) == (
        ("bilancio.txt",),
        ("bridge.txt",),
        ("club.txt",),
    )
    hits = index.search("What did the bridge cost?", k=10)
    assert "15 million" in hits[0].text
    assert not [hit for hit in hits if "12 million euros" in hit.text or hit.file == "club.txt"]
    assert index.search("Quanto ricevono le scuole?")[0].file == "bilancio.txt"


def test_a_rename_embeds_nothing(open_index, folder):
    embedder = CountingEmbedder()
    index = open_index(embedder)
    index.sync()
    embedder.texts = 0
    (folder / "bridge.txt").rename(folder / "brücke.txt")
    report = index.sync()
    assert (report.added, report.removed) == (("brücke.txt",), ("bridge.txt",))
    assert embedder.texts == 0
    assert index.search("What did the bridge cost?")[0].file == "brücke.txt"


def test_a22_same_size_and_same_time_but_other_words_is_noticed(open_index, folder):
    index = open_index()
    index.sync()
    path = folder / "bridge.txt"
    stat = path.stat()
    path.write_text(BRIDGE.replace("12", "19"), encoding="utf-8")
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert index.sync().changed == ("bridge.txt",)


def test_a_touched_file_is_read_but_not_embedded_again(open_index, folder):
    index = open_index()
    index.sync()
    os.utime(folder / "bridge.txt", (1, 1))
    report = index.sync()
    assert (report.changed, report.unchanged, report.embedded) == ((), 3, 0)


def test_a_file_that_becomes_unreadable_is_no_longer_cited(open_index, folder):
    index = open_index()
    index.sync()
    (folder / "bridge.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    report = index.sync()
    assert [skip.reason for skip in report.skipped] == ["binary"]
    assert report.removed == ("bridge.txt",)
    assert "bridge.txt" not in {hit.file for hit in index.search("bridge", k=10)}


def test_lost_vectors_are_made_again_without_embedding(open_index, tmp_path):
    first = open_index()
    first.sync()
    expected = [(h.file, h.start) for h in first.search("the bridge")]
    first.close()
    shutil.rmtree(tmp_path / "store" / "chroma")
    embedder = CountingEmbedder()
    second = open_index(embedder)
    assert [(h.file, h.start) for h in second.search("the bridge")] == expected
    assert embedder.texts == 1, "only the question"


def test_an_interrupted_run_is_finished_by_the_next(open_index, folder, tmp_path):
    index = open_index()
    index.sync()
    catalogue = index.catalogue
    with catalogue.transaction() as db:  # what a kill between the steps leaves behind
        db.execute(
            "INSERT INTO documents (file, stamp, digest, encoding, language, title, text, live)"
            " VALUES ('half.txt', '', '', 'utf-8', 'en', '', 'half a bridge', 0)"
        )
        db.execute("INSERT INTO orphans VALUES ('never-there')")
    assert "half.txt" not in {row.file for row in index.files()}
    index.sync()
    with catalogue.reading() as db:
        left = db.execute("SELECT count(*) FROM documents WHERE NOT live").fetchone()[0]
    assert left == 0


def test_any_chroma_client_can_read_the_collection(open_index, tmp_path):
    import chromadb

    index = open_index()
    index.sync()
    index.close()
    collection = chromadb.PersistentClient(str(tmp_path / "store" / "chroma")).get_collection(
        "attesto", embedding_function=None
    )
    rows = collection.get(include=["documents", "metadatas", "embeddings"])
    assert sorted(rows["documents"])[0].startswith("Der Verein")
    assert set(rows["metadatas"][0]) == {"file", "start", "end", "language", "title", "kind"}
    assert np.allclose(np.linalg.norm(rows["embeddings"], axis=1), 1, atol=1e-5)
    assert collection.configuration_json["hnsw"]["space"] == "cosine"


def test_a_second_writer_is_refused_by_name(open_index, folder, tmp_path):
    index = open_index()
    index.sync()
    (folder / "more.txt").write_text(BILANCIO, encoding="utf-8")
    with writing(tmp_path / "store"), pytest.raises(StoreLocked, match=f"process {os.getpid()}"):
        index.sync()
    assert index.search("bridge"), "reading goes on"


def test_another_embedder_of_the_same_size_is_refused(open_index):
    open_index().sync()

    class Other(HashEmbedder):
        def __init__(self):
            super().__init__()
            self.name = self.fingerprint = "other-512"

    with pytest.raises(EmbeddingMismatch, match="hash-512, not with other-512"):
        open_index(Other())


def test_a_store_of_an_older_built_in_model_is_made_anew(open_index):
    first = open_index()
    first.sync()
    first.close()

    class Newer(HashEmbedder):
        def __init__(self):
            super().__init__(128)
            self.fingerprint = "newer"

    second = open_index(Newer())
    assert second.sync().embedded == 3
    assert second.search("What did the bridge cost?")[0].file == "bridge.txt"


def test_d15_d17_foreign_and_newer_stores_are_refused(folder, tmp_path):
    foreign = tmp_path / "photos"
    foreign.mkdir()
    (foreign / "cat.jpg").write_bytes(b"x")
    with pytest.raises(StoreNotOurs, match="cat.jpg"):
        FolderIndex.open(folder, foreign, HashEmbedder())
    other = tmp_path / "other"
    other.mkdir()
    with sqlite3.connect(other / "catalogue.sqlite") as db:
        db.execute("CREATE TABLE cats (name)")
    with pytest.raises(StoreNotOurs):
        FolderIndex.open(folder, other, HashEmbedder())
    newer = tmp_path / "newer"
    FolderIndex.open(folder, newer, HashEmbedder()).close()
    with sqlite3.connect(newer / "catalogue.sqlite") as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreTooNew, match="format 99"):
        FolderIndex.open(folder, newer, HashEmbedder())


@pytest.mark.parametrize(("name", "message"), [("nowhere", "no folder"), ("bridge.txt", "a file")])
def test_a_folder_that_is_none(folder, tmp_path, name, message):
    with pytest.raises(FolderProblem, match=message):
        FolderIndex.open(folder / name, tmp_path / "store", HashEmbedder())


def test_an_empty_folder_gives_no_hits_and_no_error(tmp_path):
    (tmp_path / "empty").mkdir()
    index = FolderIndex.open(tmp_path / "empty", tmp_path / "store", HashEmbedder())
    assert index.sync().chunks == 0
    assert index.search("anything") == []
    index.close()


def test_d01_two_batches_left_pending_are_thrown_away_and_read_again(tmp_path, folder):
    index = FolderIndex.open(folder, tmp_path / "store", HashEmbedder())
    batch = index._syncer.batch
    reader, found = Reader(folder), walk(folder, tmp_path / "store")[0]
    for source in found[:2]:  # one in Chroma, one on its way there: then the run is killed
        document = reader.read(source)
        begun = batch.begin([prepare(source, document, batch.recipe)])
        batch.vectors.upsert(begun.entries)
    assert batch.vectors.count() == 2
    assert index.count() == 0
    index.close()
    again = FolderIndex.open(folder, tmp_path / "store", HashEmbedder())
    assert len(again.sync().added) == 3
    assert again.sync().touched == 0
    assert again.count() == batch.vectors.count() == 3
    assert again.search("bridge")[0].file == "bridge.txt"
    again.close()
    batch.vectors.close()


def test_d01_what_fails_in_chroma_fails_the_sync_and_is_made_good(open_index, folder, tmp_path):
    for number in range(1_100):
        (folder / f"{number:04}.txt").write_text(f"Note {number} on the bridge.\n", "utf-8")
    index = open_index()
    (tmp_path / "store" / "chroma").write_text("no folder", "utf-8")
    with pytest.raises(StoreProblem):
        index.sync()
    (tmp_path / "store" / "chroma").unlink()
    assert open_index().sync().chunks == 1_103


def test_a_folder_where_the_catalogue_should_be_is_named(folder, tmp_path):
    (tmp_path / "store" / "catalogue.sqlite").mkdir(parents=True)
    with pytest.raises(StoreNotOurs, match="is a folder"):
        FolderIndex.open(folder, tmp_path / "store", HashEmbedder())
