"""Cases A, D and P of the fault catalogue around a store: clock, locale, limits, many files."""

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from town import BRIDGE, MARKET, TOWN, WordEmbedder, answers, content, write

from index import EmbedderFailed, FolderIndex
from index.errors import Exhausted


@pytest.mark.parametrize("at", ["C", "de_DE.UTF-8", "tr_TR.UTF-8"])
def test_d28_no_locale_and_no_time_zone_changes_an_index(opened, town, tmp_path, at):
    index = opened()
    index.sync()
    told = content(index)
    script = (
        "import contextlib, locale, sys; from pathlib import Path; from town import WordEmbedder\n"
        "with contextlib.suppress(locale.Error): locale.setlocale(locale.LC_ALL, '')\n"
        "from index import FolderIndex; "
        "i = FolderIndex.open(Path(sys.argv[1]), Path(sys.argv[2]), WordEmbedder()); i.sync()"
    )
    path = os.pathsep.join(map(str, (Path(__file__).parent, Path(__file__).parent.parent.parent)))
    env = {**os.environ, "LC_ALL": at, "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7"}
    command = [sys.executable, "-c", script, str(town), str(tmp_path / "other")]
    subprocess.run(command, check=True, env=env | {"PYTHONPATH": path})
    other = FolderIndex.open(town, tmp_path / "other", WordEmbedder())
    assert content(other) == told
    other.close()


@pytest.mark.skipif(os.name != "posix", reason="a change time that cannot be set")
def test_d28_a_clock_that_jumped_back_changes_no_answer(opened, town, tmp_path):
    index = opened()
    index.sync()
    told, found = content(index), answers(index)
    index.close()
    later = 4_102_444_800  # 2100: what was written before the clock went back
    for path in [*town.rglob("*"), *(tmp_path / "store").rglob("*")]:
        os.utime(path, (later, later))
    embedder = WordEmbedder()
    again = opened(embedder)
    report = again.sync()
    assert (report.touched, report.embedded, embedder.texts) == (0, 0, 0)
    assert (content(again), answers(again)) == (told, found)
    (town / "bridge.txt").write_text(BRIDGE.replace("12", "15"), encoding="utf-8")
    os.utime(town / "bridge.txt", (1, 1))
    assert again.sync().changed == ("bridge.txt",)


def test_d29_edits_of_one_file_leave_a_small_store(opened, town, tmp_path):
    index = opened()

    def size_after(edits):
        for number in edits:
            (town / "bridge.txt").write_text(f"Edit {number}. {BRIDGE}", encoding="utf-8")
            index.sync()
        return sum(p.stat().st_size for p in (tmp_path / "store").rglob("*") if p.is_file())

    small = size_after(range(6))
    assert size_after(range(6, 36)) < 2 * small
    assert index.count() == 4
    with index.catalogue.reading() as db:
        assert db.execute("SELECT count(*) FROM vectors").fetchone() == (4,)


def test_p25_the_same_folder_gives_the_same_index(opened, town, tmp_path):
    index = opened()
    index.sync()
    other_town = tmp_path / "again"
    write(other_town, dict(reversed(TOWN.items())))
    other = FolderIndex.open(other_town, tmp_path / "other", WordEmbedder())
    other.sync()
    assert content(other) == content(index)
    assert answers(other) == answers(index)
    other.close()


@contextmanager
def descriptors(more):
    """Let this process open so many more files, and no others."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    free = os.open(os.devnull, os.O_RDONLY)
    os.close(free)
    resource.setrlimit(resource.RLIMIT_NOFILE, (free + more, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


@pytest.mark.skipif(os.name != "posix", reason="limits as POSIX has them")
@pytest.mark.parametrize("more", [0, 2, 4])
def test_d33_without_descriptors_nothing_is_lost_and_the_same_index_goes_on(opened, town, more):
    index = opened()
    index.sync()
    page = f"<html><body><article><h1>Markt</h1><p>{MARKET * 3}</p></article></body></html>"
    write(town, {**TOWN, "bridge.txt": BRIDGE.replace("12", "15"), "market.html": page})
    with descriptors(more), pytest.raises(Exhausted, match="ulimit -n"):
        index.sync()
    assert len(index.files()) == 4, "nothing seems deleted"
    assert index.sync().skipped == ()
    assert index.search("Who sells fruit on the square?")[0].file == "market.html"
    assert "15 million" in index.search("What did the bridge cost?")[0].text


def test_a26_many_small_files_go_in_parts_and_what_was_done_is_not_done_again(opened, town):
    write(town, {f"{number:04}.txt": f"Paper number {number}.\n" for number in range(1_100)})
    embedder = Breaking(after=1)
    index = opened(embedder)
    seen = []
    with pytest.raises(EmbedderFailed):
        index.sync(progress=lambda done, todo, file: seen.append((done, todo)))
    assert max(embedder.sizes) <= 1_000, "no more is held in memory at a time"
    assert seen == [(done, 1_100) for done in range(1, 1_101)]
    assert index.count() == 1_000
    embedder.left = 9
    assert index.sync().embedded == 100
    assert index.count() == 1_100


class Breaking(WordEmbedder):
    """An endpoint that fails after so many requests."""

    def __init__(self, after):
        super().__init__()
        self.left, self.sizes = after, []

    def embed(self, texts):
        if not self.left:
            raise EmbedderFailed("The endpoint is gone.")
        self.left -= 1
        self.sizes.append(len(texts))
        return super().embed(texts)


def test_a31_a_folder_within_another_is_its_own_index_and_no_file_is_there_twice(town, tmp_path):
    (town / "inner").mkdir()
    write(town / "inner", {"market.txt": MARKET})
    found = {}
    for folder in (town, town / "inner"):
        # As the command line does: each folder has its own store, here within the outer one.
        index = FolderIndex.open(folder, town / f"store-{folder.name}", WordEmbedder())
        index.sync()
        found[folder.name] = [row.file for row in index.files()]
        index.close()
    assert found["town"] == sorted([*TOWN, "inner/market.txt"])
    assert found["inner"] == ["market.txt"]
