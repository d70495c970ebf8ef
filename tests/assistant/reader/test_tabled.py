"""A row of a table of files answers under the names of its columns, and no other row beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant
from index import sentences

FILES = {
    "revenue.csv": "company,2022,2023,employees\nArbon,41.2,44.8,310\nBelisk,18.5,17.9,120\n"
    "Cortana Foods,95.0,101.3,870\n",
    "umsatz.csv": "Firma;Jahr;Umsatz (Mio. Euro);Mitarbeiter\nTivano;2022;70,5;2300\n"
    "Tivano;2023;84,1;2410\nRenk;2022;12,0;95\nRenk;2023;13,4;101\n",
    "comuni.csv": "comune,abitanti,superficie km2\nOrta,1150,6.7\nVado,8300,23.8\n",
    "musees.csv": "musée;visiteurs 2022;visiteurs 2023\nMusée de Brume;12000;15400\n"
    "Musée du Sarn;40200;38900\n",
}


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("tables")
    for name, text in FILES.items():
        Path(folder, name).write_text(text, encoding="utf-8")
    assistant = Assistant.open(folder, store=folder / "store", model="extract")
    yield assistant
    assistant.close()


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("What was the revenue of Arbon in 2023?", "company: Arbon; 2022: 41.2; 2023: 44.8"),
        ("Wie hoch war der Umsatz von Tivano 2023?", "Jahr: 2023; Umsatz (Mio. Euro): 84,1"),
        ("Quale fu il fatturato di Tivano nel 2022?", "Jahr: 2022; Umsatz (Mio. Euro): 70,5"),
        ("Quanti abitanti ha Vado?", "comune: Vado; abitanti: 8300"),
        ("Combien de visiteurs le musée du Sarn a-t-il eus en 2023 ?", "visiteurs 2023: 38900"),
    ],
)
def test_the_row_and_its_column_answer(tables: Assistant, question: str, row: str) -> None:
    answer = tables.ask(question)
    assert [row in citation.quote for citation in answer.citations] == [True]
    assert "\n" not in answer.citations[0].quote


@pytest.mark.parametrize(
    "question",
    ["What was the revenue of Arbon in 2021?", "Wie hoch war der Umsatz von Renk 2024?",
     "Quanti abitanti ha Roma?"],
)  # fmt: skip
def test_what_is_in_no_row_is_not_answered(tables: Assistant, question: str) -> None:
    assert tables.ask(question).citations == ()


def test_each_row_is_a_sentence_though_it_begins_small() -> None:
    text = "company: Arbon; 2022: 41.2; staff: 3\ncompany: Belisk; 2022: 18.5; staff: 4"
    assert [text[start:end] for start, end in sentences(text, "en")] == text.split("\n")
