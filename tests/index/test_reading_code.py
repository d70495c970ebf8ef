"""What other code read, or left out, is read again; what failed for a moment, when wanted."""

import ast
import sqlite3
from pathlib import Path

import pytest
from test_formats import STORES, unpack

import index
from index import FolderIndex, HashEmbedder
from index.catalogue import Catalogue
from index.reading_code import MODULES, reading_code
from index.schema import FORMAT

HERE = Path(index.__file__).parent


def imported(path):
    """The modules of the package that one of its modules imports, as paths."""
    package = path.parent.relative_to(HERE.parent).parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = [*base, *(node.module or "").split(".")]
            names = [HERE.parent.joinpath(*filter(None, module), a.name) for a in node.names]
            for place in (HERE.parent.joinpath(*filter(None, module)), *names):
                if place.with_suffix(".py").is_file() and place.is_relative_to(HERE):
                    yield place.with_suffix(".py")


def test_p25_all_that_what_is_kept_is_made_by_is_part_of_the_digest():
    kept = ("read", "chunk", "listing", "twins")
    todo = [*(HERE / f"{name}.py" for name in kept), *(HERE / "formats").glob("*.py")]
    used = set()
    while todo:
        path = todo.pop()
        if path not in used:
            used.add(path)
            todo += imported(path)
    assert {path.stem for path in used if path.parent == HERE} == set(MODULES)
    assert reading_code() == reading_code()


@pytest.fixture
def town(tmp_path):
    folder = tmp_path / "town"
    folder.mkdir()
    (folder / "pont.html").write_text("<p>Le pont a été inauguré en mai.</p>", encoding="utf-8")
    return folder


@pytest.fixture
def opened(town, tmp_path):
    with_all_closed = []

    def open_it():
        with_all_closed.append(FolderIndex.open(town, tmp_path / "store", HashEmbedder(32)))
        return with_all_closed[-1]

    yield open_it
    for one in with_all_closed:
        one.close()


def left_out(store, reason):
    """As if the file had been left out, and not changed since."""
    with store.catalogue.transaction() as db:
        (stamp,) = db.execute("SELECT stamp FROM documents").fetchone()
    store._syncer.batch.remove(["pont.html"])
    with store.catalogue.transaction() as db:
        db.execute("INSERT INTO skipped VALUES ('pont.html', ?, 'It broke.', ?)", (reason, stamp))


@pytest.mark.parametrize("reason", ["crash", "malformed", "encoding-unsure"])
def test_p25_what_other_code_left_out_is_tried_again(opened, reason):
    store = opened()
    store.sync()
    left_out(store, reason)
    assert store.sync().added == ()
    store.catalogue.remember("splitter", "another digest")
    store.close()
    assert opened().sync().added == ("pont.html",)


def test_p25_furniture_of_other_code_is_found_anew(opened, town):
    page = "Der Turm ist 52 Meter hoch.\n\nEr steht am Hafen.\n\nLesen Sie auch\nDer neue Hafen\n"
    (town / "turm.txt").write_text(page, encoding="utf-8")
    store = opened()
    store.sync()
    marked = store.furniture("turm.txt")
    assert marked
    with store.catalogue.transaction() as db:
        db.execute("UPDATE chunks SET kind = 'article'")
    store.catalogue.remember("splitter", "another digest")
    assert store.furniture("turm.txt") == []
    store.close()
    store = opened()
    assert store.sync().embedded == 0
    assert store.furniture("turm.txt") == marked


def test_p25_words_traces_and_stories_of_other_code_are_made_anew(opened):
    store = opened()
    store.sync()
    made = "SELECT trace, story FROM cards JOIN documents USING (version) WHERE live"
    with store.catalogue.transaction() as db:
        before = db.execute(made).fetchall()
        db.execute("UPDATE cards SET trace = x'00', story = 'another'")
    found = store.search("pont", 1)[0].score
    store.catalogue.remember("splitter", "another digest")
    store.close()
    store = opened()
    assert store.sync().embedded == 0
    with store.catalogue.reading() as db:
        assert db.execute(made).fetchall() == before
    assert store.search("pont", 1)[0].score == found


@pytest.mark.parametrize("reason", ["timeout", "memory", "crash"])
def test_what_may_have_been_the_machines_fault_is_tried_again_when_wanted(opened, reason):
    store = opened()
    store.sync()
    left_out(store, reason)
    assert [skip.reason for skip in store.sync().skipped] == [reason]
    assert store.sync(retry=True).added == ("pont.html",)


def test_what_is_the_files_own_fault_is_not(opened):
    store = opened()
    store.sync()
    left_out(store, "malformed")
    assert store.sync(retry=True).added == ()


def test_a_rebuild_reads_all_files_when_wanted(opened):
    store = opened()
    store.sync()
    left_out(store, "malformed")
    assert store.rebuild() == 0
    assert store.rebuild(read=True) == 1
    assert [row.file for row in store.files()] == ["pont.html"]


def test_p25_code_that_comes_back_reads_what_is_there_anew(opened):
    store = opened()
    store.sync()
    ids = [entry.id for entry in next(store.catalogue.all_entries())]
    for _ in range(2):
        assert store.rebuild(read=True) == 1
        assert store.sync().touched == 0
    again = [entry.id for entry in next(store.catalogue.all_entries())]
    assert len(again) == len(ids)
    assert again != ids
    assert store.search("le pont", 1)[0].file == "pont.html"


@pytest.mark.parametrize("archive", STORES, ids=lambda path: path.name.split(".")[0])
def test_d16_a_migration_tries_again_what_was_left_out(archive, tmp_path):
    unpack(archive, tmp_path / "old")
    path = tmp_path / "old" / "catalogue.sqlite"
    db = sqlite3.connect(path)
    assert db.execute("PRAGMA user_version").fetchone()[0] < FORMAT
    db.execute("INSERT INTO skipped VALUES ('pont.html', 'crash', 'It broke.', '1 2 3')")
    db.commit()
    db.close()
    catalogue = Catalogue(path)
    assert [stamp for _, stamp in catalogue.skips()] == [""]
    catalogue.close()
