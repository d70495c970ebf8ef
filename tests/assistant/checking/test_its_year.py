"""Of two figures with a year each, none is told of the year of the other."""

from __future__ import annotations

import tomllib
from itertools import product
from pathlib import Path

import pytest

from assistant import check

FRAMES = tomllib.loads((Path(__file__).parent / "its_year.toml").read_text(encoding="utf-8"))


def verdicts(frame: str, kind: str) -> list[str]:
    told = FRAMES[frame]
    return [
        check(claim, [quote], claim_language=spoken, quote_languages=[tongue]).verdict
        for claims in told[kind]
        for (spoken, claim), (tongue, quote) in product(claims.items(), told["quote"].items())
    ]


@pytest.mark.parametrize("frame", FRAMES)
def test_a_figure_has_no_year_of_another(frame: str) -> None:
    assert "supported" not in verdicts(frame, "exchanged")


@pytest.mark.parametrize("frame", FRAMES)
def test_a_figure_has_its_own_year(frame: str) -> None:
    found = verdicts(frame, "carried")
    assert found.count("supported") >= len(found) * 4 // 5
