"""A row of a table is told under the names of its columns, which stand once above all."""

import pytest

from assistant.reader.line import lines_of
from assistant.reader.reading import read
from assistant.reader.rows import column_of, names_above
from assistant.reader.weights import shipped

YEARS = "\n| 2022 | 11,200 | 12 |\n| 2023 | 14,700 | 13 |\n| 2024 | 15,900 | 14 |\n"
HEADS = {
    "en": "The Welmouth museum\n\n| Year | Visitors | Staff |\n|---|---|---|",
    "fr": "Le musée de Welmouth\n\n| Année | Visiteurs | Employés |\n|---|---|---|",
    "de": "Das Museum Welmouth\n\n| Jahr | Besucher | Mitarbeiter |\n|---|---|---|",
    "it": "Il museo di Welmouth\n\n| Anno | Visitatori | Dipendenti |\n|---|---|---|",
}
ASKED = {
    "en": ("How many visitors in 2024?", "How many boats in 2024?", "How many visitors in 2021?"),
    "fr": (
        "Combien de visiteurs en 2024 ?",
        "Combien de bateaux en 2024 ?",
        "Combien de visiteurs en 2021 ?",
    ),
    "de": ("Wie viele Besucher 2024?", "Wie viele Boote 2024?", "Wie viele Besucher 2021?"),
    "it": ("Quanti visitatori nel 2024?", "Quante barche nel 2024?", "Quanti visitatori nel 2021?"),
}


def answer(question, language, passages, embed, vectors):
    shown = passages(
        f"{HEADS[language]}{YEARS}\nHanna Olsen runs the house. It is open daily.",
        language=language,
    )
    return read(question, language, shown, shipped(), embed, vectors)


@pytest.mark.parametrize("language", HEADS)
def test_a_row_answers_for_its_column_and_year(language, passages, embed, vectors):
    told = answer(ASKED[language][0], language, passages, embed, vectors)
    assert [line.text.strip("| ") for line in told.quoted] == ["2024 | 15,900 | 14"]
    assert told.short in ("", "15,900", "15 900", "15.900")


@pytest.mark.parametrize("language", HEADS)
def test_a_row_answers_for_no_other_column_or_year(language, passages, embed, vectors):
    for question in ASKED[language][1:]:
        assert answer(question, language, passages, embed, vectors).quoted == ()


def test_the_column_of_a_figure_is_told_from_its_bars(passages):
    row = next(found for found in lines_of(passages(HEADS["en"] + YEARS)) if "2023" in found.text)
    assert names_above(row) == "| Year | Visitors | Staff |"
    assert column_of(row, row.text.index("14,700")) == "Visitors"
    assert column_of(row, row.text.index("13")) == "Staff"


def test_what_is_no_table_has_no_columns(line):
    assert names_above(line("The museum had 15,900 visitors in 2024.")) == ""
