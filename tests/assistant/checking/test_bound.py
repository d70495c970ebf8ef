"""What one quote says of two is bound to the right one: who, what office, where, when, how many."""

from __future__ import annotations

import pytest
from by_hand import rows

from assistant import check

ROWS = rows("bound.tsv")
KIND, TRUE, WRONG = 0, 4, 5
OPEN = {
    "who": (4, 2),
    "role": (1, 0),
    "place": (2, 0),
    "when": (0, 0),
    "figure": (2, 1),
    "merged": (1, 0),
    "subgroup": (3, 1),
    "cause": (1, 2),
    "per": (0, 2),
    "near": (0, 1),
    "added": (6, 0),
}
"""Of each kind how many wrong claims still pass, and how many true ones are refused, at most."""


def passes(row: list[str], column: int) -> bool:
    support = check(row[column], [row[3]], claim_language=row[1], quote_languages=[row[2]])
    return support.verdict == "supported"


@pytest.mark.parametrize("kind", OPEN)
def test_few_claims_bound_to_the_wrong_one_are_shown_as_supported(kind: str) -> None:
    wrong = [row[WRONG] for row in ROWS if row[KIND] == kind and passes(row, WRONG)]
    assert len(wrong) <= OPEN[kind][0], wrong


@pytest.mark.parametrize("kind", OPEN)
def test_claims_bound_to_the_right_one_stay_supported(kind: str) -> None:
    refused = [row[TRUE] for row in ROWS if row[KIND] == kind and not passes(row, TRUE)]
    assert len(refused) <= OPEN[kind][1], refused


def test_one_very_long_word_is_checked_like_any_other_text() -> None:
    word = "a" * 2_500
    assert check(f"The tower stands in {word}.", [f"The tower stands in {word}."]).verdict
