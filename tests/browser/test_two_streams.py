"""Two readers who are being answered at the same time."""

import threading

import pytest
from playwright.sync_api import expect

from assistant import Finish

from .conftest import PATIENCE, until

pytestmark = pytest.mark.browser

TEXTS = {
    "bridge": "The bridge over the river cost 12 million euros.",
    "tunnel": "The tunnel under the hill cost 30 million euros.",
}
WORD = {"bridge": "Amber. ", "tunnel": "Cobalt. "}


class Held:
    """Says what each subject cost, then writes a word of its own until it is let go."""

    name = "held"

    def __init__(self):
        self.go_on = {subject: threading.Event() for subject in TEXTS}
        self.writing = set()

    def reply(self, request):
        (subject,) = (one for one in TEXTS if one in request.question)
        (number,) = (
            number
            for number, passage in enumerate(request.passages, 1)
            if TEXTS[subject] in passage.hit.text
        )
        self.writing.add(subject)
        yield f"{TEXTS[subject][:-1]} [{number}]. "
        while not self.go_on[subject].wait(0.05):
            yield WORD[subject]
        self.writing.discard(subject)
        yield Finish(requests=1)


def test_H02_two_streams_at_once_never_mix(serve, visit, tmp_path):
    folder = tmp_path / "docs"
    folder.mkdir()
    for subject, text in TEXTS.items():
        (folder / f"{subject}.txt").write_text(text + "\n", encoding="utf-8")
    model = Held()
    address = serve(folder, model)
    pages = {subject: visit(address) for subject in TEXTS}
    for subject, page in pages.items():
        page.fill("#box", f"What did the {subject} cost?")
        page.press("#box", "Enter")
    for subject, page in pages.items():
        expect(page.locator(".answer")).to_contain_text(WORD[subject] * 2, timeout=PATIENCE)
    assert model.writing == set(TEXTS)  # both are being written at this moment
    for subject, other in (("bridge", "tunnel"), ("tunnel", "bridge")):
        shown = pages[subject].locator("body").inner_text()
        assert TEXTS[subject][:-1] in shown
        assert TEXTS[other][:-1] not in shown
        assert WORD[other].strip() not in shown
    model.go_on["tunnel"].set()  # whoever asked last is answered first
    tunnel = pages["tunnel"].locator(".turn[data-settled]")
    tunnel.wait_for()
    assert pages["bridge"].locator(".turn[data-settled]").count() == 0
    assert model.writing == {"bridge"}
    before = len(pages["bridge"].locator(".answer").inner_text())
    until(pages["bridge"], lambda: len(pages["bridge"].locator(".answer").inner_text()) > before)
    model.go_on["bridge"].set()
    for (subject, page), other in zip(pages.items(), ("tunnel", "bridge"), strict=True):
        turn = page.locator(".turn[data-settled]")
        turn.wait_for()
        assert page.locator(".question").all_inner_texts() == [f"What did the {subject} cost?"]
        cited = turn.evaluate("turn => turn.answer.citations.map(one => [one.file, one.quote])")
        assert cited == [[f"{subject}.txt", TEXTS[subject]]]
        turn.locator(".cite").click()
        expect(page.locator("#source .text")).to_contain_text(TEXTS[subject], timeout=PATIENCE)
        shown = page.locator("body").inner_text()
        assert WORD[other].strip() not in shown
        assert TEXTS[other] not in shown
