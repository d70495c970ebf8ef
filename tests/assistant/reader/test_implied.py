"""A reason that is not called one stands beside the sentence that tells what happened."""

import pytest

from assistant.reader.reading import read
from assistant.reader.weights import shipped

ASKED = {
    "en": ("Why did the nurses at Wexley walk out?",
           "About 1,200 nurses at Wexley had walked out in January. "
           "They said that wards were short of staff.", "short of staff"),
    "fr": ("Pourquoi Quantis quitte-t-elle Lyon ?",
           "Quantis quitte Lyon pour Grenoble. La ville était devenue trop chère.", "trop chère"),
    "de": ("Warum wurde der Nachtzug Adler eingestellt?",
           "Der Nachtzug Adler war 2017 eingestellt worden. "
           "Es kamen zu wenige Fahrgäste.", "zu wenige"),
    "it": ("Perché il Teatro di Ferrano era stato chiuso?",
           "Il Teatro di Ferrano era stato chiuso nel 2016. "
           "Un incendio aveva distrutto il tetto.", "incendio"),
}  # fmt: skip


@pytest.mark.parametrize("language", ASKED)
def test_a_reason_in_the_next_sentence(language, passages, embed, vectors):
    question, text, reason = ASKED[language]
    found = passages(text, language=language)
    told = read(question, language, found, shipped(), embed, vectors)
    assert [line.text for line in told.quoted] == [text]
    assert reason in told.quoted[0].text


@pytest.mark.parametrize("language", ASKED)
def test_nothing_beside_it_that_could_be_one(language, passages, embed, vectors):
    question, text, _ = ASKED[language]
    alone = text.partition(". ")[0] + "."
    told = read(question, language, passages(alone, language=language), shipped(), embed, vectors)
    assert told.quoted == ()


def test_a_reason_that_is_called_one_comes_first(passages, embed, vectors):
    text = (
        "The theatre of Ferrano was shut in 2016. A fire had destroyed the roof. "
        "It was shut because the roof was gone."
    )
    told = read(
        "Why was the theatre of Ferrano shut?", "en", passages(text), shipped(), embed, vectors
    )
    assert told.quoted[0].text == "It was shut because the roof was gone."
