"""Every persona and every fault through the whole chain, over real HTTP, on the real seeds.

The bar: nothing unsupported is shown as supported, every citation re-slices, nothing is raised but
our own errors, and a call ends by its deadline.
"""

import time
from dataclasses import replace

import pytest

import prompts
from assistant import Answer, Assistant, AssistantFault, ModelProblem, Statement, Support
from evals import trial
from evals.provider import Provider
from evals.provider.faults import FAULTS
from evals.provider.personas import PERSONAS, answer, lie
from evals.questions.loader import load_cases
from evals.trial import Timed, false_statements, table, tried

DEADLINE = 2.0
# What each persona's statements deserve; `test_each_persona_has_its_verdict` keeps this complete.
SUPPORTED = {"faithful", "think", "wrong-number", "obedient", "endless", "every-citation"}
"""They say a true sentence of the sources, whatever else is wrong with them."""
FOREIGN = {"wrong-language"}
"""A true sentence in a frame of another language: the reader is told, or is shown none of it."""
DECLINED = {"declining", "no-citations", "invented-citation"}
"""They give nothing that could be checked."""
SPOILED = {
    "wrong-figure",
    "wrong-scale",
    "wrong-neighbour",
    "wrong-name",
    "reversed",
    "invented-quotation",
    "no-sources",
    "every-citation+wrong-figure",
    "every-citation+wrong-name",
    "every-citation+reversed",
}
"""They say what the sources do not say."""
QUESTIONS = {
    "en": "How many billion dollars will Bank of China invest?",
    "fr": "Quelle banque Poutine a-t-il chargée de la coopération ?",
    "de": "Wann hat Putin die BRICS-Zusammenarbeit bekannt gegeben?",
    "it": "Che cosa ha ordinato Putin al governo russo?",
}
OTHER_LANGUAGE = {
    "en": "The model answered in another language than the question's.",
    "fr": "Le modèle a répondu dans une autre langue que celle de la question.",
    "de": "Das Modell hat in einer anderen Sprache geantwortet als der der Frage.",
    "it": "Il modello ha risposto in una lingua diversa da quella della domanda.",
}


@pytest.fixture(scope="module")
def provider():
    with Provider() as running:
        yield running


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return tmp_path_factory.mktemp("personas") / "store"


def ask(seeds, store, provider, persona, question):
    """Ask once; an answer, or the fault that a reader would be shown."""
    assistant = Assistant.open(
        seeds, store=store, model=persona, base_url=provider.url, deadline=DEADLINE
    )
    started = time.monotonic()
    try:
        return assistant.ask(question), time.monotonic() - started
    except AssistantFault as fault:
        return fault, time.monotonic() - started
    finally:
        assistant.close()


def slices(answer, seeds):
    for cited in answer.citations:
        source = (seeds / cited.file).read_text(encoding="utf-8")
        assert source[cited.start : cited.end] == cited.quote
    labels = {cited.label for cited in answer.citations}
    for statement in answer.statements:
        assert set(statement.citations) <= labels


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
@pytest.mark.parametrize("persona", sorted(PERSONAS))
def test_a_persona_gets_nothing_unsupported_past_the_check(
    seeds, store, provider, persona, question
):
    said, _ = ask(seeds, store, provider, persona, question)
    assert isinstance(said, Answer)
    slices(said, seeds)
    supported = [s.text for s in said.statements if s.support.verdict == "supported"]
    if persona in SUPPORTED:
        assert supported
    elif persona in FOREIGN:
        assert said.declined or OTHER_LANGUAGE[said.language] in said.notes
    else:
        assert not supported, "shown as supported, although it is not"
        assert said.declined


def test_each_persona_has_its_verdict():
    assert SUPPORTED | FOREIGN | DECLINED | SPOILED == set(PERSONAS)


SHARE = 9
"""One question of so many is asked here; ``python -m evals.trial`` asks all."""


