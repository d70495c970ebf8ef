"""Files that are gone at once: a disk that is away is not taken for files that were deleted."""

import os
import shutil
import subprocess

import pytest
from town import BRIDGE, MARKET, TOWN, WordEmbedder, write

from index import FolderIndex
from index.plan import DEVICE

MANY = {f"{at:02}.txt": f"{MARKET}It has {at} stalls.\n" for at in range(12)}


@pytest.fixture
def folder(tmp_path):
    write(tmp_path / "folder", MANY)
    return tmp_path / "folder"


@pytest.fixture
def index(folder, tmp_path):
    index = FolderIndex.open(folder, tmp_path / "store", WordEmbedder())
    index.sync()
    yield index
    index.close()


def names(index):
    return [row.file for row in index.files()]


def test_a_folder_that_is_empty_all_at_once_keeps_its_documents(folder, index):
    write(folder, {})
    report = index.sync()
    assert (report.removed, report.absent) == ((), tuple(MANY))
    assert "all 12 documents" in report.absent_why
    assert "`attesto index --gone`" in report.absent_why
    assert index.search("Who sells fruit on the square?")[0].file in MANY
    write(folder, MANY)
    back = index.sync()
    assert (back.absent, back.absent_why, back.unchanged, back.embedded) == ((), "", 12, 0)


def test_whoever_says_that_they_are_gone_is_believed(folder, index):
    write(folder, {})
    assert index.sync().absent
    report = index.sync(gone=True)
    assert (report.removed, report.absent, index.count()) == (tuple(MANY), (), 0)


@pytest.mark.parametrize("left", [1, 2])
def test_more_than_nine_in_ten_at_once_are_kept(folder, index, left):
    write(folder, dict(list(MANY.items())[:left]))
    report = index.sync()
    assert (len(report.absent), len(report.removed)) == ((11, 0) if left == 1 else (0, 10))


def test_few_files_may_go_one_and_all(tmp_path):
    write(tmp_path / "folder", TOWN)
    index = FolderIndex.open(tmp_path / "folder", tmp_path / "store", WordEmbedder())
    index.sync()
    write(tmp_path / "folder", {})
    assert index.sync().removed == tuple(sorted(TOWN))
    index.close()


def test_few_files_are_kept_when_another_disk_is_in_their_place(tmp_path):
    write(tmp_path / "folder", TOWN)
    index = FolderIndex.open(tmp_path / "folder", tmp_path / "store", WordEmbedder())
    index.sync()
    assert index.catalogue.meta(DEVICE) == str(os.stat(tmp_path / "folder").st_dev)
    index.catalogue.remember(DEVICE, "another")
    write(tmp_path / "folder", {"README.txt": BRIDGE * 2})
    report = index.sync()
    assert (report.added, report.absent) == (("README.txt",), tuple(sorted(TOWN)))
    index.close()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="mounts a disk")
def test_a_disk_that_is_taken_away(tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "attesto", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("mounts no disk")
    try:
        write(disk, TOWN)
        index = FolderIndex.open(disk, tmp_path / "store", WordEmbedder())
        index.sync()
    finally:
        subprocess.run(["umount", str(disk)], check=True)
    assert index.sync().absent == tuple(sorted(TOWN))
    assert len(names(index)) == len(TOWN)
    index.close()


def test_all_files_may_move_or_be_replaced(folder, index):
    (folder / "new").mkdir()
    for name in MANY:
        (folder / name).rename(folder / "new" / name)
    report = index.sync()
    assert (len(report.added), len(report.removed), report.absent) == (12, 12, ())
    write(folder / "new", {f"other-{name}": text + BRIDGE for name, text in MANY.items()})
    report = index.sync()
    assert (len(report.added), len(report.removed), report.absent) == (12, 12, ())


def test_a_folder_below_that_is_there_and_empty_keeps_its_documents(folder, tmp_path):
    write(folder / "disk", MANY)
    write(folder / "few", TOWN)
    index = FolderIndex.open(folder, tmp_path / "other", WordEmbedder())
    index.sync()
    write(folder / "disk", {})
    write(folder / "few", {})
    report = index.sync()
    assert report.absent == tuple(f"disk/{name}" for name in MANY)
    assert report.removed == tuple(sorted(f"few/{name}" for name in TOWN))
    assert "12 documents in disk/" in report.absent_why
    (folder / "disk").rmdir()
    assert index.sync().removed == tuple(f"disk/{name}" for name in MANY), "no place for a disk"
    index.close()


def test_what_moved_out_of_a_folder_is_not_kept_in_it(folder, tmp_path):
    write(folder / "inbox", {f"{name}.md": text * 2 for name, text in MANY.items()})
    index = FolderIndex.open(folder, tmp_path / "other", WordEmbedder())
    index.sync()
    shutil.copytree(folder / "inbox", folder / "done")
    write(folder / "inbox", {})
    report = index.sync()
    assert (report.absent, len(report.removed)) == ((), 12)
    index.close()


def test_A19_a_folder_that_may_not_be_listed_keeps_its_documents(public_folder, as_nobody):
    write(public_folder / "papers", TOWN)
    (public_folder / "store").mkdir()
    (public_folder / "store").chmod(0o777)
    with as_nobody():
        index = FolderIndex.open(public_folder, public_folder / "store", WordEmbedder())
        index.sync()
    (public_folder / "papers").chmod(0)
    with as_nobody():
        report = index.sync()
        assert report.absent == tuple(sorted(f"papers/{name}" for name in TOWN))
        assert [(skip.file, skip.reason) for skip in report.skipped] == [("papers", "permission")]
        assert index.search("What did the bridge cost?")[0].file == "papers/bridge.txt"
        index.close()


def test_what_the_reader_has_left_out_is_not_kept(folder, index):
    (folder / ".attestoignore").write_text("*\n")
    report = index.sync()
    assert (len(report.removed), report.absent) == (12, ())
