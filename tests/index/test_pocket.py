"""The built-in model: the vectors model2vec gives, honest about nothing, loud about damage."""

import json
import random
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from index.errors import ModelDamaged
from index.pocket import MODEL, PocketEmbedder
from index.wordpiece import ALPHABET, FOLDED, SILENT, WordPiece, words

SENTENCES = {
    "en": "The government wants to build new schools in the countryside.",
    "fr": "Le gouvernement veut construire de nouvelles écoles à la campagne.",
    "de": "Die Regierung will auf dem Land neue Schulen bauen.",
    "it": "Il governo vuole costruire nuove scuole in campagna.",
}
OTHERS = {
    "en": "Heavy rain has closed the airport since Monday.",
    "fr": "De fortes pluies ont fermé l’aéroport depuis lundi.",
    "de": "Starker Regen hat den Flughafen seit Montag geschlossen.",
    "it": "Forti piogge hanno chiuso l'aeroporto da lunedì.",
}
ODD = [
    "",
    " \n\t ",
    "?!… —",
    "Straße STRASSE straße",
    "ÉCOLE e\u0301cole",
    "Bundes\u00adtag",
    "ﬁn ½ ² № ㎞ Ⅷ",
    "Эрмитаж 東京 القاهرة",
    "Erdoğan, Šimečka, Łódź, İstanbul, Þingvellir",
    "l’acqua dell'acqua aujourd’hui don't",
    "138 Milliarden, 3,14 %, 2026-11-23, 10:30",
    "x" * 100,
    "x" * 101,
    "Donaudampfschifffahrtsgesellschaftskapitän",
    "a_b\u200bc\ufeffd",
    "ǅ ß ẞ ŉ ſ",
    "\U0001f600 \ud7ff \x00 \x7f",
]


@pytest.fixture(scope="module")
def model() -> PocketEmbedder:
    return PocketEmbedder()


@pytest.fixture(scope="module")
def library():
    """The tokenizer file as any other reader of the format understands it."""
    return Tokenizer.from_file(str(MODEL / "tokenizer.json"))


@pytest.fixture(scope="module")
def ours() -> WordPiece:
    return WordPiece(json.loads((MODEL / "tokenizer.json").read_bytes())["model"]["vocab"])


@pytest.fixture
def copy(tmp_path):
    """A copy of the model's folder, to be damaged."""
    return shutil.copytree(MODEL, tmp_path / "model")


def library_ids(library, text: str) -> list[int]:
    return [i for i in library.encode(text, add_special_tokens=False).ids if i != 0]


def test_model2vec_loads_the_folder_and_gives_the_same_vectors(model):
    from model2vec import StaticModel

    texts = [*SENTENCES.values(), *OTHERS.values(), *ODD]
    stock = StaticModel.from_pretrained(MODEL, force_download=False)
    np.testing.assert_allclose(model.embed(texts), stock.encode(texts), atol=1e-6)


@pytest.mark.parametrize("text", [*SENTENCES.values(), *OTHERS.values(), *ODD])
def test_our_splitting_is_the_tokenizers(library, ours, text):
    assert ours.ids(text) == library_ids(library, text)


def test_our_splitting_is_the_tokenizers_at_every_character_of_living_scripts(library, ours):
    codes = [*range(0x3000), *range(0xA640, 0xA7F2), *range(0xF900, 0x10000)]
    texts = [f"ab{chr(code)}cd" for code in codes]
    theirs = library.encode_batch(texts, add_special_tokens=False)
    for text, encoding in zip(texts, theirs, strict=True):
        assert ours.ids(text) == [token for token in encoding.ids if token], ascii(text)


def test_our_splitting_is_the_tokenizers_on_many_made_up_words(library, ours):
    draw = random.Random(7)
    letters = ALPHABET + ALPHABET.upper() + "".join(FOLDED.values()) + SILENT + " '’-.,·ßẞ东я"
    for _ in range(3_000):
        text = "".join(draw.choices(letters, k=draw.randint(1, 40)))
        assert ours.ids(text) == library_ids(library, text), ascii(text)


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(max_codepoint=0x2FFF, exclude_categories=["Cs", "Cn"]), max_size=60))
def test_our_splitting_is_the_tokenizers_on_any_text(text):
    ours, library = _both()
    assert ours.ids(text) == library_ids(library, text)


def _both():
    if not hasattr(_both, "kept"):
        file = (MODEL / "tokenizer.json").read_bytes()
        _both.kept = (WordPiece(json.loads(file)["model"]["vocab"]), Tokenizer.from_buffer(file))
    return _both.kept


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("l'économie", "l’économie"),
        ("dell'acqua", "DELL’ACQUA"),
        ("Straße", "STRASSE"),
        ("über", "u\u0308ber"),
        ("Bundestag", "Bundes\u00adtag"),
        ("Erdoğan", "Erdogan"),
        ("perché", "PERCHÉ"),
        ("cœur", "CŒUR"),
    ],
)
def test_spellings_of_one_word_are_one_word(one, other):
    assert words(one) == words(other)


@pytest.mark.parametrize("text", ["", "   ", "?!", "—…", "Эрмитаж", "東京", "\n"])
def test_nothing_known_is_a_row_of_zeros_and_never_nan(model, text):
    assert not model.embed([text]).any()


