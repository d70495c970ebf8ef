"""P7: a whole run opens nothing beside the folder, writes only in its own places, calls nobody.

Python tells of every file opened and every address looked up (``sys.addaudithook``), whoever does
it; what SQLite and Chroma open in their own code is looked for on the disk.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

RUN = """
import json, os, sys
from pathlib import Path

opened, written, called = set(), set(), set()

def place(path, folder):
    within = os.readlink(f"/proc/self/fd/{folder}") if folder >= 0 else os.getcwd()
    return os.path.normpath(os.path.join(within, os.fsdecode(path)))

def told(event, words):
    if event == "open" and isinstance(words[0], str | bytes):
        path, mode, flags = words
        write = flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND)
        (written if write else opened).add(os.path.abspath(os.fsdecode(path)))
    elif event == "sqlite3.connect":
        written.add(os.path.abspath(os.fsdecode(words[0]).removeprefix("file:").split("?")[0]))
    elif event in ("os.mkdir", "os.remove", "os.rmdir"):
        written.add(place(words[0], words[-1]))
    elif event == "os.rename":
        written.update({place(words[0], words[2]), place(words[1], words[3])})
    elif event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        called.add(f"{event} {words}")

sys.addaudithook(told)
from assistant import Assistant

folder, store = Path(sys.argv[1]), Path(sys.argv[2])
assistant = Assistant.open(folder, store=store)
answer = assistant.ask("Combien a coûté le pont ?")
files = [row.file for row in assistant.index.files()]
(folder / "neu.txt").write_text("Der Markt ist umgezogen.")
written.discard(str(folder / "neu.txt"))
assistant.sync()
assistant.index.forget("neu.txt")
assistant.close()
print(json.dumps([answer.text, files, *map(sorted, (opened, written, called))]))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="finds open folders by /proc")
def test_p7_a_whole_run_reads_nothing_beside_the_folder_writes_its_own_and_calls_nobody(tmp_path):
    folder, home, temporary = (tmp_path / name for name in ("papers", "home", "temporary"))
    for place in (folder, home, temporary):
        place.mkdir()
    (tmp_path / "secret.txt").write_text("The secret is 4711.")
    (folder / "pont.txt").write_text("Le pont a coûté douze millions d'euros.")
    (folder / "page.html").write_text("<p>Il mercato si è trasferito in piazza.</p>")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "up").symlink_to(tmp_path)
    environ = os.environ | {"HOME": str(home), "ATTESTO_HOME": str(home)}
    environ |= {"TMPDIR": str(temporary), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", RUN, str(folder), str(tmp_path / "store")]
    done = subprocess.run(command, env=environ, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    said, files, opened, written, called = json.loads(done.stdout)
    assert "douze millions" in said
    assert files == ["page.html", "pont.txt"]
    assert called == []
    own = (tmp_path / "store", home, temporary, Path(os.devnull))
    beside = [path for path in written if not any(Path(path).is_relative_to(o) for o in own)]
    assert beside == []
    ours = [Path(path) for path in opened if Path(path).is_relative_to(tmp_path)]
    known = (*own, folder)
    assert [path for path in ours if not any(path.is_relative_to(k) for k in known)] == []
    there = {path.name for path in tmp_path.iterdir()}
    assert there == {"papers", "home", "temporary", "store", "secret.txt"}
    assert list(temporary.iterdir()) == [], "nothing is left behind"
    assert sorted(os.listdir(folder)) == ["link.txt", "neu.txt", "page.html", "pont.txt", "up"]
