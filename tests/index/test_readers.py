"""P2, P10: who asks while another process syncs is answered, by whole papers, old or new."""

import json
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from town import BILANCIO, BRIDGE, CLUB, MARKET, PONT, TOWN, WordEmbedder, answers, write

from index import FolderIndex

READER = """
import json, sys; from pathlib import Path
from town import WordEmbedder, answers; from index import FolderIndex
index = FolderIndex.open(Path(sys.argv[1]), Path(sys.argv[2]), WordEmbedder())
for _ in sys.stdin:
    texts = {row.file: index.text(row.file) for row in index.files()}
    print(json.dumps([texts, answers(index)]), flush=True)
"""
EDITED = BRIDGE.replace("12 million", "15 million")
BEFORE = {name: text for name, text in TOWN.items()}
AFTER = {"bridge.txt": EDITED, "brücke.txt": PONT, "bilancio.txt": BILANCIO, "market.txt": MARKET}
EVERY = 25


@pytest.fixture
def store(tmp_path):
    """A store of the folder from before its changes."""
    write(tmp_path / "town", TOWN)
    with closing(FolderIndex.open(tmp_path / "town", tmp_path / "store", WordEmbedder())) as index:
        index.sync()
    return tmp_path / "store"


@pytest.fixture
def ask(tmp_path, store):
    """Ask all the questions in a process of its own, which never syncs."""
    here = Path(__file__).parent
    path = os.pathsep.join(map(str, (here, here.parent.parent)))
    with subprocess.Popen(
        [sys.executable, "-c", READER, str(tmp_path / "town"), str(store)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": path},
    ) as process:  # fmt: skip

        def ask():
            process.stdin.write("\n")
            process.stdin.flush()
            return json.loads(process.stdout.readline())

        yield ask
        process.stdin.close()


def test_p2_p10_whoever_asks_during_a_sync_sees_each_paper_old_or_new_and_whole(
    tmp_path, store, ask
):
    town = tmp_path / "town"
    (town / "pont.txt").rename(town / "brücke.txt")
    write(town, AFTER)
    seen, steps = [ask()], []

    def step(_):
        steps.append(1)
        if len(steps) % EVERY == 0:
            seen.append(ask())

    with closing(FolderIndex.open(town, store, WordEmbedder())) as writer:
        writer.catalogue.connection.set_trace_callback(step)
        writer.sync()
        writer.catalogue.connection.set_trace_callback(None)
        expected = answers(writer)
    seen.append(ask())
    assert len(seen) > 8
    for texts, found in seen:
        assert {"bridge.txt", "bilancio.txt"} <= texts.keys()
        assert len({"pont.txt", "brücke.txt"} & texts.keys()) == 1
        for file, text in texts.items():
            assert text in (BEFORE.get(file), AFTER.get(file)), file
        for hits in found:
            for file, start, text, _ in hits:
                whole = [v.get(file, "") for v in (BEFORE, AFTER)]
                assert any(v[start : start + len(text)] == text for v in whole)
    assert seen[0][0] == {**BEFORE, "club.txt": CLUB}
    assert seen[-1][0] == AFTER
    assert [[tuple(hit) for hit in hits] for hits in seen[-1][1]] == expected
