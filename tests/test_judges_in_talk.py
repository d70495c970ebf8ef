"""Every persona and some faults as the judge of another model's answer, over real HTTP."""

import time
from dataclasses import replace

import pytest

from assistant import Assistant, ScriptedChat
from assistant.models.openai import OpenAIChat
from evals.provider import Provider
from evals.provider.personas import PERSONAS

DEADLINE = 4.0
QUESTIONS = {
    "en": "How many billion dollars will Bank of China invest?",
    "fr": "Quelle banque Poutine a-t-il chargée de la coopération ?",
    "de": "Wann hat Putin die BRICS-Zusammenarbeit bekannt gegeben?",
    "it": "Che cosa ha ordinato Putin al governo russo?",
}
LIARS = ["wrong-figure", "wrong-name", "wrong-scale", "reversed", "invented-quotation"]


@pytest.fixture(scope="module")
def provider():
    with Provider() as running:
        yield running


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return tmp_path_factory.mktemp("judged") / "store"


@pytest.fixture
def ask(seeds, provider, store):
    def ask_it(question, model, judge, **options):
        options = {"base_url": provider.url, "deadline": DEADLINE, **options}
        assistant = Assistant.open(seeds, store=store, model=model, judge=judge, **options)
        try:
            return assistant.ask(question)
        finally:
            assistant.close()

    return ask_it


def plain(answer):
    """All of an answer but who judged, what it cost, and the notes."""
    return replace(answer, judge=None, usage=None, notes=())


@pytest.mark.parametrize("judge", sorted(PERSONAS))
@pytest.mark.parametrize("language", QUESTIONS)
def test_no_judge_makes_a_lie_supported(ask, judge, language):
    persona = LIARS[sorted(PERSONAS).index(judge) % len(LIARS)]
    answer = ask(QUESTIONS[language], persona, judge)
    assert not [s for s in answer.statements if s.support.verdict == "supported"]


SOURCE = {
    "en": "The mayor opened the old bridge on 3 May 2021. It cost 12 million euros.",
    "fr": "La maire a inauguré le vieux pont le 3 mai 2021. Il a coûté 12 millions d'euros.",
    "de": "Die Bürgermeisterin weihte die alte Brücke am 3. Mai 2021 ein. "
    "Sie kostete 12 Millionen Euro.",
    "it": "La sindaca ha inaugurato il vecchio ponte il 3 maggio 2021. "
    "È costato 12 milioni di euro.",
}
REPLY = "The bridge cost 12 million euros [1]."
"""In the model's own words: what is word for word the source needs no judge."""


@pytest.fixture
def judged(tmp_path, provider):
    """Answer from one document with one reply, judged by a model of the provider."""

    def judged_by(judge, language="en"):
        folder = tmp_path / language
        folder.mkdir(exist_ok=True)
        (folder / "bridge.txt").write_text(SOURCE[language] + "\n", encoding="utf-8")
        judge = OpenAIChat(judge, provider.url, deadline=DEADLINE) if judge else "off"
        assistant = Assistant.open(
            folder, store=tmp_path / "store", model=ScriptedChat([REPLY]), judge=judge,
            deadline=DEADLINE,
        )  # fmt: skip
        try:
            return assistant.ask("What did the bridge cost?")
        finally:
            assistant.close()

    return judged_by


@pytest.mark.parametrize("language", SOURCE)
@pytest.mark.parametrize(
    ("judge", "declined"), [("faithful", False), ("obedient", False), ("declining", True)]
)
def test_a_judge_reads_what_a_model_says_in_its_own_words(judged, judge, declined, language):
    answer = judged(judge, language)
    assert answer.declined is declined
    assert answer.usage.requests == 2
    assert answer.judge == judge


@pytest.mark.parametrize("judge", ["choosy", "busy-once", "flaky"])
def test_e_a_judge_is_asked_again_where_that_helps(judged, judge):
    answer = judged(judge)
    assert not answer.notes
    assert 2 < answer.usage.requests <= 4
    assert answer.judge == judge


@pytest.mark.parametrize(
    "fault", ["down", "unauthorised", "busy", "html", "silent", "drip", "empty-choices", "redirect"]
)
def test_e_a_judge_that_fails_costs_no_more_than_the_deadline_and_changes_nothing(judged, fault):
    started = time.monotonic()
    answer = judged(fault)
    # The machine may be busy; half a second is held in tests/assistant/models/test_openai.py.
    assert time.monotonic() - started < DEADLINE + 4
    assert plain(answer) == plain(judged(None))
    assert not answer.declined
    assert [note for note in answer.notes if fault in note]
