"""Two figures or days of one sentence, each of its own time or thing, in all pairs of languages."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

from assistant import check
from assistant.facts import LANGUAGES, Language

_ROWS = tomllib.loads(Path(__file__).with_name("two_figures.toml").read_text("utf-8"))["frames"]
_LEAST = 0.75
"""Of the true claims of a frame: in one language another verb than the quote's is refused."""


class _Frame(NamedTuple):
    kind: str
    quote: dict[Language, str]
    wrong: list[dict[Language, str]]
    true: list[dict[Language, str]]


_FRAMES = [_Frame(row["kind"], row["quote"], row["wrong"], row["true"]) for row in _ROWS]


def _supported(claim: dict[Language, str], quote: dict[Language, str]) -> list[bool]:
    return [
        check(claim[a], [quote[b]], claim_language=a, quote_languages=[b]).verdict == "supported"
        for a in LANGUAGES
        for b in LANGUAGES
    ]


@pytest.mark.parametrize("frame", _FRAMES, ids=lambda frame: frame.quote["en"][:40])
def test_another_figure_is_not_supported(frame: _Frame) -> None:
    found = [told for claim in frame.wrong for told in _supported(claim, frame.quote)]
    assert sum(found) == 0


@pytest.mark.parametrize("frame", _FRAMES, ids=lambda frame: frame.quote["en"][:40])
def test_its_own_figure_is_supported(frame: _Frame) -> None:
    found = [told for claim in frame.true for told in _supported(claim, frame.quote)]
    assert sum(found) >= _LEAST * len(found)


@pytest.mark.parametrize(
    ("claim", "quote", "there"),
    [
        ("It was minus 3 degrees.", "Il faisait moins 5 degrés.", "-5"),
        ("Il faisait 3 degrés.", "Es waren minus 5 Grad.", "-5"),
        ("Es waren 3 Grad.", "C'erano meno 5 gradi.", "-5"),
        ("C'erano 3 gradi.", "It was 5 degrees below zero.", "-5"),
    ],
)
def test_a_reason_tells_degrees_with_their_sign(claim: str, quote: str, there: str) -> None:
    assert there in check(claim, [quote]).problems[0]
