"""Chroma in a process of its own: the same index, and nothing lost when either of the two dies."""

import gc
import os
import pickle
import signal
import subprocess
import sys
import time

import pytest
from town import TOWN, WordEmbedder, answers, content, write

from index import FolderIndex, default_embedder
from index.chroma_process import ChromaProcess
from index.errors import Exhausted, StoreDamaged, StoreFull, StoreLocked
from index.lock import holding_chroma, writing
from index.preparing import Preparer, Recipe, Task
from index.walk import walk

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="finds processes by /proc")
several = pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="one core has nothing to share")


@pytest.fixture
def town(tmp_path):
    write(tmp_path / "town", TOWN)
    (tmp_path / "town" / "picture.txt").write_bytes(bytes(range(256)) * 4)
    (tmp_path / "town" / "blank.txt").write_text(" \n")
    (tmp_path / "town" / "page.html").write_text("<p>The market moved to the square.</p>")
    return tmp_path / "town"


@pytest.fixture
def papers(tmp_path):
    """Forty papers of a few passages each."""
    said = {f"{n:02}.txt": f"Bridge {n} was closed on Friday.\n\n" * 40 for n in range(40)}
    write(tmp_path / "papers", said)
    return tmp_path / "papers"


def opened(folder, store, embedder=None, *, apart=True):
    """An index whose syncs have Chroma written to by another process, or by ours."""
    index = FolderIndex.open(folder, store, embedder or WordEmbedder())
    index._syncer.much = 0 if apart else 10**9
    index._syncer.at_a_time = 50
    return index


def children(of):
    with open(f"/proc/{of}/task/{of}/children", encoding="ascii") as file:
        return [int(number) for number in file.read().split()]


def gone(process):
    """Whether a process has ended, within ten seconds."""
    for _ in range(200):
        try:
            with open(f"/proc/{process}/stat", encoding="ascii") as file:
                if file.read().split()[2] == "Z":
                    return True
        except FileNotFoundError:
            return True
        time.sleep(0.05)
    return False


@several
@pytest.mark.parametrize("embedder", [WordEmbedder, default_embedder])
def test_p25_the_index_is_the_same_whoever_writes_to_chroma(town, tmp_path, embedder):
    told = []
    for apart in (False, True):
        index = opened(town, tmp_path / f"store-{apart}", embedder(), apart=apart)
        report = index.sync()
        near = index._vectors.nearest(embedder().embed(["Die Brücke war gesperrt."])[0], 1)
        told.append((report, answers(index), content(index), index.cards(), near))
        index.close()
    assert told[0] == told[1]
    assert {skip.file for skip in told[0][0].skipped} == {"picture.txt", "blank.txt"}


@several
def test_changes_and_removals_reach_chroma_through_the_other_process(town, tmp_path):
    index = opened(town, tmp_path / "store")
    index.sync()
    (town / "club.txt").write_text("Der Verein verlor das Finale.\n", encoding="utf-8")
    (town / "page.html").unlink()
    for path in town.iterdir():
        os.utime(path, (1, 1))
    report = index.sync()
    assert (report.changed, report.removed, report.added) == (("club.txt",), ("page.html",), ())
    assert index._vectors.count() == index.count()
    assert index.sync().touched == 0
    index.close()


def test_p25_documents_made_ready_together_are_those_made_ready_alone(town):
    preparer = Preparer(Recipe(town, "r", True))
    tasks = [Task(source, None) for source in walk(town)[0]]
    alone = [pickle.dumps(preparer.prepare_all([task])[0]) for task in tasks]
    assert [pickle.dumps(outcome) for outcome in preparer.outcomes(tasks)] == alone
    assert preparer.prepare_all([]) == []
    preparer.close()


@pytest.mark.parametrize("held", [0, 1])
def test_a_sync_leaves_the_collector_as_it_was(town, tmp_path, held):
    """A program that has frozen its own objects finds them frozen after."""
    index = FolderIndex.open(town, tmp_path / "store", WordEmbedder())
    if held:
        gc.freeze()
    try:
        index.sync()
        assert bool(gc.get_freeze_count()) == bool(held)
    finally:
        gc.unfreeze()
        index.close()


