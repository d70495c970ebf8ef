"""``python -m evals``: exit codes, files, and errors that say what to do."""

import json
import re
import socket
import subprocess
import sys
import time

import pytest
from click.testing import CliRunner

from evals.__main__ import main
from evals.provider import Provider
from evals.records import read_records

QUESTIONS = """\
corpus: two
passages:
  brucke.txt:
    length: Die Brücke ist 412 Meter lang.
nuggets:
  n412: {number: 412}
questions:
  - id: length
    type: figure
    ask:
      de: Wie lang ist die Brücke?
    gold: [length]
    nuggets: [n412]
"""


@pytest.fixture
def own(tmp_path):
    """A folder and a question of one's own, as arguments."""
    folder, questions = tmp_path / "two", tmp_path / "questions"
    folder.mkdir()
    questions.mkdir()
    (folder / "brucke.txt").write_text("Die Brücke ist 412 Meter lang. Sie ist neu.", "utf-8")
    (folder / "ponte.txt").write_text("Il ponte di Roma non è questo.", "utf-8")
    (questions / "two.yaml").write_text("not read: the name needs a theme", "utf-8")
    (questions / "two.all.yaml").write_text(QUESTIONS, "utf-8")
    return ["--folder", str(folder), "--questions", str(questions), "--model", "scripted"]


def test_one_question_to_the_end(own, tmp_path, capsys):
    files = {name: tmp_path / f"report.{name}" for name in ("json", "html", "records")}
    assert main([*own, *(x for n, p in files.items() for x in (f"--{n}", str(p)))]) == 0
    assert "two: 1 questions with an answer" in capsys.readouterr().out
    report = json.loads(files["json"].read_text("utf-8"))["two"]
    assert report["outcomes"]["answerable"]["right"] == 1
    assert files["html"].read_text("utf-8").startswith("<!doctype html>")
    again = files["records"].read_bytes()
    assert main([*own, "--records", str(files["records"])]) == 0  # nothing is asked again
    assert files["records"].read_bytes() == again


def test_what_was_recorded_is_replayed_without_the_model(own, tmp_path, capsys):
    replies, first, second = (tmp_path / name for name in ("replies", "a.json", "b.json"))
    assert main([*own, "--record", str(replies), "--json", str(first)]) == 0
    (line,) = replies.read_text("utf-8").splitlines()
    assert json.loads(line)["model"] == "faithful"
    assert main([*own, "--model", f"replay:{replies}", "--json", str(second)]) == 0
    one, other = (json.loads(path.read_text("utf-8"))["two"] for path in (first, second))
    assert other["run"].pop("model") == "faithful"
    assert one["run"].pop("model") == "scripted"
    assert one == other


def test_a_recording_holds_no_key(own, tmp_path):
    folder = tmp_path / "two"
    key = "sk-" + "a1B2" * 8
    (folder / "brucke.txt").write_text(
        f"Die Brücke ist 412 Meter lang, {key}. Sie ist neu.", "utf-8"
    )
    questions = tmp_path / "questions" / "two.all.yaml"
    questions.write_text(QUESTIONS.replace("Meter lang.", f"Meter lang, {key}."), "utf-8")
    replies = tmp_path / "replies"
    assert main([*own, "--record", str(replies)]) == 0
    told = replies.read_text("utf-8")
    assert "412 Meter lang" in told
    assert key not in told


def test_a_reply_that_was_not_recorded_breaks_the_run(own, tmp_path, capsys):
    replies = tmp_path / "replies"
    baseline = ["--baseline", str(tmp_path / "baseline.json")]
    main([*own, "--record", str(replies)])
    replay = [*own, "--model", f"replay:{replies}", *baseline]
    assert main([*replay, "--save-baseline", "--gate"]) == 0
    line = json.loads(replies.read_text("utf-8"))
    replies.write_text(json.dumps(line | {"prompt": "0" * 64}) + "\n", "utf-8")
    assert main([*replay, "--gate"]) == 4
    assert "Record it again" in capsys.readouterr().out