@pytest.mark.parametrize("persona", sorted(SPOILED))
def test_no_lie_is_in_a_supported_statement(seeds, store, provider, persona):
    cases = load_cases("seeds").cases[::SHARE]
    assert {case.language for case in cases} == set(QUESTIONS)
    row = tried(persona, cases, seeds, store, provider)
    assert row.asked == len(cases)
    assert (row.false, row.inexact, row.raised) == (0, 0, 0), row


def test_an_answer_that_is_streamed_is_timed_on_its_own(seeds, store, provider, monkeypatch):
    cases = load_cases("seeds").cases[:1]
    monkeypatch.setattr(trial, "GRACE", 600)
    row = tried("drip", cases, seeds, store, provider, stream=True)
    assert (row.asked, row.raised, row.late) == (1, 0, 0)
    assert 1 < row.stream < DEADLINE + 3  # as below: more than the model's call is in it
    assert f"{row.ask:.2f} s" in table([row])
    assert f"{row.stream:.2f} s" in table([row])
    monkeypatch.setattr(trial, "GRACE", -DEADLINE)
    assert tried("drip", cases, seeds, store, provider, stream=True).late == 2


def told(text):
    mark = prompts.new_mark()
    texts = [text, "Another passage says nothing of the kind, at some length."]
    filled = prompts.load("answer.user").fill(
        question=text, language="English", mark=mark, passages=prompts.fence(texts, mark)
    )
    return [{"role": "user", "content": filled}]


@pytest.mark.parametrize(
    ("persona", "sentence", "lied"),
    [
        ("wrong-figure", "The harbour cost 84 million euros in all.", "cost 87 million"),
        ("wrong-scale", "Der Hafen kostete insgesamt 84 Millionen Euro.", "84 Milliarden Euro"),
        ("wrong-neighbour", "Der Hafen kostete 84 Millionen Euro.", "Millionen Franken"),
        ("wrong-name", "Le port a été inauguré par Vladimir Poutine lui-même.", "par Emmanuel"),
        ("every-citation+reversed", "Il porto non è aperto al pubblico da anni.", "porto è"),
        ("reversed", "The harbour is open to the public all year.", "is not open"),
        ("no-sources", "The harbour is open to the public all year.", "2,300 kilometres"),
        ("invented-quotation", "The harbour is open to the public.", "believed in this plan"),
        ("faithful", "The harbour is open to the public all year.", ""),
    ],
)
def test_what_a_persona_made_up_is_known_without_any_check(persona, sentence, lied):
    messages = told(sentence)
    known = lie(persona, messages)
    assert lied in known
    assert bool(known) == bool(lied)
    assert known in "".join(answer(persona, messages))
    assert not known or known not in sentence


def test_a_lie_shown_as_supported_is_counted(seeds):
    lied = Statement("The harbour cost 87 million euros.", ("1",), Support("supported"))
    doubted = replace(lied, support=Support("unsupported", ("says 87",)))
    blank = Answer("?", "", "en", declined=False, statements=(lied, doubted))
    assert false_statements(blank, "cost 87 million") == [lied.text]
    assert false_statements(blank, "cost 88 million") == false_statements(blank, "") == []


@pytest.mark.parametrize("fault", sorted(FAULTS))
def test_a_fault_ends_in_time_with_an_answer_or_a_plain_sentence(seeds, store, provider, fault):
    outcome, seconds = ask(seeds, store, provider, fault, QUESTIONS["fr"])
    # Half a second would not do here: finding passages and checking the reply are in it too, on a
    # machine that may be busy. The model's call alone, by the clock of its deadline, is held to its
    # deadline and half a second in tests/assistant/models/test_openai.py.
    assert seconds < DEADLINE + 3
    if isinstance(outcome, Answer):
        slices(outcome, seeds)
        assert outcome.complete or outcome.notes
    else:
        assert str(outcome).strip()
        assert "Traceback" not in str(outcome)


class Breaks:
    """A model that says a word and then fails."""

    name = "breaks"

    def reply(self, request):
        yield "So"
        raise ModelProblem("The model broke off.")


def test_a_reply_that_ends_in_a_fault_is_timed_as_well():
    timed = Timed(Breaks())
    with pytest.raises(ModelProblem):
        list(timed.reply(None))
    assert 0 < timed.longest == timed.seconds
