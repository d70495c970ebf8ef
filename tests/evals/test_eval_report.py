"""What a run adds up to, and how it is told: the same bytes for the same answers."""

import json
import re

import pytest
from small_world import (
    COST,
    YEAR,
    OverlapAssistant,
    answer,
    case,
    cite,
    hit,
    refusal,
    span,
    unanswerable,
)

from assistant import Usage
from evals.cases import CaseSet, Nugget
from evals.records import Record
from evals.results import judge
from evals.run import header_of, run
from evals.telling.report import WIDTH, json_report, text_report


@pytest.fixture
def results(cases, subject):
    return judge(header_of(cases, "fake"), cases, run(cases.cases, subject))


def test_twice_the_same_bytes(cases, corpus):
    def once():
        records = run(cases.cases, OverlapAssistant(corpus.texts))
        results = judge(header_of(cases, "fake"), cases, records)
        return text_report(results, failures=True), json.dumps(json_report(results))

    assert once() == once()


def test_it_fits_a_terminal_and_names_the_run(results):
    text = text_report(results, timing=True)
    assert "small: 3 questions with an answer, 1 without one" in text
    assert "model fake" in text
    assert max(len(line) for line in text.splitlines()) <= WIDTH
    table = text.partition("Traps")[0].splitlines()
    assert not [line for line in table if re.search(r"[a-z]{2}\d", line)], "a label meets a figure"


def test_means_by_language(results):
    by_language = results.by_language("false_refusal")
    assert by_language["all"].n == 3
    assert by_language["en"].n == 2
    assert by_language["it"].n == 1
    assert by_language["fr"] is by_language["de"] is None


def test_the_matrix_crosses_question_and_document(results):
    matrix = results.matrix("recall@5")
    assert matrix["en", "en"].n == 2  # opened and cost
    assert matrix["it", "en"].n == 1  # opened, whose other alternative is English
    assert matrix["it", "it"].n == 1
    assert matrix["fr", "en"] is None
    told = json_report(results)["by_document_language"]["passage@5"]
    assert {pair: cell["n"] for pair, cell in told.items()} == {
        "en-en": 2, "en-it": 1, "it-en": 1, "it-it": 1,
    }  # fmt: skip


def test_what_crossing_costs_by_hand(corpus):
    # English readers, English gold: 2 of 2 found. German readers: 1 of 2. It costs half.
    gold = ((COST,),)
    asked = [
        case(id=f"{n}.{n[:2]}", language=n[:2], gold=gold) for n in ("en1", "en2", "de1", "de2")
    ]
    found = (hit("bridge.txt", 27, 45),)
    records = {
        c.id: Record(c.id, () if c.id == "de2.de" else found, answer()) for c in asked
    }  # fmt: skip
    cases = CaseSet(corpus, tuple(asked), "q")
    results = judge(header_of(cases, "fake"), cases, records)
    inside, across = results.crossing("passage@5")
    assert (inside.mean, inside.n, across.mean, across.n) == (1.0, 2, 0.5, 2)
    assert "crossing costs 50.0 points" in text_report(results)
    assert json_report(results)["crossing"]["passage@5"]["across"]["mean"] == 0.5


def test_nothing_to_cross(corpus):
    cases = CaseSet(corpus, (case(gold=((COST,),)),), "q")
    record = Record("opened.en", (), answer())
    assert judge(header_of(cases, "fake"), cases, {"opened.en": record}).crossing("vital") is None


def _answered(texts_by_id, corpus):
    """Four languages of one question, each with an answer of its own."""
    asked = tuple(
        case(id=f"opened.{language}", language=language) for language in ("en", "fr", "de", "it")
    )
    cases = CaseSet(corpus, asked, "q")
    records = {
        f"opened.{language}": Record(
            f"opened.{language}", (), refusal() if text is None else answer(text)
        )
        for language, text in texts_by_id.items()
    }
    return judge(header_of(cases, "fake"), cases, records)


