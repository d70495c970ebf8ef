"""Work done in several processes comes back whole and in its order."""

import os

import pytest

from evals.reading.jobs import each, processors


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_what_comes_of_each_item_keeps_its_order(jobs):
    known = {"offset": object()}  # what cannot be sent is handed on by forking
    done = each(lambda item: (item * 2, "offset" in known), range(300), jobs, chunk=7)
    assert list(done) == [(item * 2, True) for item in range(300)]


@pytest.mark.skipif(processors() < 2, reason="one process at a time here")
def test_several_processes_do_the_work():
    ids = set(each(lambda _: os.getpid(), range(64), 2, chunk=1))
    assert os.getpid() not in ids


def test_what_goes_wrong_is_told():
    def fail(item):
        raise OSError(2, "missing", f"{item}.jsonl")

    with pytest.raises(OSError, match="missing") as told:
        list(each(fail, ["a", "b"], 2))
    assert told.value.filename == "a.jsonl"
