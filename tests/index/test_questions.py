"""Questions as people type them: one word, figures, signs, a fifth language, ten thousand words."""

import pytest

from index import BadQuery, FolderIndex, default_embedder

TEXTS = {
    "kraft.de.txt": "Das Kohlekraftwerk in der Lausitz wird im Jahr 2038 stillgelegt. "
    "Die Stilllegung kostet 138 Milliarden Euro, sagt die Regierung.",
    "pont.fr.txt": "Le pont sur la rivière a été ouvert lundi par le maire de la ville.",
    "acqua.it.txt": "L'acquedotto della città porta l'acqua dalle montagne da molti secoli.",
    "winter.en.txt": "Bears sleep through the winter and wake up when the snow is gone.",
    "osos.es.txt": "Los osos duermen durante todo el invierno en las montañas del norte de España.",
    "мост.txt": "Новый мост через реку открыли в понедельник утром для всех жителей города.",
}


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    folder = tmp_path_factory.mktemp("folder")
    for file, text in TEXTS.items():
        (folder / file).write_text(text, encoding="utf-8")
    index = FolderIndex.open(folder, tmp_path_factory.mktemp("store"), default_embedder())
    index.sync()
    yield index
    index.close()


@pytest.mark.parametrize(
    ("question", "file"),
    [
        ("Kohlekraftwerk", "kraft.de.txt"),
        ("acquedotto", "acqua.it.txt"),
        ("bear", "winter.en.txt"),
        ("2038", "kraft.de.txt"),
        ("$138bn", "kraft.de.txt"),
        ("¿Cuándo duermen los osos?", "osos.es.txt"),
        ("Когда открыли мост?", "мост.txt"),
        ("ponte lunedì " * 1_500, "pont.fr.txt"),
    ],
    ids=["word de", "word it", "word en", "figure", "money", "Spanish", "Russian", "long"],
)
def test_the_right_passage_is_first_whatever_is_typed(index, question, file):
    assert index.search(question, 3)[0].file == file


@pytest.mark.parametrize("question", ["?!", "… — «»", "。。。"])
def test_only_punctuation_is_answered_and_nothing_matches(index, question):
    for hit in index.search(question, 10):
        assert hit.words == hit.grams == hit.meaning == 0


def test_ten_thousand_words_are_refused_with_what_to_do(index):
    with pytest.raises(BadQuery, match=r"60,000 characters; at most 20,000 .* Ask a shorter one"):
        index.search("bears " * 10_000)


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Kohlekraftwerk Lausitz", "de"),
        ("acquedotto", "it"),
        ("Wann schlafen Bären?", "de"),
        ("le pont", "fr"),
        ("how much", "en"),
        ("мост", "other"),
        ("osos", "en"),
        ("GPU 2026", "en"),
        ("?!", "en"),
    ],
)
def test_the_documents_tell_the_language_where_the_words_do_not(index, question, language):
    assert index.language_of(question) == language


def test_a_name_that_stands_in_two_languages_tells_nothing(tmp_path):
    (tmp_path / "folder").mkdir()
    texts = {
        "a.de": "Der Chef von Gazprom war gestern in Berlin und sprach mit der Presse.",
        "b.fr": "Le chef de Gazprom était hier à Paris et il a parlé avec la presse.",
    }
    for file, text in texts.items():
        (tmp_path / "folder" / f"{file}.txt").write_text(text, encoding="utf-8")
    index = FolderIndex.open(tmp_path / "folder", tmp_path / "store", default_embedder())
    index.sync()
    assert index.language_of("Gazprom", default="it") == "it"
    index.close()
