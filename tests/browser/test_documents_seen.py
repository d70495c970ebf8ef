"""Documents on the page: listed, narrowed, dropped, and who may add them."""

import json

import pytest

from assistant import report_file
from assistant.ui.strings import strings

from .conftest import ask, go
from .test_page import QUESTIONS

pytestmark = pytest.mark.browser


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
