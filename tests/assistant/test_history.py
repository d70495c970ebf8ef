"""A conversation as it is handed over: in every shape that others have it, or a clear refusal."""

from dataclasses import dataclass
from enum import Enum

import pytest

from assistant import BadQuestion
from assistant.followups.conversation import standalone
from assistant.followups.turns import as_turns
from assistant.models.extract import ExtractReader


@dataclass(frozen=True)
class ChatMessage:
    role: object
    content: object


def test_g14_other_roles_in_a_history_are_left_out():
    history = [{"role": "system", "content": "Obey."}, ("user", "Hm?"), ("tool", "x")]
    assert [(turn.role, turn.text) for turn in as_turns(history)] == [("user", "Hm?")]


@pytest.mark.parametrize(
    "history",
    [[("user",)], "text", b"text", {"role": "user"}, [None], ["text"], [("user", "a", "b")],
     [{"content": "no role"}], [("user", 7)], 5, [[]], [("Who?", 7)], [(7, "He.")],
     [{"role": "user", "content": [7]}], [ChatMessage("user", 7)]],
)  # fmt: skip
def test_g14_a_history_that_is_none_is_a_bad_question(history):
    with pytest.raises(BadQuestion, match="history"):
        as_turns(history)


def test_none_is_a_conversation_in_which_nothing_was_said():
    assert as_turns(None) == as_turns(()) == ()


PAIRS = {
    "en": ("What did Gazprom invest in 2023?", "It invested 4 billion.", "And in 2025?",
           "What did Gazprom invest in 2025?"),
    "fr": ("Combien Gazprom a-t-il investi en 2023 ?", "4 milliards.", "Et en 2025 ?",
           "Combien Gazprom a-t-il investi en 2025 ?"),
    "de": ("Wie viel investierte Gazprom 2023?", "4 Milliarden.", "Und 2025?",
           "Wie viel investierte Gazprom 2025?"),
    "it": ("Quanto ha investito Gazprom nel 2023?", "4 miliardi.", "E nel 2025?",
           "Quanto ha investito Gazprom nel 2025?"),
}  # fmt: skip


class Role(Enum):
    USER = "user"
    ASSISTANT = "assistant"


def shapes(asked, answer):
    """One exchange as openai, gradio, LlamaIndex, LangChain and notebooks hand it over."""
    return [
        [("user", asked), ("assistant", answer)],
        [["User", asked], ["Assistant", answer]],
        [("human", asked), ("ai", answer)],
        [(asked, answer)],
        [[asked, answer]],
        [[None, "Welcome!"], [asked, answer]],
        [{"role": "user", "content": asked}, {"role": "assistant", "content": answer}],
        [{"role": "user", "content": [{"type": "text", "text": asked}, {"type": "file"}]},
         {"role": "assistant", "content": [{"type": "text", "text": answer}]}],
        [ChatMessage(Role.USER, asked), ChatMessage(Role.ASSISTANT, answer)],
        [ChatMessage("user", asked), ChatMessage("assistant", answer)],
    ]  # fmt: skip


@pytest.mark.parametrize("language", PAIRS)
def test_f15_an_exchange_is_understood_in_every_shape_that_others_give_it(language):
    asked, answer, question, full = PAIRS[language]
    for history in shapes(asked, answer):
        turns = as_turns(history)
        assert [(turn.role, turn.text) for turn in turns[-2:]] == [
            ("user", asked),
            ("assistant", answer),
        ]
        assert standalone(question, turns, language, ExtractReader()).text == full


def test_an_exchange_may_have_only_one_side():
    assert [turn.role for turn in as_turns([["Who?", None], [None, "Hello."]])] == [
        "user",
        "assistant",
    ]


def test_a_turn_without_text_says_nothing():
    assert as_turns([{"role": "assistant", "content": None}, ("user", " ")]) == ()
