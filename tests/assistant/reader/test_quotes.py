"""Which sentences are quoted, and in which order."""

from dataclasses import replace

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


def test_a_sentence_that_lacks_what_is_asked_for_is_not_quoted_beside_one_that_holds_it(line):
    opened = Scored(line("Le pont a été ouvert le 15 juin 2024."), 9.0, 0.5)
    mayor = Scored(line("Il sindaco ha aperto il ponte."), 8.8, 0.4, lacks=True)
    assert choose([opened, mayor], shipped()) == [opened]
    assert choose([opened, replace(mayor, lacks=False)], shipped())[0] == opened
    assert len(choose([opened, replace(mayor, lacks=False)], shipped())) == 2
    assert len(choose([replace(mayor, chance=0.5), mayor], shipped())) == 2


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
