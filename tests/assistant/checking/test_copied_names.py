"""A copied sentence with another name in the same place, what both do, and what states nothing."""

import pytest

from assistant import check

SLOTS = [
    ("Les modèles dépendent des processeurs américains de Nvidia.", "Nvidia", "Intel"),
    ("The chips were made by Nvidia for the whole market.", "Nvidia", "AMD"),
    ("Das Werk baut seit Jahren Motoren für BMW in Bayern.", "BMW", "VW"),
    ("La decisione è stata presa dalla FIFA dopo mesi.", "FIFA", "UEFA"),
    ("The report was written by the FBI in two weeks.", "FBI", "CIA"),
    ("Le texte a été adopté par l'ONU après un long débat.", "ONU", "OTAN"),
]


@pytest.mark.parametrize(("sentence", "right", "wrong"), SLOTS)
def test_another_name_in_the_same_place_is_contradicted(sentence, right, wrong):
    assert check(sentence, [sentence]).verdict == "supported"
    assert check(sentence.replace(right, wrong), [sentence]).verdict == "contradicted"


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("Putin met Xi Jinping on Monday.", "Putin traf Xi Jinping am Montag."),
        ("Xi Jinping met Putin in Beijing.", "Poutine a rencontré Xi Jinping à Pékin."),
        ("Putin ha incontrato Xi Jinping a Pechino.", "Xi Jinping met Putin in Beijing."),
    ],
)
def test_who_meets_somebody_is_met(claim, quote):
    assert check(claim, [quote]).verdict == "supported"


@pytest.mark.parametrize("claim", ["Non.", "Oui.", "Ja.", "Yes.", "1. fermée", "Sì."])
def test_what_states_nothing_is_never_supported(claim):
    quotes = ["Il y en a 640, soit 12,5 %. La route 1 est fermée. Non, la route n'est pas sûre."]
    support = check(claim, quotes, claim_language="fr", language="en")
    assert support.verdict == "unsupported"
    assert support.problems == ("there is no statement to check",)
