"""What is set right in a sentence is what it says: *not in Rome but in Milan*."""

from __future__ import annotations

import pytest

from assistant import check

QUOTES = {
    "place": "The summit will not be held in Rome but in Milan.",
    "lieu": "Le sommet ne se tiendra pas à Rome mais à Milan.",
    "luogo": "Il vertice non si terrà a Roma ma a Milano.",
    "cause": "The fire was not caused by arson, but by a cable.",
    "causa": "L'incendio non è stato causato da un piromane, bensì da un cavo.",
    "brouillard": "L'accident n'a pas été causé par la neige mais par le brouillard.",
    "cost": "Das Werk kostet nicht 30, sondern 40 Millionen Euro.",
    "law": "Das Gesetz gilt nicht für Eigentümer, sondern für Mieter.",
    "vote": "The mayor was not elected by the people but by the council.",
    "years": "He was not seen in public for years but in May he returned.",
}


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("The summit will be held in Milan.", "place"),
        ("The summit will be held in Milan.", "lieu"),
        ("Le sommet se tiendra à Milan.", "lieu"),
        ("Il vertice si terrà a Milano.", "luogo"),
        ("The fire was caused by a cable.", "cause"),
        ("The fire was caused by a cable.", "causa"),
        ("L'incendio è stato causato da un cavo.", "causa"),
        ("L'accident a été causé par le brouillard.", "brouillard"),
        ("Das Werk kostet 40 Millionen Euro.", "cost"),
        ("The plant costs 40 million euros.", "cost"),
        ("Das Gesetz gilt für Mieter.", "law"),
        ("La loi vaut pour les locataires.", "law"),
        ("Le maire a été élu par le conseil.", "vote"),
    ],
)
def test_what_is_put_right_is_said(claim: str, quote: str) -> None:
    assert check(claim, [QUOTES[quote]]).verdict == "supported"


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("The summit will be held in Rome.", "place"),
        ("The summit will be held in Rome.", "lieu"),
        ("Le sommet se tiendra à Rome.", "lieu"),
        ("Il vertice si terrà a Roma.", "luogo"),
        ("The fire was caused by arson.", "cause"),
        ("L'incendio è stato causato da un piromane.", "causa"),
        ("L'incendie a été causé par un pyromane.", "causa"),
        ("L'accident a été causé par la neige.", "brouillard"),
        ("Das Werk kostet 30 Millionen Euro.", "cost"),
        ("Das Gesetz gilt für Eigentümer.", "law"),
        ("The law applies to owners.", "law"),
        ("The mayor was chosen by the citizens.", "vote"),
        ("Le maire a été élu par le peuple.", "vote"),
        ("He was seen in public for years.", "years"),
    ],
)
def test_what_is_wrong_is_not(claim: str, quote: str) -> None:
    assert check(claim, [QUOTES[quote]]).verdict != "supported"
