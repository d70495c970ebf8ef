"""What the command line says where there is nothing to read, little to look for, or no article."""

import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from assistant.cli import cli

COMMENTS = {"en": "1 comment", "fr": "1 commentaire", "de": "1 Kommentar", "it": "1 commento"}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "papers").mkdir()
    return tmp_path / "papers"


@pytest.fixture
def run(folder, tmp_path):
    def run_it(*words):
        return CliRunner().invoke(cli, [*words, str(folder), "--store", str(tmp_path / "store")])

    return run_it


def test_a_folder_whose_files_are_all_left_out_names_the_list_that_does_it(run, folder):
    assert run("index").output.splitlines()[-1].endswith("that can be read.")
    (folder / "a.txt").write_text("Le pont est ouvert.\n")
    (folder / ".attestoignore").write_text("*.txt\n")
    for words in (("index",), ("search", "pont")):
        assert run(*words).output.endswith("but for what its .attestoignore leaves out.\n")


def test_p24_forget_claims_to_have_looked_only_where_it_has(run, folder):
    (folder / "short.txt").write_text("Kurz.\nNoch so.\n")
    (folder / "long.txt").write_text("Der Verein baut eine neue Halle am Fluss.\n")
    run("index")
    assert "No line was long enough" in run("forget", "short.txt").output
    assert "None of 1 line of its own is in" in run("forget", "long.txt").output
    assert "line" not in run("forget", "nowhere.txt").output


def test_filters_that_let_nothing_by_are_told(run, folder):
    (folder / "pont.txt").write_text("Le pont a été ouvert.\n")
    told = "Nothing found. The filters let no document by.\n"
    assert run("search", "pont", "--file", "*.md").output == told
    assert run("search", "pont", "--since", "2025").output == told, "it has no date"
    assert run("search", "xyzzy", "--file", "pont.txt").output in (
        "Nothing found.\n", run("search", "pont").output
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "remedy"),
    [("alt.doc", "a Word document (.docx) or PDF"), ("tab.xlsx", "CSV"), ("folien.pptx", "PDF")],
)
def test_c18_what_cannot_be_read_is_named_with_what_can_be_made_of_it(run, folder, name, remedy):
    (folder / name).write_bytes(b"\xd0\xcf\x11\xe0")
    assert f"{name}: Files ending in .{name.partition('.')[2]} cannot be read yet. " in (
        told := run("index").output
    )
    assert f"Save it as {remedy}." in told


def test_c08_what_is_read_in_part_is_told_when_it_is_read(run, folder):
    (folder / "rows.jsonl").write_text('{"a": "Un pont"}\n{\n{"a": "Ein Weg"}\n')
    told = "rows.jsonl: Line 2: no sound JSON"
    assert f"  in part  {told}" in run("index").output
    assert told not in run("index").output
    assert "Line 2: no sound JSON" in run("status").output
    assert told in run("doctor").output
    report = run("doctor", "--report").output
    assert '"remarks": 1' in report
    assert "rows" not in report


@pytest.mark.parametrize("name", ["", "  "])
def test_forget_wants_a_name(run, name):
    result = run("forget", name)
    assert result.exit_code == 2
    assert "Name the file to forget" in result.output


@pytest.mark.parametrize("language", COMMENTS)
def test_a_readers_comment_is_told_as_one(run, folder, language):
    body = {
        "en": "The council voted for the new bridge on Monday, after three hours of talks.",
        "fr": "Le conseil a voté lundi pour le nouveau pont, après trois heures de débats.",
        "de": "Der Rat hat am Montag nach drei Stunden für die neue Brücke gestimmt.",
        "it": "Il consiglio ha votato lunedì per il nuovo ponte, dopo tre ore di discussioni.",
    }[language]
    said = "Gwen: 7391 zebras zebras zebras, mark my words, nobody will ever pay for all of them."
    (folder / "page.txt").write_text(f"{(body + chr(10)) * 6}\n{COMMENTS[language]}\n{said}\n")
    lines = run("search", "zebras").output.splitlines()
    (at,) = [number for number, line in enumerate(lines) if "zebras" in line]
    assert lines[at - 1].endswith("(comment)")


@pytest.mark.skipif(os.name != "posix", reason="limits as POSIX has them")
@pytest.mark.parametrize("files", [14, 20, 22, 24])
def test_d33_where_no_file_can_be_opened_that_is_said_and_nothing_is_called_damaged(
    run, folder, tmp_path, files
):
    (folder / "a.txt").write_text("Il ponte è costato dodici milioni di euro.\n")
    run("index")
    (folder / "a.txt").write_text("Il ponte è costato tredici milioni di euro.\n")
    (tmp_path / "store" / "seal.json").unlink()  # a writer was killed
    main = "from assistant.cli import main; main()"
    limited = f'ulimit -n {files}; exec "$@"'
    command = ["sh", "-c", limited, "sh", sys.executable, "-c", main, "index", str(folder),
               "--store", str(tmp_path / "store")]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "The machine gave no more files" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr
    assert "1 changed" in run("index").output


def test_d13_what_a_question_mended_is_told_by_the_next_index_and_once(run, folder, tmp_path):
    (folder / "a.txt").write_text("Il ponte è costato dodici milioni di euro.\n")
    run("index")
    for path in (tmp_path / "store" / "chroma").rglob("*"):
        if path.is_file():
            path.write_bytes(b"")
    assert "a.txt" in run("search", "ponte").output
    assert "repaired The vector index was made again" in run("index").output
    assert "repaired" not in run("index").output


@pytest.mark.parametrize(
    "question",
    ["How long is the bridge?", "Wie lang ist die Brücke?", "Quelle est la longueur du pont ?",
     "Quanto è lungo il ponte?"],
)  # fmt: skip
@pytest.mark.parametrize("command", ["ask", "search"])
def test_the_folder_may_come_before_the_question(command, question, folder, tmp_path):
    (folder / "a.txt").write_text("Le pont de Kolm mesure 412 mètres de long.\n", "utf-8")
    store = ("--store", str(tmp_path / "store"))
    usual = CliRunner().invoke(cli, [command, question, str(folder), *store])
    other = CliRunner().invoke(cli, [command, str(folder), question, *store])
    assert usual.exit_code == other.exit_code == 0
    assert "412" in usual.output
    assert "412" in other.output


def test_two_words_that_are_no_folder_are_told_so(folder, tmp_path):
    asked = CliRunner().invoke(cli, ["ask", "bridges", str(tmp_path / "nowhere")])
    assert asked.exit_code == 1
    assert "nowhere" in asked.output
