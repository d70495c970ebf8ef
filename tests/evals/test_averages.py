"""Micro beside macro averages, worked by hand."""

import pytest
from small_world import OPENED, answer, case, cite, record, span, unanswerable

from evals.cases import CaseSet, Nugget
from evals.results import judge
from evals.run import header_of
from evals.statistics import bootstrap
from evals.telling.report import json_report, text_report

BRIDGE_ALL = span("bridge.txt", "The bridge opened in 1931. It cost 4 million.")


@pytest.fixture
def results(corpus):
    """Two questions: 26 of 26 cited characters are gold, and 26 of 45; one of one nugget, none of
    three."""
    three = tuple(Nugget(f"n{n}", "number", values=(n,)) for n in (7, 8, 9))
    asked = (
        case(),
        case(id="all.en", group="all", cluster="all", nuggets=three),
        unanswerable(),
    )
    told = {
        "opened.en": answer("It opened in 1931 [1].", cite("1", OPENED)),
        "all.en": answer("It opened in 1931 [1].", cite("1", BRIDGE_ALL)),
    }
    cases = CaseSet(corpus, asked, "q")
    records = {name: record(given, id=name) for name, given in told.items()}
    return judge(header_of(cases, "fake"), cases, records)


def test_each_character_counts_once_in_the_micro_average(results):
    assert results.interval("char_precision").mean == pytest.approx((1 + 26 / 45) / 2, abs=1e-9)
    assert results.micro("char_precision").mean == pytest.approx(52 / 71, abs=1e-9)
    assert results.interval("vital").mean == pytest.approx(1 / 2, abs=1e-9)
    assert results.micro("vital").mean == pytest.approx(1 / 4, abs=1e-9)
    assert results.micro("vital", "en").n == 2
    assert results.micro("vital", "fr") is None


def test_what_is_no_share_of_a_count_has_no_micro_average(results):
    assert results.interval("cites_gold") is not None
    assert results.micro("cites_gold") is results.micro("char_f1") is None


def test_both_are_told(results):
    report = json_report(results)
    assert report["micro"]["vital"]["all"]["mean"] == 0.25
    assert report["metrics"]["vital"]["all"]["mean"] == 0.5
    row = next(x for x in text_report(results).splitlines() if "vital nuggets said" in x)
    assert row.split()[3] == "25"


def test_weights_of_one_change_nothing():
    values, clusters = {"a": 0.25, "b": 1.0, "c": 0.5}, {"a": "x", "b": "y", "c": "y"}
    assert bootstrap(values, clusters, dict.fromkeys(values, 1.0)) == bootstrap(values, clusters)


def test_the_interval_of_a_micro_average_draws_clusters():
    # One cluster: whatever is drawn is the whole, so the interval is a point: 3.25 of 6.
    values, weights = {"a": 0.25, "b": 1.0}, {"a": 1.0, "b": 5.0}
    found = bootstrap(values, {"a": "x", "b": "x"}, weights)
    expected = (0.25 + 5) / 6
    assert (found.mean, found.low, found.high) == pytest.approx((expected,) * 3, abs=1e-9)
