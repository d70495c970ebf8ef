"""Chroma behind its seam: the same contract for the engine alone and for the public client."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing

import numpy as np
import pytest

from index import chroma_engine
from index.catalogue import Entry
from index.chroma_client import ChromaClient
from index.documents import Chunk
from index.embed import unit_rows
from index.errors import StoreDamaged
from index.store import ChromaStore

AXES = unit_rows(np.eye(4, 8, dtype=np.float32))


def entries(texts):
    return [
        Entry(row, f"id-{row}", Chunk("a.txt", row, row + 1, text, "en", "A"), AXES[row])
        for row, text in enumerate(texts)
    ]


@pytest.fixture(params=[True, False], ids=["engine", "client"])
def store(request, tmp_path):
    store = ChromaStore(tmp_path / "chroma", fast=request.param)
    store.upsert(entries(["one", "two", "three"]))
    store.close()  # what is asked next comes from the files
    yield store
    store.close()


def test_a_vector_finds_itself_and_scores_are_cosines(store):
    found = store.nearest(AXES[1], 3)
    assert next(iter(found)) == "id-1"
    assert found["id-1"] == pytest.approx(1, abs=1e-6)
    assert found["id-0"] == pytest.approx(0, abs=1e-6)
    halfway = unit_rows((AXES[0] + AXES[2])[None, :])[0]
    assert store.nearest(halfway, 1).popitem()[1] == pytest.approx(0.5**0.5, abs=1e-6)


def test_more_than_there_are_gives_what_there_is(store):
    assert len(store.nearest(AXES[0], 1000)) == 3


def test_d23_the_second_write_of_an_id_wins_and_is_seen(store):
    store.nearest(AXES[0], 1)
    moved = entries(["one"])[0]
    store.upsert([Entry(moved.row, "id-2", moved.chunk, AXES[3])])
    assert store.nearest(AXES[3], 1)["id-2"] == pytest.approx(1, abs=1e-6)
    assert store.count() == 3


def test_d24_more_rows_than_chroma_takes_at_a_time(tmp_path):
    import chromadb

    many = chromadb.PersistentClient(str(tmp_path / "bare")).get_max_batch_size() + 1
    store = ChromaStore(tmp_path / "chroma")
    rows = np.random.default_rng(1).normal(size=(many, 8)).astype(np.float32)
    store.upsert(
        [
            Entry(row, f"id-{row}", Chunk("a.txt", row, row + 1, "x", "en", "A"), vector)
            for row, vector in enumerate(unit_rows(rows))
        ]
    )
    assert store.count() == many
    store.delete([f"id-{row}" for row in range(many - 1)])
    assert store.count() == 1
    store.close()


def test_deleted_chunks_are_not_found(store):
    store.delete(["id-1", "never-there"])
    assert set(store.nearest(AXES[1], 3)) == {"id-0", "id-2"}


def test_a_chunk_without_a_vector_is_left_out(store):
    nothing = Entry(9, "id-9", Chunk("a.txt", 9, 10, "?", "en", "A"), np.empty(0, np.float32))
    store.upsert([nothing])
    assert store.count() == 3


def test_garbage_in_the_files_is_damage(store):
    store.close()
    (store.path / "chroma.sqlite3").write_bytes(b"garbage" * 1000)
    with pytest.raises(StoreDamaged, match="attesto rebuild"):
        store.nearest(AXES[0], 1)


def test_clear_leaves_nothing(store):
    store.clear()
    assert not store.path.exists()


def test_a_collection_of_an_older_store_is_searched_as_widely_as_a_new_one(tmp_path):
    import chromadb

    def width(path):
        client = chromadb.PersistentClient(str(path))
        found = client.get_collection("attesto", embedding_function=None).configuration_json
        client.close()
        return found["hnsw"]["ef_search"]

    client = chromadb.PersistentClient(str(tmp_path / "old"))
    client.create_collection(
        "attesto", configuration={"hnsw": {"space": "cosine"}}, embedding_function=None
    )
    client.close()
    for name in ("old", "new"):
        store = ChromaStore(tmp_path / name)
        store.upsert(entries(["one", "two"]))
        store.close()
    assert width(tmp_path / "old") == width(tmp_path / "new") > 100
    assert next(iter(ChromaStore(tmp_path / "old").nearest(AXES[1], 2))) == "id-1"


def test_many_passages_are_searched_more_widely_than_few(tmp_path):
    store = ChromaStore(tmp_path / "chroma")
    store.upsert(entries(["one", "two"]))
    few = store._open().settings()["ef_search"]
    store._search_widely(100_000)
    store.close()
    many = store._open().settings()["ef_search"]
    store.close()
    assert (few, many) == (500, 3_000)


def test_when_much_was_written_the_graph_is_written_as_well(tmp_path):
    def waiting(kind):
        """Rows that Chroma has to put in again when it is opened."""
        with closing(sqlite3.connect(tmp_path / "chroma" / "chroma.sqlite3")) as db:
            (last,) = db.execute("SELECT max(seq_id) FROM embeddings_queue").fetchone()
            query = "SELECT seq_id FROM max_seq_id JOIN segments ON segment_id = id WHERE scope = ?"
            written = db.execute(query, (kind,)).fetchone()
        return last - (written[0] if written else 0)

    store = ChromaStore(tmp_path / "chroma")
    store.upsert(entries(["one", "two", "three"]))
    store.settle()  # few passages are put in again in no time
    assert waiting("VECTOR") == 3
    store.large = 3
    store.settle()
    assert waiting("VECTOR") == 0
    store.close()
    assert store.nearest(AXES[1], 3)["id-1"] == pytest.approx(1, abs=1e-6)
    assert store._open().settings()["sync_threshold"] == 1_000
    store.close()


def test_d01_killed_while_the_graph_is_written_the_next_writer_sets_it_right(store):
    store._set(sync_threshold=2)
    store.close()
    store.upsert(entries(["one"]))
    assert store._open().settings()["sync_threshold"] == 1_000


def test_a_collection_opened_again_at_once_is_not_taken_for_a_damaged_one(store):
    """Chroma empties its queue after it is closed, and locks its database for that."""
    for turn in range(40):
        store.upsert(entries(["one", "two", "three"]))
        store.close()
        store._set(sync_threshold=1_000 + turn)
        store.close()
    assert store._open().settings()["sync_threshold"] == 1_039


def test_chromas_database_has_large_pages_and_one_that_is_there_keeps_its_own(tmp_path):
    (tmp_path / "old").mkdir()
    with closing(sqlite3.connect(tmp_path / "old" / "chroma.sqlite3")) as db:
        db.execute("PRAGMA user_version = 0")
    for name, size in (("old", 4_096), ("new", 16_384)):
        store = ChromaStore(tmp_path / name)
        store.upsert(entries(["one", "two"]))
        store.close()
        with closing(sqlite3.connect(store.path / "chroma.sqlite3")) as db:
            assert db.execute("PRAGMA page_size").fetchone() == (size,)
            assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_the_engine_makes_the_collection_that_the_public_client_makes(tmp_path):
    """Settings, schema and rows of any other client's tables, but for numbers of their own."""
    told = []
    for fast in (True, False):
        store = ChromaStore(tmp_path / f"{fast}", fast=fast)
        store.upsert(entries(["one", "two", "three"]))
        store.upsert(entries(["uno"]))
        store.delete(["id-2"])
        store._search_widely(100_000)
        store.close()
        with closing(sqlite3.connect(store.path / "chroma.sqlite3")) as db:
            kept = db.execute(
                "SELECT name, dimension, config_json_str, schema_str FROM collections"
            )
            rows = db.execute("SELECT id, key, string_value, int_value FROM embedding_metadata")
            texts = db.execute("SELECT * FROM embedding_fulltext_search")
            name, size, settings, schema = kept.fetchone()
            told.append(
                (
                    name,
                    size,
                    settings,
                    json.loads(schema),
                    sorted(rows.fetchall()),
                    texts.fetchall(),
                )
            )
    assert told[0] == told[1]
    assert "uno" in str(told[0])


