"""Foreign sources and sources that differ: the original counts, and both sides are shown."""

import re

import pytest
from playwright.sync_api import expect

from assistant import ScriptedChat
from assistant.errors import ModelBusy
from assistant.ui.strings import strings
from evals.provider import Provider

from .conftest import PATIENCE, ask

pytestmark = pytest.mark.browser

GERMAN = "Die Brücke über den Fluss wurde im Mai eröffnet. Sie kostete 12 Millionen Euro.\n"
QUESTION = "What did the bridge cost?"
ANSWER = "It cost 12 million euros [1]."
GDP = {
    "en": "How much could AI contribute to Russia's GDP by 2030?",
    "fr": "Combien l'IA pourrait-elle représenter dans le PIB russe en 2030 ?",
    "de": "Wie viel könnte KI bis 2030 zum russischen Bruttoinlandsprodukt beitragen?",
    "it": "Quanto potrebbe contribuire l'IA al PIL russo entro il 2030?",
}


@pytest.fixture
def german(tmp_path):
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "bruecke.txt").write_text(GERMAN, encoding="utf-8")
    return folder


def opened(page, question=QUESTION):
    """Ask, open the first source, and give the place where a translation is offered."""
    turn = ask(page, question)
    turn.locator(".cite").first.click()
    page.locator("#source mark.here").first.wait_for()
    return page.locator("#gloss")


def test_a_translation_stands_under_the_original_and_names_its_model(serve, visit, german):
    model = ScriptedChat([ANSWER, ["It cost ", "12 million euros."]], name="tongue-1")
    page = visit(serve(german, model))
    gloss = opened(page)
    assert "The quote is in German." in gloss.inner_text()
    assert len(model.requests) == 1  # nobody pays for what is not looked at
    gloss.get_by_role("button", name="Translate").click()
    expect(gloss.locator(".by")).to_have_text(
        "Translated by tongue-1; only the original counts.", timeout=PATIENCE
    )
    expect(gloss.locator(".translation")).to_have_text("It cost 12 million euros.")
    original = gloss.locator("blockquote")
    assert "12 Millionen Euro" in original.inner_text()
    assert original.get_attribute("lang") == "de"
    assert gloss.locator(".translation").get_attribute("lang") == "en"
    assert original.bounding_box()["y"] < gloss.locator(".translation").bounding_box()["y"]
    answer = page.locator(".turn").last.evaluate("turn => turn.answer")
    assert "tongue" not in str(answer["citations"])
    page.keyboard.press("Escape")
    page.locator(".cite").first.click()  # kept: asked for once, paid for once
    expect(gloss.locator(".translation")).to_have_text("It cost 12 million euros.")
    assert model.left == 0
    assert page.faults == []


def test_H15_a_quote_at_a_glance_and_a_kept_question_say_their_language(serve, visit, german):
    page = visit(serve(german, ScriptedChat([ANSWER])), locale="fr")
    turn = ask(page, QUESTION)
    turn.locator(".cite").first.hover()
    assert "12 Millionen" in page.locator("#peek q[lang=de]").inner_text()
    expect(page.locator("#kept .kept[lang=en]")).to_have_text(QUESTION)
    turn.locator(".cite").first.click()
    expect(page.locator("#status [lang=de]")).to_contain_text("12 Millionen", timeout=PATIENCE)
    assert page.faults == []


def test_a_translation_with_another_figure_says_so(serve, visit, german):
    page = visit(serve(german, ScriptedChat([ANSWER, "It cost 21 million euros."])))
    gloss = opened(page)
    gloss.get_by_role("button", name="Translate").click()
    expect(gloss.locator(".note")).to_contain_text("Differs from the original", timeout=PATIENCE)
    assert "12 Millionen Euro" in gloss.locator(".note").inner_text()


