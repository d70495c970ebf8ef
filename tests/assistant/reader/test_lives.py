"""A birth that a sentence tells is of the one named before it, and of no other."""

import pytest

from assistant.reader.asked import understand
from assistant.reader.lives import of_another_life

TOLD = {
    "en": "Between Ida Keller, born in Karsund on 4 March 1959, and the firm, led by Ewan Rae.",
    "fr": "Entre Ida Keller, née à Karsund le 4 mars 1959, et la société, dirigée par Ewan Rae.",
    "de": "Zwischen Ida Keller, geboren am 4. März 1959, und der Firma, geleitet von Ewan Rae.",
    "it": "Tra Ida Keller, nata a Karsund il 4 marzo 1959, e la ditta, diretta da Ewan Rae.",
}
ASKED = {
    "en": "When was {who} born?",
    "fr": "Quand {who} est-elle née ?",
    "de": "Wann wurde {who} geboren?",
    "it": "Quando è nata {who}?",
}


@pytest.mark.parametrize("asked_in", ASKED)
@pytest.mark.parametrize("told_in", TOLD)
def test_whose_birth_it_is(asked_in, told_in, line):
    told = line(TOLD[told_in], language=told_in)
    for who, other in (("Ida Keller", False), ("Ewan Rae", True)):
        asked = understand(ASKED[asked_in].format(who=who), asked_in)
        assert of_another_life(asked, told) is other


def test_a_sentence_that_names_nobody_goes_on_about_somebody(line):
    asked = understand("When was Ewan Rae born?", "en")
    assert not of_another_life(asked, line("He was born in 1968."))
