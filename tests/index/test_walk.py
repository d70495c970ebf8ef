"""The walk finds every file of the folder once, opens none, and names what it leaves out."""

import os
import socket
import sys
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import pytest

from index import FolderProblem
from index.file_names import shown
from index.walk import set_aside, walk

posix = pytest.mark.skipif(os.name != "posix", reason="links and pipes as POSIX has them")


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.txt").write_text("Bonjour.")
    return folder


def found(folder, exclude=None):
    sources, skipped = walk(folder, exclude)
    return [source.file for source in sources], {skip.file: skip.reason for skip in skipped}


def test_files_are_sorted_and_carry_their_stamp(folder):
    (folder / "sub").mkdir()
    (folder / "sub" / "b.MD").write_text("# Titel")
    (folder / "Readme").write_text("no suffix")
    sources, skipped = walk(folder)
    assert [source.file for source in sources] == ["Readme", "a.txt", "sub/b.MD"]
    status = os.stat(folder / "a.txt")
    assert sources[1].path.read_text() == "Bonjour."
    assert (sources[1].size, sources[1].mtime_ns) == (status.st_size, status.st_mtime_ns)
    assert (sources[1].ctime_ns, sources[1].inode) == (status.st_ctime_ns, status.st_ino)
    assert skipped == []


@posix
def test_A01_link_to_a_file_outside(folder, tmp_path):
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    assert found(folder) == (["a.txt"], {"out.txt": "outside-root"})


@posix
def test_A01_a_neighbour_whose_name_begins_alike_is_outside(folder, tmp_path):
    (tmp_path / "folder-2").mkdir()
    (tmp_path / "folder-2" / "x.txt").write_text("x")
    (folder / "x.txt").symlink_to(tmp_path / "folder-2" / "x.txt")
    assert found(folder) == (["a.txt"], {"x.txt": "outside-root"})


@posix
def test_A02_link_to_a_file_inside_is_counted_once(folder):
    (folder / "again.txt").symlink_to(folder / "a.txt")
    assert found(folder) == (["a.txt"], {})


@posix
def test_A03_dangling_link(folder):
    (folder / "gone.txt").symlink_to("nowhere.txt")
    (folder / "self.txt").symlink_to("self.txt")
    assert found(folder) == (["a.txt"], {"gone.txt": "dangling-link", "self.txt": "dangling-link"})


@posix
def test_A04_directory_loop_ends(folder):
    (folder / "sub").mkdir()
    (folder / "sub" / "b.txt").write_text("b")
    (folder / "sub" / "loop").symlink_to("..")
    assert found(folder) == (["a.txt", "sub/b.txt"], {})


@posix
def test_A05_directory_link_outside_is_not_entered(folder, tmp_path):
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "x.txt").write_text("x")
    (folder / "other").symlink_to(tmp_path / "other")
    assert found(folder) == (["a.txt"], {"other": "outside-root"})


@posix
@pytest.mark.parametrize("kind", ["pipe", "device", "outside", "inside", "folder", "huge"])
def test_A01_A06_A07_the_list_of_files_to_leave_out_is_opened_like_any_other(
    folder, tmp_path, kind
):
    place = folder / ".attestoignore"
    (tmp_path / "list").write_text("a.txt")
    {
        "pipe": lambda: os.mkfifo(place),
        "device": lambda: place.symlink_to("/dev/zero"),
        "outside": lambda: place.symlink_to(tmp_path / "list"),
        "inside": lambda: place.symlink_to("a.txt"),
        "folder": place.mkdir,
        "huge": lambda: place.write_bytes(b"*.txt\n" * 1_000_000),
    }[kind]()
    with pytest.raises(FolderProblem, match=r"attestoignore says which files .* cannot be read"):
        walk(folder)


def test_a_comment_may_be_set_in_and_an_exception_is_refused(folder):
    for name in ("a.txt", "# Kommentar"):
        (folder / name).write_text("Bonjour.")
    place = folder / ".attestoignore"
    place.write_text("  # Kommentar\n  a.txt\n")
    assert found(folder) == (["# Kommentar"], {})
    place.write_text("*.txt\n!a.txt\n")
    with pytest.raises(FolderProblem, match=r"says !a\.txt, an exception.* is \[!\]a\.txt\."):
        walk(folder)


@posix
def test_A11_a_list_of_files_to_leave_out_that_may_not_be_read(public_folder, as_nobody):
    (public_folder / "a.txt").write_text("Bonjour.")
    (public_folder / ".attestoignore").write_text("a.txt")
    (public_folder / ".attestoignore").chmod(0)
    with as_nobody(), pytest.raises(FolderProblem, match="Check its permissions"):
        walk(public_folder)


@posix
def test_A06_A07_pipe_socket_and_device_are_not_opened(folder):
    os.mkfifo(folder / "pipe.txt")
    (folder / "zero.txt").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as server:
        here = os.getcwd()
        os.chdir(folder)  # a socket's address must be short
        server.bind("socket.txt")
        os.chdir(here)
        opened = []
        recording = [True]
        sys.addaudithook(lambda event, args: _note(event, args, opened, recording))
        files, skips = found(folder)
        recording.clear()
    assert files == ["a.txt"]
    assert skips == dict.fromkeys(["pipe.txt", "socket.txt", "zero.txt"], "special-file")
    assert [name for name in opened if name.endswith(".txt")] == []


def _note(event, args, opened, recording):
    if recording and event == "open":
        opened.append(str(args[0]))


