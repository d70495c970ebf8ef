"""A watch ends by its deadline, gives what came, and leaves nothing running."""

import threading
import time
from contextlib import closing

import pytest

from index import Deadline


def never():
    pass


def test_items_pass_through_in_order():
    assert list(Deadline(5).watch(lambda: range(1000), never)) == list(range(1000))


def test_what_the_reader_raises_is_raised_here():
    def read():
        yield "uno"
        raise KeyError("due")

    taken = []
    with pytest.raises(KeyError, match="due"):
        taken.extend(Deadline(5).watch(read, never))
    assert taken == ["uno"]


def test_a_reader_that_is_late_by_itself_is_told_as_the_deadline():
    clock = Deadline(30)

    def read():
        yield "uno"
        clock.shorten(0)
        raise OSError("timed out")

    with pytest.raises(TimeoutError, match="no end after 30 s"):
        list(clock.watch(read, never))


@pytest.mark.parametrize("pause", [0.0, 0.01, 10.0], ids=["always-ready", "drip", "stall"])
def test_the_deadline_holds(pause):
    gone = threading.Event()

    def read():
        while not gone.wait(pause):
            yield "goutte"

    start = time.monotonic()
    with pytest.raises(TimeoutError, match=r"0\.2 s"):
        for _ in Deadline(0.2).watch(read, gone.set):
            pass
    assert 0.2 <= time.monotonic() - start < 5
    assert gone.is_set(), "the line was hung up"


def test_leaving_early_hangs_up():
    gone = threading.Event()

    def read():
        yield 1
        gone.wait(10)
        yield 2

    with closing(Deadline(10).watch(read, gone.set)) as items:
        assert next(items) == 1
    assert gone.is_set()


def test_time_only_ever_gets_shorter():
    clock = Deadline(5)
    clock.shorten(60)
    assert 4.9 < clock.left <= 5
    clock.shorten(0)
    assert clock.left == 0
    with pytest.raises(TimeoutError):
        list(clock.watch(lambda: [1], never))
