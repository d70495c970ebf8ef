"""The command line where something is wrong: one clear sentence, and how it ends."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from evals.provider import Provider


def plain(result):
    """One clear sentence, no traceback, and an exit code that says it failed."""
    assert result.exit_code == 1
    assert result.output.startswith("attesto: ")
    assert "Traceback" not in result.output
    return result.output


def test_bad_folders_and_questions_get_one_clear_sentence(run, folder, tmp_path):
    assert "no folder" in plain(run("ask", "Hm?", tmp_path / "nowhere")).lower()
    assert "is a file" in plain(run("index", folder / "bridge.txt"))
    assert "empty" in plain(run("ask", " ", folder))
    assert "100,000 characters" in plain(run("ask", "x" * 100_000, folder))


def test_an_empty_folder_is_no_error(run, tmp_path):
    (tmp_path / "empty").mkdir()
    result = run("ask", "Gibt es hier etwas?", tmp_path / "empty")
    assert result.exit_code == 0
    assert "keine lesbaren Dokumente" in result.output
    assert "nothing in the folder yet" in run("index", tmp_path / "empty").output
    assert "nothing in the folder yet" in run("search", "etwas", tmp_path / "empty").output


def test_one_bad_file_among_good_ones_is_named_and_the_others_answer(run, folder):
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    os.mkfifo(folder / "pipe.txt")
    output = run("index", folder).output
    assert "gone.txt" in output
    assert "pipe.txt" in output
    assert "1 document, 1 passage; 1 changed" in output


def test_a13_a_name_of_two_lines_forges_no_line_anywhere(run, folder, tmp_path):
    name = "x\n  skipped  bridge.txt: \x1b[31mnot read.txt"
    (folder / name).write_text("The tunnel under the hill cost 9 million euros.", encoding="utf-8")
    saved = tmp_path / "answer.json"
    saved.write_text(run("ask", "What did the tunnel cost?", folder, "--json").output)
    told = run("index", folder).output + run("doctor", folder).output
    for words in (("status",), ("search", "tunnel"), ("ask", "tunnel?"), ("verify", saved)):
        told += run(*words, folder).output
    assert "x<U+000A>  skipped  bridge.txt: <U+001B>[31mnot read.txt" in told
    assert not [line for line in told.splitlines() if line.startswith("  skipped")]
    assert "\x1b" not in told


def test_many_files_left_out_for_one_reason_share_a_line(run, folder):
    for number in range(30):
        (folder / f"{number:02}.jpg").write_bytes(b"x")
    (folder / "film.mp4").write_bytes(b"x")
    output = run("index", folder).output
    assert "00.jpg, 01.jpg and 28 more: Files ending in .jpg" in output
    assert "film.mp4: Files ending in .mp4" in output
    assert "02.jpg" not in output
    assert len(json.loads(run("status", folder, "--json").output)["skipped"]) == 31


@pytest.mark.parametrize(
    ("persona", "message"),
    [("unauthorised", "key"), ("html", "web page"), ("empty-choices", "")],
)
def test_an_endpoint_that_fails_gets_one_clear_sentence(run, folder, persona, message):
    with Provider() as provider:
        result = run(
            "ask", "What did the bridge cost?", folder, "--base-url", provider.url,
            "--model", persona, "--deadline", "5",
        )  # fmt: skip
    assert message.lower() in plain(result).lower()


def test_no_server_at_the_address_is_said_with_the_address(run, folder):
    url = "http://127.0.0.1:9/v1"
    result = run("ask", "What?", folder, "--base-url", url, "--model", "m", "--deadline", "3")
    assert "127.0.0.1:9" in plain(result)


def test_a_wrong_setting_is_named_with_its_origin(monkeypatch, folder, run):
    monkeypatch.setenv("ATTESTO_PASSAGES", "many")
    output = plain(run("index", folder))
    assert "passages" in output
    assert "environment" in output
    monkeypatch.setenv("ATTESTO_PASSAGES", "8")
    monkeypatch.setenv("ATTESTO_PASAGES", "8")
    assert "pasages" in plain(run("index", folder))
    home = Path(os.environ["ATTESTO_HOME"])
    monkeypatch.delenv("ATTESTO_PASAGES")
    (home / "config.toml").write_text("modell = 'x'\n", encoding="utf-8")
    assert "config.toml" in plain(run("index", folder))


def test_d34_without_a_home_explicit_paths_are_enough(run, folder, monkeypatch):
    monkeypatch.setenv("ATTESTO_HOME", "/dev/null/home")
    assert "bridge.txt:1" in run("search", "bridge", folder).output


@pytest.mark.skipif(os.name != "posix", reason="HOME as POSIX has it")
@pytest.mark.parametrize("home", [None, "/dev/null/home"], ids=["D34-no-home", "D34-no-such-home"])
def test_without_a_home_a_command_works_with_explicit_paths_or_says_what_to_do(
    folder, tmp_path, home
):
    environ = {name: value for name, value in os.environ.items() if "ATTESTO" not in name}
    environ |= {name: "/dev/null/none" for name in ("TMPDIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    environ.pop("HOME", None)
    environ |= {"HOME": home} if home else {}
    (folder / "page.html").write_text("<p>Der Markt ist auf den Platz gezogen.</p>")
    command = [sys.executable, "-c", "from assistant.cli import main; main()"]
    words = ["search", "Markt", str(folder), "--store", str(tmp_path / "store")]
    done = subprocess.run([*command, *words], env=environ, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "page.html:1" in done.stdout, "read in a child process, which needs a folder to be in"
    if home:
        done = subprocess.run([*command, *words[:3]], env=environ, capture_output=True, text=True)
        assert done.returncode == 1
        assert "--store" in done.stderr
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "not whole JSON"),
        (b'{"question": "Hm?", "tex', "not whole JSON"),
        (b"\xff\xff\x00", "not whole JSON"),
        (b"[" * 100_000, "not whole JSON"),
        (b"[1, 2]", "not those of an answer"),
        (b"{}", "it has no “statements”"),
        (b'{"statements": 3}', "not those of an answer"),
        (b'{"statements": ["x"]}', "not those of an answer"),
        ({"citations": [{"label": "1"}]}, "not those of an answer"),
        ({"start": "0"}, "a citation's “start” makes no sense"),
        ({"quote": None}, "a citation's “quote” makes no sense"),
    ],
)
def test_what_is_no_saved_answer_is_refused_in_plain_words(run, folder, tmp_path, data, why):
    if isinstance(data, dict):
        answer = json.loads(run("ask", "What did the bridge cost?", folder, "--json").output)
        (answer if "citations" in data else answer["citations"][0]).update(data)
        data = json.dumps(answer).encode()
    (tmp_path / "answer.json").write_bytes(data)
    output = plain(run("verify", tmp_path / "answer.json", folder))
    assert why in output
    assert "attesto ask … --json > FILE" in output
    for python in ("column", "char", "object", "argument", "codec", "NoneType"):
        assert python not in output


def test_documents_of_a_disk_that_is_away_are_kept_and_told_of(run, tmp_path):
    folder = tmp_path / "many"
    folder.mkdir()
    for at in range(12):
        text = f"The market moved to square {at}. Forty farmers sell fruit there on Fridays.\n"
        (folder / f"{at:02}.txt").write_text(text)
    assert "12 documents" in run("index", folder).output
    for path in folder.iterdir():
        path.unlink()
    told = run("index", folder).output
    assert "kept Not in the folder any more: all 12 documents" in " ".join(told.split())
    assert "attesto index --gone" in told
    asked = run("ask", "Who sells fruit on the square?", folder)
    assert "not mounted" in asked.stderr
    assert "Forty farmers" in asked.stdout
    doctor = run("doctor", folder)
    assert (doctor.exit_code, "Not there" in doctor.stdout) == (3, True)
    assert json.loads(run("doctor", folder, "--report").stdout)["absent"] == 12
    assert len(json.loads(run("status", folder, "--json").stdout)["absent"]) == 12
    assert "removed  11.txt" in run("index", folder, "--gone").output
    assert "0 documents" in run("index", folder).output
