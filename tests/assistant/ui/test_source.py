"""A document beside the answer: the marks stand at their characters, and the text is the text."""

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from assistant.safe_text import for_terminal
from assistant.ui import source as module
from assistant.ui.source import Mark, Page, source
from assistant.ui.strings import strings

PAGE = Page("a.txt", "A title", "fr")
TEXT = "Menu\nLe pont <b>coûte</b> 12 millions.\nIl mesure 240 m.\nLire aussi"


def body(page):
    return page[page.index('<div class="text"') :].partition(">")[2].removesuffix("</div>")


def marked(page):
    """Each label with the words marked for it."""
    found = {}
    shown = re.sub(r"<sup>.*?</sup>|</?span[^>]*>", "", body(page))
    for labels, words in re.findall(r'<mark data-labels="([^"]*)">(.*?)</mark>', shown, re.S):
        for label in labels.split():
            found[label] = found.get(label, "") + html.unescape(words)
    return found


def words(page):
    return html.unescape(re.sub(r"<sup>.*?</sup>|<[^>]+>", "", body(page)))


def test_every_cited_place_is_marked_even_where_they_overlap():
    marks = [Mark("1", 5, 30), Mark("2", 20, 40)]
    page = source(PAGE, TEXT, marks, [], strings("en"))
    assert marked(page) == {"1": TEXT[5:30], "2": TEXT[20:40]}
    assert words(page) == TEXT


@given(
    st.text(max_size=80), st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90)), max_size=4)
)
def test_whatever_is_marked_the_text_stays_the_text(text, spans):
    marks = [Mark(str(n), *sorted(span)) for n, span in enumerate(spans)]
    page = source(PAGE, text, marks, [(0, len(text) // 2)], strings("en"))
    assert words(page) == html.unescape(html.escape(for_terminal_pieces(text, marks)))


def for_terminal_pieces(text, marks):
    """The text as it may be shown: cut where marks cut it, each piece made harmless."""
    cuts = {0, len(text), len(text) // 2}
    for mark in marks:
        if mark.start < mark.end <= len(text):
            cuts |= {mark.start, mark.end}
    edges = sorted(cuts)
    return "".join(for_terminal(text[a:b]) for a, b in zip(edges, edges[1:], strict=False))


def test_the_head_says_which_document_language_and_line():
    page = source(PAGE, TEXT, [Mark("1", 40, 45)], [], strings("en"))
    head = page[: page.index('<div class="text"')]
    assert "A title" in head
    assert "a.txt · French · line 3" in head
    assert '<div class="text" tabindex="0" role="document" lang="fr">' in page


def test_furniture_is_grey_and_said_to_be():
    page = source(PAGE, TEXT, [], [(0, 4)], strings("fr"))
    assert '<span class="furniture">Menu</span>' in page
    assert strings("fr")["furniture"] in page
    assert strings("fr")["furniture"] not in source(PAGE, TEXT, [], [], strings("fr"))


def test_of_a_long_document_the_part_around_the_first_place_is_shown(monkeypatch):
    monkeypatch.setattr(module, "WINDOW", 20)
    text = "a" * 100 + "HERE" + "b" * 100
    page = source(PAGE, text, [Mark("1", 100, 104)], [], strings("en"))
    assert words(page) == "a" * 20 + "HERE" + "b" * 16
    assert strings("en")["excerpt"] in page


def test_a_place_outside_the_text_is_not_marked():
    assert "<mark" not in source(
        PAGE, TEXT, [Mark("1", 5, 999), Mark("2", 9, 9)], [], strings("en")
    )
