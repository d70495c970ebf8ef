"""Fixtures of the index's tests."""

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest
from town import TOWN, WordEmbedder, write

from index import FolderIndex
from index.read import Reader
from index.walk import walk

_NOBODY = 65534


@pytest.fixture
def public_folder():
    """An empty folder that any user may enter: pytest's own are for its user only."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@contextmanager
def _nobody():
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def as_nobody():
    """Run a block without the right to read what its owner may not: root reads everything."""
    if os.name != "posix":
        pytest.skip("permissions as POSIX has them")
    return _nobody


@pytest.fixture(scope="module")
def put(tmp_path_factory):
    """Write a file and read it; one child process serves all."""
    folder = tmp_path_factory.mktemp("folder")
    with Reader(folder) as reader:

        def put(name, data):
            (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())
            return reader.read(next(s for s in walk(folder)[0] if s.path.name == name))

        yield put


@pytest.fixture
def town(tmp_path):
    write(tmp_path / "town", TOWN)
    return tmp_path / "town"


@pytest.fixture
def opened(town, tmp_path):
    indexes = []

    def open_it(embedder=None):
        indexes.append(FolderIndex.open(town, tmp_path / "store", embedder or WordEmbedder()))
        return indexes[-1]

    yield open_it
    for index in indexes:
        index.close()
