"""What a short claim says that somebody or something is or has, and what an amount is."""

from __future__ import annotations

import pytest
from by_hand import TRUE, WRONG, rows, supported

from assistant import check

ROWS = rows("described.tsv")
OPEN = {"is": (0, 0), "have": (0, 0), "true": (1, 1), "amount": (0, 1)}
"""Of each kind how many wrong claims still pass, and how many true ones are refused, at most."""


@pytest.mark.parametrize("kind", OPEN)
def test_few_descriptions_and_amounts_of_another_thing_are_supported(kind: str) -> None:
    wrong = supported([row for row in ROWS if row[0] == kind], WRONG)
    assert len(wrong) <= OPEN[kind][0], wrong


@pytest.mark.parametrize("kind", OPEN)
def test_what_the_quote_says_of_it_stays_supported(kind: str) -> None:
    given = [row for row in ROWS if row[0] == kind]
    kept = supported(given, TRUE)
    assert len(given) - len(kept) <= OPEN[kind][1], {row[TRUE] for row in given} - {*kept}


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("Clean water is scarce.", "L'eau propre est rare."),
        ("Le village est pauvre.", "Das Dorf ist arm."),
        ("Der Preis ist hoch.", "Il prezzo è alto."),
    ],
)
def test_a_description_translated_freely_is_supported(claim: str, quote: str) -> None:
    assert check(claim, [quote]).verdict == "supported"
