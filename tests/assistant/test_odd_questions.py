"""Text in a fifth language, and questions that are none: an honest answer, or what to do."""

import pytest

from assistant import Assistant, AssistantFault

TEXTS = {
    "puente.txt": "El puente de San Telmo fue construido en 1912 y costó 3 millones de pesetas. "
    "El alcalde Joaquín Herrera lo inauguró.",
    "lac.txt": "Le lac de Harlow est profond de 12 mètres, et son eau reste froide en été.",
    "harlow.txt": "The bridge of Harlow was opened in 1931. It cost 48,000 pounds.",
}
WHO = {
    "en": "Who is Joaquín Herrera?",
    "fr": "Qui est Joaquín Herrera ?",
    "de": "Wer ist Joaquín Herrera?",
    "it": "Chi è Joaquín Herrera?",
}
SOURCE = {
    "en": "A source is in a language that the built-in reader does not read",
    "fr": "Une source est dans une langue que le lecteur intégré ne lit pas",
    "de": "Eine Quelle ist in einer Sprache, die der eingebaute Leser nicht liest",
    "it": "Una fonte è in una lingua che il lettore incorporato non legge",
}
WHEN = {
    "en": "When was the bridge of San Telmo built?",
    "fr": "Quand le pont de San Telmo a-t-il été construit ?",
    "de": "Wann wurde die Brücke von San Telmo gebaut?",
    "it": "Quando fu costruito il ponte di San Telmo?",
}
NEAREST = {
    "en": "The nearest passage is in a language",
    "fr": "Le passage le plus proche est dans une langue",
    "de": "Die nächstliegende Stelle ist in einer Sprache",
    "it": "Il passo più vicino è in una lingua",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bridges")
    for file, text in TEXTS.items():
        (folder / file).write_text(text, encoding="utf-8")
    assistant = Assistant.open(folder, store=tmp_path_factory.mktemp("store"), model="extract")
    yield assistant
    assistant.close()


@pytest.mark.parametrize("language", WHO)
def test_B22_a_fifth_language_is_quoted_where_words_match_and_that_is_told(assistant, language):
    answer = assistant.ask(WHO[language])
    assert answer.citations[0].file == "puente.txt"
    assert any(note.startswith(SOURCE[language]) for note in answer.notes)


@pytest.mark.parametrize("language", WHEN)
def test_B22_where_the_nearest_cannot_be_read_the_refusal_does_not_blame_the_documents(
    assistant, language
):
    answer = assistant.ask(WHEN[language])
    if answer.declined:
        assert answer.nearest[0].file == "puente.txt"
        assert NEAREST[language] in answer.text
    else:
        assert "1912" in answer.text
        assert any(note.startswith(SOURCE[language]) for note in answer.notes)


def test_nothing_is_noted_where_all_sources_are_read(assistant):
    assert not assistant.ask("When was the bridge of Harlow opened?").notes


@pytest.mark.parametrize("question", ["bridge", "Harlow?", "1931", "48000 1931"])
def test_one_word_or_figure_finds_where_it_stands(assistant, question):
    assert assistant.ask(question).citations[0].file == "harlow.txt"


@pytest.mark.parametrize("question", ["77", "7 000 12.5", "xyzzyq", "?!", "…", "— «»", "。。。"])
def test_figures_words_and_signs_that_stand_nowhere_are_declined(assistant, question):
    answer = assistant.ask(question)
    assert answer.declined
    assert not answer.citations


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("", "The question is empty"),
        (" \n\t ", "The question is empty"),
        ("bridge " * 10_000, "at most 4,000 can be asked. Ask a shorter one"),
    ],
    ids=["empty", "blank", "10,000 words"],
)
def test_what_is_no_question_is_refused_with_what_to_do(assistant, question, told):
    with pytest.raises(AssistantFault, match=told):
        assistant.ask(question)
