"""Real LlamaIndex objects as models of ours."""

import time
from types import SimpleNamespace
from typing import Any

import httpx
import openai
import pytest
from llama_index.core.llms import (
    ChatMessage,
    ChatResponse,
    ChatResponseGen,
    CompletionResponse,
    CompletionResponseGen,
    CustomLLM,
    LLMMetadata,
    MockLLM,
)

from assistant import errors
from assistant.models import choose


class Speaker(CustomLLM):
    """Says its pieces; each may come with a provider's event, or be an error to raise."""

    pieces: list[Any]
    api_key: str = "sk-secret-0123456789"
    told: list[ChatMessage] = []

    @property
    def metadata(self) -> LLMMetadata:
        return LLMMetadata(model_name="speaker-1", is_chat_model=True)

    def stream_chat(self, messages, **kwargs) -> ChatResponseGen:
        self.told = list(messages)
        for piece in self.pieces:
            if isinstance(piece, Exception):
                raise piece
            if isinstance(piece, float):
                time.sleep(piece)
                continue
            text, raw = piece if isinstance(piece, tuple) else (piece, None)
            yield ChatResponse(
                message=ChatMessage(role="assistant", content=text), delta=text, raw=raw
            )

    def complete(self, prompt, formatted=False, **kwargs) -> CompletionResponse:
        raise NotImplementedError

    def stream_complete(self, prompt, formatted=False, **kwargs) -> CompletionResponseGen:
        raise NotImplementedError


def event(**choice):
    return {"choices": [choice]}


def test_pieces_and_prompts_pass_through(hear, make_request):
    speaker = Speaker(pieces=["<thi", "nk>hm</think>", "138 Milliarden ", "[1]."])
    heard = hear(choose(speaker), make_request(language="German"))
    assert heard.text == "138 Milliarden [1]."
    assert heard.finish.complete
    assert [m.role.value for m in speaker.told] == ["system", "user"]
    assert "Answer in German" in speaker.told[1].content


def test_a_model_that_comes_with_llamaindex(hear):
    model = choose(MockLLM(max_tokens=5))
    heard = hear(model)
    assert heard.fault is None
    assert heard.text
    assert model.name


def test_a_provider_that_says_how_it_ended_is_believed(hear):
    pieces = [("Sì [1].", event(finish_reason=None)), ("", event(finish_reason="stop"))]
    assert hear(choose(Speaker(pieces=pieces))).finish.complete
    pieces[1] = ("", event(finish_reason="length"))
    assert "length limit" in hear(choose(Speaker(pieces=pieces))).finish.reason


def test_a_provider_that_should_have_said_how_it_ended_was_cut(hear):
    heard = hear(choose(Speaker(pieces=[("Oui", event(finish_reason=None))])))
    assert not heard.finish.complete


def test_objects_of_the_client_are_read_like_plain_json(hear):
    usage = SimpleNamespace(prompt_tokens=9, completion_tokens=2)
    raw = SimpleNamespace(choices=[SimpleNamespace(finish_reason="stop")], usage=usage)
    finish = hear(choose(Speaker(pieces=[("Ja [1].", raw)]))).finish
    assert (finish.complete, finish.prompt_tokens, finish.completion_tokens) == (True, 9, 2)


def test_the_deadline_holds(hear):
    heard = hear(choose(Speaker(pieces=["Un ", 10.0, "attimo"]), deadline=0.3))
    assert heard.text == "Un "
    assert not heard.finish.complete
    assert heard.seconds < 5


REQUEST = httpx.Request("POST", "http://localhost/")


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (openai.APITimeoutError(REQUEST), errors.ModelTimeout),
        (
            openai.RateLimitError("slow", response=httpx.Response(429, request=REQUEST), body=None),
            errors.ModelBusy,
        ),
        (KeyError("whatever lies behind it"), errors.ModelProblem),
    ],
)
def test_what_its_library_raises_becomes_ours(hear, fault, error):
    heard = hear(choose(Speaker(pieces=[fault])))
    assert type(heard.fault) is error


def test_an_error_after_text_leaves_the_text(hear):
    heard = hear(choose(Speaker(pieces=["Die Hälfte", ConnectionResetError("reset")])))
    assert heard.text == "Die Hälfte"
    assert "broke off" in heard.finish.reason


def test_its_key_is_not_shown(hear):
    heard = hear(choose(Speaker(pieces=[RuntimeError("bad key sk-secret-0123456789")])))
    assert "secret" not in str(heard.fault)


def test_saying_nothing_is_no_answer(hear):
    assert type(hear(choose(Speaker(pieces=[]))).fault) is errors.BadReply
