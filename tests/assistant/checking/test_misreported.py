"""How models misreport news: a part for the whole, the doer for the done-to, words put in."""

from __future__ import annotations

import pytest
from by_hand import rows

from assistant import check

ROWS = rows("misreported.tsv")
KIND, TRUE, WRONG = 0, 4, 5
OPEN = {
    "part": (2, 14),
    "who": (2, 1),
    "merged": (2, 1),
    "speaker": (2, 3),
    "added": (1, 1),
    "wide": (0, 3),
}
"""Of each kind how many wrong claims still pass, and how many true ones are refused, at most."""


def passes(row: list[str], column: int) -> bool:
    support = check(row[column], [row[3]], claim_language=row[1], quote_languages=[row[2]])
    return support.verdict == "supported"


@pytest.mark.parametrize("kind", OPEN)
def test_few_misreported_claims_are_shown_as_supported(kind: str) -> None:
    wrong = [row[WRONG] for row in ROWS if row[KIND] == kind and passes(row, WRONG)]
    assert len(wrong) <= OPEN[kind][0], wrong


@pytest.mark.parametrize("kind", OPEN)
def test_paraphrases_beside_them_stay_supported(kind: str) -> None:
    refused = [row[TRUE] for row in ROWS if row[KIND] == kind and not passes(row, TRUE)]
    assert len(refused) <= OPEN[kind][1], refused
