"""Drafted questions load, are marked as drafts, and never overwrite what someone has rewritten."""

import pytest

from evals.__main__ import main
from evals.corpora import read_corpus
from evals.drafts import draft_questions
from evals.errors import QuestionFault
from evals.loader import load_cases
from evals.scorers.matching import says

TEXTS = {
    "it/ponte.txt": "Il nuovo ponte della città è stato aperto al traffico il 7 ottobre 2024.\n"
    "I lavori sono costati alla provincia 12,75 milioni di euro in tutto.",
    "bruecke.txt": "Die neue Brücke über den Fluss ist genau 412 Meter lang und sehr schmal.",
    "other.txt": "12345 67890 " * 10,
    "README.md": "This bridge is 999 metres long, says a file that is not a document of it.",
}


@pytest.fixture
def folder(tmp_path):
    for name, text in TEXTS.items():
        path = tmp_path / "My Files" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "My Files"


def test_drafts_load_and_can_be_answered_from_their_gold(folder, tmp_path):
    corpus = read_corpus("my-files", folder)
    path = draft_questions(corpus, tmp_path / "questions")
    cases = load_cases(corpus, path.parent).cases
    asked = {case.question: [nugget.id for nugget in case.nuggets] for case in cases}
    assert len(asked) == 3
    for case in cases:
        (((span,),),) = (case.gold,)
        assert case.tags == ("draft",)
        assert says(span.quote, case.nuggets[0], case.language)
        assert not says(case.question, case.nuggets[0], case.language)
    values = {case.nuggets[0].values or case.nuggets[0].phrases for case in cases}
    assert values == {("2024-10-07",), (12_750_000,), (412,)}


def test_the_command(folder, tmp_path, capsys):
    questions = tmp_path / "questions"
    assert main(["--init", str(folder), "--questions", str(questions)]) == 0
    assert "my-files.drafts.yaml holds drafts" in capsys.readouterr().out
    assert main(["--init", str(folder), "--questions", str(questions)]) == 1
    assert "is there already" in capsys.readouterr().err


def test_nothing_to_ask_about(tmp_path):
    (tmp_path / "a.txt").write_text("Nothing here to count, and nobody says when.", "utf-8")
    with pytest.raises(QuestionFault, match="no sentence with a figure or a date"):
        draft_questions(read_corpus("a", tmp_path), tmp_path / "questions")
