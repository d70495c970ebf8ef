"""Whatever goes wrong is said in the reader's language; the English words come second."""

from typing import get_args

import pytest
from starlette.testclient import TestClient

from assistant import Assistant, ScriptedChat
from assistant.errors import (
    AssistantFault,
    BadQuestion,
    BadUpload,
    EmptyQuestion,
    LongQuestion,
    ModelBusy,
    UploadReason,
)
from assistant.ui.faults import told
from assistant.ui.guard import Guard, Rules
from assistant.ui.routes import Routes
from assistant.ui.strings import strings
from index import LANGUAGES, IndexFault

FOREIGN = [language for language in LANGUAGES if language != "en"]


def kinds(root):
    return {kind for child in root.__subclasses__() for kind in (child, *kinds(child))}


@pytest.mark.parametrize("language", FOREIGN)
def test_every_kind_of_fault_has_words_in_the_readers_language(language):
    said = strings(language)
    for kind in kinds(AssistantFault) | kinds(IndexFault):
        if not kind.__module__.startswith(("assistant.", "index.")) or issubclass(kind, BadUpload):
            continue
        got = told(kind("It broke."), said)
        assert got["detail"].endswith(("It broke.", "nothing is lost.")), kind
        assert got["message"] != said["fault_other"], kind


@pytest.mark.parametrize("language", FOREIGN)
@pytest.mark.parametrize("reason", get_args(UploadReason))
def test_every_refused_upload_has_words_in_the_readers_language(language, reason):
    got = told(BadUpload(reason, "x.txt is no good."), strings(language))
    assert got == {
        "message": strings(language)[f"upload_{reason}"],
        "detail": "x.txt is no good.",
    }


def test_the_nearest_class_counts_and_an_english_reader_is_told_once():
    assert told(ModelBusy("Slow down."), strings("de")) == {
        "message": "Das Sprachmodell ist gerade überlastet. Bitte versuchen Sie es gleich noch "
        "einmal.",
        "detail": "Slow down.",
    }
    assert told(ModelBusy("Slow down."), strings("en")) == {"message": "Slow down.", "detail": ""}
    assert told(AssistantFault("Odd."), strings("it"))["message"] == "Qualcosa è andato storto."


@pytest.mark.parametrize(("question", "kind"), [(" ", EmptyQuestion), ("x" * 9_000, LongQuestion)])
def test_an_empty_question_and_one_without_end_are_told_apart(tmp_path, question, kind):
    (tmp_path / "a.txt").write_text("The bridge is old.", encoding="utf-8")
    assistant = Assistant.open(tmp_path, store=tmp_path / ".store", model=ScriptedChat([]))
    with pytest.raises(kind) as caught:
        assistant.ask(question)
    assert isinstance(caught.value, BadQuestion)


@pytest.mark.parametrize(
    ("language", "reason", "body", "allowed"),
    [("fr", "closed", b"x", False), ("de", "empty", b"", True), ("it", "name", b"x", True)],
)
def test_a_refused_document_is_told_in_the_pages_language(
    tmp_path, language, reason, body, allowed
):
    from starlette.applications import Starlette

    (tmp_path / "a.txt").write_text("The bridge is old.", encoding="utf-8")
    assistant = Assistant.open(tmp_path, store=tmp_path / ".store", model=ScriptedChat([]))
    client = TestClient(Starlette(routes=Routes(assistant, allow_upload=allowed).routes()))
    name = "..." if reason == "name" else "b.txt"
    reply = client.post(f"/attesto/documents?language={language}&name={name}", content=body)
    assert reply.status_code == 400
    assert reply.json()["message"] == strings(language)[f"upload_{reason}"]
    assert reply.json()["detail"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_door_refuses_in_the_readers_language(language):
    async def nothing(scope, receive, send):
        raise AssertionError

    client = TestClient(Guard(nothing, Rules(hosts=frozenset({"testserver"}))))
    by_browser = client.get("/no", headers={"accept-language": f"{language}-CH"})
    by_page = client.get(f"/no?language={language}", headers={"accept-language": "es"})
    assert by_browser.text == by_page.text == strings(language)["refused_404"]
