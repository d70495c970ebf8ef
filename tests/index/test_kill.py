"""D01 to D04: a sync that is killed, or runs out of disk, at any step. P1, P2, P3.

The folder goes from one state to another: a paper is edited, one renamed, one deleted, one added,
one touched. Whatever step the sync dies at, what is there answers, each paper in its old or its new
version; the same command then ends as if nothing had happened.
"""

import os
import random
import shutil
import subprocess
import sys
import time

import pytest
from runner import FULL, KILLED, Runner
from town import BILANCIO, BRIDGE, CLUB, MARKET, PONT, TOWN, WordEmbedder, answers, content, write

from index import FolderIndex
from index.seal import Compared, compare

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills as POSIX has them")

EDITED = BRIDGE.replace("12 million", "15 million")
AFTER = {"bridge.txt": EDITED, "brücke.txt": PONT, "bilancio.txt": BILANCIO, "market.txt": MARKET}
VERSIONS = {
    "bridge.txt": {BRIDGE, EDITED}, "pont.txt": {PONT}, "brücke.txt": {PONT}, "club.txt": {CLUB},
    "bilancio.txt": {BILANCIO}, "market.txt": {MARKET},
}  # fmt: skip


@pytest.fixture(scope="module")
def runner():
    running = Runner()
    yield running
    running.close()


@pytest.fixture(scope="module")
def before(tmp_path_factory):
    """The folder after its changes, the store from before them, and what an undisturbed run says.

    The store's times and inodes are kept by copying, so that the touched paper is the only one.
    """
    base = tmp_path_factory.mktemp("before")
    write(base / "town", TOWN)
    index = FolderIndex.open(base / "town", base / "store", WordEmbedder())
    index.sync()
    index.close()
    (base / "town" / "pont.txt").rename(base / "town" / "brücke.txt")
    write(base / "town", AFTER)
    os.utime(base / "town" / "bilancio.txt", (1, 1))
    index = FolderIndex.open(base / "town", base / "fresh", WordEmbedder())
    index.sync()
    expected = answers(index), content(index)
    index.close()
    return base / "town", base / "store", expected


def look(town, store, expected):
    """What a killed run left answers with whole papers; the next run ends like an undisturbed."""
    index = FolderIndex.open(town, store, WordEmbedder())
    for row in index.files():
        assert index.text(row.file) in VERSIONS[row.file]
    names = {row.file for row in index.files()}
    assert not {"pont.txt", "brücke.txt"} <= names, "renamed in one moment: never there twice"
    for found in answers(index):
        for file, start, text, _ in found:
            assert index.text(file)[start : start + len(text)] == text
    index.sync()
    assert (answers(index), content(index)) == expected
    index.close()
    assert compare(store) == Compared(True, "as left")


def some(steps, how_many, thorough):
    """All the steps, or an even choice of them."""
    wanted = range(1, steps + 1)
    return wanted if thorough else sorted(random.Random(steps).sample(wanted, how_many))


@pytest.mark.parametrize(
    ("first", "how"),
    [
        (False, {}),
        (True, {}),
        (False, {"at_a_time": 1}),
        (True, {"at_a_time": 1}),
        (False, {"at_a_time": 1, "much": 0}),
    ],
    ids=[
        "changes",
        "a first run",
        "changes one by one",
        "a first run one by one",
        "with another process",
    ],
)
def test_d01_killed_at_each_step(runner, before, tmp_path, first, how, request):
    town, store, expected = before

    def fresh_copy():
        shutil.rmtree(tmp_path / "store", ignore_errors=True)
        if not first:
            shutil.copytree(store, tmp_path / "store")
        return tmp_path / "store"

    whole = runner(town, fresh_copy(), **how)
    assert whole["status"] == 0
    look(town, tmp_path / "store", expected)
    for step in some(whole["steps"], 8, request.config.getoption("--thorough")):
        ended = runner(town, fresh_copy(), at=step, **how)
        assert ended["status"] == KILLED, step
        look(town, tmp_path / "store", expected)


def test_d01_killed_again_and_again_at_the_same_store(runner, before, tmp_path, request):
    town, store, expected = before
    shutil.copytree(store, tmp_path / "store")
    begun = time.monotonic()
    assert runner(town, tmp_path / "store")["status"] == 0
    lasts = time.monotonic() - begun
    shutil.rmtree(tmp_path / "store")
    shutil.copytree(store, tmp_path / "store")
    times, kills = random.Random(5), 0
    while kills < (100 if request.config.getoption("--thorough") else 8):
        ended = runner(town, tmp_path / "store", after=times.uniform(0.001, lasts))
        assert ended["status"] in (KILLED, 0)
        kills += ended["status"] == KILLED
        if not ended["status"]:  # it was faster than its killer: begin again
            shutil.rmtree(tmp_path / "store")
            shutil.copytree(store, tmp_path / "store")
    look(town, tmp_path / "store", expected)


def test_d03_d04_the_disk_is_full_at_each_write(runner, before, tmp_path, request):
    town, store, expected = before
    largest = max(path.stat().st_size for path in store.rglob("*") if path.is_file())
    pages = range(0, largest * 2, 4096)
    if not request.config.getoption("--thorough"):
        pages = sorted(random.Random(3).sample(pages, 6))
    seen = set()
    for room in pages:
        shutil.rmtree(tmp_path / "store", ignore_errors=True)
        shutil.copytree(store, tmp_path / "store")
        ended = runner(town, tmp_path / "store", room=room)
        assert ended["status"] in (FULL, 0), f"{room} bytes"
        seen.add(ended["status"])
        look(town, tmp_path / "store", expected)
    assert FULL in seen


@pytest.fixture
def disk(tmp_path):
    """``disk(size)`` is a folder on a disk of so many bytes; each replaces the one before."""
    if sys.platform != "linux" or os.geteuid():
        pytest.skip("only root mounts a disk")
    place = tmp_path / "disk"
    place.mkdir()

    def unmount():
        if place.is_mount():
            subprocess.run(["umount", place], check=True)

    def disk(size):
        unmount()
        mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", place]
        if subprocess.run(mount, check=False, capture_output=True).returncode:
            pytest.skip("no disk can be mounted here")
        return place

    yield disk
    unmount()


@pytest.mark.thorough
@pytest.mark.parametrize("first", [False, True], ids=["changes", "a first run"])
def test_d03_d04_a_disk_of_each_size_up_to_enough(runner, before, tmp_path, first, disk):
    town, store, expected = before
    there = 0 if first else sum(p.stat().st_size + 4096 for p in store.rglob("*") if p.is_file())
    ended, full = FULL, 0
    while ended == FULL:
        there += 8192
        place = disk(there) / "store"
        if not first:
            shutil.copytree(store, place)
        ended = runner(town, place)["status"]
        full += ended == FULL
        shutil.rmtree(tmp_path / "saved", ignore_errors=True)
        shutil.copytree(place, tmp_path / "saved", dirs_exist_ok=True)
        look(town, tmp_path / "saved", expected)
    assert ended == 0
    assert full > 20
