"""What news are made of, and its opposite: rates raised or lowered, sanctions lifted or not."""

from __future__ import annotations

import pytest
from by_hand import in_four, verdicts

from assistant import check

ROWS = in_four("news.tsv")


@pytest.mark.parametrize("across", [False, True])
def test_no_opposite_is_supported(across: bool) -> None:
    found = [*verdicts(ROWS, "told", "turned", across=across)]
    found += verdicts(ROWS, "turned", "told", across=across)
    assert len(found) >= 200
    assert found.count("supported") <= 0.01 * len(found)


def test_a_translation_stays_supported() -> None:
    for what in ("told", "turned"):
        found = [*verdicts(ROWS, what, what, across=True)]
        assert found.count("supported") >= 0.96 * len(found)
        assert "contradicted" not in found


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("The drug is available.", "Le médicament n'est pas disponible."),
        ("Das Medikament ist erhältlich.", "Il farmaco non è disponibile."),
        ("La malattia è stata scoperta a Kolm.", "The disease was not discovered in Kolm."),
    ],
)
def test_what_is_no_denial_by_its_form_does_not_hide_one(claim: str, quote: str) -> None:
    assert check(claim, [quote]).verdict != "supported"
