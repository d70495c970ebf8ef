"""The page as its command serves it: it says where it is, and Ctrl-C closes it."""

import os
import signal
import socket
import subprocess
import sys
import urllib.request

import pytest


@pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")
def test_the_command_says_where_the_page_is_and_ctrl_c_closes_it(tmp_path):
    (tmp_path / "seen").mkdir()
    (tmp_path / "seen" / "bridge.txt").write_text("The bridge cost 12 million euros.\n")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    # A shell's background jobs, as some CI's, start with the interrupt ignored: not this one.
    code = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
        "from assistant.cli import main; main()"
    )
    command = [sys.executable, "-c", code, "chat", str(tmp_path / "seen"), "--no-open",
               "--store", str(tmp_path / "store"), "--port", str(port)]  # fmt: skip
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as it:
        try:
            said = it.stdout.readline()
            assert f"http://127.0.0.1:{port} " in said
            with urllib.request.urlopen(f"http://127.0.0.1:{port}", timeout=60) as page:
                assert page.status == 200
            it.send_signal(signal.SIGINT)
            out, err = it.communicate(timeout=60)
        finally:
            it.kill()  # a test that fails must not wait for ever
    assert (it.returncode, out, err) == (0, "", "")
