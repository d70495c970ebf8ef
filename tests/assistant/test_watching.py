"""Following a folder: what changes is read, nothing else happens, and Ctrl-C ends it."""

import os
import signal
import subprocess
import sys

import pytest

from assistant import Assistant
from assistant.watching import watch
from index import StoreLocked


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "pont.txt").write_text("Le pont a été inauguré en mai.\n")
    return tmp_path / "papers"


@pytest.fixture
def assistant(folder, tmp_path):
    assistant = Assistant.open(folder, store=tmp_path / "store")
    yield assistant
    assistant.close()


def test_each_change_is_followed(assistant, folder):
    steps = iter([
        lambda: (folder / "club.txt").write_text("Der Verein gewann das Finale.\n"),
        lambda: None,
        lambda: (folder / "club.txt").write_text("Der Verein verlor das Finale.\n"),
        lambda: (folder / "club.txt").rename(folder / "verein.txt"),
        lambda: (folder / "verein.txt").unlink(),
    ])  # fmt: skip
    reports = watch(assistant, wait=lambda _: next(steps)())
    assert next(reports).added == ("club.txt",)
    assert next(reports).changed == ("club.txt",)
    renamed = next(reports)
    assert (renamed.added, renamed.removed) == (("verein.txt",), ("club.txt",))
    assert next(reports).removed == ("verein.txt",)


def test_another_writer_is_waited_for(assistant, folder):
    class Busy:
        def __init__(self, index):
            self.index, self.times = index, 2

        def sync(self):
            self.times -= 1
            if self.times >= 0:
                raise StoreLocked("busy")
            return self.index.sync()

    whole = assistant.index
    assistant.index = Busy(whole)
    (folder / "scuola.txt").write_text("Le scuole ricevono due milioni.\n")
    assert next(watch(assistant, wait=lambda _: None)).added == ("scuola.txt",)
    assistant.index = whole


@pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")
def test_d02_ctrl_c_ends_the_command_with_130(folder, tmp_path):
    # A shell's background jobs, as some CI's, start with the interrupt ignored: not this one.
    code = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
        "from assistant.cli import main; main()"
    )
    command = [sys.executable, "-c", code, "index", str(folder),
               "--store", str(tmp_path / "store"), "--watch"]  # fmt: skip
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as it:
        try:
            said = iter(it.stdout.readline, "")
            assert any("Following" in line for line in said)
            it.send_signal(signal.SIGINT)
            told = it.communicate(timeout=30)[1]
        finally:
            it.kill()  # a test that fails must not wait for ever
    assert it.returncode == 130
    assert "Nothing is lost" in told
