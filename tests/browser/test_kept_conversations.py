"""Conversations that a browser keeps, and what stands under and about an answer."""

import json
import re

import pytest
from playwright.sync_api import expect

from assistant.ui.strings import strings

from .conftest import PATIENCE, ask
from .test_page import QUESTIONS

pytestmark = pytest.mark.browser

NOWHERE = {
    "en": "How high is Mont Blanc?",
    "fr": "Quelle est la hauteur du mont Blanc ?",
    "de": "Wie hoch ist der Mont Blanc?",
    "it": "Quanto è alto il Monte Bianco?",
}
REASON = {
    "en": r"No passage found names (Mont|Blanc)",
    "fr": r"Aucun passage trouvé ne nomme (Mont|Blanc)",
    "de": r"Keine gefundene Stelle nennt (Mont|Blanc)",
    "it": r"Nessun passo trovato nomina (Monte|Bianco)",
}


def test_a_kept_conversation_is_opened_again_and_dropped_by_clicking(serve, visit, seeds):
    page = visit(serve(seeds))
    for language in ("fr", "de"):
        ask(page, QUESTIONS[language])
        page.click("#new")
        page.locator(".welcome").wait_for()
    kept = page.locator(".kept")
    assert kept.all_inner_texts() == [QUESTIONS["de"], QUESTIONS["fr"]]  # newest first
    kept.nth(1).click()
    page.locator(".turn[data-settled]").wait_for()
    assert page.locator(".question").all_inner_texts() == [QUESTIONS["fr"]]
    assert kept.nth(1).get_attribute("aria-current") == "true"
    page.locator(".turn .cite").first.click()  # as live as it was
    expect(page.locator("#source mark.here").first).to_contain_text("138 milliards")
    ask(page, QUESTIONS["it"])  # and it goes on
    assert kept.count() == 2
    page.get_by_label(f"{strings('en')['delete']}: {QUESTIONS['de']}").click()
    expect(kept).to_have_text([QUESTIONS["fr"]], timeout=PATIENCE)
    assert page.locator(".turn").count() == 2  # the one that is open stays
    page.locator(".drop-kept").click()
    page.locator(".welcome").wait_for()
    assert kept.count() == page.locator(".turn").count() == 0
    page.reload()  # dropped is dropped
    page.wait_for_selector("#attesto[data-ready]")
    assert kept.count() == page.locator(".turn").count() == 0
    stored = page.evaluate("Object.values(localStorage).join(' ')")
    assert not any(question in stored for question in QUESTIONS.values())


@pytest.mark.parametrize("language", QUESTIONS)
def test_under_an_answer_stands_who_gave_it_from_how_much_and_how_fast(
    serve, visit, seeds, language
):
    page = visit(serve(seeds), locale=language)
    turn = ask(page, QUESTIONS[language])
    said = strings(language)
    passages = turn.evaluate("turn => turn.answer.usage.passages")
    foot = turn.locator(".foot .cost")
    assert foot.is_visible()
    who, read, time = foot.inner_text().split(" · ")
    assert who == said["reader"]
    assert read == said["passages"].format(n=passages)
    assert re.fullmatch(rf"(< )?\d+{re.escape(said['decimal'])}\d s", time)


@pytest.mark.parametrize("language", NOWHERE)
def test_a_refusal_says_what_is_missing_in_the_readers_language(serve, visit, seeds, language):
    page = visit(serve(seeds), locale=language)
    turn = ask(page, NOWHERE[language])
    declined = turn.locator(".answer.declined")
    assert declined.is_visible()
    assert declined.get_attribute("lang") == language
    shown = declined.inner_text()
    assert re.search(REASON[language], shown)
    lead = {"en": "The documents do not", "fr": "Les documents ne répondent pas",
            "de": "Die Dokumente beantworten", "it": "I documenti non rispondono"}  # fmt: skip
    assert shown.startswith(lead[language])
    near = turn.locator(".nearest")
    assert near.locator("h4").inner_text() == strings(language)["nearest"]
    assert near.locator(".near").count() > 0


def test_a_thumb_up_is_kept_beside_the_index(serve, visit, seeds, tmp_path):
    page = visit(serve(seeds))
    turn = ask(page, QUESTIONS["it"])
    turn.locator(".helpful").click()
    turn.get_by_text(strings("en")["thanks"]).wait_for()
    assert turn.locator(".helpful").get_attribute("aria-pressed") == "true"
    (line,) = (tmp_path / "store" / "feedback.jsonl").read_text("utf-8").splitlines()
    told = json.loads(line)
    assert (told["verdict"], told["reason"], told["question"]) == ("good", "", QUESTIONS["it"])
    assert "passages" not in told


@pytest.mark.parametrize("language", QUESTIONS)
def test_questions_to_begin_with_are_in_the_readers_language(serve, visit, seeds, language):
    page = visit(serve(seeds), locale=language)
    page.locator(".suggestion").first.wait_for()
    shown = page.locator(".suggestion").all_inner_texts()
    forms = {
        code: [
            re.compile(re.escape(strings(code)[form]).replace(r"\{name\}", ".+"))
            for form in ("ask_about", "ask_amount")
        ]
        for code in QUESTIONS
    }
    for question in shown:
        spoken = [
            code for code, asked in forms.items() if any(f.fullmatch(question) for f in asked)
        ]
        assert spoken == [language]
