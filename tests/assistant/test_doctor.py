"""The doctor: what is in the folder, is the index sound, does the model read all it is sent."""

import json
import re
import shutil
from dataclasses import replace

import pytest
from click.testing import CliRunner

from assistant import Assistant
from assistant.cli import cli
from assistant.doctor import advice, check_up, probe_context, redacted
from assistant.models.seam import Finish
from evals.provider import Provider
from index import Skipped, StoreFull, StoreReadOnly, count

PAPERS = {
    "bridge.txt": "The bridge over the river was opened in May. " * 6,
    "pont.txt": "Le pont sur le fleuve a été inauguré en mai, à midi. " * 6,
    "club.txt": "Der Verein gewann im Finale und dann wurde lange gefeiert, bis in die",
    "scuola.txt": "Il comune ha approvato il bilancio delle scuole. " * 6,
}


class Cutting:
    """A model whose server reads only so many tokens, and says so in its usage."""

    name = "cutting"

    def __init__(self, reads):
        self.reads = reads

    def reply(self, request):
        sent = sum(count(message.content) for message in request.messages)
        yield "OK"
        yield Finish(prompt_tokens=min(sent, self.reads))


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "papers"
    folder.mkdir()
    for name, text in PAPERS.items():
        (folder / name).write_text(text, encoding="cp1252" if name == "pont.txt" else "utf-8")
    (folder / "holiday.mp4").write_bytes(b"x")
    return folder


@pytest.fixture
def assistant(folder, tmp_path):
    assistant = Assistant.open(folder, store=tmp_path / "store")
    yield assistant
    assistant.close()


def test_it_finds_what_is_in_the_folder(assistant):
    found = check_up(assistant)
    assert found.healthy
    assert found.index.documents == 4
    assert found.index.languages == (("de", 1), ("en", 1), ("fr", 1), ("it", 1))
    assert [file for file, _ in found.index.repaired] == ["pont.txt"]
    assert found.index.cut == ("club.txt",)
    assert found.index.short == (), "a note may be short"
    assert [skip.file for skip in found.skipped] == ["holiday.mp4"]
    assert found.endpoint.state == "built in"
    assert advice(found) == []


@pytest.mark.parametrize(
    ("name", "said"), [(None, "no document in the folder"), ("film.mp4", "No file in the folder")]
)
def test_an_empty_folder_is_not_well(tmp_path, name, said):
    (tmp_path / "empty").mkdir()
    if name:
        (tmp_path / "empty" / name).write_bytes(b"x")
    words = ["doctor", str(tmp_path / "empty"), "--store", str(tmp_path / "store")]
    result = CliRunner().invoke(cli, words)
    assert result.exit_code == 3
    assert said in result.output
    assert "All is well" not in result.output


def test_files_that_broke_their_reader_are_not_well(assistant):
    broke = replace(check_up(assistant), skipped=(Skipped("seite.html", "crash", "It broke."),))
    assert not broke.healthy
    assert "1 file broke" in advice(broke)[0]


def test_it_sees_lost_vectors(assistant, tmp_path):
    assistant.index._vectors.clear()
    found = check_up(assistant)
    assert not found.healthy
    assert "attesto rebuild" in advice(found)[0]
    assert not (tmp_path / "store" / "chroma").exists() or assistant.index.rebuild() > 0
    assert check_up(assistant).healthy


def test_a_server_that_cuts_prompts_without_a_word_is_found():
    assert probe_context(Cutting(2048), 3000).state == "cut"
    assert probe_context(Cutting(8192), 3000).state == "whole"
    assert probe_context(Cutting(0), 3000).state == "not told"


def test_an_endpoint_that_fails_is_told(folder, tmp_path):
    with Provider() as provider:
        words = ["doctor", str(folder), "--store", str(tmp_path / "store"), "--model",
                 "unauthorised", "--base-url", provider.url, "--deadline", "5"]  # fmt: skip
        result = CliRunner().invoke(cli, words)
    assert result.exit_code == 3
    assert "does not answer" in result.output


class Refusing:
    """An index that cannot be written to."""

    def __init__(self, index, fault):
        self.index, self.fault = index, fault

    def __getattr__(self, name):
        return getattr(self.index, name)

    def sync(self, *_, **__):
        raise self.fault


