"""A sync that finds all as it was does not look closely, and misses nothing for it."""

import os

import pytest
from town import BRIDGE, CLUB, MARKET, PONT, TOWN, WordEmbedder, write

from index import FolderIndex
from index.glimpse import glimpse


@pytest.fixture
def folder(tmp_path):
    write(tmp_path / "papers", TOWN)
    (tmp_path / "papers" / "old").mkdir()
    (tmp_path / "papers" / "old" / "market.txt").write_text(MARKET, encoding="utf-8")
    return tmp_path / "papers"


@pytest.fixture
def quiet(folder, tmp_path):
    """An index of the folder that has found nothing to do, more than once."""
    index = FolderIndex.open(folder, tmp_path / "store", WordEmbedder())
    index.sync()
    reports = [index.sync() for _ in range(3)]
    assert reports[1] == reports[0]
    assert reports[2] == reports[0]
    assert reports[0].unchanged == 5
    assert not reports[0].touched
    yield index
    index.close()


def edited_keeping_size_and_time(folder):
    before = (folder / "bridge.txt").stat()
    (folder / "bridge.txt").write_text(BRIDGE.replace("12", "21"), encoding="utf-8")
    os.utime(folder / "bridge.txt", ns=(before.st_atime_ns, before.st_mtime_ns))


def exchanged(folder):
    (folder / "bridge.txt").rename(folder / "x")
    (folder / "pont.txt").rename(folder / "bridge.txt")
    (folder / "x").rename(folder / "pont.txt")


def added_below(folder):
    (folder / "old" / "bilanz.txt").write_text(CLUB, encoding="utf-8")


def removed_below(folder):
    (folder / "old" / "market.txt").unlink()


def left_out(folder):
    (folder / ".attestoignore").write_text("pont.txt\n", encoding="utf-8")


def folder_renamed(folder):
    (folder / "old").rename(folder / "older")


@pytest.mark.parametrize(
    ("change", "changed", "added", "removed"),
    [
        (edited_keeping_size_and_time, ("bridge.txt",), (), ()),
        (exchanged, ("bridge.txt", "pont.txt"), (), ()),
        (added_below, (), ("old/bilanz.txt",), ()),
        (removed_below, (), (), ("old/market.txt",)),
        (left_out, (), (), ("pont.txt",)),
        (folder_renamed, (), ("older/market.txt",), ("old/market.txt",)),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)
def test_p5_a_change_after_quiet_syncs_is_seen(quiet, folder, change, changed, added, removed):
    change(folder)
    report = quiet.sync()
    assert (report.changed, report.added, report.removed) == (changed, added, removed)
    assert quiet.sync().unchanged == report.chunks


def test_what_another_process_wrote_is_seen_after_quiet_syncs(quiet, folder, tmp_path):
    other = FolderIndex.open(folder, tmp_path / "store", WordEmbedder())
    other.forget("pont.txt")
    other.close()
    assert [skip.file for skip in quiet.sync().skipped] == ["pont.txt"]


def test_a_folder_that_goes_away_is_told_after_quiet_syncs(quiet, folder):
    folder.rename(folder.with_name("elsewhere"))
    with pytest.raises(Exception, match="There is no folder"):
        quiet.sync()


def test_a_glimpse_is_the_same_for_the_same_folder_and_another_for_another(folder, tmp_path):
    first = glimpse(folder, tmp_path / "store")
    assert first is not None
    assert glimpse(folder, tmp_path / "store") == first
    (folder / "pont.txt").write_text(PONT + PONT, encoding="utf-8")
    assert glimpse(folder, tmp_path / "store") not in (None, first)


def test_a_store_inside_the_folder_is_not_looked_into(folder):
    (folder / "store").mkdir()
    first = glimpse(folder, folder / "store")
    (folder / "store" / "catalogue.sqlite").write_text("…", encoding="utf-8")
    assert glimpse(folder, folder / "store") == first != glimpse(folder, folder / "other")


def test_links_and_rules_take_a_closer_look(folder, tmp_path):
    left_out(folder)
    assert glimpse(folder, tmp_path / "store") is None
    (folder / ".attestoignore").unlink()
    assert glimpse(folder, tmp_path / "store") is not None
    (folder / "link.txt").symlink_to(folder / "pont.txt")
    assert glimpse(folder, tmp_path / "store") is None
