"""Sentences that differ in one figure alone: each carries its counterparts in the other languages.

The frames are in `said.toml`; every sentence of a group is held against every other one.
"""

from __future__ import annotations

import tomllib
from itertools import product
from pathlib import Path

import pytest

from assistant import check

Told = dict[str, str]
"""By language, with a figure behind it for another way to say the same."""

GROUPS = tomllib.loads((Path(__file__).parent / "said.toml").read_text(encoding="utf-8"))
PAIRS = [
    (group, claimed, quoted)
    for group, frames in GROUPS.items()
    for claimed, quoted in product([name for name in frames if name != "same"], repeat=2)
]


@pytest.mark.parametrize(("group", "claimed", "quoted"), PAIRS)
def test_a_figure_is_carried_by_its_own_counterparts_alone(
    group: str, claimed: str, quoted: str
) -> None:
    alike = claimed == quoted or any(
        {claimed, quoted} <= set(same) for same in GROUPS[group].get("same", [])
    )
    claims: Told = GROUPS[group][claimed]
    quotes: Told = GROUPS[group][quoted]
    for spoken, tongue in product(claims, quotes):
        support = check(
            claims[spoken],
            [quotes[tongue]],
            claim_language=spoken[:2],
            quote_languages=[tongue[:2]],
        )
        assert (support.verdict == "supported") is alike, (
            claims[spoken], quotes[tongue], support.problems,
        )  # fmt: skip