def test_consistency_needs_the_same_find_in_all_four(corpus):
    right, wrong = "1931 [1].", "1932 [1]."
    same = _answered(dict.fromkeys(("en", "fr", "de", "it"), right), corpus).consistency()
    assert (same.mean, same.n) == (1.0, 1)
    one_off = {"en": right, "fr": right, "de": wrong, "it": right}
    assert _answered(one_off, corpus).consistency().mean == 0.0
    nothing = dict.fromkeys(("en", "fr", "de", "it"))
    assert _answered(nothing, corpus).consistency().mean == 0.0
    assert _answered({"en": right}, corpus).consistency() is None


def test_what_is_welcome_in_one_language_alone_parts_them_but_not_in_what_is_vital(corpus):
    cost = Nugget("cost", "number", values=(4_000_000,), vital=False)
    asked = tuple(
        case(id=f"opened.{language}", language=language, nuggets=(YEAR, cost))
        for language in ("en", "fr", "de", "it")
    )
    cases = CaseSet(corpus, asked, "q")
    records = {c.id: Record(c.id, (), answer("1931 [1].")) for c in asked}
    records["opened.en"] = Record("opened.en", (), answer("1931, for 4 million [1]."))
    results = judge(header_of(cases, "fake"), cases, records)
    assert results.consistency().mean == 0.0
    assert results.consistency(vital=True).mean == 1.0
    records["opened.en"] = Record("opened.en", (), answer("It cost 4 million [1]."))
    assert judge(results.header, cases, records).consistency(vital=True).mean == 0.0


def test_balanced_accuracy_by_hand(cases):
    # 1 of 3 answerable declined, 0 of 1 unanswerable answered: 1 - (1/3 + 0) / 2 = 5/6.
    told = {
        "opened.en": answer(),
        "opened.it": refusal(),
        "cost.en": answer("4 million [1].", cite("1", span("bridge.txt", "It cost 4 million."))),
        "opened": refusal(),
    }
    records = {c.id: Record(c.id, (), told.get(c.id, refusal())) for c in cases.cases}
    results = judge(header_of(cases, "fake"), cases, records)
    assert results.balanced_accuracy() == pytest.approx(5 / 6, abs=1e-9)
    assert results.balanced_accuracy("de") is None


def test_failures_are_listed_with_their_reason(results):
    text = text_report(results, failures=True)
    assert "What went wrong" in text
    assert json_report(results)["questions"] == 4


def test_traps_are_counted_where_nothing_went_wrong(corpus):
    asked = (case(tags=("misprint",)), case(id="b.en", tags=("misprint", "teaser")))
    cases = CaseSet(corpus, asked, "q")
    records = {
        "opened.en": Record("opened.en", (), answer()),
        "b.en": Record("b.en", (), answer("It opened in 1932 [1].")),
    }
    traps = judge(header_of(cases, "fake"), cases, records).by_tag()
    assert {name: (rate.mean, rate.n) for name, rate in traps.items()} == {
        "misprint": (0.5, 2),
        "teaser": (0.0, 1),
    }


def test_P27_use_and_fallen_traps_stand_together_with_n_and_interval(corpus):
    asked = (case(tags=("injection",)), case(id="b.en"), unanswerable())
    cases = CaseSet(corpus, asked, "q")
    records = {c.id: Record(c.id, (), answer()) for c in asked}
    report = json_report(judge(header_of(cases, "fake"), cases, records))
    told = {
        "used": report["metrics"]["vital"]["all"],
        "trap": report["traps"]["injection"],
        "false answer": report["metrics"]["false_answer"]["all"],
        "why": report["false_answers_by_reason"]["near_miss"],
    }
    assert {name: rate["n"] for name, rate in told.items()} == {
        "used": 2, "trap": 1, "false answer": 1, "why": 1,
    }  # fmt: skip
    assert all(rate["low"] <= rate["mean"] <= rate["high"] for rate in told.values())


def test_what_was_sent_is_told(cases):
    given = answer(usage=Usage(passages=3, prompt_tokens=1200))
    records = {c.id: Record(c.id, (), given) for c in cases.cases}
    text = text_report(judge(header_of(cases, "fake"), cases, records))
    assert re.search(r"^  sent for an answer +3 passages, 1,200 tokens$", text, re.MULTILINE)


def test_json_has_no_time_in_it(results):
    assert "seconds" not in json.dumps(json_report(results)["metrics"])
