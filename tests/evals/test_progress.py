"""A long measurement says how far it is, and ends cleanly when it is told to."""

import io
import os
import signal
import subprocess
import sys

import pytest

from evals.progress import counted, stoppable


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_a_log_gets_a_line_every_ten_seconds():
    log, seconds = io.StringIO(), iter(range(0, 100, 4))
    assert list(counted("abcdef", "letters", 6, out=log, clock=lambda: next(seconds))) == [
        *"abcdef"
    ]
    assert log.getvalue() == "3 of 6 letters\n6 of 6 letters\n"


def test_a_terminal_gets_one_line_that_goes_away():
    screen, seconds = Terminal(), iter(range(100))
    list(counted(iter("ab"), "letters", out=screen, clock=lambda: next(seconds)))
    assert screen.getvalue() == "\r1 letters\033[K\r2 letters\033[K\r\033[K"


def test_stopping_is_no_traceback(capsys):
    def stopped():
        raise KeyboardInterrupt

    assert stoppable(stopped) == 130
    assert capsys.readouterr().err == "\nStopped.\n"
    assert stoppable(lambda: 3) == 3


def test_a_reader_who_has_seen_enough_is_no_traceback():
    lines = (
        "import sys; from evals.progress import stoppable; "
        "sys.exit(stoppable(lambda: [print('a line') for _ in range(100_000)] and 0))"
    )
    run = subprocess.Popen(
        [sys.executable, "-c", lines], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    with run:
        assert run.stdout.readline() == b"a line\n"
        run.stdout.close()
        assert run.stderr.read() == b""
    assert run.returncode == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="waits at a pipe")
@pytest.mark.parametrize(
    ("module", "file", "arguments"),
    [
        ("evals.public", "nomiracl.de.jsonl", ["--only", "reading"]),
        ("evals.public", "xquad.en.jsonl", ["--only", "retrieval"]),
        ("evals.reading", "xquad.en.jsonl", []),
    ],
)
def test_ctrl_c_while_a_set_is_read(module, file, arguments, tmp_path):
    for name in ("xquad.en", "xquad.de", "squad_it"):
        (tmp_path / f"{name}.jsonl").write_text("", "utf-8")
    (tmp_path / file).unlink(missing_ok=True)
    os.mkfifo(tmp_path / file)
    # Its own handler: a child of a job in the background would ignore the signal.
    program = (
        "import runpy, signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler);"
        "sys.argv = sys.argv[1:]; runpy.run_module(sys.argv[0], run_name='__main__')"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", program, module, "--data", str(tmp_path), *arguments],
        stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    with (tmp_path / file).open("w"):  # waits until the child reads
        child.send_signal(signal.SIGINT)
        _, told = child.communicate(timeout=60)
    assert (child.returncode, told) == (130, "\nStopped.\n")
