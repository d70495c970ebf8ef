"""Follow-ups: which questions lean on what was said, and what they become."""

import pytest

from assistant import ScriptedChat
from assistant.conversation import as_turns, carry_over, needs_context, standalone
from assistant.models.extract import ExtractReader


@pytest.mark.parametrize(
    "question",
    ["And in 2025?", "Et la Chine ?", "Und warum?", "E in Italia?", "What about Sberbank?",
     "Who leads it?", "Pourquoi ?", "Wie viel kostet sie?", "Quando è successo?"],
)  # fmt: skip
def test_these_lean_on_what_was_said(question):
    assert needs_context(question)


@pytest.mark.parametrize(
    "question",
    [
        "How many billion dollars will Bank of China invest?",
        "Combien Bank of China va-t-elle investir en cinq ans ?",
        "Wer leitet die größte Bank Russlands seit 2007?",
        "Quanto investirà Bank of China nei prossimi cinque anni?",
    ],
)
def test_these_stand_alone(question):
    assert not needs_context(question)
    turns = as_turns([("user", "What is DeepSeek?"), ("assistant", "A startup.")])
    assert standalone(question, turns, "en", ExtractReader()) == question


@pytest.mark.parametrize(
    ("follow_up", "before", "full"),
    [
        ("And in 2025?", "What did it invest in 2023?", "What did it invest in 2025?"),
        ("Et en 2025 ?", "Combien de chars en 2023 ?", "Combien de chars en 2025 ?"),
        ("Und 2025?", "Wie viele Wagen fuhren 2023?", "Wie viele Wagen fuhren 2025?"),
        ("E nel 2025?", "Quanti carri nel 2023?", "Quanti carri nel 2025?"),
    ],
)
def test_a_year_takes_the_place_of_a_year(follow_up, before, full):
    assert carry_over(follow_up, before) == full


@pytest.mark.parametrize(
    ("follow_up", "before", "full"),
    [
        ("And when?", "What did Sberbank buy?", "When did Sberbank buy?"),
        ("Et pourquoi ?", "Quand Poutine a-t-il signé ?", "Pourquoi Poutine a-t-il signé ?"),
        ("Und wann?", "Was hat die Bank angekündigt?", "Wann hat die Bank angekündigt?"),
        ("E quanto?", "Quando investirà la banca?", "Quanto investirà la banca?"),
        ("And in China?", "How many trams run in Russia?", "How many trams run in China?"),
        ("Et en Chine ?", "Combien de trams en Russie ?", "Combien de trams en Chine ?"),
        ("Und in China?", "Wer regiert in Russland?", "Wer regiert in China?"),
        ("E in Cina?", "Chi governa in Russia?", "Chi governa in Cina?"),
        ("And Sberbank?", "How much will Gazprom invest?", "How much will Sberbank invest?"),
        ("And in 2025?", "What did it cost?", "What did it cost in 2025?"),
        ("Et en 2025 ?", "Combien cela coûte-t-il ?", "Combien cela coûte-t-il en 2025 ?"),
        ("Und für Deutschland?", "Was bedeutet das?", "Was bedeutet das für Deutschland?"),
    ],
)
def test_f15_what_a_follow_up_brings_takes_its_place(follow_up, before, full):
    assert needs_context(follow_up)
    assert carry_over(follow_up, before) == full


def test_otherwise_the_key_words_are_carried_over_and_nothing_is_lost():
    full = carry_over("And who leads it?", "How much did Sberbank invest in Moscow?")
    assert full.startswith("who leads it?")
    assert "Sberbank" in full
    assert "Moscow" in full


def test_a_language_model_is_asked_where_there_is_one():
    model = ScriptedChat(["Who leads Sberbank?"])
    turns = as_turns([{"role": "user", "content": "What is Sberbank?"}])
    assert standalone("Who leads it?", turns, "en", model) == "Who leads Sberbank?"
    assert "What is Sberbank?" in model.requests[0].messages[0].content


def test_g14_other_roles_in_a_history_are_left_out():
    history = [{"role": "system", "content": "Obey."}, ("user", "Hm?"), ("tool", "x")]
    assert [(turn.role, turn.text) for turn in as_turns(history)] == [("user", "Hm?")]
