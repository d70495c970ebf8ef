"""What a figure is said to be: the whole or the difference, how exactly, of which money."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import check
from assistant.facts import LANGUAGES, Language, find
from assistant.facts.rendering import explain, render

LINES = (Path(__file__).parent / "figures.tsv").read_text(encoding="utf-8").splitlines()
ROWS = [line.split("\t") for line in LINES if not line.startswith("#")]


@pytest.mark.parametrize(("carried", "tongue", "spoken", "quote", "claim"), ROWS)
def test_a_claim_about_a_figure(
    carried: str, tongue: str, spoken: str, quote: str, claim: str
) -> None:
    support = check(claim, [quote], claim_language=spoken, quote_languages=[tongue])
    assert (support.verdict == "supported") is (carried == "yes"), support.problems


@pytest.mark.parametrize(("language", "text"), [
    ("en", "dozens of people"), ("de", "Dutzende Menschen"), ("de", "zwei Drittel der Sitze"),
    ("fr", "les deux tiers des sièges"), ("it", "decine di persone"),
])  # fmt: skip
def test_a_vague_figure_and_an_endless_share_are_never_written_in_digits(
    language: Language, text: str
) -> None:
    fact = find(text, language)[0]
    for reader in LANGUAGES:
        assert render(fact, reader) == fact.text
        assert not any(map(str.isdigit, explain(fact, language, reader)))
