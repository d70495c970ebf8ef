"""The build knows: the built-in model on both corpora, held to its floors and its baseline."""

import json

import pytest

from evals.__main__ import main
from evals.cases import LANGUAGES
from evals.corpora import CORPORA
from evals.gate import FLOORS


@pytest.fixture(scope="module")
def gated(tmp_path_factory):
    """One run over all questions, as ``make eval`` makes it, with the gate."""
    place = tmp_path_factory.mktemp("eval")
    code = main(["--gate", "--json", str(place / "all.json")])
    return code, json.loads((place / "all.json").read_text("utf-8"))


def test_the_gate_is_open(gated):
    code, told = gated
    assert code == 0
    assert {name: report["questions"] for name, report in told.items()} == {
        "seeds": 184,
        "town": 122,
    }


@pytest.mark.parametrize("corpus", CORPORA)
def test_the_floors_hold(gated, corpus):
    metrics = gated[1][corpus]["metrics"]
    assert metrics["validity"]["all"]["mean"] == 1
    for metric, floor in FLOORS[corpus].items():
        found = metrics[metric]["all"]["mean"]
        assert found <= floor if metric.startswith("false") else found >= floor, metric


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("corpus", CORPORA)
def test_no_language_is_left_behind(gated, corpus, language):
    metrics, floors = gated[1][corpus]["metrics"], FLOORS[corpus]
    assert metrics["cites_gold"][language]["mean"] >= floors["cites_gold"] - 0.10
    assert metrics["false_refusal"][language]["mean"] <= floors["false_refusal"] + 0.10


def test_nothing_crashed_and_nothing_was_unreadable(gated):
    for report in gated[1].values():
        for counts in report["outcomes"].values():
            assert counts["crashed"] == counts["unparsed"] == 0


def test_two_more_runs_write_the_same_bytes_and_the_same_scores(gated, tmp_path, capsys):
    told = []
    for place in (tmp_path / "one", tmp_path / "two"):
        place.mkdir()
        files = place / "it.json", place / "it.html"
        main(["--only", "it", "--failures", "--json", str(files[0]), "--html", str(files[1])])
        told.append([capsys.readouterr().out, *(file.read_bytes() for file in files)])
    assert told[0] == told[1]
    for corpus, report in json.loads(told[0][1]).items():
        assert len(report["cases"]) >= 30
        whole = gated[1][corpus]["cases"]
        assert report["cases"] == {name: whole[name] for name in report["cases"]}
