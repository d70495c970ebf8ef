"""Quotes of two clauses that point opposite ways: each side belongs to its own clause."""

from __future__ import annotations

import pytest
from by_hand import HALF, TRUE, WRONG, rows, supported

from assistant import check

ROWS = rows("clauses.tsv")
HALVES = {half: [row for row in ROWS if row[HALF] == half] for half in ("develop", "confirm")}


@pytest.mark.parametrize(("half", "most"), [("develop", 0), ("confirm", 2)])
def test_the_side_of_another_clause_is_not_taken_for_the_claims_own(half: str, most: int) -> None:
    asked = [row for row in HALVES[half] if row[WRONG]]
    assert len(supported(asked, WRONG)) <= most


@pytest.mark.parametrize(("half", "fewest"), [("develop", 17), ("confirm", 15)])
def test_a_clause_carries_what_it_says(half: str, fewest: int) -> None:
    assert len(supported(HALVES[half], TRUE)) >= fewest


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("Wages rose and prices fell.", "Wages fell and prices rose."),
        ("Die Löhne stiegen und die Preise sanken.", "Die Löhne sanken und die Preise stiegen."),
        ("Les salaires ont augmenté.", "Wages fell and prices rose."),
        ("I salari sono saliti.", "I salari sono scesi e i prezzi sono saliti."),
    ],
)
def test_no_clause_lends_its_side_to_another(claim: str, quote: str) -> None:
    assert check(claim, [quote]).verdict != "supported"


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("Wages rose.", "Wages fell in spring and rose in autumn."),
        ("Die Löhne stiegen.", "Erst sanken die Löhne, dann stiegen sie wieder."),
        ("Le titre a augmenté.", "Le titre a baissé le matin, puis il a augmenté."),
        ("Il titolo è salito.", "Il titolo è sceso al mattino ed è salito la sera."),
    ],
)
def test_a_clause_without_a_subject_goes_on_with_the_one_before(claim: str, quote: str) -> None:
    assert check(claim, [quote]).verdict == "supported"
