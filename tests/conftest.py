"""What holds for every test: no network but loopback, no settings from outside, no shared store."""

import os
import socket
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# The machines are shared and noisy: tests assert behaviour, never how long it took.
settings.register_profile("calm", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("calm")


def pytest_addoption(parser):
    parser.addoption(
        "--thorough",
        action="store_true",
        help="also run what takes minutes: every damage, every kill, 500 folders of edits",
    )


def pytest_collection_modifyitems(config, items):
    if not config.getoption("--thorough"):
        left_out = pytest.mark.skip(reason="--thorough runs it")
        for item in items:
            if item.get_closest_marker("thorough"):
                item.add_marker(left_out)


ROOT = Path(__file__).parent.parent
_LOOPBACK = ("127.", "::1", "localhost")


@pytest.fixture(autouse=True)
def _own_home(monkeypatch, tmp_path_factory):
    """Tests neither see nor touch the settings, keys and stores of whoever runs them."""
    for name in list(os.environ):
        if name.startswith(("ATTESTO_", "OPENAI_")) or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("ATTESTO_HOME", str(tmp_path_factory.mktemp("home")))


@pytest.fixture(autouse=True)
def _loopback_only(monkeypatch):
    """A test that reaches for the network fails, instead of passing on good days only."""
    connect = socket.socket.connect

    def guarded(self, address):
        if self.family in (socket.AF_INET, socket.AF_INET6):
            assert str(address[0]).startswith(_LOOPBACK), f"a test reached for {address[0]}"
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture
def seeds() -> Path:
    """The five documents that come with the project."""
    return ROOT / "seeds"
