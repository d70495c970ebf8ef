"""P10, D06: what the command line says while another process writes to the index."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from interruptible import COMMAND

from assistant import Assistant
from assistant.cli import cli
from index.lock import PATIENCE

ROOT = Path(__file__).parent.parent.parent
HOLD = """
import sys
from pathlib import Path
from index.lock import writing
from index.seal import breaking
store = Path(sys.argv[1])
with writing(store), breaking(store):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "pont.txt").write_text("Le pont a coûté douze millions d'euros.\n")
    return tmp_path / "papers"


@pytest.fixture
def run(folder, tmp_path):
    def run_it(*words):
        return CliRunner().invoke(cli, [*words, str(folder), "--store", str(tmp_path / "store")])

    return run_it


@pytest.fixture
def indexed(run, folder):
    """An index, and then a file that is not in it yet."""
    assert run("index").exit_code == 0
    (folder / "verein.txt").write_text("Der Verein baut eine Halle für neun Millionen Euro.\n")


@pytest.fixture
def writer(tmp_path):
    """Start another process that writes for as long as it is wanted."""
    started = []

    def start():
        (tmp_path / "store").mkdir(exist_ok=True)
        command = [sys.executable, "-c", HOLD, str(tmp_path / "store")]
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
        )
        started.append(process)
        assert process.stdout.readline() == "held\n"
        return process

    yield start
    for process in started:
        process.stdin.close()
        process.wait()
        process.stdout.close()


def test_d06_p10_indexing_beside_another_writer_is_refused_by_name(run, indexed, writer):
    other = writer()
    result = run("index")
    assert result.exit_code == 1
    assert result.stderr.startswith("attesto: Another Attesto is writing")
    assert f"process {other.pid} on" in result.stderr
    assert result.stdout == "", "and nothing is said of the folder"


def test_d06_a_first_index_beside_another_is_refused_by_name(run, folder, tmp_path, writer):
    Assistant.open(folder, store=tmp_path / "store").close()
    (folder / "pont.txt").unlink()
    run("index")  # an index of nothing
    (folder / "club.txt").write_text("The club won the final by three goals.\n")
    other = writer()
    assert f"process {other.pid} on" in run("index").stderr


READERS = [("search", "millions"), ("ask", "Combien a coûté le pont ?"), ("status",), ("doctor",)]


@pytest.mark.parametrize("command", READERS, ids=lambda words: words[0])
def test_p10_readers_go_on_and_say_in_one_line_who_is_writing(run, indexed, writer, command):
    other = writer()
    result = run(*command)
    assert ("Documents    1 " if command == ("doctor",) else "pont.txt") in result.stdout
    assert "verein" not in result.stdout
    (line,) = result.stderr.splitlines()
    assert f"process {other.pid} on" in line
    assert line.endswith("what changed in the folder is not in yet.")


class Listening:
    """An index that notes whether it is asked to wait for another writer."""

    def __init__(self, index):
        self.index, self.patient = index, []

    def __getattr__(self, name):
        return getattr(self.index, name)

    def sync(self, progress=None, *, patient=True, retry=False):
        self.patient.append(patient)
        return self.index.sync(progress, patient=patient, retry=retry)


def test_p10_whoever_was_refused_once_is_not_kept_waiting_again(indexed, folder, tmp_path, writer):
    assistant = Assistant.open(folder, store=tmp_path / "store")
    (folder / "ponte.txt").write_text("Il ponte è costato dodici milioni di euro.\n")
    other = writer()
    assistant.index = whole = Listening(assistant.index)
    for _ in range(3):
        assert {hit.file for hit in assistant.search("millions")} == {"pont.txt", "verein.txt"}
    assert whole.patient == [True, False, False]
    assert PATIENCE < 2, "and that is all the time there is until a refusal"
    other.stdin.close()
    other.wait()
    assert "ponte.txt" in {hit.file for hit in assistant.search("milioni")}
    assert whole.patient[-1] is False
    assert assistant.behind is None
    assistant.close()


@pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")
@pytest.mark.parametrize("first", [True, False], ids=["the first index", "a later one"])
def test_p10_following_a_folder_waits_for_the_other_and_says_so(
    run, folder, tmp_path, writer, first
):
    if first:  # the other process has just begun
        (folder / "pont.txt").rename(tmp_path / "pont.txt")
        run("index")
        (tmp_path / "pont.txt").rename(folder / "pont.txt")
    else:
        run("index")
        (folder / "verein.txt").write_text("Der Verein baut eine Halle.\n")
    other = writer()
    command = [sys.executable, "-c", COMMAND, "index", str(folder), "--watch",
               "--store", str(tmp_path / "store")]  # fmt: skip
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as it:
        try:
            assert f"process {other.pid} on" in it.stderr.readline()
            other.stdin.close()
            assert any(line.startswith("  added") for line in iter(it.stdout.readline, ""))
            it.send_signal(signal.SIGINT)
            it.communicate(timeout=30)
        finally:
            it.kill()  # a test that fails must not wait for ever
    assert it.returncode == 130
