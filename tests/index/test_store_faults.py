"""Cases D of the fault catalogue that are about the store as a whole."""

import json
import os
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from town import BRIDGE, MARKET, TOWN, WordEmbedder, answers, write

from index import EmbeddingMismatch
from index.errors import StoreLocked

HOLD = """
import sys, time; from pathlib import Path
from index.lock import writing; from index.seal import breaking
with writing(Path(sys.argv[1])), breaking(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def other_writer(tmp_path):
    """Another process that holds the store and is in the middle of writing."""
    root = Path(__file__).parent.parent.parent
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path / "store")],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root,
    ) as process:  # fmt: skip
        assert process.stdout.readline() == "held\n"
        yield process
        process.stdin.close()


def test_d06_p10_a_second_writer_is_refused_by_name_and_readers_go_on(opened, town, request):
    index = opened()
    index.sync()
    expected = answers(index)
    writer = request.getfixturevalue("other_writer")
    write(town, {**TOWN, "market.txt": MARKET})
    with pytest.raises(StoreLocked, match=rf"process {writer.pid} .*since 20"):
        index.sync()
    assert answers(index) == expected, "without Chroma, whose files another process is writing"


@pytest.mark.parametrize("pid", [2**22 - 1, os.getpid(), os.getppid()], ids=["dead", "us", "alive"])
@pytest.mark.parametrize("host", ["elsewhere", socket.gethostname()], ids=["there", "here"])
def test_d07_a_lock_whose_owner_died_is_no_lock(opened, town, tmp_path, pid, host):
    opened().sync()
    (town / "club.txt").unlink()
    (tmp_path / "store" / "seal.json").unlink()
    note = {"pid": pid, "host": host, "since": "1970-01-01T00:00:00+00:00"}
    (tmp_path / "store" / "writer.json").write_text(json.dumps(note))
    (tmp_path / "store" / "write.lock").touch()
    report = opened().sync()
    assert report.removed == ("club.txt",)
    (told,) = report.repaired
    assert f"process {pid} on {host}, since 1970-01-01" in told
    assert not (tmp_path / "store" / "writer.json").exists(), "nobody is writing any more"
    assert opened().sync().repaired == (), "it is told of once"


def test_d08_a_reader_sees_what_another_process_has_written(opened, town):
    reader = opened()
    reader.sync()
    answers(reader)
    write(town, {**TOWN, "bridge.txt": BRIDGE.replace("12", "15"), "market.txt": MARKET})
    writer = opened()
    writer.sync()
    writer.close()
    assert reader.search("Who sells fruit on the square?")[0].file == "market.txt"
    assert "15 million" in reader.search("What did the bridge cost?")[0].text


def test_d17_d18_a_collection_of_someone_else_is_not_used(opened, tmp_path):
    import chromadb

    index = opened()
    index.sync()
    expected = answers(index)
    index.close()
    index._vectors.clear()
    foreign = chromadb.PersistentClient(str(tmp_path / "store" / "chroma"))
    foreign.create_collection(
        "attesto", configuration={"hnsw": {"space": "l2"}}, metadata={"model": "remote"},
        embedding_function=None,
    ).add(ids=["x"], embeddings=[[1.0, 2.0, 3.0]], documents=["someone else's"])  # fmt: skip
    foreign.close()
    again = opened()
    assert again.sync().repaired
    assert answers(again) == expected


@pytest.mark.parametrize("size", [64, 32], ids=["D20-same-size", "D19-other-size"])
def test_another_model_is_refused(opened, size):
    first = opened()
    first.sync()
    first.close()
    other = WordEmbedder()
    other.name = other.fingerprint = "another-model"
    other.dimension = size
    with pytest.raises(EmbeddingMismatch, match="words-64, not with another-model"):
        opened(other)


@pytest.mark.parametrize(("k", "found"), [(0, 1), (-3, 1), (10**9, 4)])
def test_d26_any_number_of_hits_may_be_asked_for(opened, k, found):
    index = opened()
    index.sync()
    assert len(index.search("bridge", k=k)) == found


def test_d27_an_empty_store_answers_with_nothing(opened, town):
    write(town, {})
    embedder = WordEmbedder()
    index = opened(embedder)
    assert index.sync().chunks == 0
    assert index.search("bridge") == []
    assert index.files() == []


def test_d27_one_passage_is_enough(opened, town):
    write(town, {"bridge.txt": BRIDGE})
    index = opened()
    assert index.sync().chunks == 1
    assert index.search("bridge")[0].text == BRIDGE.strip()


def test_d15_vectors_that_a_newer_chroma_wrote_are_made_again(opened, tmp_path):
    index = opened()
    index.sync()
    expected = answers(index)
    index.close()
    with closing(sqlite3.connect(tmp_path / "store/chroma/chroma.sqlite3")) as db, db:
        db.execute(
            "INSERT INTO migrations SELECT dir, version + 1, 'later.sql', sql, hash"
            " FROM migrations ORDER BY version DESC LIMIT 1"
        )
    again = opened()
    assert "its files were changed" in again.sync().repaired[0]
    assert answers(again) == expected


def test_d25_what_a_row_says_beside_its_vector_comes_back_as_it_was(opened, town, tmp_path):
    import chromadb

    write(town, {"bridge.txt": BRIDGE})
    index = opened()
    index.sync()
    hit = index.search("bridge")[0]
    index.close()
    client = chromadb.PersistentClient(str(tmp_path / "store" / "chroma"))
    row = client.get_collection("attesto", embedding_function=None).get()
    client.close()
    assert row["documents"] == [BRIDGE.strip()]
    assert row["metadatas"] == [
        {"file": "bridge.txt", "start": hit.start, "end": hit.end, "language": "en",
         "title": hit.title, "kind": "article"}
    ]  # fmt: skip


def test_d25_values_that_a_vector_store_cannot_hold_stay_in_the_text(opened, town, tmp_path):
    import chromadb

    write(town, {})
    rows = [
        {"id": 2**63, "nothing": None, "list": ["a", None], "nested": {"x": {"y": 2**63 + 1}}},
        {"id": -(2**63) - 1, "nothing": None, "list": [], "nested": {"x": []}},
    ]
    lines = "\n".join(map(json.dumps, rows))
    write(town, {"rows.jsonl": lines, "page.html": "<p>The market moved to the square.</p>"})
    index = opened()
    assert index.sync().skipped == ()
    told = index.text("rows.jsonl")
    for number in (2**63, 2**63 + 1, -(2**63) - 1):
        assert str(number) in told, "not rounded"
    hits = {(hit.file, hit.start, hit.end) for hit in index.search("market id nested", k=9)}
    index.close()
    client = chromadb.PersistentClient(str(tmp_path / "store" / "chroma"))
    kept = client.get_collection("attesto", embedding_function=None).get()["metadatas"]
    client.close()
    assert {type(value) for row in kept for value in row.values()} <= {str, int}
    assert {(row["file"], row["start"], row["end"]) for row in kept} == hits
