"""What is written onto a figure: letters, a sign, a bound. No digit of a claim goes unread."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant import check
from assistant.facts import LANGUAGES, Language

LINES = (Path(__file__).parent / "lettered.tsv").read_text(encoding="utf-8").splitlines()
ROWS = [line.split("\t") for line in LINES if not line.startswith("#")]
FRAMES: dict[Language, str] = {
    "en": "The hall in Leeds holds {} people.",
    "fr": "La salle de Leeds accueille {} personnes.",
    "de": "Der Saal in Leeds fasst {} Menschen.",
    "it": "La sala di Leeds accoglie {} persone.",
}
RUN = re.compile("[0-9]+")
PIECES = st.one_of(
    st.sampled_from(["k", "M", "e", "x", "O", "З", "people", "ab", "-", ".", ",", "O0", "/", "'"]),
    st.integers(2, 9999).map(str),
)


@pytest.mark.parametrize(("carried", "tongue", "spoken", "quote", "claim"), ROWS)
def test_what_is_written_onto_a_figure(
    carried: str, tongue: str, spoken: str, quote: str, claim: str
) -> None:
    support = check(claim, [quote], claim_language=spoken, quote_languages=[tongue])
    assert (support.verdict == "supported") is (carried == "yes"), support.problems


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(LANGUAGES),
    st.integers(2, 9999),
    st.lists(PIECES, max_size=3).map("".join),
    st.data(),
)
def test_a_claim_with_another_digit_is_not_supported(
    language: Language, first: int, rest: str, data: st.DataObject
) -> None:
    token = f"{first}{rest}"
    runs = [run for run in RUN.finditer(token) if run[0].strip("0")]
    run = data.draw(st.sampled_from(runs))
    other = token[: run.start()] + f"{int(run[0]) * 3 + 1}" + token[run.end() :]
    quote, claim = FRAMES[language].format(token), FRAMES[language].format(other)
    support = check(claim, [quote], claim_language=language, quote_languages=[language])
    assert support.verdict != "supported", (quote, claim)
