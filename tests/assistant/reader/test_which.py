"""Which one of a kind is asked for: the most, the first, the second."""

import pytest

from assistant.reader.asked import understand
from assistant.reader.which import extremes, other_year, untold_most, untold_rank


@pytest.mark.parametrize(
    ("question", "language", "text", "written_in", "told"),
    [
        ("What is the largest country?", "en", "Russia is the largest country.", "en", True),
        ("What is the largest country?", "en", "Of all countries it is the largest.", "en", True),
        ("What is the largest country?", "en", "It is the largest threat to Russia.", "en", False),
        ("Quel est le plus grand pays ?", "fr", "Russland ist das größte Land.", "de", True),
        ("Was ist das größte Land?", "de", "C'est la plus grande menace.", "fr", False),
        ("Qual è il paese più grande?", "it", "The country is large.", "en", False),
        ("Wer kam zuletzt?", "de", "Anna kam als letzte.", "de", True),
        ("Qual è un grande paese?", "it", "The country is large.", "en", True),
    ],
)
def test_what_is_the_largest_must_be_what_was_asked_for(
    question, language, text, written_in, told, line, vectors
):
    found = extremes(understand(question, language), [line(text, written_in)], vectors)
    assert found.tolist() == [told]


@pytest.mark.parametrize(
    ("question", "language", "text", "written_in", "untold"),
    [
        ("What is the largest country?", "en", "C'est la plus grande menace.", "fr", "country"),
        ("Was ist das größte Land?", "de", "Die größte Bank des Landes ist hier.", "de", "Land"),
        ("Quel est le plus grand pays ?", "fr", "Russland ist das größte Land.", "de", ""),
        ("Qual è il paese più grande?", "it", "Of all countries it is the largest.", "en", ""),
        ("Qual è la città più antica?", "it", "The city is old.", "en", "città"),
        ("Wer ist der älteste Spieler?", "de", "Il est le joueur le plus âgé.", "fr", ""),
        ("What was the first problem?", "en", "It was plagued by problems.", "en", ""),
        ("How many people live in the largest city?", "en", "Many people live here.", "en", ""),
    ],
)
def test_the_largest_of_a_kind_that_nobody_tells_of(
    question, language, text, written_in, untold, line, vectors
):
    asked = understand(question, language)
    assert untold_most(asked, [line(text, written_in)], vectors) == untold


@pytest.mark.parametrize(
    ("question", "language", "text", "written_in", "untold"),
    [
        ("Wer wurde Zweiter?", "de", "Anna Keller won the prize.", "en", "Zweiter"),
        ("Who won the second prize?", "en", "Le 2e prix est allé à Luc.", "fr", ""),
        ("Qui a fini troisième ?", "fr", "Anna ist die Dritte.", "de", ""),
        ("Qui a fini troisième ?", "fr", "Anna ist die Zweite.", "de", "troisième"),
        ("Chi vinse la seconda guerra mondiale?", "it", "World War II was won.", "en", ""),
        ("How many litres flow per second?", "en", "The river is deep.", "en", ""),
        ("Who was the first?", "en", "Anna Keller won the prize.", "en", ""),
        ("Secondo Lutero, chi ci giustifica?", "it", "Lutero lo disse.", "it", ""),
    ],
)
def test_a_rank_that_nobody_tells_of(question, language, text, written_in, untold, line):
    assert untold_rank(understand(question, language), [line(text, written_in)]) == untold


@pytest.mark.parametrize(
    ("question", "language", "told", "before", "year"),
    [
        ("Quanti visitatori ebbe nel 2022?", "it", "Nel 2021 ebbe 86 000 visitatori.", "", "2022"),
        ("Wie viele Besucher kamen 2021?", "de", "Nel 2021 ebbe 86 000 visitatori.", "", ""),
        ("How many came in 2022?", "en", "Il y a eu 86 000 visiteurs.", "", ""),
        ("How many came in 2022?", "en", "Before, in 2021, 500 came.", "In 2022, 400 came.", ""),
        ("Combien en 2022 ?", "fr", "From 2020 to 2024 it was 12 a year.", "", ""),
        ("Combien en 2022 ?", "fr", "It cost 2,021 euros.", "", ""),
        ("Combien de visiteurs ?", "fr", "In 2021 it was 12.", "", ""),
    ],
)
def test_what_is_told_of_another_year(question, language, told, before, year):
    assert other_year(understand(question, language), told, before) == year
