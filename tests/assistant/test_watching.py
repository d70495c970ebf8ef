"""Following a folder: what changes is read, nothing else happens, and Ctrl-C ends it."""

import json
import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from click.testing import CliRunner
from interruptible import COMMAND

from assistant import Assistant
from assistant.cli import cli
from assistant.watching import watch
from index import HashEmbedder, StoreLocked


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


def test_a_folder_that_is_away_is_waited_for_and_nothing_is_taken_for_deleted(assistant, folder):
    away = folder.with_name("away")
    steps = iter([
        lambda: folder.rename(away),
        lambda: None,
        lambda: away.rename(folder),
        lambda: (folder / "club.txt").write_text("Der Verein gewann das Finale.\n"),
    ])  # fmt: skip
    told = []
    report = next(watch(assistant, wait=lambda _: next(steps)(), held_up=told.append))
    assert (report.added, report.removed) == (("club.txt",), ())
    assert [str(why) for why in told] == [
        f"There is no folder “{folder}”. Check the path, or create the folder first."
    ]


def test_what_is_left_out_is_told_once(assistant, folder):
    steps = iter([
        lambda: (folder / "bild.txt").write_bytes(b"\x89PNG\r\n\x1a\n"),
        lambda: (folder / "club.txt").write_text("Der Verein gewann das Finale.\n"),
        lambda: (folder / "leer.txt").write_text(""),
    ])  # fmt: skip
    reports = watch(assistant, wait=lambda _: next(steps)())
    told = [[skip.file for skip in next(reports).skipped] for _ in range(3)]
    assert told == [["bild.txt"], [], ["leer.txt"]]
    assert len(assistant.report.skipped) == 2


class Holding(BaseHTTPRequestHandler):
    """An embedding endpoint that takes a request and does not answer it, until it is told to."""

    def do_POST(self):
        texts = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["input"]
        self.server.asked.set()
        self.server.go_on.wait(60)
        vectors = HashEmbedder(64).embed(texts).tolist()
        rows = [{"index": at, "embedding": vector} for at, vector in enumerate(vectors)]
        body = json.dumps({"data": rows, "model": "m"}).encode()
        with suppress(OSError):  # whoever asked may be gone: that is what is tried
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def endpoint():
    with ThreadingHTTPServer(("127.0.0.1", 0), Holding) as server:
        server.daemon_threads = True
        server.asked, server.go_on = threading.Event(), threading.Event()
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.go_on.set()
        server.shutdown()


@pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "SIGTERM"])
def test_d02_stopped_in_the_middle_of_its_work_a_command_loses_nothing(
    folder, tmp_path, endpoint, how
):
    words = ["index", str(folder), "--store", str(tmp_path / "store"), "--embedder", "m",
             "--base-url", f"http://127.0.0.1:{endpoint.server_address[1]}/v1"]  # fmt: skip
    command = [sys.executable, "-c", COMMAND, *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as it:
        try:
            assert endpoint.asked.wait(60)
            it.send_signal(how)
            told = it.communicate(timeout=30)[1]  # the endpoint holds its answer all the while
        finally:
            it.kill()
    assert it.returncode == 130
    assert "Nothing is lost" in told
    endpoint.go_on.set()
    again = CliRunner().invoke(cli, words)
    assert "1 document, 1 passage" in again.output
    assert again.exit_code == 0


@pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")
def test_d02_ctrl_c_ends_the_command_with_130(folder, tmp_path):
    command = [sys.executable, "-c", COMMAND, "index", str(folder),
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


def test_documents_that_are_away_and_come_back_are_told_of_once_each(assistant, folder):
    papers = {f"{at}.txt": f"Le marché numéro {at} ouvre le vendredi matin.\n" for at in range(12)}

    def put():
        for name, text in papers.items():
            (folder / name).write_text(text)

    def take():
        for path in folder.iterdir():
            path.unlink()

    put()
    steps = iter([take, lambda: None, put])
    reports = watch(assistant, wait=lambda _: next(steps)())
    assert len(next(reports).added) == 12
    assert len(next(reports).absent) == 13
    back = next(reports)
    assert (back.absent, back.removed) == ((), ("pont.txt",))
