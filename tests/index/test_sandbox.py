"""C19, C20: what an extractor does to itself, it does to one file only."""

import os
import socket
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from index.formats.extracted import LONGEST, Unreadable
from index.formats.sandbox import Limits, Sandbox
from index.read import Reader

posix = pytest.mark.skipif(os.name != "posix", reason="limits as POSIX has them")


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox(Limits(seconds=60)) as sandbox:
        yield sandbox


def fine(sandbox):
    return sandbox.extract("unruly", "All is well à l'été.".encode()).text == "All is well à l'été."


@pytest.mark.parametrize(
    ("way", "reason"),
    [
        ("segfault", "crash"),
        ("exit", "crash"),
        ("divide", "crash"),
        ("flood", "output-limit"),
        ("recurse", "malformed"),
        pytest.param(f"eat {1 << 40}", "memory", marks=posix),
    ],
)
def test_C19_an_extractor_that_fails_costs_one_file(sandbox, way, reason):
    with pytest.raises(Unreadable, match=r"\.$") as caught:
        sandbox.extract("unruly", way.encode())
    assert caught.value.reason == reason
    assert fine(sandbox)


def test_C19_an_extractor_that_hangs_is_ended():
    with Sandbox(Limits(seconds=2)) as sandbox:
        with pytest.raises(Unreadable, match="2 seconds") as caught:
            sandbox.extract("unruly", b"hang")
        assert caught.value.reason == "timeout"


def test_C19_the_clock_that_users_get_is_set_to_half_a_minute(tmp_path):
    with Reader(tmp_path) as reader, ThreadPoolExecutor(1) as pool:
        sandbox = reader._sandbox
        assert fine(sandbox)
        hanging = pool.submit(sandbox.extract, "unruly", b"hang")
        clock = _clock()
        assert clock.interval == 30
        clock.function()  # as if its time had come
        with pytest.raises(Unreadable, match="30 seconds") as caught:
            hanging.result(timeout=20)
        assert caught.value.reason == "timeout"
        assert fine(sandbox)


def _clock():
    for _ in range(200):
        for thread in threading.enumerate():
            if isinstance(thread, threading.Timer) and not thread.finished.is_set():
                return thread
        time.sleep(0.02)
    raise AssertionError("no clock runs while a file is read")


@posix
def test_C19_the_memory_that_users_get_is_one_and_a_half_billion_bytes(tmp_path):
    with Reader(tmp_path) as reader:
        sandbox = reader._sandbox
        # Zeros that are never looked at take addresses, and hardly any memory.
        assert sandbox.extract("unruly", b"eat 700000000").text.startswith("eat")
        with pytest.raises(Unreadable) as caught:
            sandbox.extract("unruly", b"eat 1500000000")
        assert caught.value.reason == "memory"
        assert fine(sandbox)


def test_C19_a_file_that_is_larger_than_any_pipe_meets_an_extractor_that_died(sandbox):
    data = b"exit " + b"x" * 5_000_000
    with pytest.raises(Unreadable) as caught:
        sandbox.extract("unruly", data)
    assert caught.value.reason == "crash"
    assert fine(sandbox)


def test_C20_what_an_extractor_prints_goes_nowhere(sandbox, capfd):
    assert sandbox.extract("unruly", b'print 9\n{"text": "forged"}').text.startswith("print")
    assert fine(sandbox)
    assert capfd.readouterr() == ("", "")


def test_C20_an_extractor_writes_no_file(sandbox, tmp_path):
    for place in (tmp_path / "out.txt", "relative.txt"):
        with pytest.raises(Unreadable):
            sandbox.extract("unruly", f"write {place}".encode())
    assert list(tmp_path.iterdir()) == []
    assert fine(sandbox)


def test_C20_its_folder_is_removed_with_it():
    with Sandbox() as sandbox:
        assert fine(sandbox)
        folder = sandbox._folder.name
        assert os.path.isdir(folder)
    assert not os.path.exists(folder)


def test_C12_an_extractor_reaches_no_network_and_runs_no_program(sandbox):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        for way in (f"connect {port}", "run true"):
            with pytest.raises(Unreadable) as caught:
                sandbox.extract("unruly", way.encode())
            assert caught.value.reason == "crash"
        server.settimeout(0.2)
        with pytest.raises(TimeoutError):
            server.accept()


def test_the_longest_text_goes_through(sandbox):
    text = "ü" * LONGEST
    assert sandbox.extract("unruly", text.encode()).text == text


def test_nothing_starts_before_it_is_needed():
    with Sandbox() as sandbox:
        assert sandbox._child is None
    assert "trafilatura" not in sys.modules
