"""A quote of hardly more than a figure, a date or a label supports only what it says."""

from __future__ import annotations

import pytest

from assistant import check


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("The mayor resigned on 14 March 2024.", "Lindholm, 14 March 2024."),
        ("The hotel has 320 rooms.", "Tel. 320"),
        ("L'usine a fermé le 3 février 2024.", "Montfaucon, le 3 février 2024."),
        ("Der See wurde am 21. Juni 2024 freigegeben.", "Brandau, 21. Juni 2024."),
        ("Il museo ha chiuso il 9 maggio 2024.", "Valdora, 9 maggio 2024."),
        ("Er wurde am 4. Juli 1950 gehängt.", "Letter of 4 July 1950"),
        ("12 34 5,6", "12 34 5,6"),
    ],
)  # fmt: skip
def test_a_label_with_a_figure_supports_nothing_else(claim: str, quote: str) -> None:
    assert check(claim, [quote]).verdict == "unsupported"


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("The tower is 135 metres high.", "Height: 135 metres"),
        ("Das Hotel hat 320 Zimmer.", "Rooms: 320"),
        ("Il prezzo è di 12 euro.", "Price: 12 euros"),
        ("Die Gebühr beträgt 12 Euro.", "Fee: 12 euros."),
        ("La population est de 3 200 habitants.", "Population : 3 200 habitants"),
        ("In 1912.", "1912"),
        ("12 500 000", "12 500 000"),
    ],
)  # fmt: skip
def test_a_label_supports_what_it_says(claim: str, quote: str) -> None:
    assert check(claim, [quote]).verdict == "supported"
