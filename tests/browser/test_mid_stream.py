"""Answers while they are written: stopped, left, queued for, and drawn."""

import re
import threading

import pytest
from playwright.sync_api import expect

from assistant import Finish

from .conftest import PATIENCE, Slow, ask, until

pytestmark = pytest.mark.browser


class Marked(Slow):
    name = "marked"

    def reply(self, request):
        yield "It was *really* **opened** in `May` [1].\n\n- It cost 12 million euros [1].\n"
        yield "- It was opened in May [1].\n"
        self.go_on.wait(PATIENCE / 1_000)
        yield Finish(requests=1)


def test_emphasis_code_and_lists_look_the_same_while_written_and_when_done(serve, visit, bridge):
    model = Marked(threading.Event())
    page = visit(serve(bridge, model))
    page.fill("#box", "When was the bridge opened?")
    page.press("#box", "Enter")
    for done in (False, True):
        if done:
            model.go_on.set()
            page.locator(".turn[data-settled]").wait_for()
        answer = page.locator(".turn .answer")
        expect(answer.locator("li")).to_have_count(2, timeout=PATIENCE)
        assert answer.locator("em").inner_text() == "really"
        assert answer.locator("code").inner_text() == "May"
        assert "**" not in answer.inner_text()
    assert page.faults == []


def test_stop_in_mid_stream_keeps_what_was_written_and_lets_the_model_go(serve, visit, bridge):
    model = Slow(threading.Event())
    page = visit(serve(bridge, model))
    page.fill("#box", "When was the bridge opened?")
    page.press("#box", "Enter")
    expect(page.locator(".answer")).to_contain_text("word", timeout=PATIENCE)
    assert page.locator(".answer .cite.pale").inner_text() == "1"  # its number, as it is written
    page.click("#stop")
    page.locator(".turn .note").wait_for()
    assert "not checked" in page.locator(".turn .note").inner_text()
    assert "opened in May" in page.locator(".turn .answer").inner_text()
    until(page, lambda: model.closed == 1)
    model.go_on.set()
    assert "opened in May" in ask(page, "When was the bridge opened?").inner_text()


def test_H03_a_browser_that_closes_in_mid_stream_lets_the_model_go(serve, visit, bridge):
    model = Slow(threading.Event())
    address = serve(bridge, model)
    page, other = visit(address), visit(address)
    page.fill("#box", "When was the bridge opened?")
    page.press("#box", "Enter")
    expect(page.locator(".answer")).to_contain_text("word", timeout=PATIENCE)
    page.close()
    until(other, lambda: model.closed == 1)


def test_H06_when_the_queue_is_full_a_reader_is_told_when_to_come_back(serve, visit, bridge):
    model = Slow(threading.Event())
    address = serve(bridge, model, door={"at_once": 1, "waiting": 1})
    pages = [visit(address) for _ in range(4)]
    for page in pages:
        page.fill("#box", "When was the bridge opened?")
        page.press("#box", "Enter")
        expect(page.locator(".turn")).to_have_count(1, timeout=PATIENCE)
        page.locator(".turn :is(.writing p, .trouble, .hint)").first.wait_for()
    refused = pages[-1].locator(".trouble")
    refused.wait_for()
    assert re.search(r"try again in \d+ seconds", refused.inner_text())
    model.go_on.set()
    pages[0].locator(".turn[data-settled]").wait_for()
    pages[-1].get_by_role("button", name="Try again").click()
    pages[-1].locator(".turn[data-settled]").wait_for()
