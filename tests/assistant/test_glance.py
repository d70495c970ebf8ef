"""Where nothing of a question is there no language model is asked, and a refusal says why."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant, ScriptedChat
from assistant.phrases import say

SEEDS = Path(__file__).parents[2] / "seeds"
OFF_TOPIC = [
    ("en", "xqzt blorf?"),
    ("en", "Who won the 1974 world cup?"),
    ("en", "What is the weather in Rome?"),
    ("fr", "Qui a gagné la coupe du monde 1974 ?"),
    ("fr", "Comment faire du pain complet ?"),
    ("de", "Wer gewann die WM 1974?"),
    ("de", "Wie backt man Brot?"),
    ("it", "Come si fa il pane integrale?"),
    ("it", "Quale fiume scorre a Torino?"),
    ("en", "Who leads Gazprom?"),
]
ON_TOPIC = [
    ("en", "How many billion dollars will Bank of China invest?"),
    ("fr", "Quand GigaChat a-t-il été lancé ?"),
    ("de", "Wer leitet die Sberbank?"),
    ("it", "Perché la Russia non riesce a comprare i chip?"),
    ("en", "Summarise the documents."),
    ("en", "What are the main points?"),
    ("fr", "De quoi parlent ces textes ?"),
    ("de", "Worum geht es?"),
    ("it", "Riassumi gli articoli."),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("glance") / "store"


@pytest.fixture
def asking(store: Path) -> Iterator[tuple[Assistant, ScriptedChat]]:
    model = ScriptedChat(["NOT_IN_DOCUMENTS"])
    assistant = Assistant.open(SEEDS, store=store, model=model)
    yield assistant, model
    assistant.close()


@pytest.mark.parametrize(("language", "question"), OFF_TOPIC)
def test_no_model_is_asked_where_nothing_of_the_question_is_found(asking, language, question):
    assistant, model = asking
    answer = assistant.ask(question)
    assert not model.requests
    assert answer.declined
    assert answer.usage.requests == 0
    assert answer.text.startswith(say("declined", language))
    assert len(answer.text) > len(f"{say('declined', language)}  {say('nearest', language)}")
    assert answer.notes == (say("not_asked", language),)
    assert len(answer.nearest) == 3


@pytest.mark.parametrize(("language", "question"), ON_TOPIC)
def test_a_model_is_asked_where_something_is_or_the_texts_are_meant(asking, language, question):
    assistant, model = asking
    assert assistant.ask(question).language == language
    assert len(model.requests) == 1


def test_a_model_that_declines_is_told_with_what_is_lacking(asking):
    assistant, model = asking
    answer = assistant.ask("Wie viel wird Gazprom in künstliche Intelligenz investieren?")
    assert len(model.requests) == 1
    assert "Gazprom" in answer.text
    assert answer.text.endswith(say("nearest", "de"))


def test_what_is_lacking_is_told_where_nothing_a_model_said_is_supported(store):
    model = ScriptedChat(["Gazprom will invest 5 billion dollars [1]."])
    assistant = Assistant.open(SEEDS, store=store, model=model)
    answer = assistant.ask("How much will Gazprom invest in artificial intelligence?")
    assistant.close()
    assert answer.text.startswith(say("nothing_supported", "en"))
    assert "Gazprom" in answer.text
    assert answer.citations == ()
