"""Passages held in memory give the hits that the store's files give, whatever happens to those."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import numpy as np
import pytest
from town import BRIDGE, MARKET, QUESTIONS, TOWN, WordEmbedder, answers, write

from index import Filter, FolderIndex, default_embedder
from index.embed import unit_rows
from index.nearest import UnitVectors
from index.seal import CATALOGUE
from index.short_tokens import ShortTokens

LONG = "\n\n".join(
    f"Chapter {n}. The {word} of the town was opened in {1900 + n}. " * 6
    for n, word in enumerate("bridge school market station harbour".split())
)


def opened(tmp_path, papers=TOWN, embedder=None, held=True):
    write(tmp_path / "town", papers)
    index = FolderIndex.open(tmp_path / "town", tmp_path / "store", embedder or default_embedder())
    if not held:
        index._searcher.held_up_to = 0
    return index


@pytest.mark.parametrize("embedder", [default_embedder, WordEmbedder])
@pytest.mark.parametrize("only", [Filter(), Filter(languages=("en", "it")), Filter(files=("l*",))])
def test_the_memory_and_the_store_give_the_same_hits(tmp_path, embedder, only):
    papers = {**TOWN, "long.txt": LONG, "figures.txt": "1. 2. 3.\n"}
    with closing(opened(tmp_path, papers, embedder())) as index:
        index.sync()
        assert index.count() > len(papers)
        questions = (*QUESTIONS, "harbour 1904", "?!", "12")
        held, index._searcher.held_up_to = answers(index, 5, questions, only=only), 0
        assert answers(index, 5, questions, only=only) == held


def test_p5_what_is_held_follows_each_change(tmp_path):
    with closing(opened(tmp_path)) as index:
        index.sync()
        for papers in (
            {**TOWN, "market.txt": MARKET},
            {**TOWN, "bridge.txt": BRIDGE.replace("12", "15")},
            {"market.txt": MARKET},
            {**TOWN, "long.txt": LONG},
        ):
            write(tmp_path / "town", papers)
            index.sync()
            held = answers(index)
            with closing(opened(tmp_path, papers, held=False)) as stored:
                assert answers(stored) == held


def test_p5_a_small_change_means_a_few_rows(tmp_path):
    many = {f"{n:02}.txt": f"The {n}th farmer sells apples for {n} euros.\n" for n in range(30)}
    with closing(opened(tmp_path, {**many, **TOWN})) as index:
        index.sync()
        before = answers(index)
        for papers in (
            {**many, **TOWN, "market.txt": MARKET},
            {**many, **TOWN, "bridge.txt": BRIDGE.replace("12", "15")},
            {**many, **TOWN},
        ):
            write(tmp_path / "town", papers)
            index.sync()
            held = answers(index)
            with closing(opened(tmp_path, papers, held=False)) as stored:
                assert answers(stored) == held
        assert held == before
        assert index._searcher._held._held > index.count(), "old rows are only marked"
        write(tmp_path / "town", TOWN)
        index.sync()
        answers(index)
        assert index._searcher._held._held == index.count(), "until they are many"


def test_what_another_process_commits_is_seen(tmp_path):
    with closing(opened(tmp_path)) as index:
        index.sync()
        assert index.search("market square", 1)[0].file != "market.txt"
        with closing(opened(tmp_path, {**TOWN, "market.txt": MARKET})) as other:
            other.sync()
        assert index.search("market square", 1)[0].file == "market.txt"


def test_a_store_that_kept_no_tokens_gives_the_same_hits(tmp_path):
    with closing(opened(tmp_path, {**TOWN, "long.txt": LONG})) as index:
        index.sync()
        expected = answers(index)
        with index.catalogue.transaction() as db:
            db.execute("DELETE FROM tokens WHERE row % 2 = 0")
    with closing(opened(tmp_path, {**TOWN, "long.txt": LONG})) as index:
        assert answers(index) == expected


@pytest.mark.parametrize("highest", [2**24 - 1, 2**24], ids=["three bytes", "four"])
def test_tokens_made_short_are_the_same_when_they_are_whole_again(highest):
    passages = [[1, 65_536, highest], [], [256, 0]]
    made = ShortTokens(highest + 1)
    short = made.short([*(np.array(ids, "<u4").tobytes() for ids in passages), None])
    assert short[-1] is None
    tokens, lengths = made.whole(short[:-1])
    assert tokens.tolist() == [1, 65_536, highest, 256, 0]
    assert lengths.tolist() == [3, 0, 2]


@pytest.mark.parametrize("harm", ["nan", "zeros", "cut"])
def test_a_damaged_vector_is_never_compared_but_made_again(tmp_path, harm):
    with closing(opened(tmp_path)) as index:
        index.sync()
        expected = answers(index)
    bad = {"nan": np.full(384, np.nan), "zeros": np.zeros(384), "cut": np.ones(3)}[harm]
    with closing(opened(tmp_path)) as index:
        # The disk rots while the index is open: nothing at its opening tells of it.
        with closing(sqlite3.connect(tmp_path / "store" / CATALOGUE)) as db, db:
            db.execute("UPDATE vectors SET vector = ?", (bad.astype(np.float32).tobytes(),))
        assert answers(index) == expected
        assert "damaged" in index.sync().repaired[0]


@pytest.mark.parametrize("many", [900, 9_000, 30_000], ids=["few", "many", "very many"])
@pytest.mark.parametrize("dimension", [65, 161, 257, 384])
def test_the_nearest_are_found_without_reading_all_of_each_vector(many, dimension):
    chance = np.random.default_rng(1)
    rows = unit_rows(chance.normal(size=(many, dimension)).astype(np.float32))
    asked, near = rows[7].copy(), np.arange(7, many, many // 10)
    rows[near] = unit_rows(0.7 * rows[near] + asked)
    vectors = UnitVectors(many + 5, dimension)
    vectors[:many] = rows
    usable = np.ones(many, np.bool_)
    for _ in ("compared whole", "packed"):
        assert set(vectors.nearest(asked, len(near), usable)) == set(near)
    usable[near[5:]] = False
    assert set(vectors.nearest(asked, 20, usable)) > set(near[:5])
    assert not set(vectors.nearest(asked, 20, usable)) & set(near[5:])
    usable[:] = False
    usable[near[:3]] = True
    assert set(vectors.nearest(asked, 20, usable)) == set(near[:3])
    np.testing.assert_allclose(vectors.cosines(near, asked), rows[near] @ asked, atol=1e-6)
    with ThreadPoolExecutor(1) as beside:
        assert set(vectors.ask(asked, usable, beside)(20)) == set(near[:3])


@pytest.mark.parametrize("places", [np.array([3, 8_999, 4_600]), slice(4_400, 4_600)])
def test_vectors_that_are_packed_already_can_be_put_in_the_place_of_others(places):
    chance = np.random.default_rng(2)
    rows = unit_rows(chance.normal(size=(9_000, 384)).astype(np.float32))
    vectors = UnitVectors(9_001, 384)
    vectors[:9_000] = rows
    usable = np.ones(9_000, np.bool_)
    for _ in ("compared whole", "packed"):
        vectors.nearest(rows[0], 1, usable)
    asked, _ = unit_rows(chance.normal(size=(2, 384)).astype(np.float32))
    numbers = np.arange(9_000)[places]
    vectors[places] = unit_rows(asked + 0.3 * rows[places])
    assert set(vectors.nearest(asked, len(numbers), usable)) == set(numbers)
    vectors[places] = np.zeros((1, 384), np.float32)
    assert not set(vectors.nearest(asked, 20, usable)) & set(numbers)
    for other in (2, 4_300, 4_700, 8_998):  # those beside them, and those packed with them, stayed
        assert vectors.nearest(rows[other], 1, usable) == [other]


def test_a_question_that_lies_along_no_direction_of_the_vectors_is_compared_with_all():
    chance = np.random.default_rng(3)
    rows = np.zeros((9_000, 384), np.float32)
    rows[:, :200] = chance.normal(size=(9_000, 200))
    rows[77] = 0.01 * rows[77]
    rows[77, 300] = 1  # all else is 0 there
    rows = unit_rows(rows)
    vectors = UnitVectors(9_000, 384)
    vectors[:9_000] = rows
    asked = np.eye(384, dtype=np.float32)[300]
    for _ in ("compared whole", "packed"):
        assert vectors.nearest(asked, 1, np.ones(9_000, np.bool_)) == [77]


@pytest.mark.parametrize("held", [1_111, 4_000])
def test_as_long_as_vectors_are_not_packed_the_nearest_are_the_nearest(held):
    chance = np.random.default_rng(5)
    vectors = chance.standard_normal((held, 384)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    kept = UnitVectors(held, 384)
    kept[np.arange(held)] = vectors
    asked = vectors[7]
    found = kept.nearest(asked, 20, np.ones(held, bool))
    assert set(found.tolist()) == set(np.argsort(-(vectors @ asked))[:20].tolist())
