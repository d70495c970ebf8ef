"""Every persona and every fault through the whole chain, over real HTTP, on the real seeds.

The bar: nothing unsupported is shown as supported, every citation re-slices, nothing is raised but
our own errors, and a call ends by its deadline.
"""

import time

import pytest

from assistant import Answer, Assistant, AssistantFault
from evals.faults import FAULTS
from evals.personas import PERSONAS
from evals.provider import Provider

DEADLINE = 2.0
# What each persona's statements deserve; `test_each_persona_has_its_verdict` keeps this complete.
SUPPORTED = {"faithful", "think", "wrong-number", "obedient", "endless"}
"""They say a true sentence of the sources, whatever else is wrong with them."""
FOREIGN = {"wrong-language"}
"""A true sentence in a frame of another language: the reader is told, or is shown none of it."""
DECLINED = {"declining", "no-citations", "invented-citation"}
"""They give nothing that could be checked."""
SPOILED = {
    "wrong-figure",
    "wrong-scale",
    "wrong-name",
    "reversed",
    "invented-quotation",
    "no-sources",
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
    answer, _ = ask(seeds, store, provider, persona, question)
    assert isinstance(answer, Answer)
    slices(answer, seeds)
    supported = [s.text for s in answer.statements if s.support.verdict == "supported"]
    if persona in SUPPORTED:
        assert supported
    elif persona in FOREIGN:
        language = answer.language
        assert answer.declined or OTHER_LANGUAGE[language] in answer.notes
    else:
        assert not supported, "shown as supported, although it is not"
        assert answer.declined


def test_each_persona_has_its_verdict():
    assert SUPPORTED | FOREIGN | DECLINED | SPOILED == set(PERSONAS)


@pytest.mark.parametrize("fault", sorted(FAULTS))
def test_a_fault_ends_in_time_with_an_answer_or_a_plain_sentence(seeds, store, provider, fault):
    outcome, seconds = ask(seeds, store, provider, fault, QUESTIONS["fr"])
    # Opening the folder and checking the reply are in it too; the model's call alone is held to
    # its deadline and half a second in tests/assistant/models/test_openai.py.
    assert seconds < DEADLINE + 3
    if isinstance(outcome, Answer):
        slices(outcome, seeds)
        assert outcome.complete or outcome.notes
    else:
        assert str(outcome).strip()
        assert "Traceback" not in str(outcome)
