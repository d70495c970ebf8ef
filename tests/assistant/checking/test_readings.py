"""What each side of a disagreement is said to say, and which days are none."""

from __future__ import annotations

import pytest

from assistant.checking.meaning import default_meaning
from assistant.disagreement.differing import differences, differing
from assistant.disagreement.sides import Side


def test_a_number_is_told_with_what_is_counted() -> None:
    one, other = "The flood in Olm killed 12 people.", "Bei der Flut in Olm starben 15 Menschen."
    (found,) = differences(one, other, "en", "de")
    assert (found.one, found.other) == ("12 people", "15 Menschen")


@pytest.mark.parametrize(
    ("language", "head", "day", "opened"),
    [
        ("en", "The bridge of Olm", "2025-06-01 The bridge of Olm",
         "The bridge of Olm was opened on 3 May 2021."),
        ("de", "Die Brücke von Olm", "Die Brücke von Olm (1. Juni 2025)",
         "Die Brücke von Olm wurde am 3. Mai 2021 eröffnet."),
        ("fr", "Le pont d'Olm", "Le pont d'Olm, le 1er juin 2025",
         "Le pont d'Olm a été ouvert le 3 mai 2021."),
        ("it", "Il ponte di Olm", "Il ponte di Olm (1 giugno 2025)",
         "Il ponte di Olm è stato aperto il 3 maggio 2021."),
    ],
)  # fmt: skip
def test_a_day_beside_a_title_says_when_it_was_written(
    language: str, head: str, day: str, opened: str
) -> None:
    title, told = Side(day, language, head), Side(opened, language, head)
    assert differing(title, told, default_meaning(), cited=True) == []
    other = Side(opened.replace("2021", "2023"), language, head)
    assert differing(told, other, default_meaning(), cited=True)
