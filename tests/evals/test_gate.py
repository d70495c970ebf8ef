"""The build knows: the built-in model on the real seeds, held to its floors and its baseline."""

import json

import pytest

from evals.__main__ import main
from evals.cases import LANGUAGES
from evals.gate import FLOORS

AT_LEAST = {"cites_gold": FLOORS["cites_gold"], "validity": 1.0, "language": FLOORS["language"]}
AT_MOST = {name: FLOORS[name] for name in ("false_answer", "false_refusal")}


@pytest.fixture(scope="module")
def gated(tmp_path_factory):
    """One run over all questions, as ``make eval`` makes it, with the gate."""
    place = tmp_path_factory.mktemp("eval")
    code = main(["--gate", "--json", str(place / "all.json")])
    return code, json.loads((place / "all.json").read_text("utf-8"))


def test_the_gate_is_open(gated):
    code, _ = gated
    assert code == 0


@pytest.mark.parametrize("metric", AT_LEAST)
def test_at_least(gated, metric):
    assert gated[1]["metrics"][metric]["all"]["mean"] >= AT_LEAST[metric]


@pytest.mark.parametrize("metric", AT_MOST)
def test_at_most(gated, metric):
    assert gated[1]["metrics"][metric]["all"]["mean"] <= AT_MOST[metric]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_language_is_left_behind(gated, language):
    metrics = gated[1]["metrics"]
    assert metrics["cites_gold"][language]["mean"] >= AT_LEAST["cites_gold"] - 0.10
    assert metrics["false_refusal"][language]["mean"] <= AT_MOST["false_refusal"] + 0.05


def test_nothing_crashed_and_nothing_was_unreadable(gated):
    for counts in gated[1]["outcomes"].values():
        assert counts["crashed"] == counts["unparsed"] == 0


def test_a_second_run_gives_the_same_scores(gated, tmp_path):
    main(["--only", "it", "--json", str(tmp_path / "it.json")])
    again = json.loads((tmp_path / "it.json").read_text("utf-8"))["cases"]
    assert len(again) >= 40
    assert again == {name: gated[1]["cases"][name] for name in again}
