"""What an answer shows of a passage that came near."""

import pytest

from assistant.answers import preview
from index import Hit


def near(text, title):
    return Hit("a.txt", 0, len(text), text, 1.0, title=title)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The harbour  reopens\n\nThe quay cost 12 million.", "The harbour reopens"),
        ("# Le port rouvre\n\nLe quai a coûté 12 millions.", "Le port rouvre"),
        ("**Der Hafen öffnet**\nDer Kai kostete 12 Millionen.", "Der Hafen öffnet"),
        ("Il porto riapre\nLa banchina è costata 12 milioni.", "Il porto riapre"),
    ],
)
def test_a_title_that_is_shown_beside_is_not_repeated(text, title):
    assert preview(near(text, title), 100) == text.splitlines()[-1]


@pytest.mark.parametrize(
    ("text", "title", "shown"),
    [
        ("The harbour reopens in May.\nAt last.", "The harbour reopens", None),
        ("The harbour reopens\n", "The harbour reopens", "The harbour reopens"),
        ("# Who pays\nThe county.", "The harbour reopens", None),
        ("\nThe county pays.", "", None),
    ],
)
def test_any_other_first_line_stays(text, title, shown):
    assert preview(near(text, title), 100) == (shown or " ".join(text.split()))


def test_a_long_passage_is_cut_after_a_word_and_says_so():
    assert preview(near("one two three four five", ""), 15) == "one two three …"
