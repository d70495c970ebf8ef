"""Cases D of the fault catalogue that are about the store as a whole."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from town import BRIDGE, MARKET, TOWN, WordEmbedder, answers, content, write

from index import EmbeddingMismatch, FolderIndex
from index.errors import StoreLocked

HOLD = """
import sys, time; from pathlib import Path
from index.lock import writing; from index.seal import breaking
with writing(Path(sys.argv[1])), breaking(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def town(tmp_path):
    write(tmp_path / "town", TOWN)
    return tmp_path / "town"


@pytest.fixture
def opened(town, tmp_path):
    indexes = []

    def open_it(embedder=None):
        indexes.append(FolderIndex.open(town, tmp_path / "store", embedder or WordEmbedder()))
        return indexes[-1]

    yield open_it
    for index in indexes:
        index.close()


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


def test_d07_a_lock_whose_owner_died_is_no_lock(opened, tmp_path):
    (tmp_path / "store").mkdir()
    note = {"pid": 2**22 - 1, "host": "elsewhere", "since": "1970-01-01T00:00:00+00:00"}
    (tmp_path / "store" / "writer.json").write_text(json.dumps(note))
    (tmp_path / "store" / "write.lock").touch()
    assert len(opened().sync().added) == 4


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


def test_d27_one_passage_is_enough(opened, town):
    write(town, {"bridge.txt": BRIDGE})
    index = opened()
    assert index.sync().chunks == 1
    assert index.search("bridge")[0].text == BRIDGE.strip()


def test_d28_no_locale_and_no_clock_changes_an_index(opened, town, tmp_path):
    index = opened()
    index.sync()
    told = content(index)
    script = (
        "import sys; from pathlib import Path; from town import WordEmbedder; "
        "from index import FolderIndex; "
        "i = FolderIndex.open(Path(sys.argv[1]), Path(sys.argv[2]), WordEmbedder()); i.sync()"
    )
    path = os.pathsep.join(map(str, (Path(__file__).parent, Path(__file__).parent.parent.parent)))
    env = {**os.environ, "LC_ALL": "C", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7"}
    command = [sys.executable, "-c", script, str(town), str(tmp_path / "other")]
    subprocess.run(command, check=True, env=env | {"PYTHONPATH": path})
    other = FolderIndex.open(town, tmp_path / "other", WordEmbedder())
    assert content(other) == told
    other.close()


def test_d29_edits_of_one_file_leave_a_small_store(opened, town, tmp_path):
    index = opened()

    def size_after(edits):
        for number in edits:
            (town / "bridge.txt").write_text(f"Edit {number}. {BRIDGE}", encoding="utf-8")
            index.sync()
        return sum(p.stat().st_size for p in (tmp_path / "store").rglob("*") if p.is_file())

    small = size_after(range(6))
    assert size_after(range(6, 36)) < 2 * small
    assert index.count() == 4
    with index.catalogue.reading() as db:
        assert db.execute("SELECT count(*) FROM vectors").fetchone() == (4,)


def test_p25_the_same_folder_gives_the_same_index(opened, town, tmp_path):
    index = opened()
    index.sync()
    other_town = tmp_path / "again"
    write(other_town, dict(reversed(TOWN.items())))
    other = FolderIndex.open(other_town, tmp_path / "other", WordEmbedder())
    other.sync()
    assert content(other) == content(index)
    assert answers(other) == answers(index)
    other.close()
