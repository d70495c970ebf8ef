"""Another cause, another speaker, another base of comparison than in the quotes."""

import pytest

from assistant import check

WRONG = [
    ("Hundreds left because of the war.", "Centinaia sono partite a causa della siccità."),
    ("Das Spiel fiel wegen Nebels aus.", "Le match a été annulé faute d'arbitre."),
    ("Le train est en retard à cause du brouillard.", "The train is late because of a strike."),
    ("Il negozio ha chiuso a causa dei furti.", "Der Laden schloss im März."),
    ("The mayor says the bridge is safe.", "The engineer says the mayor's bridge is safe."),
    ("Selon le maire, le pont est sûr.", "Selon l'ingénieur, le pont du maire est sûr."),
    ("Der Richter sprach von einem Irrtum.", "The prosecutor spoke of an error."),
    ("Sales rose 4 percent on the previous month.", "Der Umsatz lag 4 Prozent über dem Vorjahr."),
    ("Le vendite sono salite del 4 % rispetto al mese precedente.",
     "Les ventes ont augmenté de 4 % par rapport à l'année précédente."),
]  # fmt: skip
TRUE = [
    (
        "Hundreds left because of the drought.",
        "Centinaia di persone sono partite a causa della siccità.",
    ),
    (
        "Das Spiel fiel aus, weil ein Schiedsrichter fehlte.",
        "Le match a été annulé faute d'arbitre.",
    ),
    ("Le train est en retard à cause d'une grève.", "The train is late because of a strike."),
    ("The engineer says the bridge is safe.", "L'ingegnere dice che il ponte è sicuro."),
    ("Laut dem Ingenieur ist die Brücke sicher.", "The engineer says the bridge is safe."),
    ("Sales rose 4 percent year on year.", "Der Umsatz lag 4 Prozent über dem Vorjahr."),
]


@pytest.mark.parametrize(("claim", "quote"), WRONG)
def test_another_cause_speaker_or_base_is_not_supported(claim, quote):
    assert check(claim, [quote]).verdict != "supported"


@pytest.mark.parametrize(("claim", "quote"), TRUE)
def test_the_same_cause_speaker_or_base_is_supported(claim, quote):
    assert check(claim, [quote]).verdict == "supported"
