"""What is denied beside what a sentence says does not contradict what it says."""

import pytest

from assistant import check

CARRIED = [
    ("The driver was arrested.", "The driver, who was not wearing a seat belt, was arrested."),
    ("The town has 4,000 inhabitants.", "The town, which has no hospital, has 4,000 inhabitants."),
    ("Le conducteur a été arrêté.", "Le conducteur, qui n'avait pas de permis, a été arrêté."),
    ("L'autista è stato arrestato.", "L'autista, che non aveva la patente, è stato arrestato."),
    (
        "Der Fahrer wurde festgenommen.",
        "Der Fahrer, der keinen Führerschein hatte, wurde festgenommen.",
    ),
    ("Der Fahrer wurde festgenommen.", "Le conducteur, qui n'avait pas de permis, a été arrêté."),
    ("The driver was arrested.", "Because he did not stop, the driver was arrested."),
    ("She moved to Berlin in 1999.", "She did not speak German when she moved to Berlin in 1999."),
    ("The law applies to tenants.", "The law applies not only to owners but also to tenants."),
    (
        "Das Gesetz gilt für Mieter.",
        "Das Gesetz gilt nicht nur für Eigentümer, sondern auch für Mieter.",
    ),
    (
        "La legge vale per gli inquilini.",
        "La legge vale non solo per i proprietari, ma anche per gli inquilini.",
    ),
    (
        "La loi s'applique aux locataires.",
        "La loi s'applique non seulement aux propriétaires, mais aussi aux locataires.",
    ),
]
INSTEAD = [
    ("Il vertice si terrà giovedì.", "Il vertice non si terrà martedì ma giovedì."),
    ("Le sommet se tiendra à Milan.", "Le sommet ne se tiendra pas à Rome mais à Milan."),
    (
        "The summit takes place on Thursday.",
        "The summit takes place not on Tuesday but on Thursday.",
    ),
    (
        "Das Spiel findet am Samstag statt.",
        "Das Spiel findet nicht am Freitag, sondern am Samstag statt.",
    ),
]
DENIED = [
    ("The driver was arrested.", "The driver, who had been drinking, was not arrested."),
    ("Le conducteur a été arrêté.", "Le conducteur, qui avait bu, n'a pas été arrêté."),
    ("L'autista è stato arrestato.", "L'autista, che aveva bevuto, non è stato arrestato."),
    (
        "Der Fahrer wurde festgenommen.",
        "Der Fahrer, der getrunken hatte, wurde nicht festgenommen.",
    ),
    (
        "The summit takes place on Tuesday.",
        "The summit takes place not on Tuesday but on Thursday.",
    ),
]


@pytest.mark.parametrize(("claim", "quote"), CARRIED)
def test_it_is_carried(claim, quote):
    assert check(claim, [quote]).verdict == "supported"


@pytest.mark.parametrize(("claim", "quote"), INSTEAD)
def test_what_is_so_in_place_of_something_is_not_denied(claim, quote):
    assert check(claim, [quote]).verdict != "contradicted"


@pytest.mark.parametrize(("claim", "quote"), DENIED)
def test_what_is_denied_itself_is_not_carried(claim, quote):
    assert check(claim, [quote]).verdict != "supported"
