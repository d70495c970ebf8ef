"""A real Chromium, and pages served on loopback for it."""

import asyncio
import http.server
import os
import shutil
import socket
import threading

import pytest

from assistant import Assistant, Finish
from assistant.ui import Door, launch

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium-headless-shell", "chromium", "chromium-browser"))),
    None,
)
"""Chromium without its windows opens a page in less than half the time of the whole browser."""
_FLAGS = (
    "--no-sandbox --disable-gpu --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-default-apps"
).split()
PATIENCE = 60_000
"""Milliseconds to wait for what must come: machines are shared, and nothing here is timed."""


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


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def _launched(*arguments, **options):
    """Launch where a loop runs, as Playwright's does: without, Gradio leaves some of its open."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:

        async def begun():
            return launch(*arguments, **options)

        return asyncio.run(begun())
    return launch(*arguments, **options)


@pytest.fixture
def serve(tmp_path):
    """Serve the page of an assistant; gives its address."""
    running = []

    def serve_it(folder, model="extract", *, door=None, **options):
        assistant = Assistant.open(folder, store=tmp_path / "store", model=model, **options)
        said = []
        at = Door(free_port(), **(door or {}))
        page = _launched(assistant, at, block=False, told=said.append)
        running.append((page, assistant))
        return said[0]

    yield serve_it
    for page, assistant in running:
        page.close(verbose=False)
        assistant.close()


@pytest.fixture
def elsewhere():
    """Another server on loopback, as an attacker would have; gives its address and its log."""
    log = []

    class Log(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            log.append(self.path)
            self.send_response(204)
            self.end_headers()

        do_POST = do_HEAD = do_OPTIONS = do_GET

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Log)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", log
    server.shutdown()
    server.server_close()


@pytest.fixture
def visit(chromium):
    """Open an address; what the page asks of others, and what goes wrong in it, is collected."""
    contexts = []

    def visit_it(address, context=None, **options):
        if context is None:
            wide = {"viewport": {"width": 1280, "height": 860}, "locale": "en-GB"}
            context = chromium.new_context(**{**wide, **options})
            contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.foreign, page.faults = [], []
        page.on("request", lambda request: _note_foreign(page, address, request.url))
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        page.on("console", lambda said: said.type == "error" and page.faults.append(said.text))
        page.goto(address)
        page.wait_for_selector("#attesto[data-ready]")
        return page

    yield visit_it
    for context in contexts:
        context.close()


def _note_foreign(page, address, url):
    if not url.startswith((address, "data:", "blob:")):
        page.foreign.append(url)


def ask(page, question):
    """Type a question, press enter, and wait for the checked answer; gives its turn."""
    turns = page.locator(".turn[data-settled]").count()
    page.fill("#box", question)
    page.press("#box", "Enter")
    page.locator(".turn[data-settled]").nth(turns).wait_for()
    return page.locator(".turn").last


def go(page, tab):
    """Open a tab and wait for what is on it."""
    page.click(f".tab[data-tab={tab}]")
    page.locator(f"#{tab}").wait_for()


BRIDGE = "The bridge over the river was opened in May. It cost 12 million euros.\n"


@pytest.fixture
def bridge(tmp_path):
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "bridge.txt").write_text(BRIDGE, encoding="utf-8")
    return folder


class Slow:
    """A model that writes a word whenever it is told to, for as long as it is."""

    name = "slow"

    def __init__(self, go_on):
        self.go_on = go_on
        self.closed = 0

    def reply(self, request):
        try:
            yield "It was opened in May [1]. "
            while not self.go_on.wait(0.05):
                yield "word "
            yield Finish(requests=1)
        finally:
            self.closed += 1


def until(page, condition):
    """Wait for something that happens in the server."""
    for _ in range(600):
        if condition():
            return
        page.wait_for_timeout(50)
    raise AssertionError("it did not happen")