def test_G02_a_translation_is_text_whatever_it_says(serve, visit, german, elsewhere):
    there, log = elsewhere
    evil = f"<img src={there}/x> ![x]({there}/y) <script>fetch('{there}/z')</script>"
    page = visit(serve(german, ScriptedChat([ANSWER, evil])))
    gloss = opened(page)
    gloss.get_by_role("button", name="Translate").click()
    expect(gloss.locator(".translation")).to_have_text(evil, timeout=PATIENCE)
    expect(gloss.locator(".by")).to_be_visible()
    assert gloss.locator("img, script, a").count() == 0
    assert log == []


def test_a_translation_that_fails_is_told_kindly_and_can_be_tried_again(serve, visit, german):
    replies = [ANSWER, ModelBusy("The server is busy."), "It cost 12 million euros."]
    page = visit(serve(german, ScriptedChat(replies)), locale="fr")
    gloss = opened(page)
    gloss.get_by_role("button", name="Traduire").click()
    expect(gloss.locator(".trouble [lang=en]")).to_have_text(
        "The server is busy.", timeout=PATIENCE
    )
    assert gloss.locator(".trouble").inner_text() == (
        "La traduction n’a pas abouti. Le modèle de langue est très demandé. "
        "Réessayez dans un instant. The server is busy."
    )
    gloss.get_by_role("button", name="Réessayer").click()
    expect(gloss.locator(".by")).to_contain_text("seul l’original compte", timeout=PATIENCE)


def test_a_provider_translates_over_http(serve, visit, seeds):
    with Provider() as provider:
        page = visit(serve(seeds, "faithful", base_url=provider.url))
        gloss = opened(page, "How many billion dollars will Bank of China invest?")
        gloss.get_by_role("button", name="Translate").click()
        expect(gloss.locator(".translation")).to_contain_text("(English) ", timeout=PATIENCE)
        assert "Translated by faithful" in gloss.locator(".by").inner_text()


def test_there_is_nothing_to_translate_in_the_readers_own_language(serve, visit, german):
    page = visit(serve(german, ScriptedChat(["Sie kostete 12 Millionen Euro [1]."])))
    assert opened(page, "Was kostete die Brücke über den Fluss?").is_hidden()


def test_the_built_in_reader_offers_no_translation(serve, visit, german):
    page = visit(serve(german))
    assert opened(page, "What did the bridge over the river cost?").count() == 0


@pytest.mark.parametrize("language", GDP)
def test_F13_where_sources_differ_both_stand_side_by_side(serve, visit, seeds, language):
    page = visit(serve(seeds), locale=language)
    turn = ask(page, GDP[language])
    sides = turn.locator(".sides")
    assert sides.locator("h4").inner_text() == strings(language)["sides"]
    cards = sides.locator(".side")
    assert cards.count() == 2
    boxes = [card.bounding_box() for card in cards.all()]
    assert boxes[0]["y"] == boxes[1]["y"]
    assert boxes[0]["x"] + boxes[0]["width"] <= boxes[1]["x"]
    answer = turn.evaluate("turn => turn.answer")
    (found,) = answer["disagreements"]
    for card, reading, side in zip(cards.all(), found["readings"], found["sides"], strict=True):
        assert card.locator(".said").inner_text() == reading
        assert card.locator("strong").inner_text() == reading
        assert side["file"] in card.inner_text()
        assert (side["date"] or strings(language)["no_date"]) in card.inner_text()
        card.locator(".open-side").click()
        expect(page.locator("#source .place")).to_contain_text(side["file"], timeout=PATIENCE)
        here = "".join(page.locator("#source mark.here").all_inner_texts())
        assert reading in re.sub(r"\s+", " ", here)
    assert page.faults == []


def test_F13_on_a_phone_the_sides_stand_one_above_the_other(serve, visit, seeds):
    page = visit(serve(seeds), viewport={"width": 390, "height": 844})
    cards = ask(page, GDP["en"]).locator(".side")
    one, other = (card.bounding_box() for card in cards.all())
    assert one["y"] + one["height"] <= other["y"]
