"""Addresses as people write them, waits as servers ask for them, keys that stay hidden."""

import email.utils
import time

import pytest

from index import Endpoint, asked_wait


@pytest.mark.parametrize(
    ("written", "base_url", "host", "is_local"),
    [
        (None, "https://api.openai.com/v1", "api.openai.com", False),
        ("", "https://api.openai.com/v1", "api.openai.com", False),
        ("http://localhost:11434", "http://localhost:11434/v1", "localhost:11434", True),
        ("http://localhost:11434/v1/", "http://localhost:11434/v1", "localhost:11434", True),
        ("localhost:1234", "http://localhost:1234/v1", "localhost:1234", True),
        ("127.0.0.1:8080/v1", "http://127.0.0.1:8080/v1", "127.0.0.1:8080", True),
        ("[::1]:8080", "http://[::1]:8080/v1", "[::1]:8080", True),
        ("models.example", "https://models.example/v1", "models.example", False),
        ("https://a.example/api/v3", "https://a.example/api/v3", "a.example", False),
        ("https://a.example/v1/embeddings", "https://a.example/v1", "a.example", False),
        ("https://a.example/v1/chat/completions/", "https://a.example/v1", "a.example", False),
        ("https://localhost.example", "https://localhost.example/v1", "localhost.example", False),
    ],
)
def test_addresses(written, base_url, host, is_local):
    endpoint = Endpoint.at(written, None)
    assert (endpoint.base_url, endpoint.host, endpoint.is_local) == (base_url, host, is_local)


@pytest.mark.parametrize(
    "written",
    ["ftp://a", "http://", "://", "http://a:99999", "http://u:p@a", "http://a/?k=v", "http://a/#x"],
)
def test_what_is_no_address_is_refused_without_repeating_it(written):
    with pytest.raises(ValueError, match="address of the model") as caught:
        Endpoint.at(written, None)
    assert "u:p" not in str(caught.value)


@pytest.mark.parametrize(("given", "kept"), [(" sk-a \n", "sk-a"), ("", None), (None, None)])
def test_keys_are_tidied(given, kept):
    assert Endpoint.at("localhost", given).key == kept


def test_a_key_is_shown_nowhere():
    endpoint = Endpoint.at("localhost", "p@ss/word-long")
    assert "ss" not in repr(endpoint)
    assert endpoint.public("bad: p@ss/word-long, p%40ss%2Fword-long") == "bad: [key], [key]"


def test_a_stranger_is_quoted_on_one_short_line():
    assert Endpoint.at("localhost", None).public("a\x1b]0;x\x07\n\tb \u202ec" * 99, 12) == (
        "a ]0;x b ca…"
    )


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": "3"}, 3.0),
        ({"retry-after": "0.5"}, 0.5),
        ({"retry-after-ms": "250", "retry-after": "3"}, 0.25),
        ({"retry-after-ms": "soon", "retry-after": "3"}, 3.0),
        ({"retry-after": "1e9"}, 1e9),
        ({"retry-after": "-1"}, None),
        ({"retry-after": "NaN"}, None),
        ({"retry-after": "inf"}, None),
        ({"retry-after": "tomorrow"}, None),
        ({"retry-after": "Mon, 01 Jan 1990 00:00:00 GMT"}, 0.0),
        ({"retry-after": "Mon, 99 Jan 99999 00:00:00 GMT"}, None),
    ],
)
def test_waits(headers, seconds):
    assert asked_wait(headers) == seconds


def test_a_date_counts_from_now():
    date = email.utils.formatdate(time.time() + 60, usegmt=True)
    assert 57 < asked_wait({"retry-after": date}) <= 60
