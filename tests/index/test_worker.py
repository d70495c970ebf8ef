"""A process beside ours prepares documents: the same index, and nothing lost when it dies."""

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
from index.preparing import Preparer, Recipe, Task
from index.walk import walk
from index.worker import Worker

ONE_CORE = (os.cpu_count() or 1) < 2
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="finds processes by /proc")


@pytest.fixture
def town(tmp_path):
    write(tmp_path / "town", TOWN)
    (tmp_path / "town" / "picture.txt").write_bytes(bytes(range(256)) * 4)
    (tmp_path / "town" / "blank.txt").write_text(" \n")
    (tmp_path / "town" / "page.html").write_text("<p>The market moved to the square.</p>")
    return tmp_path / "town"


@pytest.fixture
def long_papers(tmp_path):
    """Forty papers, each of more bytes than are handed over in one go."""
    papers = {f"{n:02}.txt": f"Bridge {n} was closed on Friday.\n\n" * 4_000 for n in range(40)}
    write(tmp_path / "papers", papers)
    return tmp_path / "papers"


def tasks_of(folder):
    return [Task(source, None) for source in walk(folder)[0]]


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


@pytest.mark.skipif(ONE_CORE, reason="one core has nothing to share")
@pytest.mark.parametrize("embedder", [WordEmbedder, default_embedder])
def test_p25_the_index_is_the_same_whoever_prepares_it(town, tmp_path, embedder):
    told = []
    for much in (10**9, 0):
        index = FolderIndex.open(town, tmp_path / f"store-{much}", embedder())
        index._syncer.much = much
        report = index.sync()
        assert index._syncer.helped == (0 if much else 7)
        told.append((report, answers(index), content(index), index.cards()))
        index.close()
    assert told[0] == told[1]
    assert {skip.file for skip in told[0][0].skipped} == {"picture.txt", "blank.txt"}


@pytest.mark.skipif(ONE_CORE, reason="one core has nothing to share")
def test_touched_and_changed_files_are_told_apart_by_the_other_process_too(town, tmp_path):
    index = FolderIndex.open(town, tmp_path / "store", WordEmbedder())
    index.sync()
    index._syncer.much = 0
    for path in town.iterdir():
        os.utime(path, (1, 1))
    (town / "club.txt").write_text("Der Verein verlor das Finale.\n", encoding="utf-8")
    report = index.sync()
    assert index._syncer.helped == 7
    assert (report.changed, report.unchanged, report.added) == (("club.txt",), 4, ())
    assert index.sync().touched == 0
    index.close()


def test_p25_documents_made_ready_together_are_those_made_ready_alone(town):
    preparer = Preparer(Recipe(town, "r", True))
    tasks = tasks_of(town)
    alone = [pickle.dumps(preparer.prepare(task)) for task in tasks]
    assert [pickle.dumps(outcome) for outcome in preparer.prepare_all(tasks)] == alone
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


def test_a_small_folder_does_not_pay_for_another_process(town, tmp_path):
    index = FolderIndex.open(town, tmp_path / "store", WordEmbedder())
    index.sync()
    assert index._syncer.helped == 0
    index.close()


@linux
@pytest.mark.skipif(ONE_CORE, reason="one core has nothing to share")
def test_d01_the_other_process_is_killed_and_its_work_is_done_here(long_papers, tmp_path):
    def kill(done, todo, file):
        if done == 1:
            for child in children(os.getpid()):
                os.kill(child, signal.SIGKILL)

    index = FolderIndex.open(long_papers, tmp_path / "store", WordEmbedder())
    assert len(index.sync(kill).added) == 40
    assert 0 < index._syncer.helped < 40
    index.close()


@linux
def test_d01_no_process_is_left_when_ours_is_killed(long_papers):
    script = (
        "import sys, time; from pathlib import Path; from index.preparing import Recipe, Task;"
        "from index.walk import walk; from index.worker import Worker; folder = Path(sys.argv[1]);"
        "worker = Worker(Recipe(folder, 'r', False));"
        "found = worker.outcomes([Task(source, None) for source in walk(folder)[0]]);"
        "next(found); print('begun', flush=True); time.sleep(60)"
    )
    ours = subprocess.Popen(
        [sys.executable, "-c", script, str(long_papers)], stdout=subprocess.PIPE, text=True
    )
    assert ours.stdout.readline() == "begun\n"
    (worker,) = children(ours.pid)
    ours.kill()
    ours.communicate()
    assert gone(worker)


@linux
def test_ctrl_c_is_the_parents_to_answer(town):
    worker = Worker(Recipe(town, "r", False))
    tasks = tasks_of(town)
    first = len(list(worker.outcomes(tasks[:1])))
    (child,) = children(os.getpid())
    os.kill(child, signal.SIGINT)
    assert first + len(list(worker.outcomes(tasks[1:]))) == len(tasks) == 7
    worker.close()
    assert gone(child)


@linux
def test_what_it_cannot_do_it_leaves_to_the_caller(town):
    worker = Worker(Recipe(town, "r", False))
    (child,) = children(os.getpid())
    os.kill(child, signal.SIGKILL)
    assert gone(child)
    assert list(worker.outcomes(tasks_of(town))) == []
    worker.close()