@pytest.mark.parametrize("kind", [StoreReadOnly, StoreFull], ids=["D05 read only", "D03 full"])
def test_where_nothing_can_be_written_what_is_there_answers_and_is_said(assistant, folder, kind):
    (folder / "neu.txt").write_text("Ein neuer Steg.")
    whole, why = assistant.index, f"Cannot write to {folder}. Choose another place."
    assistant.index = Refusing(whole, kind(why))
    assert assistant.search("Verein")[0].file == "club.txt"
    found = check_up(assistant)
    assert not found.healthy
    assert advice(found) == [f"Changes of the folder do not come in. {why}"]
    assert str(folder) not in json.dumps(redacted(found))
    assistant.index = whole
    assert "neu.txt" in {hit.file for hit in assistant.search("Steg")}
    assert assistant.behind is None


def test_a_report_holds_no_name_no_path_and_no_text(assistant, folder):
    shutil.copy(folder / "bridge.txt", folder / "Zaunkönig.txt")
    assistant.sync()
    told = json.dumps(redacted(check_up(assistant)), ensure_ascii=False)
    for word in (*PAPERS, "Zaunkönig", "holiday", "papers", "store", "river", "/"):
        assert word not in told, word
    assert '"unsupported": 1' in told
    assert '".mp4": 1' in told


def test_a18_what_is_left_out_without_a_word_is_told_by_status_and_doctor(folder, tmp_path):
    store = ["--store", str(tmp_path / "store")]
    (folder / "holiday.mp4").unlink()
    (folder / ".hidden").mkdir()
    (folder / ".hidden" / "b.txt").write_text("Rien.")
    (folder / "~$brief.docx").write_text("x")
    (folder / "README.md").write_text("Über den Ordner.")
    (folder / ".attestoignore").write_text("README.md\n")
    told = CliRunner().invoke(cli, ["status", str(folder), *store])
    assert "left out .hidden: Hidden files" in told.output
    assert "left out ~$brief.docx: Hidden files" in told.output
    assert "left out README.md: The folder's .attestoignore" in told.output
    data = json.loads(CliRunner().invoke(cli, ["status", str(folder), *store, "--json"]).output)
    assert [skip["file"] for skip in data["aside"]] == [".hidden", "README.md", "~$brief.docx"]
    assert data["skipped"] == []
    doctor = CliRunner().invoke(cli, ["doctor", str(folder), *store])
    assert re.search(r"Left out +3\n", doctor.output)
    assert ".hidden: Hidden files" in doctor.output
    assert "All is well.\n" in doctor.output, "hidden files are no trouble"
    report = CliRunner().invoke(cli, ["doctor", str(folder), *store, "--report"]).output
    assert json.loads(report)["skipped"]["reasons"] == {"hidden": 2, "ignored": 1}
    assert "brief" not in report


def test_b05_the_doctor_counts_encodings_and_names_their_files(folder, tmp_path):
    (folder / "mairie.txt").write_text(PAPERS["pont.txt"], encoding="cp1252")
    (folder / "verein.txt").write_text(PAPERS["club.txt"], encoding="utf-16")
    stray = "Le café près de la mairie est fermé. " * 9
    (folder / "cafe.txt").write_bytes(stray.encode() + "déjà".encode("cp1252"))
    words = ["doctor", str(folder), "--store", str(tmp_path / "store")]
    shown = CliRunner().invoke(cli, words).output
    block = shown[shown.index("Not UTF-8") : shown.index("One story")]
    lines = [" ".join(line.split()) for line in block.splitlines()]
    assert lines[0] == "Not UTF-8 4"
    assert "2 in cp1252" in lines
    assert "pont.txt (cp1252)" in lines
    assert any(line.startswith("cafe.txt (utf-8") for line in lines), lines
    assert json.loads(CliRunner().invoke(cli, [*words, "--report"]).output)["index"]["repaired"]


def test_b13_a_word_of_letters_that_look_alike_is_warned_of(folder, tmp_path):
    (folder / "bank.txt").write_text("The b\u0430nk was closed.", encoding="utf-8")
    (folder / "paris.txt").write_text("\u0420aris fut calme.", encoding="utf-8")
    (folder / "sound.txt").write_text("Москва, Αθήνα, 5 μm, 3 kΩ, Δt.", encoding="utf-8")
    words = ["doctor", str(folder), "--store", str(tmp_path / "store")]
    shown = CliRunner().invoke(cli, words)
    assert re.search(r"Letters +2\n +bank\.txt: a word mixes letters that look alike", shown.output)
    assert "paris.txt: a word mixes" in shown.output
    assert "sound.txt" not in shown.output
    assert shown.exit_code == 0, "a warning, no more"


def test_json_is_the_whole_of_it(folder, tmp_path):
    words = ["doctor", str(folder), "--store", str(tmp_path / "store"), "--json"]
    data = json.loads(CliRunner().invoke(cli, words).output)
    assert data["healthy"]
    assert data["index"]["cut"] == ["club.txt"]
    assert data["versions"]["chromadb"]
