"""A true claim with *only* or *than any other* put to it, and opposites that were not known."""

from __future__ import annotations

import pytest

from assistant import check

COST = "The harbour cost 84 million euros, 12 million more than planned."


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("The harbour cost 84 million euros, which is more than any other harbour.", COST),
        ("Le port a coûté 84 millions d'euros, plus que tout autre port d'Europe.", COST),
        ("Der Hafen kostete 84 Millionen Euro, mehr als jeder andere Hafen in Europa.", COST),
        ("Il porto è costato 84 milioni di euro, più di ogni altro porto in Europa.", COST),
        ("Only women may vote.", "Women may vote."),
        ("Seuls les hommes peuvent voter.", "Männer dürfen wählen."),
        ("The village is rich.", "Das Dorf ist arm."),
        ("La chambre était froide.", "Das Zimmer war heiß."),
        ("Il pleut rarement dans la vallée.", "Im Tal regnet es oft."),
        ("Public debt is under control.", "Public debt is out of control."),
        ("Il contratto è valido.", "The contract is invalid."),
        ("Der Zug kam pünktlich an.", "Le train est arrivé en retard."),
    ],
)  # fmt: skip
def test_what_the_quote_does_not_go_so_far_to_say(claim: str, quote: str) -> None:
    assert check(claim, [quote]).verdict != "supported"


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("Only women may vote.", "Nur Frauen dürfen wählen."),
        ("Der Hafen kostete mehr als jeder andere.", "The harbour cost more than any other."),
        ("Le village est pauvre.", "Das Dorf ist arm."),
        ("Die Schulden sind unter Kontrolle.", "Il debito è sotto controllo."),
    ],
)  # fmt: skip
def test_what_it_does_say_is_supported(claim: str, quote: str) -> None:
    assert check(claim, [quote]).verdict == "supported"
