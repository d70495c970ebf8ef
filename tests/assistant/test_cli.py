"""The command line as a person meets it: what it prints, and how it ends."""

import json
import os
import re
from pathlib import Path
from unicodedata import normalize

import pytest
from click.testing import CliRunner

from assistant.cli import cli


def test_help_names_every_command():
    output = CliRunner().invoke(cli, ["--help"]).output
    for (
        command
    ) in "index search ask chat status config verify rebuild eval forget backup doctor".split():
        assert f"\n  {command} " in output
    listed = output.partition("Commands:")[2]
    assert "..." not in listed, "a command's first line is too long for a terminal of 80 columns"


def test_ctrl_c_while_a_command_is_loaded_ends_like_any_other(monkeypatch):
    def interrupted(name):
        raise KeyboardInterrupt

    monkeypatch.setattr("assistant.cli.import_module", interrupted)
    result = CliRunner().invoke(cli, ["status"])
    assert (result.exit_code, result.output) == (
        130,
        "\nStopped. Nothing is lost; the same command goes on.\n",
    )


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


def test_many_new_files_do_not_fill_the_screen(run, tmp_path):
    (tmp_path / "docs").mkdir()
    for number in range(23):
        (tmp_path / "docs" / f"{number:02}.txt").write_text(f"Letter {number} of the mill.\n")
    lines = run("index", tmp_path / "docs").output.splitlines()
    assert [line for line in lines if line.startswith("  added ")][-2:] == [
        "  added    19.txt",
        "  added    … and 3 more",
    ]


def test_search_explains_its_scores(run, folder):
    output = run("search", "bridge cost", folder, "--explain").output
    score, parts = re.search(r"score ([\d.]+) = (.+)", output).groups()
    found = re.findall(r"(\w+) (-?[\d.]+) × (-?[\d.]+)", parts)
    assert [name for name, _, _ in found] == [
        "meaning", "words", "grams", "same", "tokens", "window", "around",
    ]  # fmt: skip
    total = sum(float(value) * float(weight) for _, value, weight in found)
    assert total == pytest.approx(float(score), abs=0.02)
    assert "bridge.txt:1" in output
    assert [name for name, _, _ in found] == re.findall(r"^(\w+) {2,}\w", output, re.M)


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


def test_an_answer_that_powershell_wrote_is_read(run, folder, tmp_path):
    answer = run("ask", "What did the bridge cost?", folder, "--json").output
    (tmp_path / "answer.json").write_text(answer, encoding="utf-16")
    assert run("verify", tmp_path / "answer.json", folder).exit_code == 0


def test_the_folder_is_remembered(run, folder):
    run("index", folder)
    assert "bridge.txt:1" in run("search", "bridge").output


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


@pytest.mark.parametrize("undo", [(), ("--undo",)], ids=["forget", "undo"])
def test_P24_a_name_that_nobody_knows_ends_with_1_and_names_its_like(run, folder, undo):
    (folder / "sub").mkdir()
    (folder / "sub" / "Bericht.txt").write_text("Der Zaun kostet 40 Euro.", encoding="utf-8")
    run("index", folder)
    if undo:
        for name in ("sub/Bericht.txt", "bridge.txt"):
            run("forget", name, folder)
    for mistyped, meant in (("bericht.txt", "sub/Bericht.txt"), ("brigde.txt", "bridge.txt")):
        told = run("forget", mistyped, folder, *undo)
        assert told.exit_code == 1
        assert ("was not forgotten" if undo else f"There is no {mistyped}, in") in told.output
        assert told.output.split("Names that are like it:\n  ")[1].splitlines()[0] == meant
    assert run("forget", "xyz", folder, *undo).exit_code == 1
    assert "forgotten" not in run("status", folder, "--json").output or undo
    (folder / "brigde.txt").write_text("A name that was mistyped is not on the list.\n")
    assert "added    brigde.txt" in run("index", folder).output


@pytest.mark.skipif(os.name != "posix", reason="names as POSIX has them")
def test_P24_a_folder_is_not_forgotten_and_a_name_may_be_typed_as_it_is_shown(run, folder):
    (folder / "sub").mkdir()
    (folder / "sub" / "a\nb.txt").write_text("Der Zaun kostet 40 Euro.", encoding="utf-8")
    (folder / "sub" / os.fsdecode(b"\xff.pdf")).write_text("no PDF")
    told = run("forget", "sub", folder)
    assert told.exit_code == 2
    assert "sub is a folder" in " ".join(told.output.split())
    assert "a<U+000A>b.txt is forgotten." in run("forget", "sub/a<U+000A>b.txt", folder).output
    left = run("forget", "sub/\\xff.pdf", folder)
    assert left.exit_code == 0
    assert "The file is still in the folder" in left.output


def test_P24_forgotten_and_renamed_is_told_and_not_read(run, folder):
    run("forget", "bridge.txt", folder)
    (folder / "bridge.txt").rename(folder / "other.txt")
    told = run("index", folder).output
    assert "skipped  other.txt: It holds what bridge.txt held, which was forgotten" in told
    assert "bridge.txt:1" not in run("search", "bridge", folder).output
    assert run("forget", "other.txt", folder, "--undo").output == "other.txt is read again.\n"
    assert "other.txt:1" in run("search", "bridge", folder).output


def test_a_backup_is_a_store(run, folder, tmp_path):
    assert "Copied" in run("backup", tmp_path / "copy", folder).output
    words = ["search", "bridge", str(folder), "--store", str(tmp_path / "copy")]
    assert "bridge.txt:1" in CliRunner().invoke(cli, words).output


def test_a17_of_two_names_that_look_the_same_the_named_one_is_forgotten(run, folder):
    composed, apart = "été.txt", "e\u0301te\u0301.txt"
    (folder / composed).write_text("Le marché ouvre le lundi matin, à huit heures.\n")
    (folder / apart).write_text("Le marché ouvre le mardi matin, à huit heures.\n")
    assert r"e\xcc\x81te\xcc\x81.txt is forgotten" in run("forget", apart, folder).output
    asked = run("search", "marché ouvre", folder).output
    assert ("lundi" in asked, "mardi" in asked) == (True, False)
