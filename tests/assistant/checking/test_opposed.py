"""Opposites across languages: *gesperrt* for *open*, *kostenlos* for *costs*, *east* for *west*."""

from __future__ import annotations

import pytest
from by_hand import in_four, verdicts

from assistant import check

ROWS = in_four("opposed.tsv")


@pytest.mark.parametrize(("across", "most"), [(False, 0.04), (True, 0.2)])
def test_few_opposites_are_supported(across: bool, most: float) -> None:
    found = [*verdicts(ROWS, "told", "turned", across=across)]
    found += verdicts(ROWS, "turned", "told", across=across)
    assert len(found) >= 200
    assert found.count("supported") <= most * len(found)


def test_a_translation_stays_supported() -> None:
    for what in ("told", "turned"):
        found = [*verdicts(ROWS, what, what, across=True)]
        assert found.count("supported") >= 0.93 * len(found)


@pytest.mark.parametrize("across", [False, True])
def test_what_denies_the_opposite_is_mostly_supported(across: bool) -> None:
    found = [*verdicts(ROWS, "other", "told", across=across)]
    assert found.count("supported") >= 0.6 * len(found)


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("The pass is not closed.", "Der Pass ist offen."),
        ("Le col n'est pas ouvert.", "Il passo è chiuso."),
        ("Das Museum ist nicht offen.", "Le musée est fermé."),
        ("Il museo è aperto.", "The museum is not closed."),
    ],
)
def test_of_two_what_is_not_the_one_is_the_other(claim: str, quote: str) -> None:
    assert check(claim, [quote]).verdict == "supported"


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("The team won the final.", "The team did not lose the final."),
        ("Die Preise stiegen.", "Prices did not fall."),
    ],
)
def test_who_did_not_lose_need_not_have_won(claim: str, quote: str) -> None:
    assert check(claim, [quote]).verdict != "supported"
