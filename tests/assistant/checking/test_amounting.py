"""Figures that a quote's figures amount to are no contradiction, whatever they are said of."""

from __future__ import annotations

import pytest

from assistant import check

SURVEY = (
    "Half of the 1,200 tenants asked would stay, a third were against it, the rest left it open."
)
FINE = "Le bailleur doit 150 euros par jour de retard à la commune de Vaubrelle."
GUESTS = "Das Museum zählte 84 000 Gäste; rund 40 Prozent der Gäste kamen aus dem Ausland."
LEASE = "Il contratto ha una durata di quattro anni a decorrere dal 1° gennaio 2022."
TERM = "The court in Dunholt sentenced Ivo Marlow to two years and six months in prison."
MEETING = "La seduta, aperta alle 20.15 da Luca Ferretani, è stata chiusa alle 22.45."


@pytest.mark.parametrize(
    ("claim", "quote", "wrong"),
    [
        ("600 of the tenants asked would stay.", SURVEY, "750 of the tenants asked would stay."),
        ("About 33 per cent were against it.", SURVEY, "About 43 per cent were against it."),
        ("Ein Sechstel der Befragten liess es offen.", SURVEY, ""),
        ("Ein Drittel der befragten Mieter war dagegen.", SURVEY, ""),
        (
            "Dix jours de retard coûtent 1500 euros au bailleur.",
            FINE,
            "Dix jours de retard coûtent 1700 euros au bailleur.",
        ),
        (
            "Etwa 60 Prozent der Gäste kamen aus dem Inland.",
            GUESTS,
            "Etwa 70 Prozent der Gäste kamen aus dem Inland.",
        ),
        (
            "Il contratto dura fino al 31 dicembre 2025.",
            LEASE,
            "Il contratto dura fino al 31 dicembre 2026.",
        ),
        (
            "The scheme had been budgeted at 750,000 dollars.",
            "The scheme cost 1.5 million dollars, twice as much as budgeted.",
            "The scheme had been budgeted at 650,000 dollars.",
        ),
        (
            "17 of the 20 schools do not want to continue the scheme.",
            "Only 3 of the 20 schools in Lorwick want to continue the scheme.",
            "16 of the 20 schools do not want to continue the scheme.",
        ),
    ],
)
def test_what_figures_amount_to_is_no_contradiction(claim, quote, wrong):
    assert check(claim, [quote]).verdict != "contradicted"
    if wrong:
        assert check(wrong, [quote]).verdict == "contradicted"


@pytest.mark.parametrize(
    "claim",
    [
        "The court in Dunholt sentenced Ivo Marlow to two and a half years in prison.",
        "The court in Dunholt sentenced Ivo Marlow to 30 months in prison.",
        "Le tribunal de Dunholt a condamné Ivo Marlow à deux ans et demi de prison.",
        "Das Gericht in Dunholt verurteilte Ivo Marlow zu zweieinhalb Jahren Gefängnis.",
        "Il tribunale di Dunholt ha condannato Ivo Marlow a due anni e mezzo di prigione.",
    ],
)
def test_a_length_in_two_units_is_one_length(claim):
    assert check(claim, [TERM]).verdict == "supported"


@pytest.mark.parametrize(
    "claim",
    [
        "The court in Dunholt sentenced Ivo Marlow to three and a half years in prison.",
        "Le tribunal de Dunholt a condamné Ivo Marlow à 26 mois de prison.",
        "Das Gericht in Dunholt verurteilte Ivo Marlow zu dreieinhalb Jahren Gefängnis.",
        "Il tribunale di Dunholt ha condannato Ivo Marlow a tre anni e mezzo di prigione.",
    ],
)
def test_another_length_is_contradicted(claim):
    assert check(claim, [TERM]).verdict == "contradicted"


def test_a_claim_may_have_the_two_units():
    quote = "Il tribunale di Dunholt ha condannato Ivo Marlow a due anni e mezzo di prigione."
    claim = "Il tribunale di Dunholt ha condannato Ivo Marlow a due anni e sei mesi di prigione."
    assert check(claim, [quote]).verdict == "supported"
    wrong = claim.replace("sei mesi", "otto mesi")
    assert check(wrong, [quote]).verdict != "supported"


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("La seduta è durata due ore e mezza.", "contradicted"),
        ("Die Sitzung dauerte zweieinhalb Stunden.", "contradicted"),
    ],
)
def test_from_one_clock_time_to_the_next(claim, verdict):
    assert check(claim, [MEETING]).verdict != verdict


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        (
            "Le chiffre d'affaires de Norvane est passé de 480 millions d'euros en 2021 à 540"
            " millions en 2022.",
            "Revenue at Norvane rose from €480 million in 2021 to €540 million in 2022.",
        ),
        (
            "Milk production in Vaubrelle fell by 3.2 per cent to 412,000 tonnes.",
            "La production de lait a reculé de 3,2 % à Vaubrelle, à 412 000 tonnes.",
        ),
        (
            "Die Milchproduktion in Vaubrelle sank um 3,2 Prozent auf 412 000 Tonnen.",
            "La production de lait a reculé de 3,2 % à Vaubrelle, à 412 000 tonnes.",
        ),
        (
            "La produzione di latte a Vaubrelle è calata del 3,2 per cento a 412 000 tonnellate.",
            "La production de lait a reculé de 3,2 % à Vaubrelle, à 412 000 tonnes.",
        ),
    ],
)
def test_french_by_and_from(claim, quote):
    assert check(claim, [quote]).verdict == "supported"
