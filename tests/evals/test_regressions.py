"""A deliberate regression of each kind fails the build.

The whole chain is real, from the index to the checked answer; only the model is a fake, the oracle,
which knows the gold and does what the prompt tells it: whatever goes wrong is the chain's doing.
Each regression is put in at a public seam: around the index, around the model, around the answer.
"""

from dataclasses import replace

import pytest

from assistant import Assistant, Finish
from evals.gate import check, read_baseline, save_baseline
from evals.oracle import Oracle
from evals.questions.loader import load_cases
from evals.results import judge
from evals.run import header_of, run

DECLINE = "NOT_IN_DOCUMENTS"


class Around:
    """Something else in the place of a part: what is not said here is asked of the part."""

    def __init__(self, inner):
        self.inner = inner

    def __getattr__(self, name):
        return getattr(self.inner, name)


class TornChunks(Around):
    """A chunker that cuts in mid-sentence, after thirty characters."""

    def search(self, question, k=10, **more):
        hits = self.inner.search(question, k, **more)
        return [replace(h, end=min(h.end, h.start + 30), text=h.text[:30]) for h in hits]


class WorstFirst(Around):
    """A retriever whose order is upside down."""

    def search(self, question, k=10, **more):
        return self.inner.search(question, 1000, **more)[::-1][:3]


class ForgetfulPrompt(Around):
    """A prompt that lost the lines which say how to decline."""

    def reply(self, request):
        kept = [
            replace(m, content="\n".join(x for x in m.content.splitlines() if DECLINE not in x))
            for m in request.messages
        ]
        return self.inner.reply(replace(request, messages=tuple(kept)))


class PromptWithoutMarkers(Around):
    """A prompt that lost the rule on citing."""

    def reply(self, request):
        kept = [replace(m, content=m.content.replace("[2]", "")) for m in request.messages]
        return self.inner.reply(replace(request, messages=tuple(kept)))


class Refuser(Around):
    """A model, or a threshold, that declines everything."""

    def reply(self, request):
        yield DECLINE
        yield Finish(requests=1)


class ShiftedCitations(Around):
    """Citations whose positions are off by one."""

    def ask(self, question, history=()):
        answer = self.inner.ask(question, history)
        moved = tuple(replace(c, start=c.start + 1, end=c.end + 1) for c in answer.citations)
        return replace(answer, citations=moved)


@pytest.fixture(scope="module")
def chain(tmp_path_factory):
    """The real chain over the seeds, its questions in French, and its baseline."""
    every = load_cases("seeds")
    asked = [c for c in every.cases if c.language == "fr" and c.type != "follow_up"]
    cases = replace(every, cases=tuple(asked))
    store = tmp_path_factory.mktemp("store")
    assistant = Assistant.open(every.corpus.folder, store=store, model=Oracle(asked))
    baseline = tmp_path_factory.mktemp("baseline") / "baseline.json"
    save_baseline(_judged(cases, assistant), baseline)
    yield cases, assistant, baseline
    assistant.close()


def _judged(cases, subject):
    return judge(header_of(cases, "oracle"), cases, run(cases.cases, subject))


def _gate(chain, subject):
    cases, _, baseline = chain
    results = _judged(cases, subject)
    # Only the comparison counts here: the floors would fail a bad chain without it.
    return check(results, read_baseline(results.header, baseline), floors={})


def _around(chain, index=lambda part: part, model=lambda part: part):
    _, whole, _ = chain
    return Assistant(index(whole.index), model(whole.model), whole.settings)


def test_the_chain_as_it_is_passes(chain):
    gate = _gate(chain, chain[1])
    assert (gate.verdict, gate.reasons) == ("pass", ())


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param({"index": TornChunks}, id="chunker"),
        pytest.param({"index": WorstFirst}, id="retriever"),
        pytest.param({"model": Refuser}, id="refusal"),
        pytest.param({"model": ForgetfulPrompt}, id="prompt that cannot decline"),
        pytest.param({"model": PromptWithoutMarkers}, id="prompt that does not cite"),
    ],
)
def test_a_regression_is_worse(chain, parts):
    gate = _gate(chain, _around(chain, **parts))
    assert (gate.verdict, gate.exit_code) == ("worse", 3), gate


def test_a_citation_off_by_one_is_broken(chain):
    gate = _gate(chain, ShiftedCitations(chain[1]))
    assert (gate.verdict, gate.exit_code) == ("broken", 4)
    assert all("quotes what" in reason for reason in gate.reasons)
