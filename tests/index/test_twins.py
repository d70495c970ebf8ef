"""Copies and translations of one story are found; other articles about the same are not."""

import shutil

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index import FolderIndex, default_embedder
from index.cards import stories
from index.told import Sets
from index.traces import figures, jaccard, names, overlap, shingles, sketch, trace, unpack
from index.twins import _all_bands, _few_bands

FR = (
    "Le conseil municipal de Valdorne a voté lundi la construction d'un pont neuf sur la rivière, "
    "qui coûtera 12,5 millions d'euros. Les travaux commenceront en 2026, a dit la maire Claire "
    "Morvan devant 140 habitants réunis dans la salle des fêtes, et ils dureront trois ans."
)
DE = (
    "Der Gemeinderat von Valdorne hat am Montag den Bau einer neuen Brücke über den Fluss "
    "beschlossen, die 12,5 Millionen Euro kosten wird. Die Arbeiten beginnen 2026, sagte "
    "Bürgermeisterin Claire Morvan vor 140 Einwohnern im Festsaal, und sie dauern drei Jahre."
)


@pytest.fixture
def told(tmp_path):
    """Index some texts and return the stories told by more than one file."""

    def told(texts):
        folder = tmp_path / "folder"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for file, text in texts.items():
            (folder / file).write_text(text, encoding="utf-8")
        index = FolderIndex.open(folder, tmp_path / "store", default_embedder())
        index.sync()
        found = dict(stories(index.cards()))
        index.close()
        return found

    return told


def test_seeds_the_german_article_is_a_translation_of_the_first_french_one(seeds, told):
    texts = {path.name: path.read_text(encoding="utf-8") for path in seeds.glob("0*.txt")}
    found = told(texts)
    assert [[file[:3] for file in files] for files in found.values()] == [["000", "004"]]


def test_the_town_has_one_story_in_three_languages_and_no_other(told, seeds):
    town = seeds.parent / "evals" / "corpora" / "town"
    texts = {path.name: path.read_text(encoding="utf-8") for path in town.glob("*.txt")}
    assert told(texts) == {"club.fr.txt": ["club.fr.txt", "club.it.txt", "klub.de.txt"]}


def test_C23_copies_in_other_layout_are_one_story(told):
    texts = {"b.txt": FR, "a.txt": f"  {FR.upper()}\n", "c.txt": DE, "d.txt": "Other words."}
    assert told(texts) == {"a.txt": ["a.txt", "b.txt", "c.txt"]}


def test_C23_a_page_repeated_in_many_files_is_one_story(told):
    files = {f"{n:03}.txt": FR + ("\n0 commentaire" if n % 2 else "") for n in range(60)}
    assert [len(files) for files in told(files).values()] == [60]


def test_a_near_copy_is_a_twin_but_another_figure_makes_it_a_version(told):
    near = FR.replace("lundi", "hier").replace("dans la salle des fêtes", "à la salle des fêtes")
    assert told({"a.txt": FR * 2, "b.txt": near + FR}) == {"a.txt": ["a.txt", "b.txt"]}
    assert told({"a.txt": FR * 2, "b.txt": (FR * 2).replace("140", "410")}) == {}


def test_an_article_that_shares_its_subject_only_is_no_twin(told):
    other = (
        "In Valdorne streiten die Einwohner über die neue Brücke. Eine Gruppe um Anna Keller hat "
        "am Dienstag 800 Unterschriften gegen den Bau gesammelt, weil die Straße durch ein Schutz"
        "gebiet führt. Die Gegner wollen im Herbst vor das Verwaltungsgericht ziehen."
    )
    assert told({"a.txt": FR, "b.txt": other}) == {}


def test_furniture_makes_no_twins(told):
    box = "\n\nÀ lire aussi\nUn pont vers le passé\nTous les ponts de la région\n0 commentaire\n"
    sea = "La mer a rejeté mardi un coffre rempli de cartes. Personne ne l'a réclamé jusqu'ici. "
    assert told({"a.txt": FR + box, "b.txt": sea * 2 + box}) == {}


