"""Token counts: exact, offline, and without surprises from special tokens."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import tiktoken
from hypothesis import given
from hypothesis import strategies as st

from index import count
from index.tokens import _CACHED, ENCODING, _folder, estimate, fit

SENTENCES = [
    "Bank of China will invest 138 billion dollars over five years.",
    "Bank of China investira 138 milliards de dollars sur cinq ans.",
    "Die Bank of China wird über fünf Jahre 138 Milliarden Dollar investieren.",
    "Bank of China investirà 138 miliardi di dollari in cinque anni.",
]


def test_counts_are_those_of_cl100k():
    assert count("") == 0
    assert count("hello world") == 2
    assert count("tiktoken is great!") == 6  # the example of the tiktoken cookbook


@pytest.mark.parametrize("special", ["<|endoftext|>", "<|im_start|>", "<|fim_prefix|>"])
def test_B18_special_tokens_are_plain_text(special):
    assert count(special) > 1
    assert count(f"a {special} b") > 3


@pytest.mark.parametrize("budget", [0, 1, 3, 8, 1000])
@pytest.mark.parametrize("text", SENTENCES)
def test_fit_is_a_beginning_within_the_budget(text, budget):
    fitted = fit(text, budget)
    assert text.startswith(fitted)
    assert count(fitted) <= budget
    assert fitted == text or text[len(fitted)].isspace() or budget < 4


@given(st.text(max_size=200), st.integers(0, 30))
def test_fit_never_exceeds_the_budget(text, budget):
    fitted = fit(text, budget)
    assert text.startswith(fitted)
    assert count(fitted) <= budget


@pytest.mark.parametrize("text", SENTENCES)
def test_the_estimate_is_on_the_high_side(text):
    assert count(text) <= estimate(text) <= 3 * count(text)


def test_counts_are_those_of_tiktokens_own_encoding(monkeypatch):
    monkeypatch.setenv("TIKTOKEN_CACHE_DIR", str(_folder()))
    encoding = tiktoken.get_encoding(ENCODING)
    odd = ["", " \n\r\n\t x", "DON'T l'État 1234567 ½", "北京 \u00ad🙂\x00", "ﬁn" * 50, "a\u0301%"]
    for text in [*SENTENCES, *odd, *map(str.upper, SENTENCES)]:
        assert count(text) == len(encoding.encode_ordinary(text)), text


@pytest.mark.parametrize("cut", [None, 0, 1_000])
def test_E28_without_the_file_tokens_are_estimated_and_nothing_is_fetched(tmp_path, cut):
    """P26: an empty cache folder, named by the environment, must not become a download."""
    if cut is not None:
        whole = _folder() / _CACHED
        (tmp_path / whole.name).write_bytes(whole.read_bytes()[:cut])
    code = (
        "import socket, sys\n"
        "def refuse(*_): raise SystemExit('reached for the network')\n"
        "socket.socket.connect = socket.getaddrinfo = refuse\n"
        "from index.tokens import count, estimate\n"
        "assert count('Bonjour tout le monde') == estimate('Bonjour tout le monde')\n"
        "assert 'tiktoken' not in sys.modules\n"
    )
    root = Path(__file__).parents[2]
    env = {**os.environ, "TIKTOKEN_CACHE_DIR": str(tmp_path), "PYTHONPATH": str(root)}
    done = subprocess.run([sys.executable, "-P", "-c", code], env=env, check=False)
    assert done.returncode == 0


def test_finding_the_file_does_not_import_llama_index():
    code = (
        "import sys; from index.tokens import count; count('Guten Tag');"
        "sys.exit('llama_index.core' in sys.modules)"
    )
    root = Path(__file__).parents[2]
    env = {**os.environ, "PYTHONPATH": str(root)}
    assert subprocess.run([sys.executable, "-P", "-c", code], env=env, check=False).returncode == 0
