"""Where the sentence around a figure begins and ends, also one that begins with its figure."""

from __future__ import annotations

import pytest

from assistant.checking import sentence_ends


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Two people died. Seven were hurt. The road is closed.", "Seven"),
        ("Deux sont morts. Sept sont blessés. La route est fermée.", "Sept"),
        ("Zwei starben. Sieben sind verletzt. Die Straße ist gesperrt.", "Sieben"),
        ("Due sono morti. Sette sono feriti. La strada è chiusa.", "Sette"),
    ],
)
def test_a_sentence_that_begins_with_its_figure(text: str, figure: str) -> None:
    at = text.index(figure)
    assert sentence_ends.begins(text, at) == at
    assert sentence_ends.parts(text, 0, at)
    assert text[at : sentence_ends.ends(text, at)] == text.split(". ")[1]


def test_words_behind_a_figure_stop_at_a_comma_and_not_within_a_figure() -> None:
    text = "It rose to 12,5 per cent, a record."
    assert text[: sentence_ends.stops(text, 0)] == "It rose to 12,5 per cent"
