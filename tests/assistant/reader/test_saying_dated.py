"""The year in which somebody said something is not the year of another deed of theirs."""

import pytest

from assistant.reader.reading import read
from assistant.reader.weights import shipped

SAID = {
    "en": "Chips are hard to replace, said the director of Nardo Ida Holm in 2023.",
    "fr": "Les puces sont difficiles à remplacer, a déclaré la directrice de Nardo Ida Holm en "
    "2023.",
    "de": "Chips sind schwer zu ersetzen, sagte die Direktorin von Nardo Ida Holm im Jahr 2023.",
    "it": "I chip sono difficili da sostituire, ha affermato la direttrice di Nardo Ida Holm nel "
    "2023.",
}
BECAME = {
    "en": "Ida Holm became director of Nardo in 2023, the harbour said.",
    "fr": "Ida Holm est devenue directrice de Nardo en 2023, a déclaré le port.",
    "de": "Ida Holm wurde im Jahr 2023 zur Direktorin von Nardo ernannt, sagte der Hafen.",
    "it": "Ida Holm è diventata direttrice di Nardo nel 2023, ha detto il porto.",
}
WHEN = {
    "en": "When did Ida Holm become director?",
    "fr": "Quand Ida Holm est-elle devenue directrice ?",
    "de": "Wann wurde Ida Holm zur Direktorin ernannt?",
    "it": "Quando è diventata direttrice Ida Holm?",
}


@pytest.mark.parametrize("told_in", SAID)
@pytest.mark.parametrize("asked_in", WHEN)
def test_the_year_of_a_saying_is_no_short_answer(asked_in, told_in, passages, embed, vectors):
    shown = passages(SAID[told_in], language=told_in)
    assert read(WHEN[asked_in], asked_in, shown, shipped(), embed, vectors).short == ""


@pytest.mark.parametrize("language", WHEN)
def test_the_year_of_the_deed_is_one(language, passages, embed, vectors):
    shown = passages(BECAME[language], language=language)
    reading = read(WHEN[language], language, shown, shipped(), embed, vectors)
    assert "2023" in reading.short
