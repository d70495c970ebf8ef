"""What readers found bad becomes a case that is answered from frozen passages."""

import json

import pytest

from assistant import Answer, Assistant, ScriptedChat
from assistant.ui.feedback import FILE, keep
from evals.__main__ import main
from evals.cases import CaseSet
from evals.corpora import read_corpus
from evals.errors import FeedbackFault, QuestionFault
from evals.feedback import read_complaints
from evals.questions.loader import load_cases
from evals.records import read_records
from evals.run import attempt
from evals.subjects import Watched, open_subject

BRIDGE = "Die neue Brücke ist 412 Meter lang und kostete 48 Millionen Pfund."
BEES = "Les ruches de la mairie ont donné 420 kilos de miel cette année."


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "town"
    place.mkdir()
    (place / "bruecke.txt").write_text(BRIDGE, "utf-8")
    (place / "abeilles.txt").write_text(BEES, "utf-8")
    return place


PASSAGES = [
    {"file": "bruecke.txt", "start": 0, "end": len(BRIDGE), "quote": BRIDGE},
    {"file": "abeilles.txt", "start": 0, "end": len(BEES), "quote": BEES},
    {"file": "gone.txt", "start": 0, "end": 4, "quote": "Gone"},
]


def line(verdict="bad", **fields):
    told = Answer("Was kostete die Brücke?", "412 [1].", "de", False).to_dict()
    said = {"verdict": verdict, "reason": "wrong figure", "time": "2026-01-02T03:04:05"}
    return told | said | {"passages": PASSAGES} | fields


@pytest.fixture
def feedback(tmp_path):
    path = tmp_path / "feedback.jsonl"
    lines = [line("good", question="Wie lang?"), line(), line(reason="still wrong")]
    path.write_text("\n".join(json.dumps(one) for one in lines) + "\n", "utf-8")
    return path


def test_only_what_was_bad_and_only_the_last_word_on_it(feedback):
    (complaint,) = read_complaints(feedback)
    assert (complaint.answer.question, complaint.reason) == (
        "Was kostete die Brücke?",
        "still wrong",
    )


def test_a_draft_waits_for_a_person_and_then_runs(folder, feedback, tmp_path, capsys):
    questions = tmp_path / "questions"
    drafting = ["--cases", str(feedback), "--folder", str(folder), "--questions", str(questions)]
    assert main(drafting) == 0
    path = questions / "town.feedback.yaml"
    assert f"{path} holds drafts" in capsys.readouterr().out
    draft = path.read_text("utf-8")
    assert "# 2026-01-02T03:04:05, a reader: still wrong" in draft
    assert "# The answer was: 412 [1]." in draft
    with pytest.raises(QuestionFault, match=r"town.feedback.yaml:\d+: `told-1` needs `gold`"):
        load_cases(read_corpus("town", folder), questions)
    assert "# 1 of its passages stand in the documents no more" in draft
    said = "    gold: [told-1-1]\n    nuggets: [cost]\n    tags: [thumbs-down]"
    path.write_text(
        draft.replace("    tags: [draft, thumbs-down]", said)
        + "nuggets:\n  cost: {number: 48_000_000}\n", "utf-8",
    )  # fmt: skip
    (case,) = load_cases(read_corpus("town", folder), questions).cases
    assert [span.quote for span in case.frozen] == [BRIDGE, BEES]
    assert main(drafting) == 1
    assert "is there already" in capsys.readouterr().err


def test_from_the_thumb_to_the_verdict(folder, tmp_path, capsys):
    """Asked, judged bad, drafted, completed by a person, run, while documents change."""
    assistant = Assistant.open(folder, store=tmp_path / "store", model="extract")
    answer = assistant.ask("Was kostete die neue Brücke?")
    keep(tmp_path / "store", assistant.search, answer.to_dict(), "bad", "too short")
    assistant.close()
    for n in range(30):  # afterwards the search finds other things
        text = f"Die neue Brücke Nummer {n} kostete {n} Mark, sagt der Anzeiger. Was kostete sie?"
        (folder / f"other{n}.txt").write_text(text, "utf-8")
    own = ["--folder", str(folder), "--questions", str(tmp_path / "q")]
    assert main(["--cases", str(tmp_path / "store" / FILE), *own]) == 0
    (path,) = (tmp_path / "q").iterdir()
    draft = path.read_text("utf-8")
    assert "30 of its" not in draft
    said = "    gold: [told-1-1]\n    nuggets: [cost]\n    tags: [thumbs-down]"
    path.write_text(
        draft.replace("    tags: [draft, thumbs-down]", said)
        + "nuggets:\n  cost: {number: 48_000_000}\n", "utf-8",
    )  # fmt: skip
    records = tmp_path / "records.jsonl"
    capsys.readouterr()
    assert main([*own, "--records", str(records)]) == 0
    assert "town: 1 questions with an answer" in capsys.readouterr().out
    ((record,),) = (list(run.values()) for run in read_records(records).values())
    assert {hit.file for hit in record.sent} <= {"bruecke.txt", "abeilles.txt"}
    assert any(hit.file.startswith("other") for hit in record.hits)


def test_a_frozen_case_is_answered_from_its_passages_whatever_is_found(folder, tmp_path):
    corpus = read_corpus("town", folder)
    questions = tmp_path / "questions"
    questions.mkdir()
    (questions / "town.x.yaml").write_text(
        f"corpus: town\npassages:\n  abeilles.txt:\n    bees: {BEES}\n"
        "questions:\n  - id: q\n    type: figure\n"
        "    ask:\n      de: Wie viel Honig gab das Rathaus?\n"
        "    frozen: [bees]\n    reason: near_miss\n",
        "utf-8",
    )
    cases = load_cases(corpus, questions)
    with open_subject(CaseSet(corpus, (), ""), "scripted") as subject:
        record = attempt(cases.cases[0], subject)
        assert [hit.file for hit in record.sent] == ["abeilles.txt"]
        assert {hit.file for hit in record.hits} == {"abeilles.txt", "bruecke.txt"}
        subject.ask("Was kostete die Brücke?")
        assert {hit.file for hit in subject.sent} == {"abeilles.txt", "bruecke.txt"}


def test_what_is_sent_is_seen(folder, tmp_path):
    assistant = Assistant.open(folder, store=tmp_path / "store", model=ScriptedChat(["412 [1]."]))
    watched = Watched(assistant)
    assert watched.sent is None
    watched.ask("Wie lang ist die Brücke?")
    assert {hit.file for hit in watched.sent} == {"abeilles.txt", "bruecke.txt"}
    assistant.close()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("not json\n", "feedback.jsonl:1: not a line of feedback"),
        (json.dumps({"verdict": "bad"}) + "\n", "feedback.jsonl:1: not a line of feedback"),
        ("[]\n", "feedback.jsonl:1: not a line of feedback"),
    ],
)
def test_a_damaged_line_is_named(tmp_path, text, message):
    path = tmp_path / "feedback.jsonl"
    path.write_text(text, "utf-8")
    with pytest.raises(FeedbackFault, match=message):
        read_complaints(path)


def test_nothing_bad_is_said(tmp_path, folder, capsys):
    path = tmp_path / "feedback.jsonl"
    path.write_text(json.dumps(line("good")) + "\n", "utf-8")
    assert main(["--cases", str(path), "--folder", str(folder)]) == 1
    assert "holds no bad verdict" in capsys.readouterr().err
