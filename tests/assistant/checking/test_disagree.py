"""Where sources differ, the reader is shown both sides and nothing is picked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant import Answer, Assistant, Citation, ScriptedChat, Statement, Support
from assistant.checking.meaning import default_meaning
from assistant.disagreement.differing import differences
from assistant.disagreement.disagree import Found, disagreements
from evals.provider import Provider

GDP = {
    "en": "How much could AI contribute to Russia's GDP by 2030?",
    "fr": "Combien l'IA pourrait-elle représenter dans le PIB russe en 2030 ?",
    "de": "Wie viel könnte KI bis 2030 zum russischen Bruttoinlandsprodukt beitragen?",
    "it": "Quanto potrebbe contribuire l'IA al PIL russo entro il 2030?",
}
BEGINS = {
    "en": "Two versions of one story differ:", "fr": "Deux versions d’un même article diffèrent :",
    "de": "Zwei Fassungen derselben Meldung unterscheiden sich:",
    "it": "Due versioni dello stesso articolo differiscono:",
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


ROUBLES = (
    ("fr", "Combien de roubles l'IA doit-elle représenter en 2030 ?"),
    ("fr", "Quel est le montant prévu en roubles ?"),
    ("de", "Wie viele Rubel soll KI 2030 zum BIP beitragen?"),
    ("it", "Quanti rubli dovrebbe apportare l'IA al PIL entro il 2030?"),
    ("en", "How many roubles should AI contribute to Russia's GDP by 2030?"),
)


@pytest.mark.parametrize(("language", "question"), ROUBLES)
def test_F13_a_question_in_the_words_of_one_version_is_told_the_other_as_well(
    seeds: Path, store: Path, language: str, question: str
) -> None:
    (found,) = ask(seeds, store, question, model="extract").disagreements
    assert set(found.readings) == {"11 2000 milliards de roubles", "11,2 Billionen Rubel"}
    assert found.text.startswith(BEGINS[language])


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


TOWN = Path(__file__).parents[3] / "evals" / "corpora" / "town"
BRIDGE = {
    "en": "What did the new bridge in Halden cost?",
    "fr": "Combien le nouveau pont de Halden a-t-il coûté ?",
    "de": "Was hat die neue Brücke in Halden gekostet?",
    "it": "Quanto è costato il nuovo ponte di Halden?",
}
VACCINE = {
    "en": "What percentage of people did Nerivax protect?",
    "fr": "Quel pourcentage des volontaires le vaccin Nerivax a-t-il protégé ?",
    "de": "Wie viel Prozent der Geimpften hat Nerivax geschützt?",
    "it": "Quale percentuale di persone è stata protetta da Nerivax?",
}
UNDATED = {"en": "(no date)", "fr": "(sans date)", "de": "(ohne Datum)", "it": "(senza data)"}
CORRECTED = {
    "en": "The sources differ: “81 per cent” in vaccine-correction.en.txt (2024-03-17), "
    "“91 per cent” in vaccine-trial.en.txt (2024-03-03).",
    "fr": "Les sources diffèrent : «\u00a081 per cent\u00a0» dans vaccine-correction.en.txt "
    "(2024-03-17), «\u00a091 per cent\u00a0» dans vaccine-trial.en.txt (2024-03-03).",
    "de": "Die Quellen unterscheiden sich: „81 per cent“ in vaccine-correction.en.txt "
    "(2024-03-17), „91 per cent“ in vaccine-trial.en.txt (2024-03-03).",
    "it": "Le fonti differiscono: «81 per cent» in vaccine-correction.en.txt (2024-03-17), "
    "«91 per cent» in vaccine-trial.en.txt (2024-03-03).",
}


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    store = tmp_path_factory.mktemp("town") / "store"
    assistant = Assistant.open(TOWN, store=store, model="extract")
    yield assistant
    assistant.close()


@pytest.mark.parametrize("language", BRIDGE)
def test_F13_a_sentence_that_says_more_than_the_other_still_disagrees(
    town: Assistant, language: str
) -> None:
    (found,) = town.ask(BRIDGE[language]).disagreements
    assert set(found.readings) == {"52,1 Millionen Pfund", "£48.6 million"}
    assert "(2024-06-15)" in found.text
    assert UNDATED[language] in found.text


@pytest.mark.parametrize("language", VACCINE)
def test_F14_a_correction_is_told_beside_what_it_corrects(town: Assistant, language: str) -> None:
    answer = town.ask(VACCINE[language])
    assert [found.text for found in answer.disagreements] == [CORRECTED[language]]
    assert CORRECTED[language] in answer.notes


def told(
    one: str, other: str, *, stories: dict[str, str] | None = None, question: str = "What is new?"
) -> list[str]:
    """What is said of two files, of which an answer cites the first."""
    cited = Citation("1", "a.txt", 0, len(one), one, 1)
    place = Citation("", "b.txt", 0, len(other), other, 1)
    statement = Statement(one, ("1",), Support("supported"))
    texts, languages = {"a.txt": one, "b.txt": other}, {"a.txt": "en", "b.txt": "en"}
    found = Found(question, "en", [cited, place], texts, languages, stories or {})
    told = disagreements([statement], [cited], found, default_meaning())
    return [difference.text for difference in told]


STORY = "The new bridge over the river cost {} million euros."


def test_copies_of_one_story_are_one_source_and_their_versions_are_told_as_such() -> None:
    one, other = STORY.format(12), STORY.format(15)
    same = {"a.txt": "a.txt", "b.txt": "a.txt"}
    assert told(one, one, stories=same) == []
    (versions,) = told(one, other, stories=same)
    assert versions.startswith("Two versions of one story differ: ")
    (sources,) = told(one, other, stories={"a.txt": "a.txt", "b.txt": "b.txt"})
    assert sources.startswith("The sources differ: ")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (STORY.format(12), "The old town hall on the square cost 15 million euros."),
        (STORY.format(12), "Drivers pay a toll of 2 million euros in all."),
        (STORY.format(12), "The new bridge over the river is 15 metres wide."),
        (STORY.format(12), "The new bridge over the river cost twelve million euros."),
        ("The museum had 12,000 visitors in May.", "The museum had 15,000 visitors in June."),
        ("The budget for schools is 40 million.", "The budget for roads is 30 million."),
    ],
)
def test_another_thing_is_no_disagreement(one: str, other: str) -> None:
    assert told(one, other) == []


@pytest.fixture
def two(tmp_path: Path) -> Callable[[str, str, str], Answer]:
    def asked(question: str, one: str, other: str) -> Answer:
        folder = tmp_path / "two"
        folder.mkdir()
        for name, date, text in (("a", "2024-03-01", one), ("b", "2025-06-01", other)):
            (folder / f"{name}.md").write_text(f"---\ndate: {date}\n---\n\n{text}\n", "utf-8")
        return ask(folder, tmp_path / "store", question, model="extract")

    return asked


@pytest.mark.parametrize(
    ("question", "one", "other", "told"),
    [
        ("Who won the race?", "The race was won by Marco Bellini.",
         "The race was won by Jonas Weber.", {"Marco Bellini", "Jonas Weber"}),
        ("Wer hat das Rennen in Lindholm gewonnen?", "Marco Bellini won the race in Lindholm.",
         "Das Rennen in Lindholm gewann Jonas Weber.", {"Marco Bellini", "Jonas Weber"}),
        ("Le maire soutient-il le tramway ?", "Le maire soutient le projet de tramway.",
         "Le maire rejette le projet de tramway.",
         {"Le maire soutient le projet de tramway.", "Le maire rejette le projet de tramway."}),
        ("Che cosa ha fatto Paula Grant lunedì?", "Paula Grant resigned on Monday.",
         "Paula Grant did not resign on Monday.",
         {"Paula Grant resigned on Monday.", "Paula Grant did not resign on Monday."}),
    ],
)  # fmt: skip
def test_G4_claims_that_exclude_each_other_are_both_quoted_and_none_is_picked(
    two: Callable[[str, str, str], Answer], question: str, one: str, other: str, told: set[str]
) -> None:
    answer = two(question, one, other)
    assert {cited.quote for cited in answer.citations} == {one, other}
    (found,) = answer.disagreements
    assert set(found.readings) == told
    assert [side.date for side in found.sides] == ["2025-06-01", "2024-03-01"]
    assert all(one in s.text or other in s.text for s in answer.statements)  # no short answer


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        ("How many customers does the bakery have?",
         "The bakery in Kolm has 400 customers a day.",
         "The bakery in Graz has 700 customers a day."),
        ("Combien de personnes le séisme a-t-il tuées ?",
         "The earthquake in Chile killed 34 people.",
         "The earthquake in Turkey killed 120 people."),
        ("Was kosten die Arbeiten?", "La fermeture coûtera 18 millions d'euros.",
         "The works cost 45 million euros."),
    ],
)  # fmt: skip
def test_G3_two_things_are_no_disagreement(
    two: Callable[[str, str, str], Answer], question: str, one: str, other: str
) -> None:
    assert two(question, one, other).disagreements == ()
