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
