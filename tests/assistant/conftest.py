"""What several tests of the assistant open."""

import pytest
from click.testing import CliRunner

from assistant import Assistant
from assistant.cli import cli


@pytest.fixture
def opened(folder, tmp_path):
    """Open the folder of the test; all that was opened is closed after it."""
    assistants = []

    def open_it(**options):
        assistants.append(Assistant.open(folder, store=tmp_path / "store", **options))
        return assistants[-1]

    yield open_it
    for assistant in assistants:
        assistant.close()


@pytest.fixture
def run(tmp_path):
    """Run a command; its store is its own."""

    def run_it(*words):
        store = ["--store", str(tmp_path / "store")] if words[0] not in ("--help", "config") else []
        return CliRunner().invoke(cli, [*map(str, words), *store])

    return run_it


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    text = "The bridge over the river cost 12 million euros. It was opened in May.\n"
    (folder / "bridge.txt").write_text(text, encoding="utf-8")
    return folder
