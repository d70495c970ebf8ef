"""Where sources differ, the reader is shown both sides and nothing is picked."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Answer, Assistant, ScriptedChat
from assistant.checking.disagree import differences
from evals.provider import Provider

GDP = {
    "en": "How much could AI contribute to Russia's GDP by 2030?",
    "fr": "Combien l'IA pourrait-elle représenter dans le PIB russe en 2030 ?",
    "de": "Wie viel könnte KI bis 2030 zum russischen Bruttoinlandsprodukt beitragen?",
    "it": "Quanto potrebbe contribuire l'IA al PIL russo entro il 2030?",
}
BEGINS = {
    "en": "The sources differ:", "fr": "Les sources diffèrent", "de": "Die Quellen unterscheiden",
    "it": "Le fonti differiscono",
}  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("disagree") / "store"


def ask(folder: Path, store: Path, question: str, **options: object) -> Answer:
    assistant = Assistant.open(folder, store=store, **options)  # type: ignore[arg-type]
    try:
        return assistant.ask(question)
    finally:
        assistant.close()


@pytest.mark.parametrize("language", GDP)
@pytest.mark.parametrize("model", ["extract", "faithful"])
def test_F13_the_misprint_of_the_seeds_is_told_with_both_quotes(
    seeds: Path, store: Path, language: str, model: str
) -> None:
    with Provider() as provider:
        options = {"base_url": provider.url} if model != "extract" else {}
        answer = ask(seeds, store, GDP[language], model=model, **options)
    (found,) = answer.disagreements
    assert set(found.readings) == {"11 2000 milliards de roubles", "11,2 Billionen Rubel"}
    assert found.text.startswith(BEGINS[language])
    assert found.text in answer.notes
    for side, reading in zip(found.sides, found.readings, strict=True):
        source = (seeds / side.file).read_text(encoding="utf-8")
        assert source[side.start : side.end] == side.quote
        assert reading in side.quote
        assert side.file in found.text


def test_what_both_files_say_is_no_disagreement(seeds: Path, store: Path) -> None:
    answer = ask(seeds, store, "How many dollars will Bank of China invest?", model="extract")
    assert answer.disagreements == ()


@pytest.fixture
def bridges(tmp_path: Path) -> Path:
    folder = tmp_path / "folder"
    folder.mkdir()
    for name, date, cost in (
        ("a", "2024-03-01", 12),
        ("b", "2025-06-01", 15),
        ("c", "2025-07-01", 15),
    ):
        head = f"---\ntitle: Bridge {name}\ndate: {date}\n---\n\n"
        text = f"{head}The new bridge over the river cost {cost} million euros.\n"
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


def test_F14_the_newest_side_comes_first_and_both_have_their_dates(
    bridges: Path, tmp_path: Path
) -> None:
    question = "What did the new bridge cost?"
    assistant = Assistant.open(bridges, store=tmp_path / "store", model="extract")
    number = 1 + [hit.file for hit in assistant.index.search(question, 20)].index("a.md")
    assistant.close()
    model = ScriptedChat([f"The new bridge cost 12 million euros [{number}]."])
    answer = ask(bridges, tmp_path / "store", question, model=model)
    found = answer.disagreements[0]
    assert [side.date for side in found.sides] == sorted(
        (side.date or "" for side in found.sides), reverse=True
    )
    assert found.readings == ("15 million euros", "12 million euros")
    assert "2024-03-01" in found.text


def test_G10_many_copies_against_one_are_one_disagreement(bridges: Path, tmp_path: Path) -> None:
    question = "What did the new bridge cost?"
    answer = ask(bridges, tmp_path / "store", question, model="extract")
    assert len(answer.disagreements) == 1
    assert set(answer.disagreements[0].readings) == {"12 million euros", "15 million euros"}


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("98 milliards d'euros", "98 Milliarden Euro", "de"),
        ("72 kilomètres", "45 miles", "en"),
        ("deux banques", "3 banques et 4 villes", "fr"),
        ("3 banques", "4 villes et 5 banques", "fr"),
    ],
)
def test_what_is_no_difference(one: str, other: str, language: str) -> None:
    assert differences(one, other, "fr", language) == []
