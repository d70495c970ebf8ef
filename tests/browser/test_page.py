"""The chat in a real browser: people type, read and click."""

import json
import re

import pytest
from playwright.sync_api import expect

from assistant import ScriptedChat

from .conftest import PATIENCE, ask, go

pytestmark = pytest.mark.browser

QUESTIONS = {
    "en": "How many billion dollars will Bank of China invest?",
    "fr": "Combien de milliards de dollars Bank of China va-t-elle investir ?",
    "de": "Wie viele Milliarden Dollar investiert die Bank of China?",
    "it": "Quanti miliardi di dollari investirà Bank of China?",
}


def test_a_question_in_each_language_is_answered_with_its_source(serve, visit, seeds):
    page = visit(serve(seeds))
    for language, question in QUESTIONS.items():
        turn = ask(page, question)
        assert turn.locator(".answer").get_attribute("lang") == language
        assert "138" in turn.locator(".answer").inner_text()
        turn.locator(".cite").first.click()
        page.locator("#source mark.here").first.wait_for()
        assert "138 milliards de dollars" in page.locator("#source mark.here").first.inner_text()
    assert page.foreign == []
    assert page.faults == []


def test_a_citation_opens_its_document_at_the_very_words(serve, visit, seeds):
    page = visit(serve(seeds), viewport={"width": 1100, "height": 500})
    turn = ask(page, "Che cosa ha ordinato Putin a Sberbank?")
    cites = turn.locator(".cite")
    cites.last.click()
    here = page.locator("#source mark.here").first
    here.wait_for()
    answer = turn.evaluate("turn => turn.answer")
    last = answer["citations"][-1]
    shown = "".join(page.locator("#source mark.here").all_inner_texts())
    assert re.sub(r"^\d+", "", shown).split() == last["quote"].split()
    box = here.bounding_box()
    assert 0 < box["y"] < 500
    head = page.locator("#source .place").inner_text()
    assert last["file"] in head
    assert "Italian" in head
    assert "line" in head
    assert page.locator("#source .text").get_attribute("lang") == "it"
    assert page.locator("#source .text").inner_text().count("\n") > 3  # the document, not a snippet
    in_file = [c for c in answer["citations"] if c["file"] == last["file"]]
    assert page.locator("#source mark sup").count() == len(in_file)
    page.locator("#source").evaluate("s => { s.scrollTop = s.scrollHeight; }")
    expect(page.locator("#where")).to_have_text(last["title"], timeout=PATIENCE)
    expect(page.locator("#where")).to_be_visible()  # its name stays in sight


def test_hover_and_focus_show_the_quote(serve, visit, seeds):
    page = visit(serve(seeds))
    turn = ask(page, QUESTIONS["fr"])
    turn.locator(".cite").first.hover()
    assert "138 milliards de dollars" in page.locator("#peek").inner_text()
    page.mouse.move(5, 5)
    page.locator("#peek").wait_for(state="hidden")
    turn.locator(".cite").first.focus()
    assert "138 milliards de dollars" in page.locator("#peek").inner_text()


def test_keys_go_through_the_sources_and_close_them(serve, visit, bridge):
    said = "The bridge over the river was opened in May [1]. It cost 12 million euros [1]."
    page = visit(serve(bridge, ScriptedChat([said])))
    ask(page, "When was the bridge opened, and what did it cost?")
    page.locator(".cite").first.click()
    page.locator("#source mark.here").first.wait_for()
    assert page.locator("#which").inner_text() == "Source 1 · 1/2"
    assert page.locator("#source mark sup").all_inner_texts() == ["1", "2"]  # all of the answer
    page.keyboard.press("n")
    expect(page.locator("#which")).to_have_text("Source 2 · 2/2", timeout=PATIENCE)
    page.keyboard.press("p")
    expect(page.locator("#which")).to_have_text("Source 1 · 1/2", timeout=PATIENCE)
    page.keyboard.press("Escape")
    page.locator("#panel").wait_for(state="hidden")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "box"


def test_furniture_is_grey(serve, visit, seeds):
    page = visit(serve(seeds))
    ask(page, QUESTIONS["fr"]).locator(".cite").first.click()
    grey = page.locator("#source .furniture").first
    grey.wait_for()
    colour = "e => getComputedStyle(e).color"
    assert grey.evaluate(colour) != page.locator("#source .text").evaluate(colour)


def test_a_refusal_shows_what_comes_nearest_and_opens_it(serve, visit, seeds):
    page = visit(serve(seeds))
    turn = ask(page, "Quanto è alto il Monte Bianco?")
    assert turn.locator(".answer.declined").inner_text().startswith("I documenti non rispondono")
    assert turn.locator(".cite").count() == 0
    turn.locator(".near").first.click()
    page.locator("#source mark.here").first.wait_for()