def test_rows_have_length_one(model):
    texts = [*SENTENCES.values(), "Xyzzyqwk", "7", "a" * 90, "word " * 10_000]
    lengths = np.linalg.norm(model.embed(texts), axis=1)
    np.testing.assert_allclose(lengths, 1, atol=1e-5)


def test_no_texts_give_no_rows(model):
    assert model.embed([]).shape == (0, model.dimension)


def test_a_text_has_the_same_bits_alone_and_among_others(model):
    texts = [*SENTENCES.values(), "", *OTHERS.values(), *ODD]
    together = model.embed(texts)
    for row, text in zip(together, texts, strict=True):
        assert (model.embed([text])[0] == row).all()
    assert (PocketEmbedder().embed(texts) == together).all()


@pytest.mark.parametrize("asked", SENTENCES)
@pytest.mark.parametrize("told", SENTENCES)
def test_a_translation_is_nearer_than_another_sentence(model, asked, told):
    question, right, wrong = model.embed([SENTENCES[asked], SENTENCES[told], OTHERS[told]])
    assert question @ right > question @ wrong + 0.2


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        ("How many live in Rome?", "Roma ha tre milioni di abitanti.", "Roma ha molte chiese."),
        ("Wer gewann die Wahl?", "Il a remporté l'élection.", "Il est arrivé en train."),
        ("Quanto costa il biglietto?", "Eine Karte kostet drei Euro.", "Der Zug fährt um drei."),
        ("Où est le musée ?", "The museum is in the old town.", "The theatre was built in 1902."),
    ],
)
def test_a_question_finds_what_it_asks_about(model, question, right, wrong):
    asked, near, far = model.embed([question, right, wrong])
    assert asked @ near > asked @ far


def test_a_word_never_seen_still_says_something(model):
    compound, parts, other = model.embed(
        ["Wolkenbruchversicherungsprämie", "Versicherung Prämie", "Fußballspiel"]
    )
    assert compound @ parts > compound @ other


def test_the_fingerprint_is_that_of_the_files(copy):
    before = PocketEmbedder(copy).fingerprint
    assert before == PocketEmbedder().fingerprint
    config = json.loads((copy / "config.json").read_bytes())
    (copy / "config.json").write_text(json.dumps({**config, "note": "another"}))
    assert PocketEmbedder(copy).fingerprint != before


@pytest.mark.parametrize("name", ["model.safetensors", "tokenizer.json", "config.json"])
def test_a_missing_file_is_named_with_its_remedy(copy, name):
    (copy / name).unlink()
    with pytest.raises(ModelDamaged, match=rf"{name} cannot be read.*nstall"):
        PocketEmbedder(copy)


def test_a_missing_folder_is_said(tmp_path):
    with pytest.raises(ModelDamaged, match="cannot be read"):
        PocketEmbedder(tmp_path / "nowhere")


@pytest.mark.parametrize("name", ["model.safetensors", "tokenizer.json", "config.json"])
@pytest.mark.parametrize("kept", [0, 7, 1_000])
def test_a_cut_file_is_named(copy, name, kept):
    path = copy / name
    content = path.read_bytes()
    path.write_bytes(content[: min(kept, len(content) - 2)])
    with pytest.raises(ModelDamaged, match=name):
        PocketEmbedder(copy)


def test_a_changed_tokenizer_is_refused(copy):
    path = copy / "tokenizer.json"
    path.write_bytes(path.read_bytes().replace(b'"Lowercase"', b'"Uppercase"', 1))
    with pytest.raises(ModelDamaged, match=r"tokenizer\.json is not the file"):
        PocketEmbedder(copy)


def test_a_changed_bit_in_the_rows_is_refused(copy):
    path = copy / "model.safetensors"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with pytest.raises(ModelDamaged, match=r"model\.safetensors is not the file"):
        PocketEmbedder(copy)


def test_another_dimension_is_refused(copy):
    path = copy / "config.json"
    config = json.loads(path.read_bytes())
    path.write_text(json.dumps({**config, "hidden_dim": config["hidden_dim"] + 1}))
    with pytest.raises(ModelDamaged, match=r"config\.json says another dimension"):
        PocketEmbedder(copy)


def test_the_folder_is_small_enough_and_says_where_it_comes_from():
    assert sum(path.stat().st_size for path in MODEL.iterdir()) <= 30_000_000
    assert "CC BY-SA 4.0" in (MODEL / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert "Attribution-ShareAlike" in (MODEL / "LICENSE").read_text(encoding="utf-8")


COST = """
import time
import numpy
before = time.process_time()
from index.pocket import PocketEmbedder
model = PocketEmbedder()
loaded = time.process_time() - before
text = " ".join("Die Regierung will auf dem Land neue Schulen bauen".split() * 11)
before = time.process_time()
model.embed([text] * 1000)
print(loaded, time.process_time() - before)
print(*[line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")])
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
def test_it_loads_and_embeds_fast_and_stays_small():
    run = subprocess.run(
        [sys.executable, "-c", COST],
        capture_output=True,
        text=True,
        check=True,
        cwd=MODEL.parents[1],
    )
    loaded, embedded, kilobytes = map(float, run.stdout.split())
    # Processor seconds of one core, with room for a slow machine; docs/model.md has the figures.
    assert loaded <= 0.6
    assert embedded <= 1.0
    assert kilobytes <= 150_000
