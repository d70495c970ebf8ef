"""Files that are not what the walk saw: replaced, unreadable, gone, growing, of odd times."""

import os
import sys
import threading
from contextlib import contextmanager
from dataclasses import replace

import pytest

from index import FolderIndex, HashEmbedder, beneath
from index.formats.extracted import Unreadable
from index.read import read
from index.walk import walk

YEAR_10000 = 253_402_300_800
"""Seconds since 1970: a day after the last that Python's calendar has."""

posix = pytest.mark.skipif(os.name != "posix", reason="links and pipes as POSIX has them")


@posix
def test_A09_link_put_there_after_the_walk(tmp_path):
    folder = tmp_path / "folder"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.txt").write_text("inside")
    (folder / "sub" / "b.txt").write_text("inside")
    (tmp_path / "b.txt").write_text("outside")
    sources, _ = walk(folder)
    (folder / "a.txt").unlink()
    (folder / "a.txt").symlink_to(tmp_path / "b.txt")
    (folder / "sub" / "b.txt").unlink()
    (folder / "sub").rmdir()
    (folder / "sub").symlink_to(tmp_path)
    assert [read(source, folder).reason for source in sources] == ["outside-root"] * 2


@posix
def test_A09_pipe_put_there_after_the_walk(tmp_path):
    (tmp_path / "a.txt").write_text("inside")
    source = walk(tmp_path)[0][0]
    (tmp_path / "a.txt").unlink()
    os.mkfifo(tmp_path / "a.txt")
    found = []
    thread = threading.Thread(target=lambda: found.append(read(source, tmp_path)), daemon=True)
    thread.start()
    thread.join(2)
    assert [skip.reason for skip in found] == ["special-file"]


def test_A19_unreadable_file(public_folder, as_nobody):
    (public_folder / "a.txt").write_text("x")
    (public_folder / "a.txt").chmod(0)
    source = walk(public_folder)[0][0]
    with as_nobody():
        assert read(source, public_folder).reason == "permission"


def test_A20_gone_before_it_was_read(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    source = walk(tmp_path)[0][0]
    source.path.unlink()
    assert read(source, tmp_path).reason == "vanished"


def test_A20_gone_in_the_middle_of_a_sync_takes_its_earlier_version_along(
    tmp_path,
):
    folder = tmp_path / "folder"
    folder.mkdir()
    for text in ("Il ponte è chiuso. ", "Il ponte è aperto. "):
        (folder / "a.txt").write_text(text * 3_000)  # enough to be read apart from the other
        (folder / "z.txt").write_text(text)
        index = FolderIndex.open(folder, tmp_path / "store", HashEmbedder())
        if "chiuso" in text:
            index.sync()
            index.close()
    report = index.sync(progress=lambda *_: (folder / "z.txt").unlink(missing_ok=True))
    assert [(skip.file, skip.reason) for skip in report.skipped] == [("z.txt", "vanished")]
    assert report.changed == ("a.txt",)
    assert [row.file for row in index.files()] == ["a.txt"], "what it said before is not cited"
    assert index.sync().skipped == ()
    index.close()


@contextmanager
def before_each_reading(act):
    """Call ``act`` after a file was opened and looked at, and before its bytes are read."""
    times = []

    def called(frame, event, _):
        if event == "call" and frame.f_code is beneath._all.__code__:
            times.append(None)
            act(len(times))

    sys.setprofile(called)
    try:
        yield times
    finally:
        sys.setprofile(None)


def test_A21_a_file_that_changes_under_the_reader_is_read_once_more_and_then_left_out(tmp_path):
    path = tmp_path / "log.txt"
    path.write_text("eins\n")
    source = walk(tmp_path)[0][0]

    def grow(time):
        with open(path, "a") as log:
            log.write(f"und {time}\n")

    with before_each_reading(lambda time: grow(time) if time == 1 else None) as times:
        assert read(source, tmp_path).text == "eins\nund 1\n"
    assert len(times) == 2, "what was read at first is not believed, whole as it looks"
    with before_each_reading(grow) as times:
        assert read(source, tmp_path).reason == "changed-while-reading"
    assert len(times) == 2, "tried again once"


def test_A21_a_file_that_grows_beyond_the_limit_is_read_no_further(tmp_path):
    path = tmp_path / "log.txt"
    path.write_bytes(b"x" * 5)
    lengths = []

    def grow(_):
        path.write_bytes(b"x" * 1_000)

    def returned(frame, event, found):
        if event == "call" and frame.f_code is beneath._all.__code__:
            grow(None)
        if event == "return" and frame.f_code is beneath._all.__code__:
            lengths.append(len(found))

    sys.setprofile(returned)
    try:
        with pytest.raises(Unreadable) as caught:
            beneath.bytes_of(path, tmp_path, 10)
    finally:
        sys.setprofile(None)
    assert caught.value.reason == "too-large"
    assert lengths == [11], "one byte more than is allowed, to know"


@posix
def test_A23_odd_times_are_no_problem_and_bytes_decide(tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    times = {"past.txt": 0, "earlier.txt": -1, "future.txt": 4102444800, "far.txt": YEAR_10000}
    for name, when in times.items():
        (folder / name).write_text("Buongiorno a tutti.")
        os.utime(folder / name, (when, when))
    index = FolderIndex.open(folder, tmp_path / "store", HashEmbedder())
    assert index.sync().added == tuple(sorted(times))
    os.utime(folder / "past.txt", (YEAR_10000, YEAR_10000))
    os.utime(folder / "far.txt", (0, 0))
    report = index.sync()
    assert (report.touched, report.embedded, report.unchanged) == (0, 0, 4)
    (folder / "far.txt").write_text("Buonanotte a tutti.")
    os.utime(folder / "far.txt", (0, 0))
    assert index.sync().changed == ("far.txt",)
    index.close()


def test_A23_a_time_that_no_calendar_has_is_only_a_number(tmp_path):
    (tmp_path / "a.txt").write_text("Bonjour.")
    found = walk(tmp_path)[0][0]
    far = replace(found, mtime_ns=YEAR_10000 * 10**9, ctime_ns=YEAR_10000 * 10**9)
    assert read(far, tmp_path).text == "Bonjour."
    assert far.stamp != found.stamp


def test_A22_same_size_and_time_other_content_has_another_digest(tmp_path):
    (tmp_path / "a.txt").write_text("one")
    first = walk(tmp_path)[0][0]
    before = read(first, tmp_path)
    (tmp_path / "a.txt").write_text("two")
    os.utime(tmp_path / "a.txt", ns=(first.mtime_ns, first.mtime_ns))
    second = walk(tmp_path)[0][0]
    assert read(second, tmp_path).digest != before.digest
    assert os.name != "posix" or second.stamp != first.stamp
