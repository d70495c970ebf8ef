"""The page behind a password, and what a served process may tell the world: nothing."""

import base64
import os
import subprocess
import sys

import pytest
from playwright.sync_api import Error

from .conftest import ask
from .test_page import QUESTIONS

pytestmark = pytest.mark.browser

SECRET = "offene Tür, porte ouverte"


@pytest.fixture
def locked(serve, seeds, monkeypatch):
    monkeypatch.setenv("ATTESTO_PASSWORD", SECRET)
    return serve(seeds)


def test_H01_with_the_password_the_whole_page_works_in_a_browser(locked, visit):
    page = visit(locked, http_credentials={"username": "anyone", "password": SECRET})
    turn = ask(page, QUESTIONS["de"])
    turn.locator(".cite").first.click()
    page.locator("#source mark.here").first.wait_for()
    assert page.foreign == []
    assert page.faults == []


@pytest.mark.parametrize("given", [None, "wrong", ""])
def test_H01_without_it_a_browser_is_shown_nothing(locked, chromium, given):
    credentials = {"username": "anyone", "password": given}
    context = chromium.new_context(**({} if given is None else {"http_credentials": credentials}))
    page = context.new_page()
    replies = []
    page.on("response", lambda reply: replies.append(reply.status))
    try:
        page.goto(locked)
        shown = page.locator("body").inner_text()
    except Error as error:  # Chromium itself gives up after a wrong password
        shown = str(error)
    context.close()
    assert set(replies) <= {401}
    assert "Attesto" not in shown
    assert "A password is needed." in shown or "ERR_INVALID_AUTH_CREDENTIALS" in shown


def test_H01_a_program_sends_the_password_as_a_header(locked, seeds):
    import httpx
    from gradio_client import Client

    basic = base64.b64encode(f"anyone:{SECRET}".encode()).decode()
    client = Client(locked, headers={"Authorization": f"Basic {basic}"}, verbose=False)
    answer = client.predict(QUESTIONS["it"], api_name="/ask")
    assert answer["language"] == "it"
    assert answer["citations"]
    for path in ("/config", "/gradio_api/info", "/attesto/documents"):
        assert httpx.get(locked + path).status_code == 401
    with pytest.raises((ValueError, httpx.HTTPError)):
        Client(locked, verbose=False)


@pytest.mark.parametrize("switch", ["True", None])  # with any other, Gradio's are off anyway
def test_analytics_are_off_whatever_the_environment_says(seeds, tmp_path, switch):
    told = """
import sys
from assistant import Assistant
from assistant.ui import build
page = build(Assistant.open(sys.argv[1], store=sys.argv[2], model="extract"))
from gradio import analytics
print(page.analytics_enabled, analytics.analytics_enabled())
"""
    environ = {k: v for k, v in os.environ.items() if k != "GRADIO_ANALYTICS_ENABLED"}
    environ |= {"GRADIO_ANALYTICS_ENABLED": switch} if switch else {}
    done = subprocess.run(
        [sys.executable, "-c", told, str(seeds), str(tmp_path)],
        env=environ, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.split() == ["False", "False"]


@pytest.mark.parametrize("where", ["documents?name=big.txt", "export", "turns"])
def test_H05_what_is_over_the_limit_is_refused_in_kind_words(serve, tmp_path, where):
    import httpx

    from assistant.ui.dropped import LARGEST
    from assistant.ui.guard import LARGEST_POST

    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "a.txt").write_text("The museum is closed on Mondays.\n", encoding="utf-8")
    address = serve(folder, door={"allow_upload": True})
    limit = LARGEST if where.startswith("documents") else LARGEST_POST
    reply = httpx.post(f"{address}/attesto/{where}", content=b"x" * (limit + 1), timeout=60)
    assert reply.status_code == 413
    assert reply.text == "That is more than this page takes."
    assert [path.name for path in folder.iterdir()] == ["a.txt"]
