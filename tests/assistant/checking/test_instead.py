"""Another one in the place of whom a short quote names, whatever the language."""

from __future__ import annotations

import pytest

from assistant import check


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("Putin met Modi on Monday.", "Putin ha incontrato Xi lunedì."),
        ("Poutine a rencontré Modi lundi.", "Putin met Xi on Monday."),
        ("Putin ha incontrato Modi lunedì.", "Poutine a rencontré Xi lundi."),
        ("Neuer Direktor ist Huber.", "The new director is Smith."),
        ("Le train de Milan s'arrête à Chiasso.", "Il treno da Milano ferma a Como."),
        ("The train from Milan stops in Chiasso.", "Il treno da Milano ferma a Como."),
        ("Der Zug aus Mailand hält in Chiasso.", "Il treno da Milano ferma a Como."),
        ("Das Unternehmen hat seinen Sitz in Locarno.", "L'azienda ha sede a Lugano."),
    ],
)
def test_another_name_is_not_supported(claim: str, quote: str) -> None:
    assert check(claim, [quote]).verdict != "supported"


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("Poutine a rencontré Xi lundi.", "Putin ha incontrato Xi lunedì."),
        ("Putin traf Modi am Montag.", "Putin ha incontrato Modi lunedì."),
        ("The congress takes place in Munich.", "Il congresso si svolge a Monaco di Baviera."),
        ("Il congresso si svolge a Ratisbona.", "The congress takes place in Regensburg."),
        ("Le train de Milan s'arrête à Côme.", "Il treno da Milano ferma a Como."),
        ("Die Fähre fährt von Piräus nach Kreta.", "Il traghetto va dal Pireo a Creta."),
        ("Le ferry va du Pirée en Crète.", "The ferry sails from Piraeus to Crete."),
    ],
)
def test_the_same_name_in_another_language_is(claim: str, quote: str) -> None:
    assert check(claim, [quote]).verdict == "supported"
