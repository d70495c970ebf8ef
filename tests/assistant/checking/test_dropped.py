"""What models leave out or turn when they retell news: conditions, bounds, how often."""

from __future__ import annotations

import pytest
from by_hand import rows

from assistant import check

ROWS = rows("dropped.tsv")
KIND, TRUE, WRONG = 0, 4, 5
OPEN = {
    "cause": (0, 1),
    "ranked": (0, 0),
    "modal": (1, 10),
    "speaker": (1, 6),
    "condition": (0, 3),
    "bounds": (0, 3),
    "dates": (0, 4),
    "often": (0, 5),
    "quantity": (1, 2),
    "only": (0, 8),
    "rate": (1, 5),
    "clock": (2, 4),
    "percent": (4, 2),
}
"""Of each kind how many wrong claims still pass, and how many true ones are refused, at most."""


def passes(row: list[str], column: int) -> bool:
    support = check(row[column], [row[3]], claim_language=row[1], quote_languages=[row[2]])
    return support.verdict == "supported"


@pytest.mark.parametrize("kind", OPEN)
def test_little_that_leaves_something_out_is_shown_as_supported(kind: str) -> None:
    wrong = [row[WRONG] for row in ROWS if row[KIND] == kind and passes(row, WRONG)]
    assert len(wrong) <= OPEN[kind][0], wrong


@pytest.mark.parametrize("kind", OPEN)
def test_what_keeps_it_stays_supported(kind: str) -> None:
    refused = [row[TRUE] for row in ROWS if row[KIND] == kind and not passes(row, TRUE)]
    assert len(refused) <= OPEN[kind][1], refused
