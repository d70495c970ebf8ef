"""What a line tells is of the thing asked about, or answers nothing."""

import pytest

from assistant.reader.asked import understand
from assistant.reader.belonging import belongs, contrasted
from assistant.reader.lines import page
from assistant.reader.reading import read
from assistant.reader.weights import shipped

HARBOUR = (
    "Lindholm opened its new harbour on Monday. The works cost 48 million euros. "
    "The museum beside the water opens again in autumn. The harbour pier is 412 metres long."
)
HAFEN = (
    "Lindholm hat am Montag seinen neuen Hafen eröffnet. Der Bau kostete 48 Millionen Euro. "
    "Das Museum am Wasser öffnet im Herbst. Das neue Becken des Hafens ist 14 Meter tief."
)


def answered(question, language, text, written_in, passages, embed, vectors):
    found = passages(text, language=written_in)
    return read(question, language, found, shipped(), embed, vectors)


@pytest.mark.parametrize(
    ("language", "question", "text", "written_in"),
    [
        ("en", "How much did the museum of Lindholm cost?", HARBOUR, "en"),
        ("fr", "Combien a coûté le musée de Lindholm ?", HARBOUR, "en"),
        ("de", "Wie viel hat das Museum in Lindholm gekostet?", HAFEN, "de"),
        ("it", "Quanto è costato il museo di Lindholm?", HAFEN, "de"),
    ],
)
def test_a_sum_of_another_thing_is_no_answer(
    language, question, text, written_in, passages, embed, vectors
):
    told = answered(question, language, text, written_in, passages, embed, vectors)
    assert told.quoted == ()
    assert told.lacking is not None
    assert told.lacking.kind == "thing"


def test_the_sum_of_the_thing_itself_is_one(passages, embed, vectors):
    told = answered(
        "Was hat der neue Hafen von Lindholm gekostet?", "de", HAFEN, "de", passages, embed, vectors
    )
    assert told.short == "48 Millionen Euro"


@pytest.mark.parametrize(
    ("language", "question", "said", "against"),
    [
        ("en", "How deep is the old harbour?", "The new basin is 14 m deep.", True),
        ("de", "Wie tief ist der alte Hafen?", "Das neue Becken ist 14 Meter tief.", True),
        ("fr", "Où est l'ancien musée ?", "Le nouveau musée est à Lyon.", True),
        ("it", "Quanto costa il vecchio ponte?", "Il nuovo ponte costa 3 milioni.", True),
        ("en", "How old is the director?", "The new director, 43, is from Modena.", False),
        ("de", "Wie tief ist der alte Hafen?", "Der alte Hafen weicht dem neuen.", False),
    ],
)
def test_the_new_one_is_not_the_old_one(language, question, said, against, line):
    asked = understand(question, language)
    assert contrasted(asked, line(said, language=language)) is against


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "When was the Marien bridge built?"),
        ("fr", "Quand le pont Marien a-t-il été construit ?"),
        ("de", "Wann wurde die Marien-Brücke gebaut?"),
        ("it", "Quando fu costruito il ponte Marien?"),
    ],
)
def test_a_day_is_of_the_deed_that_is_asked_about(language, question, passages, embed, vectors):
    text = "The Marien bridge stays shut until May 2026. The bridge was built in 1964."
    asked = understand(question, language)
    seen = page(asked, passages(text), embed, vectors)
    assert belongs(asked, seen).tolist() == [False, True]


@pytest.mark.parametrize(
    ("language", "question", "text", "declined"),
    [
        ("en", "How old is Grace Whitcombe?",
         "Grace Whitcombe, who has worked as a nurse for thirty years, called it a step.", True),
        ("fr", "Quel âge a Chantal Perrin ?",
         "Chantal Perrin élève des vaches depuis trente ans.", True),
        ("de", "Wie alt ist Ralf Dietmann?", "Ralf Dietmann leitet seit zwölf Jahren das Amt.",
         True),
        ("it", "Quanti anni ha Marta Ruffini?", "Marta Ruffini è sindaca da nove anni.", True),
        ("it", "Quanti anni ha Caterina Salvi?",
         "La direttrice è Caterina Salvi, 43 anni, che viene da Modena.", False),
        ("de", "Wie hoch ist die Marienbrücke?", "Die Marienbrücke ist 412 Meter lang.", True),
        ("de", "Wie lang ist die Marienbrücke?", "Die Marienbrücke ist 412 Meter lang.", False),
    ],
)  # fmt: skip
def test_a_time_that_passed_is_no_age_and_a_length_no_height(
    language, question, text, declined, passages, embed, vectors
):
    told = answered(question, language, text, language, passages, embed, vectors)
    assert (told.quoted == ()) is declined


def test_a_share_of_a_sum_is_the_sum_asked_for(passages, embed, vectors):
    text = (
        "I lavori del teatro sono costati 11,6 milioni di euro: 7 milioni li ha messi la Regione."
    )
    told = answered(
        "Quanto ha messo la Regione per il teatro?", "it", text, "it", passages, embed, vectors
    )
    assert told.short in ("", "7 milioni")
    assert told.quoted
