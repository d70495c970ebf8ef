"""Where the key goes and where the server is, with the real client over real HTTP."""

import socket
import traceback

import pytest

from assistant import ConfigError, errors
from assistant.models.openai import OpenAIChat

KEY = "sk-proj-Zq81kfLw02maXyPd"
DEADLINE = 20
ANSWER = (
    "Bank of China vient d’annoncer 138 milliards de dollars (1 000 milliards de yuans) "
    "d’investissement sur 5 ans [1]."
)


def chat(provider, model, **options):
    return OpenAIChat(model, provider.url, KEY, **{"deadline": DEADLINE, **options})


# --- where keys go


def test_e31_the_key_is_nowhere_in_an_error(provider, hear):
    fault = hear(chat(provider, "unauthorised")).fault
    shown = "".join(traceback.format_exception(fault)) + repr(fault)
    assert KEY not in shown
    assert KEY[8:] not in shown
    assert KEY in provider.calls[-1].headers["authorization"], "it was sent, and sent back"


def test_e19_without_a_key_nothing_of_the_environment_is_sent_along(monkeypatch, provider, hear):
    for name in ("API_KEY", "ADMIN_KEY", "ORG_ID", "PROJECT_ID"):
        monkeypatch.setenv(f"OPENAI_{name}", "secret-of-another-host")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-Secret: secret-of-another-host")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    assert hear(OpenAIChat("faithful", provider.url, None, deadline=DEADLINE)).text == ANSWER
    headers = provider.calls[-1].headers
    assert "authorization" not in headers
    assert "secret-of-another-host" not in str(headers)


def test_e17_no_proxy_is_asked_for_a_server_of_this_machine(monkeypatch, provider, hear):
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert hear(chat(provider, "faithful")).text == ANSWER


@pytest.mark.parametrize("key", ["sk-ä", "sk-a b", "sk-a\nb: c"])
def test_a_key_that_is_none_is_refused_without_showing_it(key):
    with pytest.raises(ConfigError) as caught:
        OpenAIChat("m", "http://localhost:1/v1", key)
    assert key not in str(caught.value)


# --- where the server is


@pytest.mark.parametrize(
    "form", ["{url}", "{url}/", "{root}", "{root}/", "{host}", "{url}/chat/completions", " {url} "]
)
def test_e18_an_address_is_read_as_people_write_it(provider, hear, form):
    root = provider.url.removesuffix("/v1")
    url = form.format(url=provider.url, root=root, host=root.removeprefix("http://"))
    assert hear(OpenAIChat("faithful", url, deadline=DEADLINE)).text == ANSWER


@pytest.mark.parametrize("url", ["ftp://x", "http://", "http://x:port", "http://me:pw@x", "x?k=1"])
def test_e18_an_address_that_cannot_be_one_is_refused(url):
    with pytest.raises(ConfigError, match="address of the model"):
        OpenAIChat("m", url)


def test_a_wrong_path_is_told_as_such(provider, hear):
    heard = hear(OpenAIChat("faithful", f"{provider.url}/odd", deadline=DEADLINE))
    assert type(heard.fault) is errors.ModelNotFound
    assert "/v1/odd/chat/completions" in str(heard.fault)


def test_e17_no_server_there(hear):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    heard = hear(OpenAIChat("m", f"http://127.0.0.1:{port}/v1", deadline=3))
    assert type(heard.fault) is errors.ModelUnreachable
    assert f"127.0.0.1:{port}" in str(heard.fault)
    assert "refused" in str(heard.fault)


def test_e17_https_to_a_server_that_speaks_http(provider, hear):
    heard = hear(OpenAIChat("m", provider.url.replace("http:", "https:"), deadline=3))
    assert type(heard.fault) is errors.ModelUnreachable
    assert "plain http://" in str(heard.fault)