@posix
def test_A08_hard_link_is_a_file_like_any_other(folder, tmp_path):
    (tmp_path / "twin.txt").write_text("twin")
    os.link(tmp_path / "twin.txt", folder / "twin.txt")
    assert found(folder) == (["a.txt", "twin.txt"], {})


def test_A10_directory_with_a_file_name(folder):
    (folder / "report.txt").mkdir()
    (folder / "report.txt" / "b.txt").write_text("b")
    assert found(folder) == (["a.txt", "report.txt/b.txt"], {})


@posix
def test_A11_name_that_is_not_utf8_is_escaped_one_to_one(folder):
    names = [b"bad\xff.txt", b"bad\\xff.txt", b"b\\ad\xff.txt"]
    try:
        for name in names:
            Path(os.fsdecode(os.path.join(os.fsencode(folder), name))).write_text("x")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    sources, _ = walk(folder)
    assert {source.file for source in sources} == {
        "a.txt", r"bad\xff.txt", r"bad\x5cxff.txt", r"b\x5cad\xff.txt",
    }  # fmt: skip
    for source in sources:
        assert source.file.encode("utf-8")
        assert source.path.exists()


@posix
def test_A12_composed_and_decomposed_names_are_two_files(folder):
    (folder / "\u00e9.txt").write_text("1")
    (folder / "e\u0301.txt").write_text("2")
    if len(os.listdir(folder)) < 3:
        pytest.skip("this file system folds names")
    assert found(folder)[0] == ["a.txt", "e\\xcc\\x81.txt", "\u00e9.txt"]


@posix
@pytest.mark.parametrize(
    "name",
    ["line\nbreak.txt", "tab\t\x1b[31m`](javascript:.txt", "rtl\u202egnp.txt", "-rf.txt", "--help"],
    ids=["A13-line-break", "A13-markup", "A14-bidi", "A15-flag", "A15-help"],
)
def test_odd_names_are_files(folder, name):
    (folder / name).write_text("x")
    assert name in found(folder)[0]


@contextmanager
def tree(folder, name, depth):
    """A chain of directories, taken away again: no other tool can delete one so deep."""
    here = [os.open(folder, os.O_RDONLY)]
    for _ in range(depth):
        os.mkdir(name, dir_fd=here[-1])
        here.append(os.open(name, os.O_RDONLY, dir_fd=here[-1]))
    try:
        yield here[-1]
    finally:
        for above, below in reversed(list(pairwise(here))):
            for left in os.listdir(below):
                os.remove(left, dir_fd=below)
            os.close(below)
            os.rmdir(name, dir_fd=above)
        os.close(here[0])


@posix
def test_A16_long_names_and_deep_trees(folder):
    (folder / ("n" * 251 + ".txt")).write_text("x")
    with tree(folder, "d", 900) as deepest:
        os.close(os.open("leaf.txt", os.O_CREAT | os.O_WRONLY, dir_fd=deepest))
        files, skipped = found(folder)
    assert len(files) == 3
    assert skipped == {}


@posix
def test_A16_path_beyond_the_limit_is_named(folder):
    with tree(folder, "p" * 250, 20):  # more than 4,096 characters
        files, skipped = found(folder)
    assert files == ["a.txt"]
    assert list(skipped.values()) == ["unsupported"]


def test_A18_hidden_files_clutter_and_our_store_are_left_out(folder):
    for name in (".env", ".git/config", "~$doc.docx", ".DS_Store", "Thumbs.db", "store/x.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("x")
    assert found(folder, exclude=folder / "store") == (["a.txt"], {})


def test_A18_what_is_left_out_without_a_word_is_told_to_who_asks(folder):
    names = (".env", ".git/config", "~$doc.docx", ".DS_Store", "store/x.txt", "b/.c", "b/README.md")
    for name in names:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("x")
    (folder / ".attestoignore").write_text("README.md\n")
    aside = set_aside(folder, folder / "store")
    assert [(skip.file, skip.reason) for skip in aside] == [
        (".DS_Store", "hidden"),
        (".env", "hidden"),
        (".git", "hidden"),
        ("b/.c", "hidden"),
        ("b/README.md", "ignored"),
        ("store", "own-index"),
        ("~$doc.docx", "hidden"),
    ]


def test_A19_unreadable_directory(public_folder, as_nobody):
    (public_folder / "a.txt").write_text("a")
    (public_folder / "locked").mkdir()
    (public_folder / "locked" / "b.txt").write_text("b")
    (public_folder / "locked").chmod(0)
    with as_nobody():
        assert found(public_folder) == (["a.txt"], {"locked": "permission"})


def test_A29_missing_folder(tmp_path):
    with pytest.raises(FolderProblem, match=r"no folder .*nowhere.*Check the path"):
        walk(tmp_path / "nowhere")


def test_A29_folder_that_is_a_file(folder):
    with pytest.raises(FolderProblem, match=r"a\.txt is a file"):
        walk(folder / "a.txt")


@posix
def test_A30_root_that_is_a_link(folder, tmp_path):
    (tmp_path / "link").symlink_to(folder)
    assert found(tmp_path / "link") == (["a.txt"], {})


def test_unknown_suffix_is_named_with_what_can_be_read(folder):
    (folder / "film.mp4").write_bytes(b"x")
    _, skipped = walk(folder)
    assert skipped[0].reason == "unsupported"
    assert ".mp4" in skipped[0].detail
    assert ".txt" in skipped[0].detail


@posix
def test_shown_is_the_name_itself_when_it_can_be():
    assert shown("été/naïf.txt") == "été/naïf.txt"
    assert shown("a\\b.txt") == "a\\b.txt"
