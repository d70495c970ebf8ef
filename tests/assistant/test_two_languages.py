"""The language a question is read in, and the one it is answered in: four by four."""

import itertools

import pytest

from assistant import ScriptedChat
from assistant.followups.turns import Turn
from assistant.settings import Settings
from assistant.spoken import Spoken, spoken
from index import LANGUAGES

TEXT = (
    "The works in Montefalco begin on 3 May 2024. The new bridge costs 12 million euros. "
    "The mayor, Anna Keller, opened the exhibition on Sunday."
)
ASKED = {
    "en": "When do the works in Montefalco begin?",
    "fr": "Quand commencent les travaux à Montefalco ?",
    "de": "Wann beginnen die Arbeiten in Montefalco?",
    "it": "Quando iniziano i lavori a Montefalco?",
}
DAY = {"en": "3 May 2024", "fr": "3 mai 2024", "de": "Am 3. Mai 2024", "it": "3 maggio 2024"}
PAIRS = list(itertools.product(LANGUAGES, LANGUAGES))
NAMED = {"en": "English", "fr": "French", "de": "German", "it": "Italian"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("works")
    (folder / "works.txt").write_text(TEXT, encoding="utf-8")
    return folder


@pytest.mark.parametrize(("asked", "answered"), PAIRS)
def test_a_question_is_read_in_its_own_language_and_answered_in_the_readers(
    opened, asked, answered
):
    answer = opened(language=answered).ask(ASKED[asked])
    assert not answer.declined
    assert answer.language == answered
    assert answer.text.startswith(DAY[answered])


@pytest.mark.parametrize(("asked", "answered"), PAIRS)
def test_a_question_whose_language_is_set_is_read_in_that(opened, asked, answered):
    answer = opened(language=answered, asked_in=asked).ask(ASKED[asked])
    assert answer.text.startswith(DAY[answered])


@pytest.mark.parametrize("answered", LANGUAGES)
def test_a_language_model_is_told_the_answers_language(opened, answered):
    model = ScriptedChat(["NOT_IN_DOCUMENTS"])
    opened(language=answered, model=model).ask(ASKED["it"])
    (request,) = model.requests
    assert f"Answer in {NAMED[answered]}" in request.messages[-1].content
    assert (request.asked_in, request.language) == ("it", answered)


@pytest.mark.parametrize(("asked", "answered"), PAIRS)
def test_a_follow_up_is_in_the_language_of_its_conversation(asked, answered):
    told = {ASKED[asked]: asked}
    settings = Settings(language=answered)
    turns = [Turn("user", ASKED[asked]), Turn("assistant", DAY[answered])]
    both = spoken("2019?", turns, settings, lambda text, default: told.get(text, default), "en")
    assert both == Spoken(asked, answered)


@pytest.mark.parametrize("reader", LANGUAGES)
def test_where_nothing_tells_the_readers_own_language_does(opened, reader):
    assert opened().ask("GPU 2026", reader=reader).language == reader
