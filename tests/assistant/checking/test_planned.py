"""What holds on a condition, is planned in one sentence, or will be, is not told as done."""

from __future__ import annotations

import tomllib
from itertools import product
from pathlib import Path

import pytest

from assistant import check

FRAMES = tomllib.loads((Path(__file__).parent / "planned.toml").read_text(encoding="utf-8"))


def verdicts(frame: str, kind: str) -> list[str]:
    told = FRAMES[frame]
    return [
        check(claim, [quote], claim_language=spoken, quote_languages=[tongue]).verdict
        for (spoken, claim), (tongue, quote) in product(told[kind].items(), told["quote"].items())
    ]


@pytest.mark.parametrize("frame", FRAMES)
def test_it_is_not_carried_without_what_makes_it_less(frame: str) -> None:
    found = verdicts(frame, "left_out")
    assert found.count("supported") <= len(found) // 8


@pytest.mark.parametrize("frame", FRAMES)
def test_it_is_carried_with_it(frame: str) -> None:
    found = verdicts(frame, "carried")
    assert found.count("supported") >= len(found) * 2 // 3
