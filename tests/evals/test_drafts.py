"""Drafted questions load, are marked as drafts, and never overwrite what someone has rewritten."""

import shlex
from pathlib import Path

import pytest

from evals.__main__ import main
from evals.corpora import read_folder
from evals.drafts import draft_questions
from evals.errors import QuestionFault
from evals.questions.loader import load_cases
from evals.scorers.matching import says

TEXTS = {
    "it/ponte.txt": "Il nuovo ponte della città è stato aperto al traffico il 7 ottobre 2024.\n"
    "I lavori sono costati alla provincia 12,75 milioni di euro in tutto.",
    "bruecke.txt": "Die neue Brücke über den Fluss ist genau 412 Meter lang und sehr schmal.",
    "maire.txt": "Le discours de la maire Claire Morvan a été applaudi par toute la salle.",
    "other.txt": "12345 67890 " * 10,
    "README.md": "This bridge is 999 metres long, says a file that is not a document of it.",
    ".attestoignore": "README.md",
    "pont.html": "<h1>Le pont</h1><p>La construction du pont de la ville a coûté 3 250 euros.</p>",
}


@pytest.fixture
def folder(tmp_path):
    for name, text in TEXTS.items():
        path = tmp_path / "My Files" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "My Files"


def test_drafts_load_and_can_be_answered_from_their_gold(folder, tmp_path):
    corpus = read_folder(folder)
    path = draft_questions(corpus, tmp_path / "questions")
    cases = load_cases(corpus, path.parent).cases
    asked = {case.question: [nugget.id for nugget in case.nuggets] for case in cases}
    assert len(asked) == 5
    for case in cases:
        (((span,),),) = (case.gold,)
        assert case.tags == ("draft",)
        assert says(span.quote, case.nuggets[0], case.language)
        assert not says(case.question, case.nuggets[0], case.language)
    values = {case.nuggets[0].values or case.nuggets[0].phrases for case in cases}
    assert values == {("2024-10-07",), (12_750_000,), (412,), (3250,), ("Claire Morvan",)}


@pytest.mark.parametrize(
    ("text", "asked", "nugget"),
    [
        ("The old bridge of the town was closed on May 3, 1987 after it had burnt.",
         "of the gap: The old bridge of the town was closed on … after it had burnt?",
         "1987-05-03"),
        ("La serre du jardin a été ouverte le 14 mars 2024 devant toute la ville.",
         "du blanc : La serre du jardin a été ouverte le … devant toute la ville ?", "2024-03-14"),
        ("The ferry between the two islands carried 310,000 passengers over the year.",
         "The ferry between the two islands carried … passengers over the year?", 310_000),
        ("Il traghetto tra le due isole ha portato 310.000 passeggeri in tutto l'anno.",
         "Il traghetto tra le due isole ha portato … passeggeri in tutto l'anno?", 310_000),
        ("Die Sanierung der Halle kostete nach Angaben der Stadt 4,7 Mio. Franken.",
         "Die Sanierung der Halle kostete nach Angaben der Stadt … Mio. Franken?", 4_700_000),
    ],
)  # fmt: skip
def test_a_gap_is_the_whole_of_a_date_and_a_figure_is_read_in_its_language(
    text, asked, nugget, tmp_path
):
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "a.txt").write_text(text, "utf-8")
    corpus = read_folder(tmp_path / "own")
    path = draft_questions(corpus, tmp_path / "questions")
    (case,) = load_cases(corpus, path.parent).cases
    assert case.question.endswith(asked)
    assert (case.nuggets[0].values or case.nuggets[0].phrases) == (nugget,)


def test_as_a_user_would_in_a_fresh_folder(folder, tmp_path, capsys, monkeypatch):
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    assert main(["init", "../My Files"]) == 0
    written = Path("questions", "my-files.drafts.yaml")
    assert f"{written} holds drafts" in capsys.readouterr().out
    again = next(
        line.split("attesto eval ")[1]
        for line in written.read_text("utf-8").splitlines()
        if "attesto eval " in line
    )
    # What the head of the file says to run is run, with the drafts as they are.
    assert main([*shlex.split(again), "--model", "oracle"]) == 0
    assert "my-files: 5 questions with an answer, 0 without one" in capsys.readouterr().out
    assert main(["init", "../My Files"]) == 1
    assert "is there already" in capsys.readouterr().err


def test_the_drafts_go_where_one_says(folder, tmp_path):
    assert main(["init", str(folder), "--questions", str(tmp_path / "mine")]) == 0
    assert (tmp_path / "mine" / "my-files.drafts.yaml").is_file()
    assert sorted(path.name for path in folder.iterdir()) == [
        ".attestoignore", "README.md", "bruecke.txt", "it", "maire.txt", "other.txt",
        "pont.html",
    ]  # fmt: skip


def test_nothing_to_ask_about(tmp_path):
    (tmp_path / "a.txt").write_text("Nothing here to count, and nobody says when.", "utf-8")
    with pytest.raises(QuestionFault, match="no sentence with a figure, a date or a name"):
        draft_questions(read_folder(tmp_path), tmp_path / "questions")
