"""What readers and machines do to a page: reload, go back, zoom, take the port, set switches."""

import socket
import threading

import pytest
from playwright.sync_api import expect

from assistant import Assistant, AssistantFault, ScriptedChat
from assistant.ui import Door, launch

from .conftest import PATIENCE, Slow, ask, go, until
from .test_page import QUESTIONS

pytestmark = pytest.mark.browser

TEXTS = {
    "en": "The bridge was opened in May. It cost 12 million euros.\n",
    "fr": "Le pont a été ouvert en mai. Il a coûté 12 millions d’euros.\n",
    "de": "Die Brücke wurde im Mai eröffnet. Sie kostete 12 Millionen Euro.\n",
    "it": "Il ponte è stato aperto a maggio. È costato 12 milioni di euro.\n",
}
ASKED = {
    "en": ("What did the bridge cost?", "It was opened in May [1]. It cost 21 million euros [1].",
           "says 21 million euros; the source says 12 million euros"),
    "fr": ("Combien le pont a-t-il coûté ?",
           "Il a été ouvert en mai [1]. Il a coûté 21 millions d’euros [1].",
           "dit 21 millions d’euros ; la source dit 12 millions d’euros"),
    "de": ("Was kostete die Brücke?",
           "Sie wurde im Mai eröffnet [1]. Sie kostete 21 Millionen Euro [1].",
           "sagt 21 Millionen Euro; die Quelle sagt 12 Millionen Euro"),
    "it": ("Quanto è costato il ponte?",
           "È stato aperto a maggio [1]. È costato 21 milioni di euro [1].",
           "dice 21 milioni di euro; la fonte dice 12 milioni di euro"),
}  # fmt: skip


def folder_with(tmp_path, text):
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "bridge.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("language", ASKED)
def test_a_reason_on_hover_is_in_the_readers_language(serve, visit, tmp_path, language):
    question, said, reason = ASKED[language]
    folder = folder_with(tmp_path, TEXTS[language])
    page = visit(serve(folder, ScriptedChat([said])), locale=language)
    doubt = ask(page, question).locator(".doubt")
    doubt.hover()
    assert reason in doubt.locator(".reason").inner_text()


def test_H02_a_reload_in_mid_answer_gives_the_question_back_and_lets_the_model_go(
    serve, visit, tmp_path
):
    model = Slow(threading.Event())
    page = visit(serve(folder_with(tmp_path, TEXTS["en"]), model))
    page.fill("#box", "When was the bridge opened?")
    page.press("#box", "Enter")
    expect(page.locator(".answer")).to_contain_text("word", timeout=PATIENCE)
    page.reload()
    page.wait_for_selector("#attesto[data-ready]")
    assert page.locator(".turn").count() == 0
    assert page.locator("#box").input_value() == "When was the bridge opened?"
    until(page, lambda: model.closed == 1)


def test_H02_back_and_forward_show_the_same_conversation(serve, visit, seeds):
    address = serve(seeds)
    page = visit(address)
    ask(page, QUESTIONS["it"])
    page.goto("about:blank")
    page.go_back()
    page.wait_for_selector("#attesto[data-ready]")
    assert page.locator(".question").all_inner_texts() == [QUESTIONS["it"]]


@pytest.mark.parametrize(
    "said",
    [
        "x" * 3_000,
        "| a | b |\n|---|---|\n" + f"| {'wide ' * 60}| {'y' * 300} |\n" * 40,
        "$$\\int_0^1 " + "x^2 + " * 300 + "1$$ <table><tr><td>1</td></tr></table>",
    ],
    ids=["word", "table", "latex"],
)
def test_H04_a_strange_answer_neither_runs_nor_widens_the_page(serve, visit, tmp_path, said):
    model = ScriptedChat([f"It cost 12 million euros [1].\n{said}"])
    page = visit(
        serve(folder_with(tmp_path, TEXTS["en"]), model), viewport={"width": 390, "height": 844}
    )
    turn = ask(page, "What did the bridge cost?")
    assert "12 million" in turn.locator(".answer").inner_text()
    assert page.locator("#turns :is(table, td, math, img)").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.evaluate("document.getElementById('turns').scrollWidth") <= 390
    assert page.locator("#box").is_visible()


def test_H14_at_twice_the_size_everything_is_still_there(serve, visit, seeds):
    """A screen of 1280 by 800 at 200 % is one of half as many pixels."""
    page = visit(serve(seeds), viewport={"width": 640, "height": 400}, device_scale_factor=2)
    turn = ask(page, QUESTIONS["en"])
    turn.locator(".cite").first.click()
    page.locator("#source mark.here").first.wait_for()
    box = page.locator("#source mark.here").first.bounding_box()
    assert 0 <= box["y"] < 400
    page.keyboard.press("Escape")
    go(page, "documents")
    page.locator("#listed table").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


def test_H01_a_port_that_is_taken_is_told_with_another_to_try(seeds, tmp_path):
    assistant = Assistant.open(seeds, store=tmp_path, model="extract")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        door = Door(taken.getsockname()[1])
        with pytest.raises(AssistantFault, match="attesto chat --port"):
            launch(assistant, door, block=False)
    assistant.close()


@pytest.mark.skipif(not socket.has_dualstack_ipv6(), reason="no IPv6 on this machine")
def test_H01_the_page_is_served_on_the_other_loopback_as_well(serve, visit, seeds):
    address = serve(seeds, door={"host": "::1"})
    assert address.startswith("http://[::1]:")
    assert "138" in ask(visit(address), QUESTIONS["en"]).inner_text()


def test_H01_no_switch_of_gradios_shares_the_page_or_serves_a_file(serve, seeds, monkeypatch):
    import httpx

    for name in ("GRADIO_SHARE", "GRADIO_MCP_SERVER", "GRADIO_VIBE_MODE"):
        monkeypatch.setenv(name, "True")
    monkeypatch.setenv("GRADIO_ALLOWED_PATHS", "/")
    monkeypatch.setenv("GRADIO_SERVER_NAME", "0.0.0.0")
    address = serve(seeds)
    assert httpx.get(address).status_code == 200
    for path in ("/gradio_api/file=/etc/hostname", "/gradio_api/mcp/", "/gradio_api/upload"):
        assert httpx.get(address + path).status_code == 404
    assert '"share_url": "' not in httpx.get(f"{address}/config").text
