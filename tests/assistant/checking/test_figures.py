"""What a figure is said to be: the whole or the difference, how exactly, of which money."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import check

LINES = (Path(__file__).parent / "figures.tsv").read_text(encoding="utf-8").splitlines()
ROWS = [line.split("\t") for line in LINES if not line.startswith("#")]


@pytest.mark.parametrize(("carried", "tongue", "spoken", "quote", "claim"), ROWS)
def test_a_claim_about_a_figure(
    carried: str, tongue: str, spoken: str, quote: str, claim: str
) -> None:
    support = check(claim, [quote], claim_language=spoken, quote_languages=[tongue])
    assert (support.verdict == "supported") is (carried == "yes"), support.problems
