"""Names of two letters, and names that are written in Cyrillic, in the four languages."""

from __future__ import annotations

import pytest

from assistant import check
from assistant.facts.text.spelling import alike

CALLED = {
    "en": "{} has called India an ally.",
    "fr": "{} a qualifié l'Inde d'alliée.",
    "de": "{} hat Indien einen Verbündeten genannt.",
    "it": "{} ha definito l'India un'alleata.",
}


@pytest.mark.parametrize("quoted", CALLED)
@pytest.mark.parametrize("claimed", CALLED)
def test_a_name_of_two_letters_is_not_another_one(claimed: str, quoted: str) -> None:
    assert check(CALLED[claimed].format("Xi"), CALLED[quoted].format("Xi")).verdict == "supported"
    wrong = check(CALLED[claimed].format("Xi"), CALLED[quoted].format("Putin"))
    assert wrong.verdict != "supported"


def test_a_short_name_with_a_german_ending_is_the_same() -> None:
    quote = "Die Rede von Außenminister Ri war anders als im letzten Jahr."
    assert check("Ris Rede war anders als im letzten Jahr.", quote).verdict == "supported"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Wedjachin", "Vedyakhin", True),
        ("Wedjachin", "Vediakhine", True),
        ("Vediachin", "Vedyakhin", True),
        ("Wedjachin", "Sedyakov", False),
        ("Chodorkow", "Khodorkov", True),
    ],
)
def test_names_from_cyrillic_meet(one: str, other: str, same: bool) -> None:
    assert alike(one, other) is same
