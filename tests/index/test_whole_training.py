"""The built-in model is trained from end to end: a rehearsal of the real command on toy text.

The text is made of a few words in every order, in four languages, so that what a sentence means can
be learnt from little; the teacher hashes English words and knows no meaning. No torch, no download.
"""

import gzip
import json
import shutil
import subprocess
import sys
from itertools import product

import numpy as np
import pytest

from index.pocket import PocketEmbedder
from index.training.sources import SOURCES

WHO = {
    "en": ("The dog", "The baker", "A child", "The queen", "My neighbour", "The pilot"),
    "de": ("Der Hund", "Der Bäcker", "Ein Kind", "Die Königin", "Mein Nachbar", "Der Pilot"),
    "fr": ("Le chien", "Le boulanger", "Un enfant", "La reine", "Mon voisin", "Le pilote"),
    "it": ("Il cane", "Il fornaio", "Un bambino", "La regina", "Il mio vicino", "Il pilota"),
}
DOES = {
    "en": ("sleeps", "sings", "waits", "writes letters", "drinks milk"),
    "de": ("schläft", "singt", "wartet", "schreibt Briefe", "trinkt Milch"),
    "fr": ("dort", "chante", "attend", "écrit des lettres", "boit du lait"),
    "it": ("dorme", "canta", "aspetta", "scrive lettere", "beve latte"),
}
WHERE = {
    "en": ("in the garden", "at the station", "on the bridge", "under the roof", "near the sea"),
    "de": ("im Garten", "am Bahnhof", "auf der Brücke", "unter dem Dach", "nahe am Meer"),
    "fr": ("dans le jardin", "à la gare", "sur le pont", "sous le toit", "près de la mer"),
    "it": ("nel giardino", "alla stazione", "sul ponte", "sotto il tetto", "vicino al mare"),
}
WORDS = {
    "en": ("dog", "baker", "child", "queen", "garden", "station", "bridge", "roof", "letter"),
    "de": ("Hund", "Bäcker", "Kind", "Königin", "Garten", "Bahnhof", "Brücke", "Dach", "Brief"),
    "fr": ("chien", "boulanger", "enfant", "reine", "jardin", "gare", "pont", "toit", "lettre"),
    "it": ("cane", "fornaio", "bambino", "regina", "giardino", "stazione", "ponte", "tetto",
           "lettera"),
}  # fmt: skip
OTHERS = ("de", "fr", "it")


def sentences(language):
    parts = product(WHO[language], DOES[language], WHERE[language])
    return [f"{who} {does} {where}." for who, does, where in parts]


SAID = {language: sentences(language) for language in WHO}
KEPT = [n for n in range(len(SAID["en"])) if n % 7 == 3]
"""Sentences that are not trained on."""


def write(folder, name, texts, numbers):
    """A file of pairs with English on the right, one language after the other."""
    with gzip.open(folder / f"{name}.tsv.gz", "wt", encoding="utf-8") as file:
        for language in OTHERS:
            for n in numbers:
                file.write(f"{language}\t{texts[language][n]}\ten\t{texts['en'][n]}\n")


@pytest.fixture(scope="module")
def text(tmp_path_factory):
    """A folder with every source that the program reads."""
    folder = tmp_path_factory.mktemp("text")
    learnt = [n for n in range(len(SAID["en"])) if n not in KEPT]
    for place, source in enumerate(SOURCES):
        if source.words:
            write(folder, source.name, WORDS, range(len(WORDS["en"])))
        else:
            write(folder, source.name, SAID, learnt[place % 5 :: 5])
    return folder


def run(data, out, *more):
    command = [sys.executable, "-m", "index.training", "--data", str(data), "--out", str(out)]
    return subprocess.run([*command, *more], capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def trained(text, tmp_path_factory):
    folder = tmp_path_factory.mktemp("trained") / "model"
    done = run(text, folder, "--rehearse")
    assert done.returncode == 0, done.stderr
    return folder


def test_the_right_translation_comes_first_among_sentences_never_seen(trained):
    model = PocketEmbedder(trained)
    vectors = {x: model.embed([SAID[x][n] for n in KEPT]) for x in SAID}
    for one, other in product(SAID, SAID):
        nearest = (vectors[one] @ vectors[other].T).argmax(axis=1)
        right = float((nearest == np.arange(len(KEPT))).mean())
        assert right >= 0.95, f"{one}→{other}: {right:.2f}"


def test_model2vec_opens_the_folder_and_gives_the_same_vectors(trained):
    from model2vec import StaticModel

    stock = StaticModel.from_pretrained(trained, force_download=False)
    texts = [SAID[language][n] for language in SAID for n in KEPT[:5]]
    np.testing.assert_allclose(PocketEmbedder(trained).embed(texts), stock.encode(texts), atol=1e-6)


def test_licence_and_card_lie_beside_the_weights_and_the_card_claims_no_others_figures(trained):
    assert "Attribution-ShareAlike" in (trained / "LICENSE").read_text(encoding="utf-8")
    card = (trained / "MODEL_CARD.md").read_text(encoding="utf-8")
    tokens = len(json.loads((trained / "tokenizer.json").read_bytes())["model"]["vocab"])
    assert f"{tokens:,} tokens on" in card
    assert "int8 rows of 64 numbers" in card
    assert "Not measured" in card
    assert "97.2" not in card
    assert "## Limits" in card


def test_a_second_run_writes_the_same_bits(text, trained, tmp_path):
    assert run(text, tmp_path / "model", "--rehearse").returncode == 0
    for file in sorted(trained.iterdir()):
        assert (tmp_path / "model" / file.name).read_bytes() == file.read_bytes(), file.name


def test_another_seed_is_another_model(text, trained, tmp_path):
    assert run(text, tmp_path / "model", "--rehearse", "--seed", "2").returncode == 0
    weights = "model.safetensors"
    assert (tmp_path / "model" / weights).read_bytes() != (trained / weights).read_bytes()


@pytest.fixture
def damaged(text, tmp_path):
    return shutil.copytree(text, tmp_path / "text")


def told(data, out, *more):
    """What the command says of its data, in one line; nothing is written."""
    done = run(data, out, *more)
    assert done.returncode == 1
    assert not out.exists()
    (line,) = (x for x in done.stderr.splitlines() if x)
    return line


def test_a_missing_file_is_named(damaged, tmp_path):
    (damaged / "tico19.tsv.gz").unlink()
    said = told(damaged, tmp_path / "model", "--rehearse")
    assert "tico19.tsv.gz cannot be read (No such file" in said
    assert "--data names the folder" in said


@pytest.mark.parametrize("left", [0, 40, 200])
def test_a_cut_file_is_named(damaged, tmp_path, left):
    file = damaged / "clean_bible.tsv.gz"
    file.write_bytes(file.read_bytes()[:left])
    said = told(damaged, tmp_path / "model", "--rehearse")
    assert "clean_bible.tsv.gz is cut, or is no gzipped file of four columns" in said


@pytest.mark.parametrize("content", ["de\tHund\tdog\n", "de\tHund\ten\tdog\tmore\n", "\n"])
def test_a_file_of_another_form_is_named(damaged, tmp_path, content):
    with gzip.open(damaged / "osm_tags.tsv.gz", "wt", encoding="utf-8") as file:
        file.write(content)
    assert "osm_tags.tsv.gz is cut, or is no" in told(damaged, tmp_path / "model", "--rehearse")


def test_the_real_training_refuses_another_file_than_the_one_chosen_by_licence(text, tmp_path):
    said = told(text, tmp_path / "model")
    assert "omw.tsv.gz is not the file whose rows were chosen by their licences" in said
