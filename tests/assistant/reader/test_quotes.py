"""Which sentences are quoted, and in which order."""

from dataclasses import replace

import pytest

from assistant.reader.reading import read
from assistant.reader.select import Scored, choose
from assistant.reader.weights import shipped


def quoted(question, language, text, passages, embed, vectors):
    return [
        line.text
        for line in read(question, language, passages(text), shipped(), embed, vectors).quoted
    ]


def test_who_leads_is_read_where_an_office_is_told(passages, embed, vectors):
    text = (
        "The museum of Halden showed a painting by Aurel Santis to the public on Tuesday. "
        "The director, Anne Kellner, knew it by a tear in the corner."
    )
    for question, language in (
        ("Who is in charge of the museum of Halden?", "en"),
        ("Qui dirige le musée de Halden ?", "fr"),
        ("Wer leitet das Museum von Halden?", "de"),
        ("Chi dirige il museo di Halden?", "it"),
    ):
        found = quoted(question, language, text, passages, embed, vectors)
        assert any("Anne Kellner" in line for line in found)


BRIDGE = (
    "Le pont des Tanneurs, à Montval, a rouvert lundi à la circulation. "
    "Les travaux ont duré deux ans et quatre mois. "
    "« Enfin », a dit la maire, Claire Dubois. Elle a coupé le ruban avec les enfants de l'école."
)


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Who is the mayor of Montval?", "en"),
        ("Qui est la maire de Montval ?", "fr"),
        ("Wer ist die Bürgermeisterin von Montval?", "de"),
        ("Chi è il sindaco di Montval?", "it"),
    ],
)
def test_whose_mayor_she_is_may_stand_in_the_head_of_the_article(
    question, language, passages, embed, vectors
):
    found = quoted(question, language, BRIDGE, passages, embed, vectors)
    assert "Claire Dubois" in found[0]


def test_a_mayor_of_another_town_than_the_one_of_the_article_is_none(passages, embed, vectors):
    question = "Who is the mayor of Karsund?"
    assert not quoted(question, "en", BRIDGE, passages, embed, vectors)


def test_a_sentence_that_lacks_what_is_asked_for_is_not_quoted_beside_one_that_holds_it(line):
    opened = Scored(line("Le pont a été ouvert le 15 juin 2024."), 9.0, 0.5)
    mayor = Scored(line("Il sindaco ha aperto il ponte."), 8.8, 0.4, lacks=True)
    assert choose([opened, mayor], shipped()) == [opened]
    assert choose([opened, replace(mayor, lacks=False)], shipped())[0] == opened
    assert len(choose([opened, replace(mayor, lacks=False)], shipped())) == 2
    porta = Scored(line("Il sindaco ha aperto la porta."), 8.9, 0.5, lacks=True)
    assert len(choose([porta, mayor], shipped())) == 2


@pytest.mark.parametrize(
    "text",
    ["The bridge cost 12 million.", "Le pont a coûté 12 millions.", "Die Brücke kostete 12.",
     "Il ponte è costato 12 milioni."],
)  # fmt: skip
def test_c23_the_same_words_of_one_story_are_quoted_once(line, text):
    def of(file, story):
        first = line(text)
        hit = replace(first.passage.hit, file=file, story=story)
        return replace(first, passage=replace(first.passage, hit=hit))

    mine, copy, other = of("a.txt", "a.txt"), of("copy.txt", "a.txt"), of("b.txt", "b.txt")
    said = [Scored(mine, 9.0, 0.4), Scored(copy, 9.0, 0.4)]
    assert [held.line for held in choose(said, shipped())] == [mine]
    assert [held.line for held in choose([said[0], Scored(other, 9.0, 0.4)], shipped())] == [
        mine,
        other,
    ]


def test_who_wrote_it_opens_no_answer_where_no_author_is_told(passages, embed, vectors):
    told = "The story of the bridge was written by Anna Keller on Monday."
    other = "Anna Keller saw the bridge in the story on Monday."
    for text, short in ((told, "Anna Keller"), (other, "")):
        reading = read(
            "Wer schrieb die Geschichte der Brücke?",
            "de",
            passages(text),
            shipped(),
            embed,
            vectors,
        )
        assert [line.text for line in reading.quoted] == [text]
        assert reading.short == short


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Why was the railway between Halden and Milan closed?", "en"),
        ("Pourquoi la ligne entre Halden et Milan a-t-elle été fermée ?", "fr"),
        ("Warum wurde die Bahn zwischen Halden und Mailand geschlossen?", "de"),
        ("Perché la ferrovia tra Halden e Milano è stata chiusa?", "it"),
    ],
)
def test_a_reason_for_what_is_asked_goes_before_the_head_of_the_document(
    question, language, passages, embed, vectors
):
    closed = "The line was closed in 2011 because there were hardly any passengers."
    text = f"From 15 December a night railway runs between Halden and Milan. {closed}"
    reading = read(question, language, passages(text), shipped(), embed, vectors)
    assert reading.quoted[0].text == closed


def test_a_reason_for_something_else_answers_nothing(passages, embed, vectors):
    text = (
        "A night railway between Halden and Milan was opened on 15 December. "
        "Bread is dear in Halden and Milan because of the harvest."
    )
    asked = "Why was the railway between Halden and Milan closed?"
    assert not read(asked, "en", passages(text), shipped(), embed, vectors).quoted
