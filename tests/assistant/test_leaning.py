"""A short question of its own keeps the names said before only where the documents join them."""

import pytest

from assistant import Assistant, ScriptedChat
from assistant.followups.carrying import stands_alone

HARBOUR = {
    "en": "Lindholm, 3 May 2024. The old harbour of Lindholm closes in June. The mayor of Lindholm "
    "is Ann Lee. The ferry to the island costs 9 euros.\n",
    "fr": "Lindholm, 3 mai 2024. Le vieux port de Lindholm ferme en juin. Le maire de Lindholm est "
    "Anne Leroy. Le bac vers l'île coûte 9 euros.\n",
    "de": "Lindholm, 3. Mai 2024. Der alte Hafen von Lindholm schließt im Juni. Der Bürgermeister "
    "von Lindholm ist Hans Leer. Die Fähre zur Insel kostet 9 Euro.\n",
    "it": "Lindholm, 3 maggio 2024. Il vecchio porto di Lindholm chiude in giugno. Il sindaco di "
    "Lindholm è Anna Lei. Il traghetto per l'isola costa 9 euro.\n",
}
WHALE = {
    "en": "The museum shows the skeleton of a whale. The whale is 17 metres long.\n",
    "fr": "Le musée montre le squelette d'une baleine. La baleine mesure 17 mètres.\n",
    "de": "Das Museum zeigt das Skelett eines Wals. Der Wal ist 17 Meter lang.\n",
    "it": "Il museo mostra lo scheletro di una balena. La balena è lunga 17 metri.\n",
}
BEFORE = {
    "en": "When does the old harbour of Lindholm close?",
    "fr": "Quand le vieux port de Lindholm ferme-t-il ?",
    "de": "Wann schließt der alte Hafen von Lindholm?",
    "it": "Quando chiude il vecchio porto di Lindholm?",
}
NEVER_HEARD_OF = {
    "en": "Who is the king of Spain?",
    "fr": "Qui est le roi d'Espagne ?",
    "de": "Wer regiert in Spanien?",
    "it": "Chi è il re di Spagna?",
}
ELSEWHERE = {
    "en": "How long is the whale?",
    "fr": "Quelle est la taille de la baleine ?",
    "de": "wie lang ist der wal?",
    "it": "Quanto è lunga la balena?",
}
OF_IT = {
    "en": "Who is the mayor?",
    "fr": "Qui est le maire ?",
    "de": "wer ist der bürgermeister?",
    "it": "Chi è il sindaco?",
}
LANGUAGES = sorted(BEFORE)


@pytest.fixture
def assistant(tmp_path, language):
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "harbour.txt").write_text(HARBOUR[language], encoding="utf-8")
    (folder / "whale.txt").write_text(WHALE[language], encoding="utf-8")
    with_store = Assistant.open(folder, store=tmp_path / "store", model="extract")
    yield with_store
    with_store.close()


def asked(assistant, before, question):
    return assistant.ask(question, [("user", before), ("assistant", "…")]).asked


@pytest.mark.parametrize("language", LANGUAGES)
def test_f15_the_name_stays_where_its_document_is_what_comes_nearest(assistant, language):
    assert "Lindholm" in asked(assistant, BEFORE[language], OF_IT[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_f15_a_question_about_something_else_is_asked_as_it_was_typed(assistant, language):
    assert asked(assistant, BEFORE[language], ELSEWHERE[language]) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_f15_a_name_that_no_document_has_is_not_carried_along(assistant, language):
    assert asked(assistant, NEVER_HEARD_OF[language], OF_IT[language]) is None


@pytest.mark.parametrize("language", ["en"])
def test_a_model_that_rewrote_it_is_believed(assistant, language):
    assistant.model = ScriptedChat(["How long is the whale of Lindholm?", "NOT_IN_DOCUMENTS"])
    assert "Lindholm" in asked(assistant, BEFORE[language], ELSEWHERE[language])


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "How long is the whale?"), ("fr", "Où est le musée en 2025 ?"),
        ("de", "Was kostet das Ticket?"), ("de", "was kostet die überfahrt?"),
        ("it", "Quanto costa il biglietto?"),
    ],
)  # fmt: skip
def test_these_name_a_thing_of_their_own(language, question):
    assert stands_alone(question, language)


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "And the whale?"), ("en", "How long is it?"), ("en", "How long?"),
        ("fr", "Et le musée ?"), ("fr", "Quand a-t-il ouvert le musée ?"),
        ("de", "Und der Wal?"), ("de", "Was kostet er?"), ("de", "Seit wann?"),
        ("it", "E la balena?"), ("it", "Quanti anni ha?"), ("it", "Chi guida questo museo?"),
    ],
)  # fmt: skip
def test_these_need_what_was_said_before(language, question):
    assert not stands_alone(question, language)
