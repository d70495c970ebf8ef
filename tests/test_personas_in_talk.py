"""Every persona and every fault with a conversation before the question, and with strict on.

A follow-up is two calls of the model, the rewriting and the answer: they share one deadline and one
budget of requests. With strict, nothing unsupported is shown, not even for a moment.
"""

import pytest

from assistant import Answer, Assistant, AssistantFault
from assistant.models.openai import OpenAIChat
from evals.provider import Provider
from evals.provider.faults import FAULTS
from evals.provider.personas import PERSONAS
from evals.trial import Timed

DEADLINE = 4.0
BUDGET = 3
"""Requests for one answer."""
HISTORY = {
    "en": [("user", "What will Bank of China do?"), ("assistant", "It will invest.")],
    "fr": [("user", "Que fera Bank of China ?"), ("assistant", "Elle investira.")],
    "de": [("user", "Was wird die Bank of China tun?"), ("assistant", "Sie wird investieren.")],
    "it": [("user", "Che cosa farà Bank of China?"), ("assistant", "Investirà.")],
}
FOLLOW_UPS = {
    "en": "And how many billion dollars?",
    "fr": "Et combien de milliards ?",
    "de": "Und wie viele Milliarden?",
    "it": "E quanti miliardi?",
}


@pytest.fixture(scope="module")
def provider():
    with Provider() as running:
        yield running


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return tmp_path_factory.mktemp("talk") / "store"


@pytest.fixture
def opened(seeds, store, provider):
    assistants = []

    def open_it(persona, **options):
        model = Timed(OpenAIChat(persona, provider.url, deadline=DEADLINE))
        options = {"model": model, "deadline": DEADLINE, **options}
        assistants.append(Assistant.open(seeds, store=store, **options))
        return assistants[-1]

    yield open_it
    for assistant in assistants:
        assistant.close()


@pytest.mark.parametrize("fault", sorted(FAULTS))
def test_e_a_follow_up_ends_by_the_deadline_and_within_the_budget(opened, provider, fault):
    assistant = opened(fault)
    before = provider.count(fault)
    try:
        answer = assistant.ask(FOLLOW_UPS["fr"], HISTORY["fr"])
    except AssistantFault:
        answer = None
    sent = provider.count(fault) - before
    # The machine may be busy; half a second is held in tests/assistant/models/test_openai.py.
    assert assistant.model.seconds < DEADLINE + 3
    assert sent <= BUDGET
    if answer:
        # A request that was given up before it reached the server counts as well.
        assert sent <= answer.usage.requests <= BUDGET
        assert answer.asked


@pytest.mark.parametrize("language", HISTORY)
@pytest.mark.parametrize("persona", sorted(PERSONAS))
def test_f15_what_is_searched_for_is_a_question_of_the_conversation(opened, persona, language):
    answer = opened(persona).ask(FOLLOW_UPS[language], HISTORY[language])
    assert "Bank of China" in answer.asked
    assert answer.language == language
    assert not any(s.support.verdict == "supported" for s in answer.statements) or answer.citations


def test_e_what_a_rewriting_costs_is_counted(opened):
    alone = opened("faithful").ask("Wie viele Milliarden investiert die Bank of China?")
    after = opened("faithful").ask(FOLLOW_UPS["de"], HISTORY["de"])
    assert (alone.usage.requests, after.usage.requests) == (1, 2)
    assert after.usage.prompt_tokens > alone.usage.prompt_tokens


QUESTIONS = {
    "en": "How many billion dollars will Bank of China invest?",
    "fr": "Quelle banque Poutine a-t-il chargée de la coopération ?",
    "de": "Wann hat Putin die BRICS-Zusammenarbeit bekannt gegeben?",
    "it": "Che cosa ha ordinato Putin al governo russo?",
}


@pytest.mark.parametrize("language", QUESTIONS)
@pytest.mark.parametrize("persona", sorted(PERSONAS))
def test_strict_shows_nothing_unsupported_while_it_streams(opened, persona, language):
    *pieces, answer = opened(persona, strict=True).stream(QUESTIONS[language])
    assert isinstance(answer, Answer)
    shown = "".join(pieces)
    assert not shown if answer.declined else answer.text.startswith(shown)
    assert all(s.support.verdict == "supported" for s in answer.statements)
