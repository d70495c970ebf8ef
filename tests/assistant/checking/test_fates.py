"""How many died and how many were injured: a second number whose noun is left out has its own."""

from __future__ import annotations

from itertools import product

import pytest

from assistant import check
from assistant.checking.fates import fated
from assistant.checking.figured import figured
from assistant.facts import Language

BARE = {
    "en": "Two people died and seven were injured in the accident.",
    "fr": "Deux personnes sont mortes et sept ont été blessées dans l'accident.",
    "de": "Bei dem Unfall starben zwei Menschen, sieben wurden verletzt.",
    "it": "Due persone sono morte e sette sono rimaste ferite nell'incidente.",
}
OTHERS = {
    "en": "Two people were killed in the accident and seven others were injured.",
    "fr": "Deux personnes ont été tuées dans l'accident et sept autres ont été blessées.",
    "de": "Bei dem Unfall starben zwei Menschen, sieben weitere wurden verletzt.",
    "it": "Due persone sono morte nell'incidente e altre sette sono rimaste ferite.",
}
SEVEN_INJURED = {
    "en": "Seven people were injured.",
    "fr": "Sept personnes ont été blessées.",
    "de": "Sieben Menschen wurden verletzt.",
    "it": "Sette persone sono rimaste ferite.",
}
TWO_INJURED = {
    "en": "Two people were injured.",
    "fr": "Deux personnes ont été blessées.",
    "de": "Zwei Menschen wurden verletzt.",
    "it": "Due persone sono rimaste ferite.",
}
TWO_DIED = {
    "en": "Two people died.",
    "fr": "Deux personnes sont mortes.",
    "de": "Zwei Menschen starben.",
    "it": "Due persone sono morte.",
}
SEVEN_DIED = {
    "en": "Seven people died.",
    "fr": "Sept personnes sont mortes.",
    "de": "Sieben Menschen starben.",
    "it": "Sette persone sono morte.",
}


@pytest.mark.parametrize("quotes", [BARE, OTHERS], ids=["bare", "others"])
@pytest.mark.parametrize(("claimed", "quoted"), [*product(BARE, BARE)])
def test_each_number_has_its_own_fate(quotes: dict[str, str], claimed: str, quoted: str) -> None:
    for claims in (SEVEN_INJURED, TWO_DIED):
        assert check(claims[claimed], quotes[quoted]).verdict == "supported"
    for claims in (TWO_INJURED, SEVEN_DIED):
        assert check(claims[claimed], quotes[quoted]).verdict != "supported"


FLOOD = {
    "en": "The flood killed 12 people, injured 37 and left five missing.",
    "fr": "L'inondation a tué 12 personnes, en a blessé 37 et cinq sont portées disparues.",
    "de": "Bei der Flut starben zwölf Menschen, 37 wurden verletzt und fünf werden vermisst.",
    "it": "L'alluvione ha ucciso 12 persone, ne ha ferite 37 e cinque risultano disperse.",
}


@pytest.mark.parametrize("quote", [*FLOOD.values()], ids=[*FLOOD])
@pytest.mark.parametrize(
    ("five", "many"),
    [
        ("Five people are missing.", "37 people are missing."),
        ("Cinq personnes sont portées disparues.", "37 personnes sont portées disparues."),
        ("Fünf Menschen werden vermisst.", "37 Menschen werden vermisst."),
        ("Cinque persone risultano disperse.", "37 persone risultano disperse."),
    ],
)
def test_three_numbers_with_one_noun(five: str, many: str, quote: str) -> None:
    assert check(five, quote).verdict == "supported"
    assert check(many, quote).verdict != "supported"


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("Seven children were injured.", BARE["en"]),
        ("Seven people were injured.", "Two people died and seven dogs were injured."),
        ("Sieben Menschen wurden verletzt.", "Zwei Hunde starben, sieben wurden verletzt."),
        ("Seven people were injured in Lyon.", "In Lyon two died, in Paris seven were injured."),
        (
            "In Graz wurden sieben Menschen verletzt.",
            "In Graz starben zwei Menschen, in Linz wurden sieben verletzt.",
        ),
        (
            "Sette persone sono rimaste ferite a Bari.",
            "Due persone sono morte a Bari e sette sono rimaste ferite a Trento.",
        ),
        (
            "Six personnes ont été secourues.",
            "Six personnes se sont noyées et quatre ont été secourues.",
        ),
    ],
)
def test_the_noun_and_the_place_still_count(claim: str, quote: str) -> None:
    assert check(claim, quote).verdict != "supported"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Police arrested seven men, three of them for killing a guard.", "en"),
        ("La police a arrêté sept hommes, dont trois blessés.", "fr"),
        ("Die Polizei nahm sieben Männer fest, drei davon verletzt.", "de"),
        ("La polizia ha arrestato sette uomini, tre di loro feriti.", "it"),
    ],
)
def test_a_part_of_the_first_number_is_no_second_one(text: str, language: Language) -> None:
    values = [one.fact.value for one in fated(figured(text, language, None))]
    assert 3 not in values


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Seven people were killed or injured.", "en"),
        ("Sept personnes ont été tuées ou blessées.", "fr"),
        ("Sieben Menschen wurden getötet oder verletzt.", "de"),
        ("Sette persone sono state uccise o ferite.", "it"),
    ],
)
def test_two_fates_of_one_number_decide_nothing(text: str, language: Language) -> None:
    assert fated(figured(text, language, None)) == ()