def test_the_gate_by_exit_code(own, tmp_path, capsys):
    baseline = ["--baseline", str(tmp_path / "baseline.json")]
    assert main([*own, *baseline, "--gate"]) == 1
    told = capsys.readouterr()
    assert "record one with --save-baseline" in told.err
    assert told.out == ""  # before anything was asked
    assert main([*own, *baseline, "--save-baseline"]) == 0
    assert main([*own, *baseline, "--gate"]) == 0
    assert "Gate: pass" in capsys.readouterr().out
    questions = tmp_path / "questions" / "two.all.yaml"
    questions.write_text(QUESTIONS.replace("Wie lang", "Wie lange"), "utf-8")
    assert main([*own, *baseline, "--gate"]) == 4
    assert "the baseline was made from other questions" in capsys.readouterr().out


def test_a_document_that_changed_is_named_where_its_quote_is_asked_for(own, tmp_path, capsys):
    records = ["--records", str(tmp_path / "records")]
    assert main([*own, *records]) == 0
    document = tmp_path / "two" / "brucke.txt"
    document.write_text("Die Brücke ist 412 Meter lang. Sie war neu.", "utf-8")
    assert main([*own, *records]) == 1  # every quote is there, but these are other documents
    assert "was recorded from other questions, documents" in capsys.readouterr().err
    document.write_text("Die Brücke ist 421 Meter lang.", "utf-8")
    assert main(own) == 1
    told = capsys.readouterr().err
    assert "two.all.yaml:4: the quote `length` is not in brucke.txt; copy it exactly." in told


def test_a_killed_run_goes_on_and_ends_as_if_nothing_had_happened(tmp_path, capsys):
    records, asking = tmp_path / "run.jsonl", ["--corpus", "town", "--only", "fr"]
    command = [sys.executable, "-m", "evals", *asking, "--records", str(records)]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not records.exists() or records.read_bytes().count(b"\n") < 4:
        assert running.poll() is None, "it ended before it could be killed"
        time.sleep(0.01)
    running.kill()
    running.wait()
    kept = records.read_bytes()
    kept = kept[: kept.rfind(b"\n") + 1]
    assert 4 <= kept.count(b"\n") < 31
    assert main([*asking, "--records", str(records), "--json", str(tmp_path / "a.json")]) == 0
    assert records.read_bytes().startswith(kept)
    assert main([*asking, "--json", str(tmp_path / "b.json")]) == 0
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()


def test_two_runs_compared(tmp_path, capsys):
    file = str(tmp_path / "run.jsonl")
    main(["--only", "it", "--model", "scripted", "--records", file])
    told = capsys.readouterr()
    assert [line for line in told.out.splitlines() if line.endswith("without one")] == [
        "seeds: 32 questions with an answer, 14 without one",
        "town: 21 questions with an answer, 9 without one",
    ]
    assert re.search(r"^76 questions in \d+ s$", told.err, re.MULTILINE)
    page = tmp_path / "page.html"
    assert main(["--compare", file, file, "--html", str(page)]) == 0
    assert page.read_text("utf-8").count("Against run.jsonl") == 2
    told = capsys.readouterr().out
    assert "same" in told
    assert "+0 -0 =32" in told
    assert "+0 -0 =21" in told


def test_two_runs_over_documents_of_ones_own_compared(own, tmp_path, capsys):
    one, other = str(tmp_path / "one.jsonl"), str(tmp_path / "other.jsonl")
    main([*own, "--records", one])
    main([*own, "--model", "scripted:declining", "--records", other])
    assert main(["--compare", one, other]) == 1
    assert "say with --folder and --questions" in capsys.readouterr().err
    assert main([*own, "--compare", one, other]) == 0
    told = capsys.readouterr().out
    assert "two: " in told
    assert re.search(r"answerable, yet declined +worse", told)


@pytest.mark.parametrize("option", ["--json", "--html", "--records", "--record"])
def test_a_place_that_cannot_be_written_is_refused_before_anything_is_asked(
    option, own, tmp_path, capsys
):
    assert main([*own, option, str(tmp_path)]) == 1
    told = capsys.readouterr()
    assert f"{tmp_path} is a folder; give the name of a file in it." in told.err
    assert "questions in" not in told.err
    assert main([*own, option, str(tmp_path / "two" / "brucke.txt" / "x")]) == 1
    assert "brucke.txt/x cannot be written" in capsys.readouterr().err
    assert main([*own, option, str(tmp_path / "new" / "file")]) == 0
    assert (tmp_path / "new" / "file").stat().st_size


