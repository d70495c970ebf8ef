"""*According to the union, how many jobs?*: the union must say it, and the rest is the question."""

import pytest

from assistant.reader.asked import understand
from assistant.reader.crediting import said_by
from assistant.reader.line import lines_of
from assistant.reader.reading import read
from assistant.reader.weights import shipped

ASKED = {
    "en": "According to {who}, how many jobs will the factory create?",
    "fr": "Selon {who}, combien d'emplois l'usine va-t-elle créer ?",
    "de": "Wie viele Arbeitsplätze schafft die Fabrik laut {who}?",
    "it": "Quanti posti di lavoro creerà la fabbrica, secondo {who}?",
}
UNION = {"en": "the union", "fr": "le syndicat", "de": "der Gewerkschaft", "it": "il sindacato"}
TOLD = {
    "en": "The factory in Welmouth will create 140 jobs, the union said. The mayor, Ida Moor, "
    "praised the plan. It was drawn up in March.",
    "fr": "L'usine de Welmouth créera 140 emplois, affirme le syndicat. La maire, Ida Moor, "
    "salue le projet. Il a été dressé en mars.",
    "de": "Laut der Gewerkschaft schafft die Fabrik in Welmouth 140 Arbeitsplätze. Die "
    "Bürgermeisterin, Ida Moor, lobt den Plan. Er wurde im März gefasst.",
    "it": "La fabbrica di Welmouth creerà 140 posti di lavoro, afferma il sindacato. La sindaca, "
    "Ida Moor, loda il progetto. È stato fatto a marzo.",
}


@pytest.mark.parametrize(
    ("language", "question", "source", "rest"),
    [
        ("en", "According to the treasurer, how much was spent?", "the treasurer",
         "How much was spent?"),
        ("en", "How much was spent, according to Ida Moor, in May?", "Ida Moor",
         "How much was spent, in May?"),
        ("fr", "Combien a été dépensé selon le maire ?", "le maire", "Combien a été dépensé?"),
        ("fr", "Selon la trésorière du club, Ida Moor, combien ont-ils dépensé ?",
         "la trésorière du club, Ida Moor", "Combien ont-ils dépensé?"),
        ("de", "Wie viel hat der Turm laut Ida Moor gekostet?", "Ida Moor",
         "Wie viel hat der Turm gekostet?"),
        ("de", "Der Polizei zufolge, wie viele kamen?", "Polizei", "Wie viele kamen?"),
        ("it", "Secondo la sindaca, quanto è costata la torre?", "la sindaca",
         "Quanto è costata la torre?"),
        ("it", "Quanto è costata la torre secondo Ida Moor?", "Ida Moor",
         "Quanto è costata la torre?"),
    ],
)  # fmt: skip
def test_the_source_is_taken_out_of_the_question(language, question, source, rest):
    asked = understand(question, language)
    assert (asked.source.text, asked.text) == (source, rest)


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "According to the article, who runs the mill?"),
        ("fr", "Selon le contrat, qui dirige le moulin ?"),
        ("de", "Wer leitet laut Geschäftsbericht die Mühle?"),
        ("it", "Secondo il testo, chi dirige il mulino?"),
        ("it", "Dove fu costruito il secondo forte?"),
        ("de", "Wie laut ist die Mühle?"),
    ],
)
def test_the_texts_themselves_and_other_words_are_no_source(language, question):
    assert not understand(question, language).source.words


@pytest.mark.parametrize("asked_in", ASKED)
@pytest.mark.parametrize("told_in", TOLD)
def test_whoever_says_it_is_told_in_any_language(asked_in, told_in, passages, vectors):
    asked = understand(ASKED[asked_in].format(who=UNION[asked_in]), asked_in)
    lines = lines_of(passages(TOLD[told_in], language=told_in))
    assert said_by(asked.source, lines, vectors)[0]


@pytest.mark.parametrize("language", ASKED)
def test_what_another_one_says_is_no_answer(language, passages, embed, vectors):
    shown = passages(TOLD[language], language=language)
    for who, answered in ((UNION[language], True), ("Ida Moor", False)):
        question = ASKED[language].format(who=who)
        reading = read(question, language, shown, shipped(), embed, vectors)
        assert bool(reading.quoted) is answered
        assert answered or (reading.lacking and reading.lacking.kind == "unsaid_by")


def test_the_one_who_is_called_by_an_office_says_it(passages, vectors):
    text = "The mayor of Welmouth, Ida Moor, was there. The mayor said 40 came. Ann Lee left."
    lines = lines_of(passages(text))
    for who, said in (("Ida Moor", True), ("Ann Lee", False)):
        source = understand(f"According to {who}, how many came?", "en").source
        assert said_by(source, lines, vectors)[1] == said