def test_what_the_source_contradicts_is_marked_with_its_reason(serve, visit, bridge):
    said = "It was opened in May [1]. It cost 21 million euros [1]."
    page = visit(serve(bridge, ScriptedChat([said])))
    turn = ask(page, "What did the bridge cost?")
    doubt = turn.locator(".doubt")
    assert doubt.count() == 1
    reason = doubt.locator(".reason")
    assert not reason.is_visible()
    doubt.hover()
    assert "12 million" in reason.inner_text()
    page.mouse.move(5, 5)
    reason.wait_for(state="hidden")
    doubt.locator(".why").focus()  # by the keyboard
    page.keyboard.press("Enter")
    assert reason.is_visible()
    assert doubt.locator(".why").get_attribute("aria-expanded") == "true"
    assert "1 of 2" in turn.locator(".trust").inner_text()


def test_a_follow_up_shows_the_question_that_was_searched_for(serve, visit, seeds):
    page = visit(serve(seeds))
    ask(page, QUESTIONS["en"])
    turn = ask(page, "And in 2025?")
    assert "Bank of China" in turn.locator(".asked").inner_text()


def test_a_failing_model_is_one_plain_sentence_and_the_question_is_kept(serve, visit, seeds):
    page = visit(serve(seeds, "m", base_url="http://127.0.0.1:9/v1", deadline=3.0))
    page.fill("#box", "Was ist los?")
    page.press("#box", "Enter")
    page.locator(".trouble").wait_for()
    assert "127.0.0.1:9" in page.locator(".trouble").inner_text()
    assert page.locator("#box").input_value() == "Was ist los?"


def test_suggested_questions_can_be_asked(serve, visit, seeds):
    page = visit(serve(seeds), locale="de-DE")
    first = page.locator(".suggestion").first
    first.wait_for()
    question = first.inner_text()
    first.click()
    page.locator(".turn[data-settled]").wait_for()
    assert page.locator(".turn .question").inner_text() == question
    assert page.locator(".turn .answer.declined").count() == 0


def test_H02_two_readers_do_not_see_each_other(serve, visit, seeds):
    address = serve(seeds)
    first, second = visit(address), visit(address)
    for page, language in ((first, "de"), (second, "it")):  # both are being answered at once
        page.fill("#box", QUESTIONS[language])
        page.press("#box", "Enter")
    for page, language in ((first, "de"), (second, "it")):
        page.locator(".turn[data-settled]").wait_for()
        assert page.locator(".question").all_inner_texts() == [QUESTIONS[language]]
    first.click("#new")
    first.locator(".welcome").wait_for()
    assert first.locator(".kept").all_inner_texts() == [QUESTIONS["de"]]
    assert second.locator(".turn").count() == 1


def test_H02_two_tabs_keep_their_own_conversation_and_a_reload_shows_it(serve, visit, seeds):
    address = serve(seeds)
    first = visit(address)
    ask(first, QUESTIONS["fr"])
    second = visit(address, first.context)
    ask(second, QUESTIONS["en"])
    first.reload()
    first.wait_for_selector("#attesto[data-ready]")
    assert first.locator(".question").all_inner_texts() == [QUESTIONS["fr"]]
    assert first.locator(".kept").count() == 2
    first.locator(".turn .cite").first.click()  # what was kept is as live as it was
    first.locator("#source mark.here").first.wait_for()


def test_a_kept_answer_says_when_its_document_has_changed(serve, visit, bridge):
    page = visit(serve(bridge))
    ask(page, "What did the bridge cost?")
    (bridge / "bridge.txt").write_text("It is about something else now.\n", encoding="utf-8")
    go(page, "documents")
    page.click("#read")
    page.get_by_text("1 changed").wait_for()
    page.reload()
    page.locator(".note.gone").wait_for()
    assert page.locator(".note.gone").inner_text().strip()


@pytest.mark.parametrize("kind", ["html", "md", "json"])
def test_a_conversation_is_exported_with_its_quotes(serve, visit, seeds, kind):
    page = visit(serve(seeds))
    ask(page, QUESTIONS["fr"])
    with page.expect_download() as download:
        page.click(f"[data-export={kind}]")
    assert download.value.suggested_filename == f"attesto.{kind}"
    assert "138 milliards de dollars" in download.value.path().read_text("utf-8")


def test_a_thumb_and_its_reason_are_kept_beside_the_index(serve, visit, seeds, tmp_path):
    page = visit(serve(seeds))
    turn = ask(page, QUESTIONS["en"])
    turn.locator(".unhelpful").click()
    turn.get_by_label("The source does not say that").check()
    turn.locator(".judge input[type=text]").fill("line 2")
    turn.locator(".judge button").click()
    turn.get_by_text("Thank you").wait_for()
    (line,) = (tmp_path / "store" / "feedback.jsonl").read_text("utf-8").splitlines()
    told = json.loads(line)
    assert (told["verdict"], told["reason"]) == ("bad", "source: line 2")
    for found in told["passages"]:  # what a case about this answer is answered from
        text = (seeds / found["file"]).read_text("utf-8")
        assert text[found["start"] : found["end"]] == found["quote"]
    assert any("138 milliards de dollars" in found["quote"] for found in told["passages"])