def test_a_home_that_cannot_be_written_fails_no_run(own, tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("ATTESTO_HOME", str(tmp_path / "two" / "brucke.txt"))
    assert main(own) == 0
    assert "The chat will not show this report: " in capsys.readouterr().err


def test_a_server_that_is_gone_stops_the_run_which_then_goes_on(own, tmp_path, capsys):
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # bound and not listening: refused at once
        url = f"http://127.0.0.1:{nobody.getsockname()[1]}/v1"
        records = tmp_path / "run.jsonl"
        run = [*own, "--model", "faithful", "--records", str(records)]
        assert main([*run, "--base-url", url]) == 1
    told = capsys.readouterr().err
    assert "Is the server running" in told
    assert f"{records} holds what was answered; the same goes on there." in told
    with Provider() as provider:
        assert main([*run, "--base-url", provider.url]) == 0
    assert "1 right" in capsys.readouterr().out


@pytest.mark.parametrize("variable", ["ATTESTO_BASE_URL", "OPENAI_BASE_URL"])
def test_the_endpoint_of_the_environment_is_asked_and_no_file_holds_its_key(
    variable, own, tmp_path, monkeypatch
):
    key = "sk-proj-" + "a1B2" * 8
    monkeypatch.setenv(variable.replace("BASE_URL", "API_KEY"), key)
    files = [tmp_path / name for name in ("replies", "records", "page.html")]
    with Provider() as provider:
        monkeypatch.setenv(variable, provider.url)
        asking = [*own, "--model", "faithful", "--record", str(files[0])]
        assert main([*asking, "--records", str(files[1]), "--html", str(files[2])]) == 0
        assert provider.calls[-1].headers["authorization"] == f"Bearer {key}"
    for file in files:
        assert file.stat().st_size
        assert key not in file.read_text("utf-8")


def test_a_model_is_given_as_long_as_one_says(own, tmp_path):
    records = tmp_path / "run.jsonl"
    with Provider() as provider:
        asking = [*own, "--model", "silent", "--base-url", provider.url, "--deadline", "0.25"]
        assert main([*asking, "--records", str(records)]) == 0
    ((record,),) = (list(run.values()) for run in read_records(records).values())
    assert record.trouble == "crashed"
    assert "0.25 s" in record.detail, record.detail


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--folder", "."], "Say with --questions"),
        (["--model", "scripted:nobody"], "There is no persona 'nobody'"),
        (["--model", "replay:gone.jsonl"], "gone.jsonl is no recording"),
        (["--cases", "gone.jsonl"], "Say with --folder"),
        (["--cases", "gone.jsonl", "--folder", "."], "holds no document that can be read"),
        (["--compare", "a.jsonl", "b.jsonl"], "a.jsonl cannot be read"),
    ],
)
def test_what_cannot_be_done_is_said(arguments, message, capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 1
    assert message in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--only", "es"], ["--init", "."], ["draft"], ["init"]])
def test_a_wrong_argument_has_its_own_code(arguments):
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2


def test_the_report_is_left_where_the_pages_quality_tab_reads_it(own, tmp_path):
    """One command writes it, and the page that is open shows it."""
    pytest.importorskip("starlette")
    from starlette.applications import Starlette
    from starlette.testclient import TestClient

    from assistant import Assistant, report_file
    from assistant.cli import cli
    from assistant.ui.routes import Routes

    assistant = Assistant.open(own[1], store=tmp_path / "store", model="extract")
    page = TestClient(Starlette(routes=Routes(assistant).routes()))
    assert page.get("/attesto/quality").json() == {"report": ""}
    other = tmp_path / "elsewhere.html"
    for extra in ([], ["--html", str(other)]):  # a place of one's own is one more
        report_file().unlink(missing_ok=True)
        done = CliRunner().invoke(cli, ["eval", *own, *extra])
        assert done.exit_code == 0, done.output
        shown = page.get("/attesto/quality").json()["report"]
        assert shown == report_file().read_text("utf-8")
        assert shown.startswith("<!doctype html>")
        assert "Wie lang ist die Brücke?" in shown
    assert other.read_text("utf-8") == shown
    assistant.close()