def test_chromas_python_layer_is_not_imported_to_write(tmp_path):
    program = (
        "import sys; from pathlib import Path; from index.store import ChromaStore;"
        "store = ChromaStore(Path(sys.argv[1])); store.count(); store.delete(['a']);"
        "store._set(ef_search=700); store.close(); print('chromadb' in sys.modules)"
    )
    run = [sys.executable, "-c", program, str(tmp_path / "chroma")]
    done = subprocess.run(run, capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_d17_with_a_version_of_chroma_that_we_do_not_know_the_public_client_writes(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(chroma_engine, "_WRITTEN_BY", "0.0.1")
    store = ChromaStore(tmp_path / "chroma")
    store.upsert(entries(["one", "two"]))
    assert isinstance(store._open(), ChromaClient)
    store.close()
    assert next(iter(store.nearest(AXES[1], 2))) == "id-1"
    store.close()


def test_D02_an_interrupt_that_the_engine_wraps_is_no_damage(tmp_path):
    store = ChromaStore(tmp_path / "chroma")
    with pytest.raises(KeyboardInterrupt), store._translated():
        raise RuntimeError("KeyboardInterrupt: ")
    with pytest.raises(StoreDamaged) as caught, store._translated():
        raise RuntimeError(": ")
    assert caught.value.why == "RuntimeError"
