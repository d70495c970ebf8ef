"""Which one of a kind is asked for: the most, the first, the second."""

import pytest

from assistant.reader.asked import understand
from assistant.reader.which import extremes, untold_rank


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