@linux
@several
@pytest.mark.parametrize("apart", [False, True])
def test_only_a_large_folder_pays_for_another_process(papers, tmp_path, apart):
    index = FolderIndex.open(papers, tmp_path / "store", WordEmbedder())
    if apart:
        index._syncer.much = 0
    seen, others = set(), set(children(os.getpid()))
    index.sync(lambda *_: seen.add(len(set(children(os.getpid())) - others)))
    assert seen == {int(apart)}
    assert set(children(os.getpid())) <= others
    index.close()


@linux
@several
def test_d01_the_other_process_is_killed_and_chroma_is_made_again(papers, tmp_path):
    kills, others = [], set(children(os.getpid()))

    def kill(done, todo, file):
        if done == 30 and not kills:
            kills.extend(set(children(os.getpid())) - others)
            os.kill(kills[0], signal.SIGKILL)

    index = opened(papers, tmp_path / "store")
    report = index.sync(kill)
    assert "made again" in report.repaired[0]
    assert index._vectors.count() == index.count()
    index.close()
    fresh = opened(papers, tmp_path / "fresh", apart=False)
    fresh.sync()
    index = opened(papers, tmp_path / "store")
    assert (answers(index), content(index)) == (answers(fresh), content(fresh))
    assert index.sync().touched == 0
    index.close()
    fresh.close()


_SYNC = """
import sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from town import WordEmbedder
from index import FolderIndex
index = FolderIndex.open(Path(sys.argv[2]), Path(sys.argv[3]), WordEmbedder())
index._syncer.much, index._syncer.at_a_time = 0, 50
def wait(done, todo, file):
    if done == 30:
        print("begun", flush=True)
        time.sleep(60)
index.sync(wait)
"""


@linux
@several
def test_d01_it_dies_with_its_parent_and_the_next_run_ends_the_work(papers, tmp_path):
    here = os.path.dirname(__file__)
    ours = subprocess.Popen(
        [sys.executable, "-c", _SYNC, here, str(papers), str(tmp_path / "store")],
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert ours.stdout.readline() == "begun\n"
    (child,) = children(ours.pid)
    ours.kill()
    ours.communicate()
    assert gone(child)
    index = opened(papers, tmp_path / "store")
    index.sync()
    fresh = opened(papers, tmp_path / "fresh", apart=False)
    fresh.sync()
    assert (answers(index), content(index)) == (answers(fresh), content(fresh))
    assert index._vectors.count() == index.count()
    index.close()
    fresh.close()


@linux
def test_ctrl_c_is_the_parents_to_answer(tmp_path):
    others = set(children(os.getpid()))
    process = ChromaProcess(tmp_path / "chroma")
    assert process.ready
    (child,) = set(children(os.getpid())) - others
    os.kill(child, signal.SIGINT)
    assert process.call("count") == 0
    process.close()
    assert gone(child)


@linux
def test_one_that_has_ended_is_told_as_damage(tmp_path):
    others = set(children(os.getpid()))
    process = ChromaProcess(tmp_path / "chroma")
    assert process.ready
    (child,) = set(children(os.getpid())) - others
    os.kill(child, signal.SIGKILL)
    with pytest.raises(StoreDamaged, match="has ended before its time"):
        process.call("count")
    process.close()


def test_what_cannot_be_opened_is_met_again_here(town, tmp_path):
    (tmp_path / "store").mkdir()
    index = opened(town, tmp_path / "store")
    (tmp_path / "store" / "chroma").write_text("in the way")
    with pytest.raises(StoreFull, match="cannot be written"):
        index.sync()
    index.close()


def test_d07_a_writer_waits_for_whoever_is_still_at_chroma(tmp_path):
    with (
        holding_chroma(tmp_path),
        pytest.raises(StoreLocked, match="Another Attesto is writing"),
        writing(tmp_path, patience=0.1),
    ):
        pass
    with writing(tmp_path, patience=0.1), holding_chroma(tmp_path):
        pass


def test_d07_two_processes_are_never_at_one_chroma(tmp_path):
    with holding_chroma(tmp_path):
        process = ChromaProcess(tmp_path / "chroma")
        with pytest.raises(StoreLocked, match="in a moment"):
            assert process.ready
    process.close()
    assert not (tmp_path / "chroma").exists()


def test_an_error_crosses_from_one_process_to_another_as_it_is():
    for error in (Exhausted("Too many open files"), StoreFull("The disk is full.")):
        other = pickle.loads(pickle.dumps(error))
        assert (type(other), str(other)) == (type(error), str(error))
