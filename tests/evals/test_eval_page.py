"""The page: one file, nothing from elsewhere, nothing from a document run as markup."""

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import pytest
from small_world import APERTO, OverlapAssistant, answer, cite, hit

from assistant import Statement, Support, Usage
from evals.gate import check, compare_scores, scores_of
from evals.results import judge
from evals.run import header_of, run
from evals.telling.calibration import area_under_curve, best_scores, score_strips
from evals.telling.charts import heat_map, tone
from evals.telling.page import Before, Part, html_report
from evals.telling.page_changes import changes

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
    page = html_report([Part(results)])
    tags = Tags()
    tags.feed(page)
    assert tags.open == []
    assert all(link.startswith("#") for link in tags.links)
    assert not {"script", "img", "link", "iframe"} & set(tags.seen)
    assert "url(" not in page
    assert "@import" not in page


def test_several_corpora_on_one_page(results):
    other = replace(results, header=replace(results.header, corpus="other <one>"))
    page = html_report([Part(results), Part(other)])
    tags = Tags()
    tags.feed(page)
    assert tags.open == []
    targets = set(re.findall(r"id='([^']+)'", unescape(page)))
    assert {link.removeprefix("#") for link in tags.links} <= targets
    assert "other &lt;one&gt;" in page
    assert page.count("<details") == 2 * len(results.results)
    alone = html_report([Part(results)])
    assert "<nav>" in page
    assert "<nav>" not in alone


def test_the_map_shows_the_languages_that_documents_are_in(results):
    drawn = heat_map(results.matrix("passage@5"), ["en", "it"])
    assert re.findall(r"<th>(\w*)</th>", drawn) == ["", "en", "it", "en", "fr", "de", "it"]


def test_every_question_is_on_it(results, cases):
    page = html_report([Part(results)])
    assert page.count("<details") == len(cases.cases)
    for case in cases.cases:
        assert f"<dt>{case.id} ·" in page


def test_what_documents_and_answers_say_is_text(cases, results):
    record = results.results[0].record
    quoted = cite("1", APERTO, quote="<img src=x> & co")
    attack = replace(record, answer=answer("<script>alert(1)</script> 1931 [1].", quoted))
    changed = judge(results.header, cases, {record.id: attack})
    page = html_report([Part(changed)])
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "<img" not in page
    assert "&lt;img src=x" in page


def test_gold_is_marked_in_the_quote(cases, results):
    whole = cite(
        "1", APERTO, end=44, quote="Il ponte fu aperto nel 1931.\nCosta 4 milioni.", line=1
    )
    record = replace(results.results[0].record, answer=answer("1931 [1].", whole))
    page = html_report([Part(judge(results.header, cases, {record.id: record}))])
    assert "<mark>Il ponte fu aperto nel 1931.</mark>\nCosta" in page


def test_the_same_bytes_twice_and_the_gate_on_top(results, cases):
    nothing = {
        "corpus_digest": results.header.corpus_digest,
        "questions_digest": results.header.questions_digest,
        "cases": {},
    }
    gate = check(results, nothing)
    before = Before("the baseline", {}, gate.comparisons)
    page = html_report([Part(results, gate, before)])
    assert page == html_report([Part(results, gate, before)])
    assert re.search(r"class='verdict \w+'>(Passes the gate|Gate: )", page)
    assert "Against the baseline" in page


def test_what_changed_is_told_question_by_question(results, cases):
    told = {result.case.id: result for result in results.results}
    scores = {
        "opened.en": {
            "cites_gold": 0.0, "vital": 0.5, "ndcg@10": told["opened.en"].value("ndcg@10"),
        },
        "height.en": {"false_answer": 1 - told["height.en"].value("false_answer")},
        "gone.en": {"vital": 1.0},
    }  # fmt: skip
    found = {change.result.case.id: change for change in changes(results, scores)}
    assert found.keys() == {"opened.en", "height.en"}
    assert found["opened.en"].won == ("cites the gold", "vital nuggets 50 → 100")
    assert found["opened.en"].lost == ()
    assert found["height.en"].won == ("declines now",)
    page = html_report(
        [Part(results, before=Before("a <run>", scores, compare_scores(results, scores)))]
    )
    assert "Against a &lt;run&gt;" in page
    assert "2 questions score differently" in page
    assert "▲ cites the gold" in page


def test_each_question_tells_what_was_checked_and_what_was_found(results, cases):
    doubted = Statement("It <cost> 5.", ("1",), Support("contradicted", ("The quote says 4.",)))
    given = answer(usage=Usage(passages=3, prompt_tokens=1200))
    given = replace(given, statements=(*given.statements, doubted))
    found = (hit("bridge.txt", 0, 26), hit("noise.txt"), hit("ponte.txt", 0, 28))
    record = replace(results.results[0].record, answer=given, hits=found)
    page = html_report([Part(judge(results.header, cases, {record.id: record}))])
    assert "1 of 2 statements supported" in page
    assert "contradicted</b> It &lt;cost&gt; 5. <i>The quote says 4.</i>" in page
    assert "Right documents: ranks 1, 3. Right passages in the first five hits: 100 %." in page
    assert "Sent to the model for an answer: 3 passages, 1,200 tokens." in page


def test_a_difference_is_told_with_its_counts(results):
    scores = scores_of(results)
    before = scores | {"opened.en": scores["opened.en"] | {"cites_gold": 0.0}}
    page = html_report([Part(results, before=Before("b", before, compare_scores(results, before)))])
    row = next(x for x in page.splitlines() if "a citation meets the gold</td><td><svg" in x)
    # One of the three answerable questions is won. McNemar of 1 to 0: p = 1.
    assert re.findall(r"<td[^>]*>([^<]*)</td>", row)[1:] == [
        "+33.3", "1", "0", "2", "3", "1.000", "cannot tell",
    ]  # fmt: skip


def test_no_question_changed(results):
    same = scores_of(results)
    page = html_report(
        [Part(results, before=Before("itself", same, compare_scores(results, same)))]
    )
    assert "No question scores differently." in page


def test_could_the_score_tell():
    # (3 > 2), (3 > 1), (2 = 2: half), (2 > 1): 3.5 of 4 pairs.
    assert area_under_curve([3, 2], [2, 1]) == pytest.approx(3.5 / 4, abs=1e-9)
    assert area_under_curve([], [1]) is None
    assert area_under_curve([1], []) is None


def test_each_question_is_a_dot_where_its_best_hit_scores(results):
    assert score_strips(results).count("<circle") == len(results.results)
    low_first = [score for score, _ in best_scores(results, answerable=True)]
    assert low_first == sorted(low_first)


def test_tones():
    assert [tone(x) for x in (1.0, 0.9, 0.89, 0.7, 0.69, 0.0, None)] == [
        "good", "good", "fair", "fair", "bad", "bad", "none",
    ]  # fmt: skip
    assert tone(0.05, higher_is_better=False) == "good"
