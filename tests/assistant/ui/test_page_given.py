"""What a client sends is taken or refused in a sentence; a fault of ours leaves nobody waiting."""

import asyncio

import pytest

from assistant import Assistant, BadQuestion, ScriptedChat
from assistant.ui.given import fields, turns, whole, words
from assistant.ui.indexing import Indexing
from assistant.ui.talk import Talks, converse


def opened(tmp_path, model="extract"):
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "a.txt").write_text("The bridge cost 12 million euros.\n", encoding="utf-8")
    return Assistant.open(docs, store=tmp_path / "store", model=model)


def test_the_sentence_names_what_was_sent():
    with pytest.raises(BadQuestion) as caught:
        whole("k", "many")
    assert str(caught.value) == "`k` must be a whole number, and this is 'many'."


def test_what_is_of_use_is_taken():
    assert (whole("k", "7"), whole("k", 7.0), words("question", "Où ?")) == (7, 7, "Où ?")
    assert turns("history", [["a", "b"]]) == [["a", "b"]]
    assert (fields("only", None), fields("only", {"file": "a.txt"})) == ({}, {"file": "a.txt"})


@pytest.mark.parametrize("sent", [float("nan"), float("inf"), "1e9", "", [1]])
def test_what_is_no_whole_number_is_refused(sent):
    with pytest.raises(BadQuestion):
        whole("k", sent)


class Breaks(ScriptedChat):
    """A model with a fault that nobody thought of."""

    def reply(self, request):
        raise ZeroDivisionError


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_fault_that_nobody_thought_of_leaves_no_reader_waiting(tmp_path):
    assistant, talks = opened(tmp_path, Breaks([])), Talks()

    async def collect():
        asked = converse(assistant, talks, "What did the bridge cost?", [], "en")
        return await asyncio.wait_for(anext(asked), 60)

    with pytest.raises(ZeroDivisionError):
        asyncio.run(collect())
    assert talks.running == 0
    assistant.close()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_folder_whose_reading_breaks_can_be_read_again(tmp_path, monkeypatch):
    assistant = opened(tmp_path)
    indexing = Indexing(assistant)
    with monkeypatch.context() as broken:
        broken.setattr(assistant, "sync", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            list(indexing.events("en"))
    assert [event["kind"] for event in indexing.events("en")][-1] == "read"
    assistant.close()
