"""Cases D of the fault catalogue that are about the store as a whole."""

import json
import os
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from town import BRIDGE, MARKET, TOWN, WordEmbedder, answers, content, write

from index import EmbedderFailed, EmbeddingMismatch, FolderIndex
from index.errors import Exhausted, StoreLocked

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


@pytest.mark.parametrize("pid", [2**22 - 1, os.getpid(), os.getppid()], ids=["dead", "us", "alive"])
@pytest.mark.parametrize("host", ["elsewhere", socket.gethostname()], ids=["there", "here"])
def test_d07_a_lock_whose_owner_died_is_no_lock(opened, tmp_path, pid, host):
    (tmp_path / "store").mkdir()
    note = {"pid": pid, "host": host, "since": "1970-01-01T00:00:00+00:00"}
    (tmp_path / "store" / "writer.json").write_text(json.dumps(note))
    (tmp_path / "store" / "write.lock").touch()
    assert len(opened().sync().added) == 4
    assert not (tmp_path / "store" / "writer.json").exists(), "nobody is writing any more"


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


@pytest.mark.parametrize("at", ["C", "de_DE.UTF-8", "tr_TR.UTF-8"])
def test_d28_no_locale_and_no_time_zone_changes_an_index(opened, town, tmp_path, at):
    index = opened()
    index.sync()
    told = content(index)
    script = (
        "import contextlib, locale, sys; from pathlib import Path; from town import WordEmbedder\n"
        "with contextlib.suppress(locale.Error): locale.setlocale(locale.LC_ALL, '')\n"
        "from index import FolderIndex; "
        "i = FolderIndex.open(Path(sys.argv[1]), Path(sys.argv[2]), WordEmbedder()); i.sync()"
    )
    path = os.pathsep.join(map(str, (Path(__file__).parent, Path(__file__).parent.parent.parent)))
    env = {**os.environ, "LC_ALL": at, "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7"}
    command = [sys.executable, "-c", script, str(town), str(tmp_path / "other")]
    subprocess.run(command, check=True, env=env | {"PYTHONPATH": path})
    other = FolderIndex.open(town, tmp_path / "other", WordEmbedder())
    assert content(other) == told
    other.close()


@pytest.mark.skipif(os.name != "posix", reason="a change time that cannot be set")
def test_d28_a_clock_that_jumped_back_changes_no_answer(opened, town, tmp_path):
    index = opened()
    index.sync()
    told, found = content(index), answers(index)
    index.close()
    later = 4_102_444_800  # 2100: what was written before the clock went back
    for path in [*town.rglob("*"), *(tmp_path / "store").rglob("*")]:
        os.utime(path, (later, later))
    embedder = WordEmbedder()
    again = opened(embedder)
    report = again.sync()
    assert (report.touched, report.embedded, embedder.texts) == (0, 0, 0)
    assert (content(again), answers(again)) == (told, found)
    (town / "bridge.txt").write_text(BRIDGE.replace("12", "15"), encoding="utf-8")
    os.utime(town / "bridge.txt", (1, 1))
    assert again.sync().changed == ("bridge.txt",)


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


@contextmanager
def descriptors(more):
    """Let this process open so many more files, and no others."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    free = os.open(os.devnull, os.O_RDONLY)
    os.close(free)
    resource.setrlimit(resource.RLIMIT_NOFILE, (free + more, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


@pytest.mark.skipif(os.name != "posix", reason="limits as POSIX has them")
@pytest.mark.parametrize("more", [0, 2, 4])
def test_d33_without_descriptors_nothing_is_lost_and_the_same_index_goes_on(opened, town, more):
    index = opened()
    index.sync()
    page = f"<html><body><article><h1>Markt</h1><p>{MARKET * 3}</p></article></body></html>"
    write(town, {**TOWN, "bridge.txt": BRIDGE.replace("12", "15"), "market.html": page})
    with descriptors(more), pytest.raises(Exhausted, match="ulimit -n"):
        index.sync()
    assert len(index.files()) == 4, "nothing seems deleted"
    assert index.sync().skipped == ()
    assert index.search("Who sells fruit on the square?")[0].file == "market.html"
    assert "15 million" in index.search("What did the bridge cost?")[0].text


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


def test_a26_many_small_files_go_in_parts_and_what_was_done_is_not_done_again(opened, town):
    write(town, {f"{number:04}.txt": f"Paper number {number}.\n" for number in range(1_100)})
    embedder = Breaking(after=1)
    index = opened(embedder)
    seen = []
    with pytest.raises(EmbedderFailed):
        index.sync(progress=lambda done, todo, file: seen.append((done, todo)))
    assert max(embedder.sizes) <= 1_000, "no more is held in memory at a time"
    assert seen == [(done, 1_100) for done in range(1, 1_101)]
    assert index.count() == 1_000
    embedder.left = 9
    assert index.sync().embedded == 100
    assert index.count() == 1_100


class Breaking(WordEmbedder):
    """An endpoint that fails after so many requests."""

    def __init__(self, after):
        super().__init__()
        self.left, self.sizes = after, []

    def embed(self, texts):
        if not self.left:
            raise EmbedderFailed("The endpoint is gone.")
        self.left -= 1
        self.sizes.append(len(texts))
        return super().embed(texts)


def test_a31_a_folder_within_another_is_its_own_index_and_no_file_is_there_twice(town, tmp_path):
    (town / "inner").mkdir()
    write(town / "inner", {"market.txt": MARKET})
    found = {}
    for folder in (town, town / "inner"):
        # As the command line does: each folder has its own store, here within the outer one.
        index = FolderIndex.open(folder, town / f"store-{folder.name}", WordEmbedder())
        index.sync()
        found[folder.name] = [row.file for row in index.files()]
        index.close()
    assert found["town"] == sorted([*TOWN, "inner/market.txt"])
    assert found["inner"] == ["market.txt"]
