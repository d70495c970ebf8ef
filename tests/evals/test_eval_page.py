"""The page: one file, nothing from elsewhere, nothing from a document run as markup."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from small_world import APERTO, OverlapAssistant, answer, cite

from evals.charts import tone
from evals.gate import check
from evals.page import html_report
from evals.results import judge
from evals.run import header_of, run

VOID = {"meta", "circle", "rect", "line", "input", "br"}


class Tags(HTMLParser):
    """Checks that every tag is closed in its turn, and keeps what it saw."""

    def __init__(self):
        super().__init__()
        self.open, self.seen, self.links = [], [], []

    def handle_starttag(self, tag, attrs):
        self.seen.append(tag)
        self.links += [value for name, value in attrs if name in ("src", "href")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.open.pop() == tag


@pytest.fixture
def results(cases, corpus):
    return judge(header_of(cases, "fake"), cases, run(cases.cases, OverlapAssistant(corpus.texts)))


def test_it_is_whole_and_loads_nothing(results):
    page = html_report(results)
    tags = Tags()
    tags.feed(page)
    assert tags.open == []
    assert not tags.links
    assert not {"script", "img", "link", "iframe"} & set(tags.seen)
    assert "url(" not in page
    assert "@import" not in page


def test_every_question_is_on_it(results, cases):
    page = html_report(results)
    assert page.count("<details") == len(cases.cases)
    for case in cases.cases:
        assert f"<dt>{case.id} ·" in page


def test_what_documents_and_answers_say_is_text(cases, results):
    record = results.results[0].record
    quoted = cite("1", APERTO, quote="<img src=x> & co")
    attack = replace(record, answer=answer("<script>alert(1)</script> 1931 [1].", quoted))
    changed = judge(results.header, cases, {record.id: attack})
    page = html_report(changed)
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "<img" not in page
    assert "&lt;img src=x" in page


def test_gold_is_marked_in_the_quote(cases, results):
    whole = cite(
        "1", APERTO, end=44, quote="Il ponte fu aperto nel 1931.\nCosta 4 milioni.", line=1
    )
    record = replace(results.results[0].record, answer=answer("1931 [1].", whole))
    page = html_report(judge(results.header, cases, {record.id: record}))
    assert "<mark>Il ponte fu aperto nel 1931.</mark>\nCosta" in page


def test_the_same_bytes_twice_and_the_gate_on_top(results, cases):
    nothing = {
        "corpus_digest": results.header.corpus_digest,
        "questions_digest": results.header.questions_digest,
        "cases": {},
    }
    gate = check(results, nothing)
    page = html_report(results, gate)
    assert page == html_report(results, gate)
    assert re.search(r"class='verdict \w+'>(Passes the gate|Gate: )", page)
    assert "Against the baseline" in page


def test_tones():
    assert [tone(x) for x in (1.0, 0.9, 0.89, 0.7, 0.69, 0.0, None)] == [
        "good", "good", "fair", "fair", "bad", "bad", "none",
    ]  # fmt: skip
    assert tone(0.05, higher_is_better=False) == "good"
