"""The words of a question beside the words of sentences."""

import pytest

from assistant.reader.matching import Spoken, exact_matches


def test_a_term_meets_its_forms_in_its_own_language():
    found = exact_matches(["banks", "138"], "en", [{"bank", "#138"}, {"china"}])
    assert found.tolist() == [[1, 0], [1, 0]]


def test_a_name_is_said_together_or_not_at_all(vectors):
    apart = "The bank lends much money to traders from all over China."
    texts = ["Bank of China said no.", apart, "La Banque de Chine a dit non."]
    together = Spoken(["Bank", "China"], texts, vectors).together([0, 1])
    assert together[0] > 0.9
    assert together[1] < 0.5 < together[2]


def test_a_name_does_not_reach_over_the_end_of_a_sentence(vectors):
    together = Spoken(["Anna", "Keller"], ["I met Anna", "Keller was away"], vectors)
    assert together.together([0, 1]).max() < 0.9


@pytest.mark.parametrize(
    ("asked", "told"),
    [("America", "Les États-Unis sont loin."), ("Amerika", "Gli Stati Uniti sono lontani.")],
)
def test_the_names_of_one_country_meet(asked, told, vectors):
    assert Spoken([asked], [told], vectors).nearest() == 1.0
