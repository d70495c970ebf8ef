"""Running cases: what goes wrong is written down as what it was, and nothing is asked twice."""

import pytest
from small_world import OverlapAssistant, answer, refusal

from assistant import ConfigError, errors
from evals.records import RecordFile
from evals.results import judge
from evals.run import attempt, header_of, run


class Troubled(OverlapAssistant):
    """Fails in a chosen way from the second question on."""

    def __init__(self, texts, fault):
        super().__init__(texts)
        self.fault = fault
        self.asked = []

    def ask(self, question, history=()):
        self.asked.append(question)
        if len(self.asked) > 1 and isinstance(self.fault, Exception):
            raise self.fault
        return super().ask(question, history) if len(self.asked) == 1 else self.fault


def test_every_case_is_asked_once_and_in_order(cases, subject):
    records = run(cases.cases, subject)
    assert list(records) == [case.id for case in cases.cases]
    assert records["opened.en"].answer.citations[0].file == "bridge.txt"
    assert len(records["opened.en"].hits) == 6  # every sentence of the small corpus


@pytest.mark.parametrize(
    ("fault", "trouble"),
    [
        (ValueError("boom"), "crashed"),
        (ZeroDivisionError("boom"), "crashed"),
        (errors.ModelTimeout("boom"), "crashed"),
        (errors.BadReply("boom"), "unparsed"),
    ],
)
def test_a_fault_is_an_outcome_and_the_rest_goes_on(cases, corpus, fault, trouble):
    records = run(cases.cases, Troubled(corpus.texts, fault))
    assert [record.trouble for record in records.values()] == ["", trouble, trouble, trouble]
    assert records["opened.it"].detail == f"{type(fault).__name__}: boom"
    assert records["opened.it"].hits  # the search is still measured
    results = judge(header_of(cases, "fake"), cases, records)
    assert results.outcomes(answerable=True)[trouble] == 2
    assert results.interval("cites_gold").n == 1  # not three: no zero for want of a score
    given = [r.scores["cites_gold"].value for r in results.results if r.case.answerable]
    assert given.count(None) == 2


def test_an_answer_that_says_nothing_is_unparsed(cases, corpus):
    records = run(cases.cases, Troubled(corpus.texts, answer(" ")))
    assert records["opened.it"].trouble == "unparsed"
    assert records["opened.it"].answer is None
    silent_refusal = run(cases.cases, Troubled(corpus.texts, refusal("")))
    assert silent_refusal["opened.it"].trouble == ""


@pytest.mark.parametrize(
    "fault", [ConfigError("no"), errors.ModelAuth("no"), errors.ModelUnreachable("no")]
)
def test_what_no_further_question_can_mend_stops_the_run(cases, corpus, fault, tmp_path):
    path = tmp_path / "run.jsonl"
    file = RecordFile(path, header_of(cases, "fake"))
    with pytest.raises(type(fault)):
        run(cases.cases, Troubled(corpus.texts, fault), file)
    assert list(file.done) == ["opened.en"]
    again = OverlapAssistant(corpus.texts)
    again.ask = _never_about(cases.cases[0].question, again.ask)
    records = run(cases.cases, again, RecordFile(path, header_of(cases, "fake")))
    assert len(records) == 4


def test_what_crashed_is_asked_again_when_the_run_goes_on(cases, corpus, tmp_path):
    path, header = tmp_path / "run.jsonl", header_of(cases, "fake")
    run(cases.cases, Troubled(corpus.texts, errors.ModelTimeout("slow")), RecordFile(path, header))
    crashed = [r.trouble for r in RecordFile(path, header).done.values()]
    assert crashed == ["", "crashed", "crashed", "crashed"]
    again = OverlapAssistant(corpus.texts)
    again.ask = _never_about(cases.cases[0].question, again.ask)
    records = run(cases.cases, again, RecordFile(path, header))
    assert [r.trouble for r in records.values()] == ["", "", "", ""]
    assert RecordFile(path, header).done == records  # the later line counts


def _never_about(question, ask):
    def guarded(asked, history=()):
        assert asked != question, "this one was recorded before"
        return ask(asked, history)

    return guarded


def test_a_search_that_fails_is_told_apart_from_one_that_finds_nothing(cases, corpus):
    class Blind(OverlapAssistant):
        def ask(self, question, history=()):
            return refusal()

        def search(self, question, k=10):
            raise OSError("no disk")

    went = attempt(cases.cases[0], Blind(corpus.texts))
    assert (went.hits, went.trouble, went.detail) == (None, "crashed", "OSError: no disk")
    assert went.answer.declined


def test_a_follow_up_is_searched_for_as_it_was_understood(cases, corpus):
    class Rewrites(OverlapAssistant):
        def ask(self, question, history=()):
            return refusal(asked="What did the bridge cost?")

        def search(self, question, k=10):
            self.searched = question
            return []

    subject = Rewrites(corpus.texts)
    attempt(cases.cases[0], subject)
    assert subject.searched == "What did the bridge cost?"
