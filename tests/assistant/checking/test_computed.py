"""Figures that a claim computes from two of its quote, and matches told from the other side."""

from __future__ import annotations

import pytest
from by_hand import HALF, TRUE, WRONG, rows, supported

from assistant import check

ROWS = rows("paraphrases.tsv")

COMPUTED = [
    ("en", "en", "Unemployment fell from 7.9 to 6.4 percent.",
     "Unemployment fell by 1.5 percentage points.", "Unemployment fell by 2.5 percentage points."),
    ("fr", "fr", "Le taux d'inflation est passé de 7,9 % à 6,4 % en un an.",
     "Le taux d'inflation a reculé de 1,5 point.", "Le taux d'inflation a augmenté de 1,5 point."),
    ("de", "de", "Die Zahl der Schüler stieg von 400 auf 500.",
     "Die Zahl der Schüler stieg um 25 Prozent.", "Die Zahl der Schüler stieg um 20 Prozent."),
    ("it", "it", "Il prezzo del pane è passato da 3,60 a 4,00 euro.",
     "Il prezzo del pane è aumentato di 40 centesimi.",
     "Il prezzo del pane è diminuito di 40 centesimi."),
    ("fr", "it", "Il viaggio dura 55 minuti; prima ne occorrevano 75.",
     "Le voyage dure vingt minutes de moins.", "Le voyage dure vingt minutes de plus."),
    ("en", "de", "Die Zahl der Busse stieg von 12 auf 24.",
     "The number of buses doubled.", "The number of buses halved."),
    ("de", "en", "The number of beds rose from 40 to 120.",
     "Die Zahl der Betten hat sich verdreifacht.", "Die Zahl der Betten hat sich verdoppelt."),
    ("it", "fr", "Le nombre d'accidents est passé de 80 à 40.",
     "Il numero di incidenti si è dimezzato.", "Il numero di incidenti è triplicato."),
    ("en", "en", "Thirty of the 120 seats in the hall were empty.",
     "A quarter of the seats in the hall were empty.",
     "A third of the seats in the hall were empty."),
    ("fr", "fr", "Sur les 200 arbres du parc, 50 ont été abattus.",
     "25 % des arbres du parc ont été abattus.", "35 % des arbres du parc ont été abattus."),
    ("de", "fr", "La course a réuni 120 femmes et 80 hommes.",
     "Am Rennen waren insgesamt 200 Frauen und Männer.",
     "Am Rennen waren insgesamt 300 Frauen und Männer."),
]  # fmt: skip
"""Languages of claim and quote, a quote, what can be computed from it, what cannot."""

MATCHES = [
    ("en", "en", "Rovers beat Kelton Town 2-1.", "Kelton Town lost 1-2 to Rovers.",
     "Rovers lost 1-2 to Kelton Town."),
    ("it", "de", "Seebach gewann am Samstag beim Tabellenletzten Rotenfels mit 2:1.",
     "Il Rotenfels ha perso in casa contro il Seebach per 1-2.",
     "Il Rotenfels ha vinto in casa contro il Seebach per 2-1."),
    ("de", "de", "Lindau-Süd musste sich mit 2:4 gegen Hambrücken geschlagen geben.",
     "Hambrücken setzte sich gegen Lindau-Süd mit 4:2 durch.",
     "Lindau-Süd setzte sich gegen Hambrücken mit 4:2 durch."),
    ("fr", "it", "Il Valdora ha battuto il Monteverde per 4-2.",
     "Monteverde s'est incliné 2-4 contre Valdora.",
     "Valdora s'est incliné 2-4 contre Monteverde."),
]  # fmt: skip


def verdict(claim: str, spoken: str, quote: str, tongue: str) -> str:
    return check(claim, [quote], claim_language=spoken, quote_languages=[tongue]).verdict


@pytest.mark.parametrize(("spoken", "tongue", "quote", "true", "wrong"), COMPUTED)
def test_what_can_be_computed_is_supported_and_says_so(spoken, tongue, quote, true, wrong):
    support = check(true, [quote], claim_language=spoken, quote_languages=[tongue])
    assert support.verdict == "supported", support.problems
    told = {"en": "computed", "fr": "calculé", "de": "berechnet", "it": "calcolato"}[spoken]
    assert any(problem.startswith(told) for problem in support.problems)
    assert verdict(wrong, spoken, quote, tongue) != "supported"


@pytest.mark.parametrize(("spoken", "tongue", "quote", "true", "wrong"), MATCHES)
def test_a_match_may_be_told_from_the_other_side(spoken, tongue, quote, true, wrong):
    assert verdict(true, spoken, quote, tongue) == "supported"
    assert verdict(wrong, spoken, quote, tongue) == "contradicted"


def test_one_of_two_changes_is_not_taken_for_the_other():
    quote = "Rents rose from 10 to 12 percent and wages from 20 to 25 percent."
    assert verdict("Wages rose by 2 percentage points.", "en", quote, "en") != "supported"


def test_a_sum_is_only_of_what_the_claim_names():
    quote = "The line employs 40 drivers and 25 cleaners."
    assert verdict("The line employs 65 drivers and cleaners.", "en", quote, "en") == "supported"
    assert verdict("The line employs 65 drivers.", "en", quote, "en") != "supported"


@pytest.mark.parametrize(
    ("language", "quote", "less", "more"),
    [
        ("en", "Farmers' incomes fell by 15%.", "15% less", "15% more"),
        ("fr", "Les revenus des agriculteurs ont baissé de 15 %.", "15 % de moins", "15 % de plus"),
        ("de", "Die Einkommen der Bauern sind um 15 Prozent gesunken.", "15 Prozent weniger",
         "15 Prozent mehr"),
        ("it", "I redditi degli agricoltori sono calati del 15%.", "il 15% in meno",
         "il 15% in più"),
    ],
)  # fmt: skip
def test_less_is_what_fell_and_never_what_rose(language, quote, less, more):
    frames = {
        "en": "Farmers' incomes are {}.",
        "fr": "Les revenus des agriculteurs sont de {}.",
        "de": "Die Einkommen der Bauern sind {}.",
        "it": "I redditi degli agricoltori sono {}.",
    }
    frame = frames[language]
    assert verdict(frame.format(less), language, quote, language) != "contradicted"
    assert verdict(frame.format(more), language, quote, language) != "supported"


@pytest.mark.parametrize(("half", "true", "wrong"), [("develop", 37, 3), ("confirm", 33, 2)])
def test_paraphrases_pass_and_their_wrong_twins_do_not(half: str, true: int, wrong: int) -> None:
    given = [row for row in ROWS if row[HALF] == half]
    assert len(given) == 40
    assert len(supported(given, TRUE)) >= true
    assert len(supported(given, WRONG)) <= wrong, supported(given, WRONG)
