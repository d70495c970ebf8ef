"""A folder can say which of its files are not documents."""

import os

import pytest

from index.walk import walk


def test_names_and_paths_are_left_out(tmp_path):
    for name in ("README.md", "a.txt", "draft-1.txt", "old/b.txt", "old/README.md", "new/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("text", encoding="utf-8")
    (tmp_path / ".attestoignore").write_text("# notes\nREADME.md\ndraft-*\nold/b.txt\n")
    sources, skipped = walk(tmp_path)
    assert [source.file for source in sources] == ["a.txt", "new/c.txt"]
    assert skipped == []


def test_the_seeds_are_five_documents(seeds):
    sources, _ = walk(seeds)
    assert [source.file[:3] for source in sources] == ["000", "001", "002", "003", "004"]


def test_a_slash_at_an_end_is_no_part_of_a_name(tmp_path):
    for name in ("a.txt", "Entwürfe/b.txt", "x/Entwürfe/c.txt", "x/a.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("text", encoding="utf-8")
    (tmp_path / ".attestoignore").write_text("Entwürfe/\n/a.txt\n", encoding="utf-8")
    assert [source.file for source in walk(tmp_path)[0]] == ["x/a.txt"]


@pytest.mark.skipif(os.name != "posix", reason="links as POSIX has them")
def test_A02_a_link_to_what_is_left_out_is_named(tmp_path):
    for name in (".h/n.txt", "alt/n.txt", "a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("text", encoding="utf-8")
    (tmp_path / ".attestoignore").write_text("alt\n", encoding="utf-8")
    (tmp_path / "n.txt").symlink_to(".h/n.txt")
    (tmp_path / "m.txt").symlink_to("alt/n.txt")
    (tmp_path / "top").symlink_to(".")
    sources, skipped = walk(tmp_path)
    assert [source.file for source in sources] == ["a.txt"]
    assert {skip.file: skip.reason for skip in skipped} == {"m.txt": "ignored", "n.txt": "hidden"}
