"""P5: whatever happens to a folder, the index says what a fresh build of it says.

Hypothesis makes up histories: papers are created, edited, renamed, deleted, touched and swapped, a
sync is killed at some step, the index is closed and opened. The oracle is built from nothing.
"""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)
from runner import KILLED, Runner
from town import BILANCIO, BRIDGE, CLUB, MARKET, PONT, WordEmbedder, answers, content

from index import FolderIndex

NAMES = st.sampled_from(["a.txt", "b.txt", "brücke.txt", "sub/c.md", "sub/d"])
TEXTS = st.sampled_from(
    [BRIDGE, BRIDGE.replace("12", "15"), PONT, CLUB, BILANCIO, MARKET, MARKET + CLUB, " \n"]
)
THOROUGH = int(os.environ.get("HISTORIES", "15"))


pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills as POSIX has them")
_runners = []


@pytest.fixture(scope="module", autouse=True)
def runner():
    _runners.append(Runner())
    yield
    _runners.pop().close()


class Histories(RuleBasedStateMachine):
    """One folder, its index, and what was done to them."""

    def __init__(self):
        super().__init__()
        self.base = Path(tempfile.mkdtemp())
        self.folder = self.base / "town"
        (self.folder / "sub").mkdir(parents=True)
        self.index = self.opened()
        self.synced = False

    def opened(self, store="store"):
        return FolderIndex.open(self.folder, self.base / store, WordEmbedder())

    def papers(self):
        return sorted(path for path in self.folder.rglob("*") if path.is_file())

    @initialize(papers=st.dictionaries(NAMES, TEXTS, min_size=2))
    def begin(self, papers):
        """Every history has a folder worth one: rules may be left out, those that write too."""
        for name, text in papers.items():
            self.write(name, text)

    @rule(name=NAMES, text=TEXTS)
    def write(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")
        self.synced = False

    @precondition(lambda self: self.papers())
    @rule(data=st.data(), text=TEXTS)
    def edit_and_set_the_time_back(self, data, text):
        path = data.draw(st.sampled_from(self.papers()))
        times = path.stat()
        path.write_text(text, encoding="utf-8")
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
        self.synced = False

    @precondition(lambda self: self.papers())
    @rule(data=st.data(), name=NAMES)
    def rename(self, data, name):
        data.draw(st.sampled_from(self.papers())).replace(self.folder / name)
        self.synced = False

    @precondition(lambda self: len(self.papers()) > 1)
    @rule(data=st.data())
    def swap(self, data):
        one, other = data.draw(st.permutations(self.papers()))[:2]
        one.rename(self.folder / "aside")
        other.rename(one)
        (self.folder / "aside").rename(other)
        self.synced = False

    @precondition(lambda self: self.papers())
    @rule(data=st.data())
    def delete(self, data):
        data.draw(st.sampled_from(self.papers())).unlink()
        self.synced = False

    @precondition(lambda self: self.papers())
    @rule(data=st.data(), seconds=st.sampled_from([0, 1, 4_000_000_000]))
    def touch(self, data, seconds):
        os.utime(data.draw(st.sampled_from(self.papers())), (seconds, seconds))
        self.synced = False

    @rule()
    def close_and_open(self):
        self.index.close()
        self.index = self.opened()

    @rule(step=st.integers(1, 400))
    def a_sync_is_killed(self, step):
        self.index.close()
        ended = _runners[0](self.folder, self.base / "store", at=step)
        assert ended["status"] in (KILLED, 0)  # 0: it had fewer steps
        self.index = self.opened()

    @rule()
    def sync(self):
        self.index.sync()
        self.synced = True

    @invariant()
    def the_index_is_what_a_fresh_one_is(self):
        if self.synced:
            fresh = self.opened(store="fresh")
            fresh.sync()
            assert content(self.index) == content(fresh)
            assert answers(self.index) == answers(fresh)
            fresh.close()
            shutil.rmtree(self.base / "fresh")
            self.synced = False

    def teardown(self):
        self.index.sync()
        self.synced = True
        self.the_index_is_what_a_fresh_one_is()
        self.index.close()
        shutil.rmtree(self.base)


TestHistories = Histories.TestCase
TestHistories.settings = settings(
    max_examples=THOROUGH,
    stateful_step_count=12,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
