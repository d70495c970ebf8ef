"""What the built-in model is trained on: told from files that are there and are the right ones."""

import gzip
import subprocess
import sys

import pytest

from index import IndexFault
from index.training.questions import question_pairs
from index.training.sources import SOURCES, Pair, Source, read

ROWS = "de\tHund\ten\tdog\nfr\tchien\ten\tdog\nit\tcane\ten\tdog\nde\tKatze\ten\tcat\n"


@pytest.fixture
def data(tmp_path):
    for name in ("toy", "omw"):
        with gzip.open(tmp_path / f"{name}.tsv.gz", "wt", encoding="utf-8") as file:
            file.write(ROWS)
    return tmp_path


def test_pairs_are_read_in_their_order(data):
    first, *_, last = read(Source("toy", "CC0", "nobody", 1.0), data)
    assert first == Pair("de", "Hund", "en", "dog")
    assert last.left == "Katze"


def test_of_a_narrow_source_so_many_are_taken_per_pair_of_languages(data):
    taken = read(Source("toy", "CC0", "nobody", 1.0, pairs=1), data)
    assert [pair.left_language for pair in taken] == ["de", "fr", "it"]


def test_a_missing_file_is_named(data):
    with pytest.raises(IndexFault, match=r"nothing\.tsv\.gz cannot be read"):
        read(Source("nothing", "CC0", "nobody", 1.0), data)


def test_another_file_than_the_one_whose_rows_were_chosen_by_licence_is_refused(data):
    (words,) = (source for source in SOURCES if source.name == "omw")
    with pytest.raises(IndexFault, match=r"omw\.tsv\.gz is not the file"):
        read(words, data)


def test_every_source_has_a_licence_and_a_credit_and_none_of_them_forbids_sale():
    assert all(source.licence and source.credit for source in SOURCES)
    assert not any("NC" in source.licence or "GPL 3" in source.licence for source in SOURCES)


def test_a_question_is_the_same_in_two_languages_and_the_same_each_time():
    titles = [Pair("it", "Torre di Pisa", "en", "Leaning Tower of Pisa")]
    nouns = [Pair("it", "scala", "en", "stairs")]
    made = list(question_pairs(titles, nouns, count=20, seed=3))
    assert made == list(question_pairs(titles, nouns, count=20, seed=3))
    assert {(pair.left_language, pair.right_language) for pair in made} == {("it", "en")}
    assert all("Torre di Pisa" in pair.left for pair in made)
    assert all("Leaning Tower of Pisa" in pair.right for pair in made)


def test_the_command_says_what_is_missing(tmp_path):
    command = [sys.executable, "-m", "index.training", "--data", str(tmp_path / "nowhere")]
    done = subprocess.run(
        [*command, "--out", str(tmp_path / "model")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert "cannot be read" in done.stderr or "is not installed" in done.stderr
