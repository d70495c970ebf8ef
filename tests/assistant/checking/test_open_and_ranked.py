"""What is only possible or on a condition, one among the largest, and a sum over years."""

import pytest

from assistant import check

WRONG = [
    ("The council will close the pool.", "The council could close the pool if costs rise."),
    ("Die Gemeinde wird das Bad schließen.", "La commune pourrait fermer la piscine."),
    ("Le musée ouvrira en mai.", "Das Museum könnte im Mai öffnen."),
    ("The suspect robbed the shop.", "The suspect is accused of robbing the shop."),
    ("It is the oldest bridge in Italy.", "È uno dei ponti più antichi d'Italia."),
    ("Le plus grand lac du pays est ici.", "One of the largest lakes in the country is here."),
    ("Die Stadt ist die größte des Landes.", "La ville est la deuxième du pays."),
    ("The state pays 5 million euros a year.", "Der Staat zahlt 5 Millionen Euro über vier Jahre."),
]  # fmt: skip
TRUE = [
    ("The council might close the pool.", "The council could close the pool if costs rise."),
    ("Die Gemeinde könnte das Bad schließen.", "La commune pourrait fermer la piscine."),
    ("It is one of Italy's oldest bridges.", "È uno dei ponti più antichi d'Italia."),
    ("Une des plus vieilles églises est ici.", "Eine der ältesten Kirchen steht hier."),
    ("The state pays 5 million francs a year.", "Der Staat zahlt jedes Jahr 5 Millionen Franken."),
]


@pytest.mark.parametrize(("claim", "quote"), WRONG)
def test_what_is_open_or_behind_is_not_what_will_be_or_first(claim, quote):
    assert check(claim, [quote]).verdict != "supported"


@pytest.mark.parametrize(("claim", "quote"), TRUE)
def test_the_same_is_supported(claim, quote):
    assert check(claim, [quote]).verdict == "supported"
