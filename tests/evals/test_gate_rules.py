"""The gate: pass, worse, broken and cannot tell, each for its own reason and with its own code."""

import json
from dataclasses import replace

import pytest
from small_world import OPENED, answer, case, cite, hit, refusal, unanswerable

from evals.cases import CaseSet
from evals.corpora import CORPORA
from evals.errors import BaselineFault
from evals.gate import Gate, check, comparison_lines, exit_code, read_baseline, save_baseline
from evals.records import Record
from evals.results import judge
from evals.run import header_of

N = 40


@pytest.fixture
def many(corpus):
    asked = [
        *(case(id=f"c{n:02}.en", group=f"c{n:02}", cluster=f"c{n:02}") for n in range(N)),
        *(unanswerable(id=f"u{n:02}.en", group=f"u{n:02}", cluster=f"u{n:02}") for n in range(N)),
    ]
    return CaseSet(corpus, tuple(asked), "q")


def judged(cases, changed=None):
    """Everything right, but for the given records."""
    perfect = {
        c.id: Record(
            c.id, (hit("bridge.txt", 0, 26), hit("ponte.txt")),
            answer() if c.answerable else refusal(),
        )
        for c in cases.cases
    }  # fmt: skip
    return judge(header_of(cases, "fake"), cases, perfect | (changed or {}))


@pytest.fixture
def gate(many, tmp_path):
    path = tmp_path / "baseline.json"
    save_baseline(judged(many), path)

    def _gate(changed=None, cases=many):
        results = judged(cases, changed)
        return check(results, read_baseline(results.header, path))

    return _gate


def _records(cases, kind, count, **fields):
    ids = [c.id for c in cases.cases if c.id.startswith(kind)][:count]
    return {name: Record(**{"id": name, "hits": (), "answer": None} | fields) for name in ids}


GOOD_HITS = (hit("bridge.txt", 0, 26), hit("ponte.txt"))


def test_the_same_again_passes(gate):
    verdict = gate()
    assert (verdict.verdict, verdict.exit_code, verdict.reasons) == ("pass", 0, ())
    assert {c.verdict for c in verdict.comparisons.values()} == {"same"}


def test_a_refuser_is_worse(gate, many):
    verdict = gate(_records(many, "c", 20, answer=refusal(), hits=GOOD_HITS))
    assert (verdict.verdict, verdict.exit_code) == ("worse", 3)
    assert any("declined" in reason for reason in verdict.reasons)


def test_a_talker_is_worse(gate, many):
    verdict = gate(_records(many, "u", 20, answer=answer(), hits=GOOD_HITS))
    assert (verdict.verdict, verdict.exit_code) == ("worse", 3)


def test_a_search_that_finds_nothing_is_worse(gate, many):
    verdict = gate(_records(many, "c", 20, answer=answer(), hits=()))
    assert verdict.verdict == "worse"
    assert verdict.comparisons["ndcg@10"].losses == 20


def test_one_loss_among_many_cannot_be_told(gate, many):
    verdict = gate(_records(many, "c", 1, answer=answer("It opened [1]."), hits=GOOD_HITS))
    assert (verdict.verdict, verdict.exit_code) == ("cannot tell", 5)


def test_one_inexact_citation_is_broken_whatever_the_rest(gate, many):
    bad = answer("It opened in 1931 [1].", cite("1", OPENED, end=25))
    verdict = gate(_records(many, "c", 1, answer=bad, hits=GOOD_HITS))
    assert (verdict.verdict, verdict.exit_code) == ("broken", 4)
    assert verdict.reasons == ("c00.en: [1] quotes what bridge.txt does not say there",)


@pytest.mark.parametrize("trouble", ["crashed", "unparsed"])
def test_no_answer_is_broken_not_zero(gate, many, trouble):
    verdict = gate(_records(many, "c", 1, trouble=trouble, detail="boom"))
    assert (verdict.verdict, verdict.reasons) == ("broken", (f"c00.en {trouble}: boom",))


def test_questions_left_out_are_broken(gate, many):
    verdict = gate(cases=replace(many, cases=many.cases[1:]))
    assert verdict.verdict == "broken"
    assert "1 questions of the baseline were not asked, such as c00.en" in verdict.reasons


def test_other_questions_need_another_baseline(gate, many):
    assert gate(cases=replace(many, digest="changed")).verdict == "broken"


def test_a_gain_passes(many, tmp_path):
    path = tmp_path / "baseline.json"
    save_baseline(judged(many, _records(many, "c", 3, answer=refusal(), hits=GOOD_HITS)), path)
    results = judged(many)
    assert check(results, read_baseline(results.header, path)).verdict == "pass"


def test_a_baseline_below_the_floor_does_not_lower_it(many, tmp_path):
    path = tmp_path / "baseline.json"
    refuser = _records(many, "c", 20, answer=refusal(), hits=GOOD_HITS)
    save_baseline(judged(many, refuser), path)
    results = judged(many, refuser)
    verdict = check(results, read_baseline(results.header, path), floors={"cites_gold": 0.72})
    assert verdict.verdict == "worse"
    assert "at least 72% is accepted" in verdict.reasons[0]
    assert (
        check(results, read_baseline(results.header, path)).verdict == "pass"
    )  # no floor for others


def test_our_corpora_have_their_floors(many, tmp_path):
    path = tmp_path / "baseline.json"
    results = judged(many, _records(many, "c", 20, answer=refusal(), hits=GOOD_HITS))
    for corpus in CORPORA:
        ours = replace(results, header=replace(results.header, corpus=corpus))
        save_baseline(ours, path)
        assert check(ours, read_baseline(ours.header, path)).verdict == "worse"


@pytest.mark.parametrize(
    ("verdicts", "code"),
    [
        (["pass", "pass"], 0),
        (["pass", "cannot tell"], 5),
        (["worse", "cannot tell"], 3),
        (["worse", "broken"], 4),
    ],
)
def test_the_gravest_verdict_decides(verdicts, code):
    assert exit_code([Gate(verdict, (), {}) for verdict in verdicts]) == code


def test_baselines_of_several_runs_live_in_one_file(many, tmp_path):
    path = tmp_path / "baseline.json"
    results = judged(many)
    save_baseline(results, path)
    other = replace(results, header=replace(results.header, model="other"))
    save_baseline(other, path)
    assert sorted(json.loads(path.read_text("utf-8"))) == ["small/fake", "small/other"]
    assert read_baseline(results.header, path) == read_baseline(other.header, path)
    before = path.read_bytes()
    save_baseline(results, path)
    assert path.read_bytes() == before


def test_no_baseline(many, tmp_path):
    results = judged(many)
    path = tmp_path / "baseline.json"
    with pytest.raises(BaselineFault, match="cannot be read"):
        read_baseline(results.header, path)
    path.write_text("[]", encoding="utf-8")
    with pytest.raises(BaselineFault, match="not a baseline"):
        read_baseline(results.header, path)
    path.write_text("{}", encoding="utf-8")
    with pytest.raises(BaselineFault, match="no baseline for small/fake"):
        read_baseline(results.header, path)


def test_every_comparison_is_told_with_its_counts(gate, many):
    verdict = gate(_records(many, "c", 1, answer=answer("It opened [1]."), hits=GOOD_HITS))
    told = "\n".join(comparison_lines(verdict.comparisons))
    assert "vital nuggets said" in told
    assert "+0 -1 =39" in told
