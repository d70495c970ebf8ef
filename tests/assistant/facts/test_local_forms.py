"""The same figure as each of the four languages writes it, and figures that only look the same."""

from __future__ import annotations

import pytest

from assistant.facts import Language, find
from assistant.facts.agreement import compare_facts
from assistant.facts.direction.polarity import direction
from assistant.facts.direction.reversals import reversals

SAME = [
    ("fr", "au XX e siècle", "de", "im 20. Jahrhundert"),
    ("en", "in the 1880s", "de", "in den 80er Jahren des 19. Jahrhunderts"),
    ("de", "in den 80er Jahren des 19. Jahrhunderts", "en", "in the 1880s"),
    ("it", "negli anni Ottanta dell’Ottocento", "fr", "dans les années 1880"),
    ("it", "nel Novecento", "de", "im 20. Jahrhundert"),
    ("fr", "dans les années 1990 et 2000", "de", "in den 1990er und 2000er Jahren"),
    ("it", "degli anni'50 e'60", "fr", "des années 50 et 60"),
    ("en", "on Sundays", "de", "an Sonn- und Feiertagen"),
    ("en", "Fridays for Future", "de", "die Fridays-for-Future-Bewegung"),
    ("en", "the night of Monday", "de", "in der Nacht auf Dienstag"),
    ("de", "in der Nacht auf Dienstag", "it", "lunedì notte"),
    ("de", "am 1. Oktober", "it", "il primo di ottobre"),
    ("de", "vom 23. Juli: Einbrecher", "en", "July 23: burglar"),
    ("fr", "100 autres milliards", "de", "weitere 100 Milliarden"),
    ("fr", "1 million 200 mille pesos", "de", "1 200 000 Pesos"),
    ("en", "50,000 to 100,000 euros", "de", "50-100.000 Euro"),
    ("de", "circa 10 Personen", "fr", "une dizaine de personnes"),
    ("en", "three fourths", "it", "3 quarti"),
    ("fr", "âgés de 6/7 ans", "de", "sechs bis sieben Jahre"),
    ("fr", "moins de 21ans", "en", "under 21 years"),
    ("de", "anderthalb Jahrzehnte", "en", "a decade and a half"),
    ("fr", "livré en 24h", "de", "innerhalb von 24 Stunden"),
    ("fr", "un débat de 5h30", "en", "a debate of 5.5 hours"),
    ("en", "around 1530 hours", "fr", "vers 15 heures 30"),
    ("en", "2 hours 40 minutes", "fr", "réduit à 2 heures 40 minutes"),
    ("de", "gegen 0.30 Uhr", "fr", "vers minuit et demi"),
    ("it", "a mezzogiorno e mezzo", "de", "um 12:30"),
    ("fr", "à six heures trente", "it", "alle 6,30"),
    ("fr", "vers 17 heures", "de", "um fünf Uhr nachmittags"),
    ("de", "in der 28. Minute", "en", "a goal on 27:37"),
    ("en", "264 metres squared", "fr", "264 mètres carrés"),
    ("en", "a 1.5 A current", "de", "1.5A Strom"),
    ("de", "der 2. Weltkrieg", "en", "World War II"),
    ("en", "World War II", "fr", "la Seconde Guerre mondiale"),
]


@pytest.mark.parametrize(("language", "said", "other", "given"), SAME)
def test_one_figure_in_two_languages(
    language: Language, said: str, other: Language, given: str
) -> None:
    theirs = [(fact, other) for fact in find(given, other)]
    findings = compare_facts(find(said, language), theirs, language)
    assert findings, "there is a fact to find"
    assert [f.reason for f in findings if f.outcome in ("missing", "conflict")] == []


@pytest.mark.parametrize(
    ("language", "said", "other", "given"),
    [
        ("de", "in den 80er Jahren des 19. Jahrhunderts", "en", "in the 1980s"),
        ("it", "nel Novecento", "de", "im 19. Jahrhundert"),
        ("fr", "à 5 heures du matin", "de", "um fünf Uhr nachmittags"),
        ("de", "in der Nacht auf Dienstag", "en", "on Sunday night"),
        ("de", "in der Nacht auf Dienstag", "de", "in der Nacht auf Montag"),
        ("de", "in der Nacht auf Montag", "de", "in der Nacht auf Dienstag"),
        ("de", "in der 29. Minute", "en", "a goal on 27:37"),
        ("en", "5 feet 9 inches", "fr", "1,60 m"),
        ("fr", "1 million 200 mille pesos", "de", "1 300 000 Pesos"),
        ("fr", "100 autres milliards", "de", "weitere 100 Millionen"),
    ],
)
def test_two_figures(language: Language, said: str, other: Language, given: str) -> None:
    theirs = [(fact, other) for fact in find(given, other)]
    findings = compare_facts(find(said, language), theirs, language)
    assert {f.outcome for f in findings} & {"missing", "conflict"}


@pytest.mark.parametrize(
    ("language", "said", "other", "given"),
    [
        ("en", "5 feet 3 inches", "fr", "1,60 m"),
        ("de", "7,7 Kilogramm", "en", "17 pounds 1 ounce"),
    ],
)
def test_two_units_that_are_one_measure_are_converted_together(
    language: Language, said: str, other: Language, given: str
) -> None:
    theirs = [(fact, other) for fact in find(given, other)]
    assert [f.outcome for f in compare_facts(find(said, language), theirs, language)] == [
        "converted"
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "passenger cars and 4x4s, open 24/7, looking at one another"),
        ("de", "nicht einmal das"),
        ("it", "si veda la figura di un 4x4"),
        ("fr", "les uns aux autres"),
    ],
)
def test_phrases_in_which_a_figure_counts_nothing(language: Language, text: str) -> None:
    assert find(text, language) == ()


def test_the_number_of_a_figure_is_no_day() -> None:
    assert [f.kind for f in find("siehe Abbildung 1.1.", "de")] == ["number"]


@pytest.mark.parametrize(
    ("language", "claim", "other", "quote"),
    [
        ("it", "L’altezza è rimasta invariata.", "fr", "La hauteur ne change pas."),
        ("fr", "Il ne s’attendait pas à cela.", "en", "It caught him by surprise."),
        ("fr", "dépenser 20 euros", "de", "Sie wollen nicht mehr als 20 Euro ausgeben."),
        ("it", "La primavera scorsa vinse.", "de", "Im letzten Frühling gewann sie."),
        ("fr", "le front de libération a pris la ville", "en", "The front captured the city."),
        ("en", "She continues to seek to annul it.", "fr", "Elle cherche à l’annuler."),
        ("fr", "Il avait échoué hier.", "it", "Provò ieri senza successo."),
    ],
)
def test_words_that_do_not_point_the_other_way(
    language: Language, claim: str, other: Language, quote: str
) -> None:
    given = [direction(quote, other)]
    assert reversals(direction(claim, language), given, abroad=True) == []
