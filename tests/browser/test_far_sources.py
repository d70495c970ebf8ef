"""Sources that take a reader far: hundreds of lines down, and into another document."""

import pytest
from playwright.sync_api import expect

from assistant import ScriptedChat

from .conftest import PATIENCE, ask

pytestmark = pytest.mark.browser

FAR = {
    "en": ("The bridge over the river cost 12 million euros.", "What did the bridge cost?"),
    "fr": ("Le pont sur le fleuve a coûté 12 millions d’euros.", "Combien le pont a-t-il coûté ?"),
    "de": ("Die Brücke über den Fluss kostete 12 Millionen Euro.", "Was kostete die Brücke?"),
    "it": ("Il ponte sul fiume è costato 12 milioni di euro.", "Quanto è costato il ponte?"),
}
ROWS = {
    "en": "On day {n} the gardener watered the roses.",
    "fr": "Le jour {n}, le jardinier a arrosé les roses.",
    "de": "Am Tag {n} goss der Gärtner die Rosen.",
    "it": "Il giorno {n} il giardiniere annaffiò le rose.",
}


@pytest.mark.parametrize("language", FAR)
@pytest.mark.parametrize("width", [390, 1280])
def test_a_citation_hundreds_of_lines_down_is_scrolled_into_sight(
    serve, visit, tmp_path, language, width
):
    said, question = FAR[language]
    rows = [ROWS[language].format(n=n) + "\n\n" for n in range(1, 601)]
    rows[400] = f"{said}\n\n"
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "long.txt").write_text("".join(rows), encoding="utf-8")
    page = visit(
        serve(tmp_path / "docs"), locale=language, viewport={"width": width, "height": 700}
    )
    turn = ask(page, question)
    cited = turn.evaluate("turn => turn.answer.citations[0]")
    assert cited["quote"] == said
    assert cited["line"] == 801
    turn.locator(".cite").first.click()
    here = page.locator("#source mark.here").first
    here.wait_for()
    assert here.evaluate("m => [...m.childNodes].filter(n => n.nodeName === '#text')"
                         ".map(n => n.data).join('')") == said  # fmt: skip
    source = page.locator("#source")
    assert source.evaluate("s => s.scrollTop") > 1_000
    panel, mark = source.bounding_box(), here.bounding_box()
    assert panel["y"] <= mark["y"]
    assert mark["y"] + mark["height"] <= min(panel["y"] + panel["height"], 700)
    assert panel["x"] <= mark["x"]
    assert mark["x"] + mark["width"] <= panel["x"] + panel["width"]


def test_next_and_previous_go_from_one_document_into_the_other(serve, visit, tmp_path):
    folder = tmp_path / "docs"
    folder.mkdir()
    texts = {
        "bridge.txt": "The bridge over the river cost 12 million euros.",
        "tunnel.txt": "The tunnel under the river cost 30 million euros.",
    }
    for name, text in texts.items():
        (folder / name).write_text(text + "\n", encoding="utf-8")
    page = visit(serve(folder, Sourced(texts.values())))
    turn = ask(page, "What did the bridge and the tunnel over and under the river cost?")
    cited = turn.evaluate("turn => turn.answer.citations")
    assert [one["file"] for one in cited] == [*texts]
    turn.locator(".cite").first.click()
    place = page.locator("#source .place")
    for key, file in ((None, "bridge.txt"), ("n", "tunnel.txt"), ("n", "bridge.txt"),
                      ("p", "tunnel.txt"), ("p", "bridge.txt")):  # fmt: skip
        if key:
            page.keyboard.press(key)
        expect(place).to_contain_text(file, timeout=PATIENCE)
        expect(page.locator("#source mark.here")).to_contain_text(texts[file], timeout=PATIENCE)
        number = [*texts].index(file) + 1
        expect(page.locator("#which")).to_have_text(f"Source {number} · {number}/2")
        pressed = turn.locator(".cite[aria-pressed=true]")
        expect(pressed).to_have_text([str(number)], timeout=PATIENCE)


class Sourced(ScriptedChat):
    """Says sentences, each with the number of the passage that holds it."""

    def __init__(self, sentences):
        super().__init__([])
        self.sentences = [*sentences]

    def reply(self, request):
        numbers = {
            said: number
            for number, passage in enumerate(request.passages, 1)
            for said in self.sentences
            if said in passage.hit.text
        }
        return ScriptedChat(
            [" ".join(f"{said[:-1]} [{numbers[said]}]." for said in self.sentences)]
        ).reply(request)
