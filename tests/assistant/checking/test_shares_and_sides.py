"""Shares in words, bounds on a half, small coins, frost, and times before or after something."""

from decimal import Decimal

import pytest

from assistant import check
from assistant.facts import find

WRONG = [
    ("Jedes vierte Kind liest täglich.", "One in three children reads every day."),
    ("One in four voters stayed at home.", "Un électeur sur cinq est resté chez lui."),
    ("Un abitante su tre ha il gas.", "Jeder zweite Einwohner hat Gas."),
    ("More than half of the pupils failed.", "Knapp die Hälfte der Schüler fiel durch."),
    ("Più di 30 navi sono rimaste in porto.", "Près de 30 navires sont restés au port."),
    ("Das Brot kostet 80 Cent.", "Le pain coûte 80 euros."),
    ("Il thermomètre indique 8 degrés.", "Das Thermometer zeigt 8 Grad unter null."),
    ("Le thermomètre indique 8 degrés.", "The thermometer shows minus 8 degrees."),
    ("Version 2.10 fixes the fault.", "Version 2.1 fixes the fault."),
    ("The boat leaves at 6:30 p.m.", "Le bateau part à 6h30."),
    ("La nave parte alle nove di sera.", "The ship leaves at 9 a.m."),
    ("The pool is open until 4 May.", "La piscina è aperta dal 4 maggio."),
    ("Sie heirateten ein Jahr vor dem Krieg.", "Ils se sont mariés un an après la guerre."),
]
TRUE = [
    ("Jedes fünfte Kind liest täglich.", "20 percent of children read every day."),
    ("Un électeur sur quatre est resté chez lui.", "A quarter of the voters stayed at home."),
    ("Plus de la moitié des élèves ont échoué.", "56 percent of the pupils failed."),
    ("Quasi 30 navi sono rimaste in porto.", "Nearly 30 ships stayed in port."),
    ("Das Brot kostet 80 Cent.", "The bread costs 0.80 euros."),
    ("The thermometer shows 8 degrees below zero.", "Il termometro segna -8 gradi."),
    ("Le bateau part à 18h30.", "The boat leaves at 6:30 p.m."),
    ("The ship leaves at nine in the evening.", "La nave parte alle 21."),
    ("La piscine est ouverte jusqu'au 4 mai.", "Das Bad ist bis zum 4. Mai offen."),
    ("They married a year after the war.", "Sie heirateten ein Jahr nach dem Krieg."),
]


@pytest.mark.parametrize(("claim", "quote"), WRONG)
def test_another_share_bound_coin_or_side_is_not_supported(claim, quote):
    assert check(claim, [quote]).verdict != "supported"


@pytest.mark.parametrize(("claim", "quote"), TRUE)
def test_the_same_in_other_words_is_supported(claim, quote):
    assert check(claim, [quote]).verdict == "supported"


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "Three out of ten answered.", "0.3"),
        ("fr", "Une femme sur cinq a répondu.", "0.2"),
        ("de", "Vier von fünf antworteten.", "0.8"),
        ("it", "Un medico su dieci risponde.", "0.1"),
        ("de", "Jeder zehnte Arzt antwortet.", "0.1"),
    ],
)
def test_a_share_in_words_is_one_figure(language, text, value):
    (share,) = find(text, language)
    assert share.value == Decimal(value)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It comes one in ten years."),
        ("fr", "Un rectangle de 5 sur 10 mètres."),
        ("de", "Er kommt jede zweite Woche."),
        ("it", "Un dazio del 5 su 60 milioni di merci."),
    ],
)
def test_figures_of_times_and_sizes_are_no_share(language, text):
    assert all(fact.value is None or fact.value >= 1 for fact in find(text, language))
