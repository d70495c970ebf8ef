"""A question about several things is answered for each, from several documents if need be."""

import pytest

from assistant import Assistant
from assistant.reader.asked import understand

WATER = {
    "rosso.it.txt": "L'acquedotto di Rosso\n\n"
    "L'acquedotto di Rosso perde il 31 per cento dell'acqua.\n"
    "La sindaca Lucia Ferrante ha annunciato lavori.\n",
    "graz.de.txt": "Wasser in Graz\n\nDie Stadt Graz verliert 23 Prozent ihres Wassers.\n"
    "Der Bürgermeister Anton Reisinger will die Rohre erneuern.\n",
    "vert.fr.txt": "L'eau de Vert\n\nLa ville de Vert perd 12 pour cent de son eau.\n",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    folder = tmp_path_factory.mktemp("water")
    for name, text in WATER.items():
        (folder / name).write_text(text, encoding="utf-8")
    opened = Assistant.open(folder, store=tmp_path_factory.mktemp("store") / "s", model="extract")
    yield opened
    opened.close()


@pytest.mark.parametrize(
    "question",
    [
        "What share of their water do Rosso and Graz lose?",
        "Compare the water losses of Rosso and Graz.",
        "Quelle part de leur eau perdent Rosso et Graz ?",
        "Welchen Anteil ihres Wassers verlieren Rosso und Graz?",
        "Che percentuale d'acqua perdono Rosso e Graz?",
    ],
)
def test_each_of_two_things_is_quoted_and_none_is_the_short_answer(assistant, question):
    answer = assistant.ask(question)
    quoted = {citation.file: citation.quote for citation in answer.citations}
    assert set(quoted) == {"rosso.it.txt", "graz.de.txt"}
    assert "31 per cento" in quoted["rosso.it.txt"]
    assert "23 Prozent" in quoted["graz.de.txt"]
    assert answer.text.startswith(("Source", "Quelle", "Fonte"))


def test_of_a_thing_that_is_told_of_nowhere_nothing_is_made_up(assistant):
    answer = assistant.ask("What share of their water do Rosso and Giallo lose?")
    assert answer.declined


def test_one_thing_is_answered_as_before(assistant):
    answer = assistant.ask("What share of its water does Graz lose?")
    assert {citation.file for citation in answer.citations} == {"graz.de.txt"}


@pytest.mark.parametrize(
    ("language", "question", "parts"),
    [
        ("en", "Which is older, Rome or Paris?", (("Rome",), ("Paris",))),
        ("fr", "Qui dirige Rome et l'Italie ?", (("Rome",), ("Italie",))),
        ("de", "Wie groß sind Wien und Graz?", (("Wien",), ("Graz",))),
        ("it", "Chi guida Roma e Milano?", (("Roma",), ("Milano",))),
        ("en", "Compare Rome with what Paris did.", (("Rome",), ("Paris",))),
        ("en", "When did Rome fall?", ()),
        ("en", "Who in Rome knew Paris?", ()),
    ],
)
def test_what_is_set_side_by_side(language, question, parts):
    assert understand(question, language).parts == parts
