"""Whole sentences that are only planned, feared, demanded, conditional; denied comparisons."""

from __future__ import annotations

import pytest
from by_hand import rows

from assistant import check
from assistant.facts import Language
from assistant.facts.direction.governed import governed, owns

ROWS = rows("wholly.tsv")


def verdict(claim: str, row: list[str]) -> str:
    return check(claim, [row[2]], claim_language=row[0], quote_languages=[row[1]]).verdict


@pytest.mark.parametrize("row", [row for row in ROWS if row[4]], ids=lambda row: row[4][:40])
def test_what_a_whole_sentence_has_as_less_than_done_is_not_shown_as_done(row: list[str]) -> None:
    assert verdict(row[4], row) != "supported"


@pytest.mark.parametrize("row", [row for row in ROWS if row[3]], ids=lambda row: row[3][:40])
def test_what_owns_it_or_is_said_by_the_way_stays_supported(row: list[str]) -> None:
    assert verdict(row[3], row) == "supported"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Scientists who tried to save the lake found a new fish."),
        ("en", "The town planned to sell the mill. In 2021 it sold it."),
        ("fr", "Le musée a ouvert et veut attirer des visiteurs."),
        ("de", "Das Haus brannte, als sie es verkaufen wollten."),
        ("it", "Il sindaco si è dimesso perché voleva riposare."),
    ],
)  # fmt: skip
def test_another_main_verb_governs_nothing(language: Language, text: str) -> None:
    assert governed(text, language) is None


def test_a_future_owns_a_plan_and_not_a_fear() -> None:
    assert owns("The dairy will close.", "en", strongly=False)
    assert not owns("The dairy will close.", "en", strongly=True)
    assert not owns("The dairy closed in May after about 90 years.", "en", strongly=False)
