"""What several tests of the assistant open."""

import pytest

from assistant import Assistant


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