PIECES = {
    "a.txt": FR,
    "b.txt": FR.replace("lundi", "hier"),
    "c.txt": DE,
    "d.txt": DE.replace("Montag", "Dienstag"),
    "e.txt": FR.replace("140", "410"),
    "f.txt": "Une tout autre histoire, qui parle de la mer et de ses poissons. " * 4,
}


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.sets(st.sampled_from(sorted(PIECES)), min_size=1), min_size=1, max_size=4))
def test_P25_stories_do_not_depend_on_the_order_in_which_files_came(tmp_path_factory, steps):
    place = tmp_path_factory.mktemp("twins")
    folder = place / "folder"
    folder.mkdir()
    index = FolderIndex.open(folder, place / "store", default_embedder())
    for files in steps:
        for old in folder.iterdir():
            if old.name not in files:
                old.unlink()
        for file in files:
            (folder / file).write_text(PIECES[file], encoding="utf-8")
        index.sync()
    fresh = FolderIndex.open(folder, place / "fresh", default_embedder())
    fresh.sync()
    assert [(c.file, c.story) for c in index.cards()] == [(c.file, c.story) for c in fresh.cards()]
    index.close()
    fresh.close()


def test_hits_name_their_story_and_are_spread_over_stories(told, tmp_path):
    copies = {f"{n}.txt": FR + " " + "Encore une phrase sur le pont. " * n for n in range(4)}
    other = "Un autre pont, plus ancien, enjambe la rivière à Brévans depuis le siècle dernier."
    told({**copies, "z.txt": other})
    index = FolderIndex.open(tmp_path / "folder", tmp_path / "store", default_embedder())
    hits = index.search("le nouveau pont sur la rivière", 2)
    assert {hit.story for hit in hits} == {"0.txt", "z.txt"}
    index.close()


def test_a_sketch_tells_how_much_two_texts_share():
    words = [f"word{n}" for n in range(2_000)]
    one, other = shingles(" ".join(words)), shingles(" ".join(words[:1_500] + words[:100]))
    exact = jaccard(one, other)
    assert exact == pytest.approx(1496 / 2000)
    assert np.mean(sketch(one) == sketch(other)) == pytest.approx(exact, abs=0.15)
    assert jaccard(one, one) == 1.0
    assert jaccard(shingles(""), shingles("")) == 0.0


@pytest.mark.parametrize("text", ["", "one", "Anna pays 12 euros", FR])
def test_a_trace_is_read_back_as_it_was(text):
    made = trace(text, np.eye(3, 8, dtype=np.float32))
    read = unpack(made.pack())
    assert read.words == made.words
    for name in ("sketch", "figures", "names", "centre"):
        assert np.array_equal(getattr(read, name), getattr(made, name))


def test_B20_figures_are_the_same_in_every_notation():
    for text in ("1.234,5", "1,234.5", "1 234,5", "1\u202f234,5", "1'234.5", "1’234,5"):
        assert figures(text) == {"1234.5"}
    assert figures("3 of 12, in 2024") == {"12", "2024"}


def test_names_are_folded():
    assert names("L'Équipe de Valdorne, dell'Aquila und die Brücke") == {
        "equipe", "valdorne", "aquila", "brucke",
    }  # fmt: skip


def test_pairs_that_share_a_band_are_those_that_comparing_each_two_finds():
    rng = np.random.default_rng(7)
    sketches = rng.integers(0, 2, (60, 128), dtype=np.uint32)
    shown = list(range(1, 60))
    equal = (sketches[:, None] == sketches[None]).reshape(60, 60, 32, 4).all(axis=3).any(axis=2)
    pairs = {(one, other) for one in shown for other in shown if one < other and equal[one, other]}
    assert 0 < len(pairs) < 59 * 58 / 2
    assert set(_all_bands(sketches, shown, ())) == pairs
    assert set(_few_bands(sketches, shown, shown)) == pairs


def test_overlaps_with_many_are_those_with_each():
    sets = [np.array(part, np.uint64) for part in ([2, 5, 9], [], [5], [1, 2, 9, 10], [11, 12])]
    lengths = [len(part) for part in sets]
    side_by_side = Sets(np.concatenate(sets), np.cumsum([0, *lengths]))
    everyone = np.arange(5)
    for at, one in enumerate(sets):
        expected = [overlap(one, other) for other in sets]
        assert side_by_side.overlaps(at, everyone).tolist() == pytest.approx(expected)


def test_the_sketch_of_a_long_text_is_the_least_of_its_parts_sketches():
    hashes = shingles(" ".join(f"word{number}" for number in range(2_000)))
    parts = [sketch(hashes[at : at + 100]) for at in range(0, len(hashes), 100)]
    assert sketch(hashes).tolist() == np.min(parts, axis=0).tolist()
    assert set(sketch(hashes[:0]).tolist()) == {2**32 - 1}


def test_names_stand_at_the_beginning_of_a_word_or_behind_an_elision():
    text = "L'Italia, dell'Unione d’Europa; O'Neill, Anna'Bert e iPhone. Été à Zürich"
    assert names(text) == {"italia", "unione", "europa", "bert", "ete", "zurich"}
