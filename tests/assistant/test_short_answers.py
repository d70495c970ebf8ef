"""A short answer on a line of its own stays a sentence of its own, in each language."""

import pytest

from assistant import Assistant

ASKED = {
    "en": ("The fountain was built in 1912. Many people like it.", "When was the fountain built?"),
    "fr": (
        "La fontaine fut construite en 1912. On l'aime.",
        "Quand la fontaine fut-elle construite ?",
    ),
    "de": ("Der Brunnen wurde 1912 gebaut. Viele mögen ihn.", "Wann wurde der Brunnen gebaut?"),
    "it": ("La fontana fu costruita nel 1912. Piace a molti.", "Quando fu costruita la fontana?"),
}


@pytest.mark.parametrize("language", ASKED)
def test_a_year_is_answered_from_a_folder_of_one_file(tmp_path, language):
    text, question = ASKED[language]
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "fountain.txt").write_text(text + "\n", encoding="utf-8")
    assistant = Assistant.open(folder, store=tmp_path / "store", model="extract")
    answer = assistant.ask(question)
    assistant.close()
    assert not answer.declined
    assert "1912" in answer.statements[0].text
    assert all(statement.support.verdict == "supported" for statement in answer.statements)


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        ("Beste Werferin war Lena Vogt mit elf Toren. 2.300 Zuschauer sahen das Spiel.",
         "Wie viele Tore warf Lena Vogt?", "11."),
        ("Lena Vogt warf das Siegtor\n3. Mai 2025\n\nDas Spiel gewann Lena Vogt mit 11 Toren.",
         "Wie viele Tore warf Lena Vogt?", "11."),
    ],
)  # fmt: skip
def test_a_short_answer_has_the_place_it_was_read_from(tmp_path, text, question, short):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.txt").write_text(text + "\n", encoding="utf-8")
    assistant = Assistant.open(tmp_path / "docs", store=tmp_path / "store", model="extract")
    answer = assistant.ask(question)
    assistant.close()
    first, quoted, *_ = answer.statements
    assert first.text == short
    assert first.citations == quoted.citations


SINCE = [
    ("en", "Olga Berg heads the bank and launched its card in 2019."),
    ("fr", "Olga Berg dirige la banque et a lancé sa carte en 2019."),
    ("de", "Olga Berg leitet die Bank und brachte 2019 deren Karte heraus."),
    ("it", "Olga Berg guida la banca e ha lanciato la carta nel 2019."),
]
ASKS = {
    "en": "Since when has Olga Berg headed the bank?",
    "fr": "Depuis quand Olga Berg dirige-t-elle la banque ?",
    "de": "Seit wann leitet Olga Berg die Bank?",
    "it": "Da quando Olga Berg guida la banca?",
}
HEADS_SINCE = {
    "en": "Olga Berg has headed the bank since 2019.",
    "fr": "Olga Berg dirige la banque depuis 2019.",
    "de": "Olga Berg leitet die Bank seit 2019.",
    "it": "Olga Berg guida la banca dal 2019.",
}


def _shortly(tmp_path, text, question):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.txt").write_text(f"{text}\n", encoding="utf-8")
    assistant = Assistant.open(tmp_path / "docs", store=tmp_path / "store", model="extract")
    answer = assistant.ask(question)
    assistant.close()
    return answer.text


@pytest.mark.parametrize("language", ASKS)
def test_since_when_is_answered_by_a_day_since_which(tmp_path, language):
    assert _shortly(tmp_path, HEADS_SINCE[language], ASKS[language]).startswith("2019")


@pytest.mark.parametrize(("language", "text"), SINCE)
def test_since_when_is_not_answered_by_the_day_of_another_deed(tmp_path, language, text):
    assert not _shortly(tmp_path, text, ASKS[language]).startswith("2019")


OF_ANOTHER_CLAUSE = [
    (
        "The plant of Brenne, which closed in 2018, reopened on 6 May 2024.",
        "When did the plant of Brenne reopen?",
        "2018",
    ),
    (
        "L'usine de Varenne, fermée en 2016, a rouvert le 6 mai 2021.",
        "Quand l'usine de Varenne a-t-elle rouvert ?",
        "2016",
    ),
    (
        "Robert Haas, who was born in Graz in 1950, died in Vienna in 2019.",
        "When did Robert Haas die?",
        "1950",
    ),
    (
        "Alder Bank, which had no office in Norway, opened a branch in Oslo on Monday.",
        "Where did Alder Bank open a branch?",
        "Norway",
    ),
]


@pytest.mark.parametrize(("text", "question", "other"), OF_ANOTHER_CLAUSE)
def test_a_day_or_place_of_another_clause_is_no_short_answer(tmp_path, text, question, other):
    said = _shortly(tmp_path, f"{text} It is known far and wide.", question)
    assert not said.startswith(other)


@pytest.mark.parametrize(
    "question", ["When does the exhibition in Melk begin?", "Quand finit l'exposition de Melk ?"]
)
def test_a_german_day_is_quoted_whole_in_other_languages(tmp_path, question):
    text = "Die Ausstellung in Melk läuft vom 14. April bis zum 2. Juli. Der Eintritt ist frei."
    assert "vom 14. April bis zum 2. Juli." in _shortly(tmp_path, text, question)
