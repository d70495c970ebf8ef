"""The command line as a person meets it: what it prints, and how it ends."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from unicodedata import normalize

import pytest
from click.testing import CliRunner

from assistant.cli import cli
from evals.provider import Provider


@pytest.fixture
def run(tmp_path):
    """Run a command; its store is its own."""

    def run_it(*words):
        store = ["--store", str(tmp_path / "store")] if words[0] not in ("--help", "config") else []
        return CliRunner().invoke(cli, [*map(str, words), *store])

    return run_it


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    text = "The bridge over the river cost 12 million euros. It was opened in May.\n"
    (folder / "bridge.txt").write_text(text, encoding="utf-8")
    return folder


def plain(result):
    """One clear sentence, no traceback, and an exit code that says it failed."""
    assert result.exit_code == 1
    assert result.output.startswith("attesto: ")
    assert "Traceback" not in result.output
    return result.output


def test_help_names_every_command():
    output = CliRunner().invoke(cli, ["--help"]).output
    for (
        command
    ) in "index search ask chat status config verify rebuild eval forget backup doctor".split():
        assert f"\n  {command} " in output


def test_ask_prints_the_answer_and_then_each_citation_with_its_line(run, folder):
    result = run("ask", "What did the bridge cost?", folder)
    assert result.exit_code == 0
    assert re.search(r"12 million euros.*\[1\]", result.output)
    assert "[1] bridge.txt:1\n" in result.output


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("How many billion dollars will Bank of China invest?", "en"),
        ("Combien de milliards de dollars Bank of China va-t-elle investir ?", "fr"),
        ("Wie viele Milliarden Dollar investiert die Bank of China?", "de"),
        ("Quanti miliardi di dollari investirà Bank of China?", "it"),
    ],
)
def test_ask_in_four_languages_cites_the_same_place(run, seeds, question, language):
    answer = json.loads(run("ask", question, seeds, "--json").output)
    assert answer["language"] == language
    assert not answer["declined"]
    cited = answer["citations"][0]
    source = (seeds / cited["file"]).read_text(encoding="utf-8")
    assert source[cited["start"] : cited["end"]] == cited["quote"]
    assert "138 milliards de dollars" in cited["quote"]


def test_an_off_topic_question_is_declined_and_cites_nothing(run, seeds):
    result = run("ask", "Qui a gagné la coupe du monde de football ?", seeds)
    assert result.exit_code == 0
    assert result.output.startswith("Les documents ne répondent pas")
    assert "[1]" not in result.output


def test_index_tells_what_it_did_and_then_that_nothing_changed(run, folder):
    (folder / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    first = run("index", folder)
    assert first.exit_code == 0
    assert "added    bridge.txt" in first.output
    assert re.search(r"skipped +photo.txt: .+", first.output)
    assert "nothing changed, 0 embedded" in run("index", folder).output


def test_search_explains_its_scores(run, folder):
    output = run("search", "bridge cost", folder, "--explain").output
    score, parts = re.search(r"score ([\d.]+) = (.+)", output).groups()
    found = re.findall(r"(\w+) (-?[\d.]+) × (-?[\d.]+)", parts)
    assert [name for name, _, _ in found] == [
        "meaning", "words", "grams", "same", "tokens", "window",
    ]  # fmt: skip
    total = sum(float(value) * float(weight) for _, value, weight in found)
    assert total == pytest.approx(float(score), abs=0.02)
    assert "bridge.txt:1" in output


def test_search_explains_the_parts_of_a_compound(run, folder):
    (folder / "pflicht.txt").write_text("Die Pflicht zur Versicherung gilt für alle.", "utf-8")
    output = run("search", "Versicherungspflicht", folder, "--explain").output
    assert "versicherungspflicht: looked for as versicherung + pflicht as well" in output
    assert "looked for as" not in run("search", "Versicherungspflicht", folder).output


def test_status_names_documents_and_store(run, folder, tmp_path):
    run("index", folder)
    output = run("status", folder).output
    assert str(tmp_path / "store") in output
    assert "bridge.txt" in output
    data = json.loads(run("status", folder, "--json").output)
    assert [row["file"] for row in data["files"]] == ["bridge.txt"]


def test_config_shows_where_each_setting_comes_from(monkeypatch):
    monkeypatch.setenv("ATTESTO_PASSAGES", "5")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    output = CliRunner().invoke(cli, ["config", "--model", "extract"]).output
    assert re.search(r"passages +5 +environment", output)
    assert re.search(r"model +extract +command line", output)
    assert "sk-secret" not in output


def test_config_shows_the_folder_that_is_used_when_none_is_named(run, folder, monkeypatch):
    monkeypatch.chdir(folder)
    assert re.search(r"folder +- +default", run("config").output)
    run("index", folder)
    output = run("config").output
    assert re.search(rf"folder +{re.escape(str(folder))} +last used", output)
    assert re.search(r"store +\S+articles-\w{8} +default", output)
    (Path(os.environ["ATTESTO_HOME"]) / "last.json").write_text('{"folder": 3', encoding="utf-8")
    assert re.search(r"folder +- +default", run("config").output)


def test_a_saved_answer_is_verified_and_an_edit_is_noticed(run, folder, tmp_path):
    saved = tmp_path / "answer.json"
    saved.write_text(run("ask", "What did the bridge cost?", folder, "--json").output)
    assert run("verify", saved, folder).exit_code == 0
    (folder / "bridge.txt").write_text("The bridge is gone.\n", encoding="utf-8")
    result = run("verify", saved, folder)
    assert result.exit_code == 3
    assert "FAIL" in result.output


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


def test_an_answer_that_powershell_wrote_is_read(run, folder, tmp_path):
    answer = run("ask", "What did the bridge cost?", folder, "--json").output
    (tmp_path / "answer.json").write_text(answer, encoding="utf-16")
    assert run("verify", tmp_path / "answer.json", folder).exit_code == 0


def test_the_folder_is_remembered(run, folder):
    run("index", folder)
    assert "bridge.txt:1" in run("search", "bridge").output


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


def test_forget_says_what_is_left_and_how_to_undo_it(run, folder):
    (folder / "copy.txt").write_bytes((folder / "bridge.txt").read_bytes())
    output = run("forget", "bridge.txt", folder).output
    assert "bridge.txt is forgotten" in output
    assert "attesto forget --undo bridge.txt" in output
    assert "copy.txt" in output
    assert "forget --undo" in run("status", folder).output
    assert "read again" in run("forget", "bridge.txt", folder, "--undo").output
    assert "bridge.txt:1" in run("search", "bridge", folder).output


@pytest.mark.parametrize("way", ["path", "home", "composed", "status"])
def test_a_file_to_forget_may_be_named_in_any_way(run, folder, monkeypatch, way):
    name = normalize("NFD", "Übersicht.txt")
    (folder / name).write_text("Der Zaun kostet 40 Euro.", encoding="utf-8")
    monkeypatch.setenv("HOME", str(folder.parent))
    monkeypatch.chdir(folder.parent)
    named = {
        "path": f"{folder.name}/{name}",
        "home": f"~/{folder.name}/{name}",
        "composed": normalize("NFC", name),
        "status": name,
    }
    run("index", folder)
    assert f"{name} is forgotten." in run("forget", named[way], folder).output
    assert "Zaun" not in run("search", "Zaun", folder).output
    assert f"{name} is read again." in run("forget", named[way], folder, "--undo").output
    assert "was not in the index" in run("forget", "nowhere.txt", folder).output


def test_a_backup_is_a_store(run, folder, tmp_path):
    assert "Copied" in run("backup", tmp_path / "copy", folder).output
    words = ["search", "bridge", str(folder), "--store", str(tmp_path / "copy")]
    assert "bridge.txt:1" in CliRunner().invoke(cli, words).output


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
