"""A real Chromium, and pages served on loopback for it."""

import os
import shutil
import socket

import pytest

from assistant import Assistant
from assistant.ui import launch

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
_FLAGS = (
    "--no-sandbox --disable-gpu --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-default-apps"
).split()


@pytest.fixture(scope="session")
def chromium():
    if CHROMIUM is None:
        # On the project's own machines a missing browser is a fault, not an excuse.
        if os.environ.get("CI"):
            pytest.fail("no Chromium: apt-get install chromium")
        pytest.skip("no Chromium on this machine")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def serve(tmp_path):
    """Serve the page of an assistant; gives its address."""
    running = []

    def serve_it(folder, model="extract", **options):
        assistant = Assistant.open(folder, store=tmp_path / "store", model=model, **options)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        page = launch(assistant, port=port, open_browser=False, block=False)
        running.append((page, assistant))
        return f"http://127.0.0.1:{port}"

    yield serve_it
    for page, assistant in running:
        page.close(verbose=False)
        assistant.close()


@pytest.fixture
def visit(chromium):
    """Open an address; whatever the page asks of other hosts is collected in `foreign`."""
    contexts = []

    def visit_it(address, **options):
        context = chromium.new_context(**{"viewport": {"width": 1280, "height": 860}, **options})
        contexts.append(context)
        page = context.new_page()
        page.foreign = []
        page.on(
            "request",
            lambda request: (
                None
                if request.url.startswith(
                    (address, "data:", "blob:", address.replace("http", "ws"))
                )
                else page.foreign.append(request.url)
            ),
        )
        page.goto(address)
        page.wait_for_selector("#box textarea")
        return page

    yield visit_it
    for context in contexts:
        context.close()


def ask(page, question):
    """Type a question, press enter, and wait for the checked answer."""
    turns = page.locator(".turn .footer").count()
    page.fill("#box textarea", question)
    page.press("#box textarea", "Enter")
    page.wait_for_function(
        "n => document.querySelectorAll('.turn .footer').length > n", arg=turns, timeout=20_000
    )
