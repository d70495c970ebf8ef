"""A folder can say which of its files are not documents."""

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
